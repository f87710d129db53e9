"""The chart of a list: sizes, forms, and the same bytes for the same question wherever it is asked."""
import re
import struct
import subprocess
import unittest
import xml.etree.ElementTree

from served import SiteCase, cgi, configuration, folder, published_state

QUERY = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported&sort=-amount"
SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "style", "g", "rect", "line", "path", "circle", "text", "tspan", "a"}


def pixels(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


class Charts(SiteCase):
    def test_png(self):
        for size, box in (("social", (1200, 630)),):
            answer = self.get(f"/jurisdictions.png?{QUERY}&size={size}")
            self.assertEqual(answer.type, "image/png")
            self.assertEqual(pixels(answer.body), box)
        single = pixels(self.get(f"/jurisdictions.png?{QUERY}&size=web").body)
        double = pixels(self.get(f"/jurisdictions.png?{QUERY}&size=web&scale=2").body)
        self.assertEqual(double, (2 * single[0], 2 * single[1]))
        path = folder() / "chart.png"
        path.write_bytes(answer.body)
        checked = subprocess.run(["pngcheck", "-q", path], capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_svg_is_text(self):
        answer = self.get(f"/jurisdictions.svg?{QUERY}")
        self.assertEqual(answer.type, "image/svg+xml")
        root = xml.etree.ElementTree.fromstring(answer.body)
        self.assertEqual({node.tag.removeprefix(SVG) for node in root.iter()} - ALLOWED, set())
        words = " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
        for word in ("New York", "Chicago", "Los Angeles", "Oregon", "2017"):
            self.assertIn(word, words)
        self.assertIn("reported", words.lower())
        self.assertTrue(root.find(f"{SVG}title").text)
        self.assertTrue(root.find(f"{SVG}desc").text)
        for node in root.iter():
            self.assertFalse([name for name in node.attrib if name.startswith("on")])

    def test_pdf(self):
        answer = self.get(f"/jurisdictions.pdf?{QUERY}&size=print")
        self.assertEqual(answer.type, "application/pdf")
        path = folder() / "chart.pdf"
        path.write_bytes(answer.body)
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        words = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        for word in ("Chicago", "Oregon", "2017"):
            self.assertIn(word, words)

    def test_figures_are_those_of_the_file(self):
        rows = self.get(f"/jurisdictions.csv?{QUERY}").rows
        words = self.get(f"/jurisdictions.svg?{QUERY}").text
        for row in rows:
            name = row["jurisdiction"].split(",")[0]
            self.assertIn(name, words, row["key"])

    def test_wrong_sizes(self):
        for query in ("size=huge", "size=1200x630", "scale=3", "scale=0", "size=web&size=print", "limit=5"):
            answer = self.get(f"/jurisdictions.png?{QUERY}&{query}", status=400)
            self.assertNotEqual(answer.type, "image/png")

    def test_no_measure_no_chart(self):
        self.assertIn(self.site.ask("/jurisdictions.png?demand=doj-2018-01-24").status, (400, 404))

    def test_no_rows(self):
        answer = self.get("/jurisdictions.svg?q=zzzzzz&program=16.738&fy=2017&measure=reported")
        xml.etree.ElementTree.fromstring(answer.body)


class SameBytes(unittest.TestCase):
    """The programs as plain CGI: an answer depends on path, query and edition only."""

    @classmethod
    def setUpClass(cls):
        cls.config = configuration(published_state())

    def same(self, program, path, query):
        first = cgi(program, path, query, config=self.config, TZ="UTC", LANG="C", HOME="/nonexistent")
        self.assertEqual(first.status, 200, first.body[:500])
        for other in ({"TZ": "Asia/Kathmandu", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "HOME": "/root"},
                      {"TZ": "America/Los_Angeles", "LANG": "C.UTF-8", "HOME": "/tmp", "XDG_CONFIG_HOME": "/tmp"},
                      {"HTTP_USER_AGENT": "x", "HTTP_ACCEPT_LANGUAGE": "es", "HTTP_COOKIE": "a=b", "REMOTE_ADDR": "::1"}):
            again = cgi(program, path, query, config=self.config, **other)
            self.assertEqual(again.hash, first.hash, other)
            self.assertEqual(again.headers.get("etag"), first.headers.get("etag"))

    def test_charts(self):
        for extension in ("png", "svg", "pdf"):
            for size in ("web", "social", "print"):
                with self.subTest(f"{extension} {size}"):
                    self.same("charts", f"/jurisdictions.{extension}", f"{QUERY}&size={size}")

    def test_pages(self):
        for path, query in (("/", ""), ("/jurisdictions", QUERY), ("/jurisdictions.json", QUERY),
                            ("/jurisdictions/chicago-il", ""), ("/demands", ""), ("/sources", "")):
            with self.subTest(path):
                self.same("pages", path, query)

    def test_files(self):
        self.same("files", "/jurisdictions.csv", QUERY)

    def test_fonts_are_the_projects_own(self):
        """No font but Inter and its stated fallbacks is in the PDF."""
        path = folder() / "chart.pdf"
        path.write_bytes(cgi("charts", "/jurisdictions.pdf", QUERY, config=self.config).body)
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
        names = [line.split()[0] for line in fonts.splitlines()[2:]]
        self.assertTrue(names)
        self.assertTrue(all(re.search(r"Inter|DejaVu", name) for name in names), fonts)
