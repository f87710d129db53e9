"""What is refused, and how: the field is named, the other entries are kept, nothing is echoed raw."""
import re

from page import Page
from served import SiteCase

BAD = (  # path and query, the field that the answer names
    ("/jurisdictions", "as_of=2017-02-30", "as_of"),
    ("/jurisdictions", "as_of=20171020", "as_of"),
    ("/jurisdictions", "state=ZZ", "state"),
    ("/jurisdictions", "sort=evil", "sort"),
    ("/jurisdictions", "nope=1", "nope"),
    ("/jurisdictions", "fy=2017&fy=2018", "fy"),
    ("/jurisdictions", "fy=17", "fy"),
    ("/jurisdictions", "q=%ff", "q"),
    ("/jurisdictions", "q=%00", "q"),
    ("/jurisdictions", "q=%zz", "q"),
    ("/jurisdictions", "q=%c0%af", "q"),
    ("/jurisdictions", "q=%ed%a0%80", "q"),
    ("/jurisdictions", "limit=0", "limit"),
    ("/jurisdictions", "limit=1001", "limit"),
    ("/jurisdictions", "kind=planet", "kind"),
    ("/jurisdictions", "measure=love", "measure"),
    ("/jurisdictions", "demand=../../etc/passwd", "demand"),
    ("/jurisdictions", "after=%20", "after"),
    ("/jurisdictions", "q=" + "a" * 201, "q"),
    ("/jurisdictions/chicago-il", "as_of=yesterday", "as_of"),
    ("/demands", "sort=evil", "sort"),
    ("/jurisdictions", "chart=lines", "chart"),
    ("/jurisdictions", "size=huge", "size"),
    ("/jurisdictions", "lang=xx", "lang"),
)


class Errors(SiteCase):
    def test_a_wrong_field_is_named(self):
        for path, query, field in BAD:
            with self.subTest(f"{path}?{query}"):
                page = Page(self.get(f"{path}?{query}", status=400).text)
                self.assertIn(field, page.text + " ".join(str(node["name"]) for node in page.root.all()))
                self.assertTrue(page.title.startswith("Error"), page.title)

    def test_what_is_accepted_is_what_is_said(self):
        """In errors and in the documentation, for every closed list whose values are told."""
        said = 0
        for path, item in self.get("/openapi.json").json["paths"].items():
            for parameter in item["get"].get("parameters", []):
                schema = parameter["schema"].get("items", parameter["schema"])
                listed = re.match(r"One of: ([^.]*)\.", parameter.get("description", ""))
                if listed:
                    self.assertEqual(listed[1].split(", "), schema["enum"], f"{path} {parameter['name']}")
                    said += 1
        self.assertGreater(said, 100)
        self.assertIn("One of: agency, jurisdiction, court, other.", Page(self.get("/timeline?lane=x", status=400).text).text)

    def test_the_summary_leads_to_the_field(self):
        """Of what is no field elsewhere too; what no page knows leads nowhere."""
        for path, query, field in BAD:
            with self.subTest(f"{path}?{query}"):
                page = Page(self.get(f"{path}?{query}", status=400).text)
                links = [node["href"] for node in page.root.all("a") if str(node["href"]).startswith("#field-")]
                self.assertEqual(links, [] if field == "nope" else [f"#field-{field}"])
                self.assertEqual(len([node for link in links for node in page.root.all(id=link[1:])]), len(links))

    def test_what_is_half_asked_is_no_file(self):
        """An empty file would be taken for an answer; the page asks for what is missing, and offers no file of it."""
        for path, query, extensions, fields in (
                ("/compare", "", ("csv", "json", "xlsx", "svg"), ["j"]),
                ("/at-stake", "", ("csv", "json", "png"), ["requirement", "measure"]),
                ("/at-stake", "measure=award", ("csv", "json"), ["requirement"]),
                ("/changes", "", ("csv", "json", "atom"), ["from", "from_edition", "to_edition"]),
                ("/search", "", ("json",), ["q"]), ("/reports/jurisdiction", "", ("json", "pdf"), ["j"])):
            page = self.get(f"{path}?{query}").text
            for extension in extensions:
                with self.subTest(f"{path}.{extension}?{query}"):
                    answer = self.get(f"{path}.{extension}?{query}", status=400)
                    if extension == "json":
                        self.assertEqual(sorted(field["name"] for field in answer.json["fields"]), sorted(fields))
                    for field in fields:
                        self.assertIn(field, answer.text)
                    if path != "/changes":  # which opens with a question of its own, and offers files of that
                        self.assertNotIn(f'href="{path}.{extension}', page)

    def test_json_problem(self):
        for path, query, field in BAD:
            if path.count("/") > 1:
                continue
            with self.subTest(f"{path}.json?{query}"):
                answer = self.get(f"{path}.json?{query}", status=400)
                self.assertEqual(answer.type, "application/problem+json")
                problem = answer.json
                self.assertEqual(problem["status"], 400)
                self.assertIn(field, answer.text)

    def test_february_2017(self):
        page = Page(self.get("/jurisdictions?as_of=2017-02-30&state=IL&q=cook", status=400).text)
        self.assertIn("February 2017 has 28 days", page.text)
        values = {node["name"]: node["value"] for node in page.root.all("input")}
        self.assertEqual(values.get("q"), "cook")
        self.assertEqual(values.get("as_of"), "2017-02-30")
        chosen = [node["value"] for node in page.root.all("option") if "selected" in node.attributes]
        self.assertIn("IL", chosen + [node["value"] for node in page.root.all("input", name="state")])
        links = [link for _, _, link in page.links() if link.startswith("#") and link != "#main"]
        ids = {node["id"] for node in page.root.all()}
        self.assertTrue(links and all(link[1:] in ids for link in links), "the summary links to the field")

    def test_a_fiscal_year_as_the_page_writes_it(self):
        for query in ("fy=FY2017", "fy=fy2017", "fy=AF2017&lang=es", "fy=FY2017&lang=es", "fy=FY17", "fy=FY+17", "fy=fy+2017", "fy=AF17&lang=es"):
            self.assertIn("fy=2017", self.get(f"/funding.json?limit=1&{query}").json["meta"]["query"].split("&"), query)
        # 1999 and 2099 end alike; 17 without its letters may be a day, 017 is no year.
        for query in ("fy=FY99", "fy=FY00", "fy=17", "fy=FY017", "fy=FY1", "fy=FY", "fy=FYFY2017", "fy=2017FY", "fy=FY%2B2017", "fy=AF2017", "fy_from=FY60"):
            self.assertIn("such as 2017 or FY17", Page(self.get(f"/funding?{query}", status=400).text).root.all(**{"class": "error-summary"})[0].text, query)

    def test_a_year_or_a_month_is_a_range_of_days(self):
        """Where a range begins its first day, where it ends its last; the day asked about is a day."""
        for query, asked in (("from=2018&to=2018", "from=2018-01-01&to=2018-12-31"), ("from=2018-02&to=2018-02", "from=2018-02-01&to=2018-02-28"),
                             ("from=2016&to=2016-02", "from=2016-01-01&to=2016-02-29")):
            answer = self.get(f"/changes.json?{query}").json
            self.assertEqual(answer["meta"]["query"], asked)
            self.assertEqual(answer["rows"], self.get(f"/changes.json?{asked}").json["rows"])
        for query in ("from=2018-13", "from=18", "from=1599", "from=2018-1", "to=2018-00", "from=2018&to=2017", "from=2018&as_of=2018", "from=20180"):
            self.get(f"/changes?{query}", status=400)

    def test_a_refused_range_says_that_months_and_years_are_accepted(self):
        for query, is_range in (("/timeline?from=2017-Q1", True), ("/timeline?to=2017-Q1", True), ("/timeline?as_of=2017-Q1", False)):
            text = Page(self.get(query, status=400).text).text
            self.assertEqual("must be a date, a month or a year" in text, is_range, query)
            self.assertEqual("2019-07 or 2019." in text, is_range, query)

    def test_a_problem_is_said_once(self):
        text = Page(self.get("/jurisdictions?state=ZZ", status=400).text).root.all("main")[0].text
        self.assertEqual(text.count("There is a problem"), 1)

    def test_all_problems_at_once(self):
        page = Page(self.get("/jurisdictions?state=ZZ&kind=planet&nope=1", status=400).text)
        for word in ("ZZ", "planet", "nope"):
            self.assertIn(word, page.text)

    def test_input_is_never_markup(self):
        for value in ("%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"):
            for query in (f"q={value}", f"state={value}", f"{value}=1", f"sort={value}", f"demand={value}"):
                with self.subTest(query):
                    answer = self.site.ask(f"/jurisdictions?{query}")
                    self.assertIn(answer.status, (200, 400))
                    self.assertNotIn("<script", answer.text)
                    self.assertNotIn("<img src=x", answer.text)

    def test_only_accepted_where_it_means_something(self):
        self.get("/jurisdictions.csv?limit=5", status=400)
        self.get("/jurisdictions?limit=5")

    def test_empty_values_and_tracking_keys_are_nothing(self):
        plain = self.get("/jurisdictions.json?state=IL").json["rows"]
        self.assertEqual(self.get("/jurisdictions.json?q=&state=IL&kind=&fy=&utm_source=x&fbclid=1&gclid=2").json["rows"],
                         plain)
        self.assertTrue(plain)

    def test_unknown(self):
        for path in ("/nope", "/jurisdictions/nowhere-xx", "/jurisdictions.exe", "/jurisdictions/", "//", "//evil.example",
                     "/jurisdictions//chicago-il", "/demands/none", "/sources/none", "/..%2f..%2fetc/passwd",
                     "/%0d%0aSet-Cookie:%20a=b", "/jurisdictions.csv.csv", "/assets/nope.css", "/assets/../Makefile",
                     "/assets/style.css", "/503.html", "/refused.html", "/-proviso-spool/x"):
            with self.subTest(path):
                answer = self.site.ask(path)
                self.assertIn(answer.status, (400, 404) if ".." in path else (404,), answer.body[:300])
                self.assertNotIn("set-cookie", answer.headers)

    def test_what_nginx_does_not_find_gets_a_page_like_the_others(self):
        head = Page(self.get("/jurisdictions").text).root.one("header")
        for path in ("/assets/", "/assets/nope", "/assets/style.css", "/assets/nope.0123456789ab.css", "/503.html", "/refused.html", "/-proviso-spool/x"):
            for language, words in (("en", "Not found"), ("es", "No encontrado")):
                with self.subTest(path, language=language):
                    answer = self.get(f"{path}?lang={language}", status=404)
                    page = Page(answer.text)
                    self.assertEqual((page.root.one("html")["lang"], page.root.one("h1").text), (language, words))
                    self.assertEqual(len(page.root.one("header").all("a")), len(head.all("a")))
                    self.assertNotIn("immutable", answer.headers["cache-control"])

    def test_a_later_edition(self):
        self.get("/jurisdictions?edition=1")
        self.get("/jurisdictions?edition=999", status=404)
        self.get("/jurisdictions?edition=x", status=400)

    def test_other_methods(self):
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "FOO"):
            with self.subTest(method):
                answer = self.get("/jurisdictions", status=405, method=method)
                self.assertEqual([value for name, value in answer.header_list if name == "allow"], ["GET, HEAD"])

    def test_what_is_posted_gets_a_page_like_the_others(self):
        head = Page(self.get("/jurisdictions").text).root.one("header")
        for path in ("/jurisdictions", "/jurisdictions.csv", "/jurisdictions/chicago-il.pdf", "/map.png", "/nope"):
            for language, words in (("en", "Method not allowed"), ("es", "Método no permitido")):
                with self.subTest(path, language=language):
                    answer = self.get(f"{path}?lang={language}", status=405, method="POST")
                    page = Page(answer.text)
                    self.assertEqual((answer.type, page.root.one("html")["lang"]), ("text/html", language))
                    self.assertEqual(page.root.one("h1").text, words)
                    self.assertEqual(len(page.root.one("header").all("a")), len(head.all("a")))

    def test_what_nginx_refuses_gets_words_too(self):
        style = next(link["href"] for link in Page(self.get("/").text).root.all("link") if link["rel"] == "stylesheet")
        style = style.removeprefix(self.site.prefix)
        for status, path, options in (
                (405, "/jurisdictions", {"method": "TRACE"}), (405, style, {"method": "POST"}), (405, "/favicon.ico", {"method": "POST"}),
                (413, "/jurisdictions", {"method": "POST", "headers": {"Content-Length": "9999"}})):
            with self.subTest(f"{status} {path}"):
                answer = self.get(path, status=status, **options)
                self.assertEqual(Page(answer.text).root.one("h1").text, "Proviso does not accept this request")
                self.assertIn("Proviso no acepta esta petici\u00f3n", answer.text)
                self.assertEqual(answer.headers.get("allow"), "GET, HEAD" if status == 405 else None)

    def test_pages_do_not_depend_on_headers(self):
        plain = self.get("/jurisdictions?state=IL")
        hostile = {"Host": f"127.0.0.1:{self.site.port}", "X-Forwarded-Host": "evil.example", "Proxy": "http://evil",
                   "Accept-Language": "es", "Cookie": "a=b", "X-Forwarded-Proto": "https", "Accept": "text/csv",
                   "User-Agent": "<script>", "Referer": "http://evil.example/", "Authorization": "Basic eA=="}
        self.assertEqual(self.get("/jurisdictions?state=IL", headers=hostile).body, plain.body)
        self.assertNotIn("set-cookie", plain.headers)

    def test_another_host_gets_no_answer(self):
        self.assertIsNone(self.site.raw(b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        self.assertIsNone(self.site.raw(b"GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
