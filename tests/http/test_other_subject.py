"""A register of another subject, invented and small (libraries/), is checked, published and served by the same program:
every page and file answers from it, and nothing of the subject of the shipped register shows anywhere."""
import csv
import html
import io
import pathlib
import re
import unittest
import zipfile

from page import Page
from served import REGISTER, ROOT, Site, folder, proviso

LIBRARIES = pathlib.Path(__file__).parent / "libraries"
# A question for each list that asks nothing without one, and questions of some others.
QUERIES = {
    "/compare": ("j=quillmark-vt&j=foxglove-nh",),
    "/at-stake": ("requirement=evening-hours&measure=reported",),
    "/changes": ("from=2020-01-01", "to_edition=1"),
    "/search": ("q=lamps", "q=quilmark"),
    "/jurisdictions": ("", "measure=reported&fy=2021&program=99.101", "demand=orr-2021-03-01", "position=disputed"),
    "/status": ("", "requirement=evening-hours"),
    "/map": ("", "measure=award"),
    "/reports/jurisdiction": ("j=quillmark-vt",),
    "/reports/group": ("demand=orr-2021-03-01", "state=VT"),
    "/reports/comparison": ("j=quillmark-vt&j=foxglove-nh",),
    "/reports/changes": ("from=2020-01-01",),
}
MONEY = "measure=reported&fy=2021"
PICTURES = {
    "/at-stake": "requirement=evening-hours&measure=reported",
    "/awards": "program=99.101",
    "/compare": f"j=quillmark-vt&j=inkwell-county-vt&{MONEY}",
    "/deadlines": "",
    "/status": "requirement=evening-hours",
    "/timeline": "j=quillmark-vt",
    "/jurisdictions/{key}": "",
    **{path: queries[0] for path, queries in QUERIES.items() if path.startswith("/reports/")},
}
SUBJECT = r"DOJ|\w*1373\w*|JAG|Justice|Byrne|16\.\d{3}|ICE|DHS|immigra\w*|inmigra\w*|sanctuary|santuario|police|polic\w*ía|sheriff|detainer|23 (?:state|jurisd)\w*"


def records(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def words_of_the_first():
    """What would tell of the shipped register: its keys, the names of its places and programs, its amounts."""
    words = set()
    for path in REGISTER.glob("*.csv"):
        words |= {row["key"] for row in records(path) if re.search("[-.]", row["key"])}
    words |= {row["name"] for row in records(REGISTER / "jurisdiction.csv") if row["kind"] not in ("state", "territory")}
    words |= {row[name] for row in records(REGISTER / "program.csv") for name in ("listing", "name", "short_name")}
    words |= {row["short_name"] for row in records(REGISTER / "authority.csv") if re.search(r"\w\w", row["short_name"])}
    words |= {amount for row in records(REGISTER / "figure.csv") for amount in [row["amount_usd"].partition(".")[0]]
              if len(amount) > 5 and not amount.endswith("000")}
    states = {row[name] for row in records(REGISTER / "jurisdiction.csv") if row["kind"] in ("state", "territory") for name in ("key", "name")}
    return words - states


class OtherSubject(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        state = folder("state-")
        cls.checked = proviso("check", LIBRARIES).stdout
        proviso("import", "--replace", LIBRARIES, "--state", state)
        proviso("publish", "--state", state)
        cls.site = Site(state=state).start()
        cls.paths = cls.site.ask("/openapi.json").json["paths"]

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()

    def get(self, path, status=200):
        answer = self.site.ask(path)
        self.assertEqual(answer.status, status, f"{path}\n{answer.body[:2000]!r}")
        return answer

    def addresses(self):
        """Every documented path, records by every key of theirs, in both languages."""
        keys = {f"/{name}/{{key}}": [row["key"] for row in records(LIBRARIES / f"{table}.csv")] for name, table in (
            ("jurisdictions", "jurisdiction"), ("demands", "demand"), ("requirements", "requirement"), ("cases", "court_case"),
            ("programs", "program"), ("awards", "award"), ("claims", "claim"), ("policies", "policy"),
            ("statements", "statement"), ("findings", "finding"), ("sources", "source"))}
        for path in self.paths:
            bare, _, extension = path.partition(".")
            queries = (PICTURES.get(bare, MONEY),) if extension in ("png", "svg", "pdf") else QUERIES.get(bare, ("",))
            for key in keys.get(bare, [""]):
                for query in queries:
                    for language in ("", "lang=es"):
                        yield f"{path.replace('{key}', key)}?{'&'.join(filter(None, (query, language)))}"

    def test_it_is_without_a_fault(self):
        self.assertRegex(self.checked, r"^\d+ rows: no errors, 0 warnings to accept")

    def test_nothing_of_the_first_subject_shows(self):
        own = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, sorted(words_of_the_first(), key=len, reverse=True)))})(?![\w-])")
        subject = re.compile(rf"\b(?:{SUBJECT})\b", re.I)
        asked = [*self.addresses(), "/robots.txt", "/sitemap.xml", "/openapi.json", "/healthz"]
        self.assertGreater(len(asked), 150)
        for address in asked:
            with self.subTest(address):
                self.check(self.get(address), own, subject)
        for address in ("/jurisdictions?program=x.y&as_of=tomorrow&state=ZZ&j=a", "/jurisdictions.json?fy=x", "/compare?j=quillmark-vt"):
            with self.subTest(address):
                self.check(self.get(address, 400), own, subject)
        for address in ("/nowhere", "/demands/none", "/jurisdictions?demand=none"):
            with self.subTest(address):
                self.check(self.get(address, 404), own, subject)

    def check(self, answer, own, subject):
        if answer.type in ("image/png", "application/pdf"):
            return
        if answer.body.startswith(b"PK"):  # a workbook
            book = zipfile.ZipFile(io.BytesIO(answer.body))
            text = "".join(book.read(name).decode() for name in book.namelist())
        elif answer.body.startswith(b"SQLite"):
            text = answer.body.decode("latin-1")
        else:
            text = html.unescape(answer.text)
        for pattern in (own, subject):
            found = pattern.search(text)
            self.assertIsNone(found, found and text[max(found.start() - 200, 0):found.end() + 100])

    def test_its_own_facts_show(self):
        home = Page(self.get("/").text)
        self.assertIn("Letters to three places", home.text)
        self.assertEqual(Page(self.get("/jurisdictions").text).heading, "3 jurisdictions")
        rows = {row["key"]: row["amount_usd"] for row in self.get(f"/jurisdictions.csv?{MONEY}").rows}
        self.assertEqual(rows, {"quillmark-vt": "110000.00", "foxglove-nh": "40000.00", "inkwell-county-vt": ""})
        profile = Page(self.get("/jurisdictions/quillmark-vt").text).text
        for words in ("Disputed", "Documents demanded", "Office of Reading Rooms", "evening hours", "$100,000"):
            self.assertIn(words, profile)
        self.assertIn("Quillmark", self.get(f"/jurisdictions.svg?{MONEY}").text)
        self.assertIn("DTSTART;VALUE=DATE:20210415", self.get("/demands.ics").text)
        self.assertIn("quillmark", self.get("/search?q=quilmark").text.lower())

    def test_its_ruling_shields(self):
        rows = {row["jurisdiction_key"]: row for row in self.get("/at-stake.csv?requirement=evening-hours&measure=reported").rows}
        self.assertEqual({key: row["step"] for key, row in rows.items()}, {"quillmark-vt": "remaining", "foxglove-nh": "shielded"})
        self.assertEqual(rows["foxglove-nh"]["case_name"], "Foxglove v. Office of Reading Rooms")

    def test_no_source_file_knows_it(self):
        """It is served by what is shipped: neither the program nor a template names a row of it."""
        keys = {row["key"] for path in LIBRARIES.glob("*.csv") for row in records(path)}
        for path in [*ROOT.glob("src/**/*.[ch]"), *ROOT.glob("src/**/*.sql"), *ROOT.glob("templates/**/*.html")]:
            words = set(re.findall(r"[\w.-]+", path.read_text()))
            self.assertFalse(words & keys, path)


if __name__ == "__main__":
    unittest.main()
