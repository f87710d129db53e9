"""Reports set by build/bench/report, looked at with other programs: sound, tagged, every word there, links that lead
somewhere, attachments byte for byte. The pages are those of the fuzz corpus, which are hostile, and made ones."""
import html.parser
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unicodedata
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("PROVISO_TEST_BUILD", ROOT / "build"))
CORPUS = sorted((ROOT / "tests/fuzz/corpus/report").glob("*.html"))


def tool(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    if done.returncode:
        raise AssertionError(f"{command[0]}: {done.returncode} {done.stdout.decode()[:2000]} {done.stderr.decode()}")
    return done.stdout


class Words(html.parser.HTMLParser):
    """The words of what is set."""

    def __init__(self, page):
        super().__init__()
        self.open, self.skipped, self.words = 0, 0, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.open += tag == "article"
        if self.skipped or tag == "nav" or "screen" in (dict(attributes).get("class") or "").split():
            self.skipped += tag not in ("br", "img", "meta", "link")

    def handle_endtag(self, tag):
        self.open -= tag == "article"
        self.skipped -= self.skipped > 0

    def handle_data(self, text):
        if self.open and not self.skipped:
            self.words += text.split()


class Pdf:
    def __init__(self, folder, page, *options):
        self.path = folder / "report.pdf"
        source = folder / "page.html"
        source.write_text(page)
        tool(BUILD / "bench/report", *options, source, self.path)

    def objects(self):
        return json.loads(tool("qpdf", "--json=2", "--json-stream-data=none", self.path))["qpdf"][1]

    def text(self):
        return tool("pdftotext", "-layout", self.path, "-").decode()

    def pages(self):
        return int(re.search(r"Pages: +(\d+)", tool("pdfinfo", self.path).decode())[1])


def bare(text):
    """Letters and digits alone: where a word is broken, or a mark stands, is not compared."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LN")


class ReportPdf(unittest.TestCase):
    def setUp(self):
        self.tmp = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.tmp.name)
        self.addCleanup(self.tmp.cleanup)

    def pdf(self, page, *options):
        return Pdf(self.folder, page, *options)

    def table(self, rows):
        body = "".join(f'<tr><th scope="row"><a href="/places/{i}">Place {i}</a></th><td class="n">${i},000</td></tr>'
                       for i in range(rows))
        return ('<article><h1>Amounts</h1><h2 id="all">All</h2><table><caption>Amounts of places</caption><thead><tr>'
                '<th scope="col">Place</th><th scope="col" class="n">Amount</th></tr></thead><tbody>'
                f'{body}</tbody></table><h2 id="end">End</h2><p>See <a href="#all">all</a>.</p></article>')

    def test_sound(self):
        for source in CORPUS:
            for paper in ("letter", "a4"):
                with self.subTest(source=source.name, paper=paper):
                    pdf = self.pdf(source.read_text(), "--paper", paper)
                    said = tool("qpdf", "--check", pdf.path).decode()
                    self.assertNotIn("WARNING", said)
                    fonts = tool("pdffonts", pdf.path).decode().splitlines()[2:]
                    self.assertTrue(fonts)
                    for font in fonts:
                        self.assertRegex(font, r" yes (yes|no) +(yes|no) +\d+ +0$")
                    width = re.search(r"Page size: +([\d.]+)", tool("pdfinfo", pdf.path).decode())[1]
                    self.assertEqual(round(float(width)), {"letter": 612, "a4": 595}[paper])

    def test_every_word(self):
        page = (ROOT / "tests/fuzz/corpus/report/page.html").read_text()
        found = bare(self.pdf(page).text())
        for word in Words(page).words:
            if len(word) < 30:
                self.assertIn(bare(word), found, word)
        self.assertNotIn("skipme", found)
        self.assertNotIn("notonpaper", found)

    def test_hostile_letters(self):
        page = (ROOT / "tests/fuzz/corpus/report/hostile.html").read_text()
        found = bare(tool("pdftotext", "-raw", self.pdf(page).path, "-").decode())
        for word in ("x" * 500, "\u4e2d\u6587\u4e2d\u6587", "\u00f1"):
            self.assertIn(bare(word), found)

    def test_what_comes_again_is_read_again(self):
        """One glyph stands for several things: a bracket between letters that read from right to left is its mirror's."""
        words = ("(\u05d0)", "(a-b)", "-> \u2192", "\u00b5 \u03bc", "3x4 3\u00d74")
        page = '<article><h1>Again</h1>' + "".join(f"<p>{' '.join(words)}</p>" for _ in range(3)) + "</article>"
        said = tool("pdftotext", "-raw", self.pdf(page).path, "-").decode()
        for word in words[1:]:
            self.assertEqual(said.count(word), 3, word)

    def test_structure(self):
        said = tool("pdfinfo", "-struct", self.pdf(self.table(200)).path).decode()
        kinds = [line.split()[0].rstrip(":") for line in said.splitlines() if line.strip() and "Object" not in line]
        self.assertEqual(kinds[0], "Document")
        self.assertEqual([kinds.count(kind) for kind in ("Table", "TR", "TH", "TD", "Caption")], [1, 201, 202, 200, 1])
        self.assertIn("H1", kinds)
        self.assertEqual(kinds.count("H2"), 3)

    def test_said_afterwards(self):
        page = '<article><h1>A</h1><figure><img src="/x" alt="Bars: \u201cA\u201d (most)"></figure>' + self.table(3)[9:]
        pdf = self.pdf(page, "--language", "es")
        objects = pdf.objects()
        values = [entry["value"] for entry in objects.values() if isinstance(entry.get("value"), dict)]
        catalog = next(value for value in values if value.get("/Type") == "/Catalog")
        self.assertEqual(catalog["/Lang"], "u:es")
        self.assertEqual(catalog["/ViewerPreferences"], {"/DisplayDocTitle": True})
        figures = [value for value in values if value.get("/S") == "/Figure"]
        self.assertEqual([figure["/Alt"] for figure in figures], ["u:Bars: \u201cA\u201d (most)"])
        heads = [value for value in values if value.get("/S") == "/TH"]
        self.assertEqual([head["/A"] for head in heads], [{"/O": "/Table", "/Scope": f"/{scope}"} for scope in ["Column"] * 2 + ["Row"] * 3])

    def destinations(self, objects, node):
        """Names of a tree, whole."""
        node = objects[f"obj:{node}"]["value"] if isinstance(node, str) else node
        names = node.get("/Names", [])
        yield from (name.removeprefix("u:") for name in names[::2])
        for kid in node.get("/Kids", []):
            yield from self.destinations(objects, kid)

    def test_links(self):
        for page in [source.read_text() for source in CORPUS] + [self.table(200)]:
            objects = self.pdf(page).objects()
            values = [entry["value"] for entry in objects.values() if isinstance(entry.get("value"), dict)]
            catalog = next(value for value in values if value.get("/Type") == "/Catalog")
            names = catalog.get("/Names") or {}
            names = objects[f"obj:{names}"]["value"] if isinstance(names, str) else names
            known = set(self.destinations(objects, names["/Dests"])) if "/Dests" in names else set()
            links = [value for value in values if value.get("/Subtype") == "/Link"]
            for link in links:
                where = link.get("/Dest") or link["/A"].get("/D") or link["/A"]["/URI"]
                where = where.removeprefix("u:")
                if "/URI" not in (link.get("/A") or {}):
                    self.assertIn(where, known)
                else:
                    self.assertRegex(where, r"^(b:|https?://|mailto:)")
                left, bottom, right, top = link["/Rect"]
                self.assertTrue(0 <= left < right <= 612 and 0 <= bottom < top <= 792, link["/Rect"])

    def test_outline(self):
        page = (ROOT / "tests/fuzz/corpus/report/page.html").read_text()
        said = json.loads(tool("qpdf", "--json=2", "--json-key=outlines", self.pdf(page).path))["outlines"]
        self.assertEqual([entry["title"] for entry in said],
                         ["Contents", "Summary", "Money", "Cases", "Sources", "Method"])
        self.assertEqual([entry["title"] for entry in said[3]["kids"]], ["City of Chicago v. Sessions"])
        pages = [entry["destpageposfrom1"] for entry in said]
        self.assertEqual(pages, sorted(pages))

    def test_attachments(self):
        files = [ROOT / "README.md", ROOT / "Makefile"]
        pdf = self.pdf(self.table(5), "--attach", files[0], "--attach", files[1])
        for file in files:
            self.assertEqual(tool("qpdf", f"--show-attachment={file.name}", pdf.path), file.read_bytes())
        self.assertEqual(tool("qpdf", "--list-attachments", pdf.path).decode().split()[::3], ["Makefile", "README.md"])
        tool("qpdf", "--check", pdf.path)

    def test_heads_again(self):
        pdf = self.pdf(self.table(200))
        pages = pdf.text().split("\f")[:-1]
        self.assertEqual(len(pages), pdf.pages())
        for number, page in enumerate(pages, 1):
            self.assertIn(f"{number} of {len(pages)}", page)
            self.assertIn("as of January 24, 2018", page)
        for page in pages[1:-1]:
            self.assertIn("Amounts of places (continued)", page)
            self.assertRegex(page, r"Place +Amount")
        self.assertEqual(sum(len(re.findall(r"Place \d", page)) for page in pages), 200)

    def test_table_without_caption_goes_on_under_its_heading(self):
        pdf = self.pdf(self.table(200).replace("<caption>Amounts of places</caption>", ""))
        for page in pdf.text().split("\f")[1:-2]:
            self.assertIn("All (continued)", page)

    def test_note_on_an_amount_stands_below_its_row(self):
        said = "Not counted: a long remark, which would make its column as wide as all others together, were it set in it."
        page = self.table(3).replace("$1,000", f'$1,000<span class="remark">{said}</span>')
        text = self.pdf(page).text()
        lines = text.splitlines()
        [row] = [i for i, line in enumerate(lines) if "$1,000" in line]
        self.assertNotIn("Not counted", lines[row])
        self.assertIn(said[:40], lines[row + 1])
        self.assertIn(bare(said), bare(text))
        self.assertEqual(self.left_of("$2,000", page), self.left_of("$2,000", self.table(3)), "the column is not wider")

    def left_of(self, word, page):
        said = tool("pdftotext", "-bbox", self.pdf(page).path, "-").decode()
        return re.search(rf'xMin="([\d.]+)"[^>]*>{re.escape(word)}<', said)[1]

    def test_heads_of_rows(self):
        """The two columns have heads, and every row of a long table has one."""
        said = tool("pdfinfo", "-struct", self.pdf(self.table(600)).path).decode()
        self.assertEqual(len(re.findall(r"^ *TH\b", said, re.M)), 602)

    def test_words_of_cells_and_hosts_of_addresses_stay_whole(self):
        address = "https://a-very-long-host-name-of-some-office.example.org/a/path/that/goes/on/and/on/for/long"
        page = self.table(3).replace("</article>", f'<ol><li>{"word " * 11}<a href="{address}">{address}</a></li></ol></article>')
        text = tool("pdftotext", "-raw", self.pdf(page).path, "-").decode()
        self.assertIn("Place 2 $2,000", text)
        self.assertNotRegex(text, r"https://\n")

    def test_thousand_pages(self):
        pdf = self.pdf(self.table(41000))
        self.assertGreater(pdf.pages(), 990)
        self.assertIn("No syntax or stream encoding errors", tool("qpdf", "--check", pdf.path).decode())
        self.assertIn("Place 40999", tool("pdftotext", "-f", pdf.pages(), pdf.path, "-").decode())

    def test_refused(self):
        source = self.folder / "page.html"
        source.write_text(self.table(500))
        done = subprocess.run([BUILD / "bench/report", "--most", "3", source, self.folder / "no.pdf"],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, "would have 1[0-9] pages; a file has at most 3")
        self.assertFalse((self.folder / "no.pdf").exists())


if __name__ == "__main__":
    unittest.main()
