"""What the site says of itself: the interface document against the answers, the dictionary against the files, the words,
the map for robots; and that every form of a list holds the same rows."""
import io
import re
import unittest
import xml.etree.ElementTree

import jsonschema
import openpyxl
from page import Page
from served import ROOT, SiteCase, cgi, configuration

# What a question needs before it has an answer in this form.
J = "j=chicago-il&j=cook-county-il"
MONEY = "measure=reported&fy=2017"
QUERIES = {
    "/compare": f"{J}&measure=reported",
    "/status": "requirement=jag-1373-certification",
    "/timeline": "j=chicago-il",
    "/awards": "program=16.738",
    "/at-stake": "requirement=jag-1373-certification&measure=reported",
    "/changes": "from=2017-01-01&to=2018-12-31",
    "/search": "q=chicago",
    "/jurisdictions": MONEY,
    "/funding": MONEY,
    "/map": MONEY,
    "/reports/jurisdiction": "j=chicago-il",
    "/reports/group": "state=IL",
    "/reports/comparison": J,
    "/reports/changes": "from=2017-01-01&to=2017-03-01",
}
STAKE = "requirement=jag-1373-certification&measure=reported"
EVERY = {"/compare": J, "/changes": "from=2017-01-01", "/search": "q=chicago", "/at-stake": STAKE}


def declared_paths():
    """The routes as the source declares them."""
    for file in (ROOT / "src/app").glob("resources*.c"):
        text = file.read_text()
        yield from re.findall(r'\.path = "(/[^"]*)",', text)
        yield from (f"/about/{word}" for word in re.findall(r'ABOUT\("([a-z-]+)"', text))


class Interface(SiteCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.document = cls.site.ask("/openapi.json").json
        cls.keys = {}

    def key(self, pattern):
        """A key of the list of records that PATTERN is about."""
        table = pattern.split("/{")[0]
        if table not in self.keys:
            rows = self.get(f"{table}.json?limit=1").json["rows"]
            self.keys[table] = rows[0]["key"]
        return self.keys[table]

    def address(self, path):
        bare = re.sub(r"\.[a-z]+$", "", path)
        query = QUERIES.get(bare)
        if "{key}" in path:
            path = path.replace("{key}", self.key(path))
        return path + (f"?{query}" if query else "")

    def test_every_route_is_documented_and_no_other(self):
        bare = {path for path in self.document["paths"] if not re.search(r"\.[a-z]+$", path)}
        declared = {path for path in declared_paths() if path != "/about/"}
        self.assertEqual(bare, declared)
        self.assertGreater(len(bare), 30)

    def test_every_documented_path_answers(self):
        for path, item in self.document["paths"].items():
            (content_type,) = item["get"]["responses"]["200"]["content"]
            with self.subTest(path=path):
                answer = self.get(self.address(path))
                self.assertEqual(answer.headers["content-type"], content_type)

    def test_answers_match_their_schemas(self):
        checked = 0
        for path, item in self.document["paths"].items():
            schema = item["get"]["responses"]["200"]["content"].get("application/json", {}).get("schema")
            if not schema:
                continue
            with self.subTest(path=path):
                validator = jsonschema.Draft202012Validator({**schema, "components": self.document["components"]},
                                                            format_checker=jsonschema.FormatChecker())
                answer = self.get(self.address(path)).json
                faults = [f"{list(fault.path)}: {fault.message[:200]}" for fault in validator.iter_errors(answer)]
                self.assertEqual(faults[:3], [])
                for part in schema["properties"]:
                    if part not in ("next", "columns"):
                        self.assertIn(part, answer)
            checked += 1
        self.assertGreater(checked, 20)

    def test_parameters(self):
        get = self.document["paths"]["/jurisdictions.csv"]["get"]
        named = {parameter["name"]: parameter for parameter in get["parameters"]}
        self.assertEqual(named["state"]["schema"]["type"], "array")
        self.assertIn("IL", named["state"]["schema"]["items"]["enum"])
        self.assertNotIn("limit", named)
        self.assertIn("bom", named)
        page = {parameter["name"] for parameter in self.document["paths"]["/jurisdictions"]["get"]["parameters"]}
        self.assertIn("limit", page)
        self.assertNotIn("bom", page)

    def test_problems_match_their_schema(self):
        schema = {"$ref": "#/components/schemas/Problem", "components": self.document["components"]}
        for path, status in (("/jurisdictions.json?state=ZZ", 400), ("/demands/none.json", 404)):
            answer = self.get(path, status)
            self.assertEqual(answer.type, "application/problem+json")
            jsonschema.Draft202012Validator(schema).validate(answer.json)

    def test_document_is_cached_and_takes_no_query(self):
        first = self.get("/openapi.json")
        self.assertEqual(self.get("/openapi.json", 304, headers={"If-None-Match": first.headers["etag"]}).body, b"")
        self.get("/openapi.json?x=1", 400)


class Counts(SiteCase):
    """Page, JSON, CSV and XLSX of every list have the same rows."""

    def lists(self):
        """Path, query, whether its JSON comes in parts."""
        paths = self.site.ask("/openapi.json").json["paths"]
        for path in paths:
            if path.endswith(".csv") and "{" not in path:
                bare = path.removesuffix(".csv")
                names = [parameter["name"] for parameter in paths[f"{bare}.json"]["get"]["parameters"]]
                yield bare, f"?{EVERY[bare]}" if bare in EVERY else "", "limit" in names

    def all_json_rows(self, target):
        rows = []
        while target:
            document = self.get(target).json
            rows += document["rows"]
            target = document["next"] and document["next"].removeprefix(self.site.base)
        return rows, document["meta"].get("total", {}).get("row_count")

    def test_counts_agree(self):
        seen = 0
        for path, query, is_in_parts in self.lists():
            with self.subTest(path=path):
                part = f"{'&' if query else '?'}limit=1000" if is_in_parts else ""
                rows, total = self.all_json_rows(f"{path}.json{query}{part}")
                files = self.get(f"{path}.csv{query}").rows
                book = openpyxl.load_workbook(io.BytesIO(self.get(f"{path}.xlsx{query}").body))
                self.assertEqual(len(rows), len(files))
                self.assertEqual(len(files), book["Data"].max_row - 1)
                if total is not None:
                    self.assertEqual(total, len(files))
                    heading = Page(self.get(f"{path}{query}").text).heading
                    self.assertEqual(int(heading.split()[0].replace(",", "")), total)
                seen += len(rows)
        self.assertGreater(seen, 500)

    def test_a_record_without_rows_is_a_file_of_one(self):
        paths, seen = self.site.ask("/openapi.json").json["paths"], set()
        for path in [path.removesuffix("/{key}.csv") for path in paths if path.endswith("/{key}.csv")]:
            for key in [row["key"] for row in self.get(f"{path}.json?limit=5").json["rows"]]:
                document, answer = self.get(f"{path}/{key}.json").json, self.get(f"{path}/{key}.csv")
                if "rows" in document:
                    continue
                told = {name: "" if value is None else str(int(value) if isinstance(value, bool) else value)
                        for name, value in document["record"].items()}
                self.assertEqual([(name, value.removeprefix("'")) for row in answer.rows for name, value in row.items()],
                                 list(told.items()), f"{path}/{key}")
                self.assertEqual(answer.headers["x-total-count"], "1")
                self.assertIn(f'href="{self.site.prefix}{path}/{key}.csv', self.get(f"{path}/{key}").text)
                seen.add(path)
            self.get(f"{path}/no-such-record.csv", status=404)
        self.assertEqual(seen, {"/programs", "/requirements", "/cases", "/awards", "/claims", "/policies", "/statements", "/findings"})

    def test_a_records_rows(self):
        rows = self.get("/demands/doj-2018-01-24.json").json["rows"]
        self.assertEqual(len(rows), 23)
        self.assertEqual(len(self.get("/demands/doj-2018-01-24.csv").rows), 23)
        book = openpyxl.load_workbook(io.BytesIO(self.get("/demands/doj-2018-01-24.xlsx").body))
        self.assertEqual(book["Data"].max_row, 24)


class Words(SiteCase):
    def test_dictionary_has_every_column_of_files(self):
        page = Page(self.get("/about/data-dictionary").text).root
        defined = {head.text for head in page.all("th", scope="row")}
        for path in ("/jurisdictions.csv?measure=reported", "/demands.csv", "/awards.csv", "/claims.csv", "/cases.csv",
                     "/deadlines.csv", "/sources.csv"):
            self.assertLessEqual(set(self.get(path).rows[0]), defined, path)
        self.assertFalse([name for name in defined if name.startswith("sort_")])

    def test_words_are_linked_to_the_glossary(self):
        glossary = Page(self.get("/about/glossary").text).root
        ids = {node["id"] for node in glossary.all("dt")}
        self.assertGreater(len(ids), 15)
        for path in ("/", "/jurisdictions", "/about/method"):
            links = [link["href"] for link in Page(self.get(path).text).root.all("a")
                     if link["href"].startswith("/about/glossary#")]
            self.assertIn("/about/glossary#as_of", links, path)
            for link in links:
                self.assertIn(link.partition("#")[2], ids)

    def test_measures_and_positions_lead_to_what_they_mean(self):
        glossary = Page(self.get("/about/glossary").text).root
        ids = {node["id"] for node in glossary.all("dt") if node["id"]}
        schemas = {parameter["name"]: parameter["schema"] for parameter in self.get("/openapi.json").json["paths"]["/jurisdictions"]["get"]["parameters"]}
        self.assertLessEqual({f"measure-{value}" for value in schemas["measure"]["enum"]}, ids)
        self.assertLessEqual({f"position-{value}" for value in schemas["position"]["items"]["enum"]} - {"position-disputed"}, ids)
        for path, expected in (("/", {"claim", "demand", "ruling"}),
                               ("/jurisdictions/chicago-il", {"case", "claim", "demand", "joint_award", "measure", "policy", "position", "requirement", "shield"}),
                               (f"/at-stake?{STAKE}", {"measure-reported", "program", "step"}), ("/deadlines", {"authority", "demand"}),
                               ("/awards", {"award", "program"}), ("/claims", {"authority", "requirement"}), ("/cases", {"authority"}),
                               ("/funding?measure=award", {"measure-award"}), ("/status?position=disputed", {"position", "disputed"}),
                               ("/status?position=complies", {"position", "position-complies"}), ("/claims", {"claim", "position"}),
                               ("/cases", {"case"}), ("/rulings", {"ruling"}), ("/policies", {"policy"}), ("/statements", {"statement"}),
                               ("/findings", {"finding"})):
            links = {link["href"].partition("#")[2] for link in Page(self.get(path).text).root.all("main")[0].all("a") if link["href"].startswith("/about/glossary#")}
            self.assertLessEqual(expected, links, path)
            self.assertLessEqual(links, ids, path)

    def test_a_term_and_its_description_differ(self):
        """What leads to a list of the site is named once, by the words of its link."""
        for path, links in (("/requirements/jag-notice", ["Who says what of whom"]), ("/programs/jag", ["Money by jurisdiction", "Awards"])):
            with self.subTest(path):
                facts = Page(self.get(path).text).root.one("dl", class_="facts")
                terms = {term.text for term in facts.all("dt")}
                said = [node.text for node in facts.all("dd")]
                self.assertIn("See also", terms)
                self.assertEqual([words for words in said if words in links], links)
                self.assertFalse(terms & set(said))

    def test_the_glossary_has_what_the_register_names(self):
        terms = {term.text.strip(): term.all("a")[0]["href"] for term in Page(self.get("/about/glossary").text).root.all("dt") if term.all("a")}
        for path, column in (("/programs", "program"), ("/requirements", "requirement")):
            for row in self.get(f"{path}.json").json["rows"]:
                self.assertEqual(terms.get(row[column]), f"{path}/{row['key']}")
        early = Page(self.get("/about/glossary?as_of=2017-07-01").text).text
        self.assertIn("1373 certification", early)
        self.assertNotIn("Notice to DHS before a release", early)

    def test_pages_about(self):
        for word in ("method", "glossary", "data-dictionary", "api", "accessibility", "privacy"):
            page = Page(self.get(f"/about/{word}").text)
            self.assertTrue(page.heading)
            self.assertIn(f"/about/{word}", [link["href"] for link in Page(self.get("/").text).root.all("a")])

    def test_an_error_can_be_reported(self):
        for contact, told in (("editors@example.org", "To report an error, write to editors@example.org."), ("", "names no address to write to")):
            config = configuration(self.site.state, name="contact.conf", contact=contact)
            page = Page(cgi("pages", "/about/method", config=config).text)
            self.assertIn(told, " ".join(page.root.all("main")[0].text.split()))
            self.assertEqual([link for _, _, link in page.links() if link.startswith("mailto:")], 2 * [f"mailto:{contact}"] if contact else [])

    def test_robots(self):
        text = self.get("/robots.txt").text
        self.assertIn("Disallow: /*?*as_of=\n", text)
        self.assertIn(f"Sitemap: {self.site.base}/sitemap.xml\n", text)

    def test_a_card_may_be_fetched_by_who_obeys(self):
        """As RFC 9309 has it: of the rules that fit an address, the longest holds."""
        rules = re.findall(r"^(Allow|Disallow): (.*)$", self.get("/robots.txt").text, re.M)

        def verdict(address):
            fit = [(len(rule), word) for word, rule in rules if re.match(re.escape(rule).replace(r"\*", ".*"), address)]
            return max(fit, default=(0, "Allow"))[1]

        page = Page(self.get("/jurisdictions?demand=doj-2018-01-24&measure=reported&fy=2017&as_of=2018-02-01").text).root
        card = next(node["content"] for node in page.all("meta") if node["property"] == "og:image")
        self.assertIn("edition=", card)
        self.assertEqual(verdict(card.removeprefix(self.site.base)), "Allow")
        for address in ("/jurisdictions?edition=1", "/jurisdictions?state=IL&sort=name", "/search?q=a"):
            self.assertEqual(verdict(address), "Disallow")

    def test_map(self):
        answer = self.get("/sitemap.xml")
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        places = [node.text for node in xml.etree.ElementTree.fromstring(answer.body).iter(f"{space}loc")]
        self.assertEqual(len(set(places)), len(places))
        self.assertIn(f"{self.site.base}/jurisdictions/chicago-il", places)
        for place in places[:: max(1, len(places) // 60)]:
            self.get(place.removeprefix(self.site.base))


class Citing(SiteCase):
    PATH = "/jurisdictions?demand=doj-2018-01-24&measure=reported&fy=2017"

    def test_the_snippet_shows_the_chart(self):
        page = Page(self.get(self.PATH).text).root
        snippet = next(node.text for node in page.all("code") if "figure" in node.text)
        figure = Page(snippet).root.one("figure")
        image = figure.one("img")
        picture = self.get(image["src"].removeprefix(self.site.base))
        self.assertEqual(picture.type, "image/png")
        self.assertEqual(int.from_bytes(picture.body[16:20], "big"), int(image["width"]))
        self.assertNotIn("size=", image["src"], "all rows, as on the page, not the few of a card")
        self.assertEqual(image["alt"], page.all("img")[0]["alt"])
        link = figure.one("a")["href"]
        self.assertIn("edition=1", link)
        self.get(link.removeprefix(self.site.base))

    def test_the_card(self):
        page = Page(self.get(self.PATH).text).root
        said = {meta["property"]: meta["content"] for meta in page.all("meta") if meta["property"]}
        self.assertIn("size=social", said["og:image"])
        self.assertTrue(said["og:title"] and said["og:image:alt"])
        self.assertTrue(said["og:url"].startswith(self.site.base))
        plain = [meta["property"] for meta in Page(self.get("/demands").text).root.all("meta")]
        self.assertNotIn("og:image", plain)

    def test_the_citation(self):
        text = Page(self.get("/demands/doj-2018-01-24").text).text
        self.assertIn("“Letters to 23 jurisdictions”, as of November 30, 2026, edition 1", text)
        self.assertIn(f"{self.site.base}/demands/doj-2018-01-24?edition=1", text)


class BelowPrefix(SiteCase):
    prefix = "/a/b"

    def test_addresses_have_the_prefix(self):
        self.assertIn("Disallow: /a/b/*?*as_of=\n", self.get("/robots.txt").text)
        self.assertEqual(self.get("/openapi.json").json["servers"], [{"url": self.site.base}])
        self.assertIn(f"{self.site.base}/demands<", self.get("/sitemap.xml").text)
        self.assertIn('href="/a/b/about/glossary#as_of"', self.get("/").text)


if __name__ == "__main__":
    unittest.main()
