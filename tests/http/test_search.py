"""Search: what is typed is never an error, a misspelling finds what was meant, one name of two records is a choice."""
import unittest
import urllib.parse

from page import Page
from served import SiteCase, cgi, configuration, proviso, published_state


class Search(SiteCase):
    def found(self, text, more=""):
        return self.get(f"/search.json?q={urllib.parse.quote(text)}{more}").json

    def names(self, text, member="rows"):
        return [row["name"] for row in self.found(text)[member]]

    def test_everything_is_found(self):
        for text, kind in (("chicago", "jurisdiction"), ("city of chicago", "jurisdiction"), ("16.738", "program"),
                           ("3:17-cv-04701", "case"), ("2018-01-24", "demand"), ("scaap", "requirement"),
                           ("clearinghouse", "source")):
            with self.subTest(text):
                self.assertIn(kind, {row["record_kind"] for row in self.found(text)["rows"]})

    def test_a_jurisdiction_comes_before_what_is_about_it(self):
        self.assertEqual(self.found("cook county")["rows"][0]["name"], "Cook County")
        self.assertEqual(self.found("coo")["rows"][0]["record_kind"], "jurisdiction")

    def test_a_claim_about_oneself_is_not_named_twice(self):
        names = [row["name"] for row in self.found("the city complies")["rows"] if row["record_kind"] == "claim"]
        self.assertTrue([name for name in names if name.startswith("Chicago: The city complies")], names)

    def test_misspelt(self):
        for text, meant in (("watsonvile", "Watsonville"), ("chicgo", "Chicago"), ("chciago", "Chicago"), ("conty cook", "Cook County"),
                            ("WATSONVILE!", "Watsonville")):
            with self.subTest(text):
                self.assertEqual(self.names(text), [])
                self.assertEqual(self.names(text, "suggestions")[0], meant)
        page = Page(self.get("/search?q=watsonvile").text)
        self.assertIn("Did you mean Name", " ".join(page.text.split()))
        self.assertTrue([link for _, _, link in page.links() if link.endswith("/jurisdictions/watsonville-ca")])

    def test_a_short_word_misspelt(self):
        """One letter too many, anywhere, or two swapped: no three letters of it need be in the word meant."""
        for text in ("iiowa", "ioowa", "ioxwa", "iowwa", "iowax", "oiwa", "iwoa", "ioaw"):
            with self.subTest(text):
                self.assertEqual(self.names(text, "suggestions"), ["Iowa"])
        self.assertEqual(self.names("2071", "suggestions"), [], "a number is no misspelt word")

    def test_a_code_is_found_however_it_is_written(self):
        for texts, kind, name in ((("1:17-cv-05720", "17 C 5720", "17-C-5720", "17-cv-5720", "17cv05720"), "case", "City of Chicago v. Sessions (N.D. Ill.)"),
                                  (("8 U.S.C. 1373", "8 USC 1373", "8 u.s.c. \u00a7 1373", "8USC1373"), "requirement", "Certification of compliance with 8 U.S.C. 1373"),
                                  (("SB 54", "SB54", "sb-54"), "policy", "Values Act"), (("H. Leinenweber",), "case", "City of Chicago v. Sessions (N.D. Ill.)")):
            for text in texts:
                with self.subTest(text):
                    self.assertIn((kind, name), [(row["record_kind"], row["name"]) for row in self.found(text)["rows"]])

    def test_an_award_is_found_by_its_number(self):
        for text in ("2017ULWX0006", "2017ulwx0006", " 2017-UL-WX-0006 "):
            (found,) = self.found(text)["rows"]
            self.assertEqual((found["record_kind"], found["record_url"]), ("award", f"{self.site.base}/awards/2017ulwx0006"), text)
            self.assertEqual(self.found(text)["meta"]["total"], {"row_count": 1})
            self.assertEqual(self.found(text)["suggestions"], [])
        self.assertEqual(self.found("2017ULWX0006", "&as_of=2015-01-01")["rows"], [], "not known yet")
        self.assertEqual(self.found("2017ULWX000")["rows"], [], "half a number is none")

    def test_words_that_nothing_has_together(self):
        found = self.found("jag 2017 chicago zebra")
        self.assertEqual(found["rows"], [])
        first, second, *rest = [(row["name"], row["left_out"]) for row in found["suggestions"]]
        self.assertEqual((first, second), (("Chicago", "jag, 2017, zebra"), ("Edward Byrne Memorial Justice Assistance Grant", "2017, chicago, zebra")))
        self.assertTrue(rest and all(left_out.count(", ") == 1 for _, left_out in rest), rest)
        self.assertEqual([(row["name"], row["left_out"]) for row in self.found("Watsonvile qqqqqqqq")["suggestions"]], [("Watsonville", "qqqqqqqq")])
        page = Page(self.get("/search?q=jag+2017+chicago+zebra").text)
        self.assertIn("Nothing was found with all of these words: jag 2017 chicago zebra.", " ".join(page.text.split()))

    def test_words_that_ask_for_amounts_lead_to_them(self):
        for text, asked in (("jag 2017 chicago", "j=chicago-il&program=jag&fy=2017"), ("Chicago, IL: JAG FY2017", "j=chicago-il&program=jag&fy=2017"), ("chicago jag FY 2017", "j=chicago-il&program=jag&fy=2017"), ("chicago jag fy17", "j=chicago-il&program=jag&fy=2017"),
                            ("16.738 chicago", "j=chicago-il&program=jag"), ("new york jag", "j=new-york&program=jag"), ("2017", None), ("jag", None),
                            ("chicago chicago jag", None), ("jag 1961 chicago", None), ("jag 2017 chicago nothing", None)):
            with self.subTest(text):
                found = self.found(text, "&limit=1000")
                answers = [row["record_url"] for row in found["rows"] if row["record_kind"] == "amounts"]
                self.assertEqual(answers, [f"{self.site.base}/funding?{asked}"] if asked else [])
                self.assertEqual(found["meta"]["total"]["row_count"], len(found["rows"]))
                if asked:
                    self.assertTrue(self.get(f"/funding.csv?{asked}").rows)
                    self.assertEqual(found["suggestions"], [])
        for text in ("chicago jag AF2017", "chicago jag AF17", "chicago jag FY17"):
            self.assertEqual([row["name"] for row in self.found(text, "&lang=es")["rows"]], ["Chicago, JAG, 2017"], text)
        self.assertEqual(self.found("jag 2017 chicago", "&as_of=2015-01-24")["rows"], [], "not known yet")
        page = Page(self.get("/search?q=jag+2017+chicago").text)
        self.assertEqual(page.root.one("h1").text, "1 record found")
        self.assertIn("Chicago, JAG, 2017 Amounts City Illinois", " ".join(page.text.split()))
        first, second = self.found("jag new york", "&limit=1"), self.found("jag new york")
        self.assertEqual(first["rows"], second["rows"][:1])

    def test_what_was_said_and_asked_for_is_found(self):
        for text, kind, address in (("orders directives instructions guidance to law-enforcement employees", "demand", "/demands/doj-2018-01-24"),
                                    ("albany must produce documents or face a subpoena", "claim", "/claims/albany-ny.doj.2018-01-24")):
            with self.subTest(text):
                self.assertIn((kind, f"{self.site.base}{address}"), [(row["record_kind"], row["record_url"]) for row in self.found(text)["rows"]])
        self.assertEqual(self.found("albany must produce documents", "&as_of=2018-01-23")["rows"], [])

    def test_states_are_found_by_their_names_in_the_language_of_the_page(self):
        for text, name in (("Nueva York", "New York"), ("carolina del norte", "North Carolina"), ("NUEVO M\u00c9XICO", "New Mexico")):
            with self.subTest(text):
                self.assertEqual(self.found(text, "&lang=es")["rows"][0]["name"], name)
                rows = self.get(f"/jurisdictions.json?q={urllib.parse.quote(text)}&lang=es").json["rows"]
                self.assertIn(name, [row["jurisdiction"] for row in rows])
        self.assertEqual(self.found("jag nueva york", "&lang=es")["rows"][0]["name"], "New York, JAG")
        self.assertEqual(self.names("Nueva York"), [], "English has no such name")

    def test_words_left_out_are_the_readers_own(self):
        for text, left_out in (("chicago virginia occidental", "virginia occidental"), ("Chicago Nuevo M\u00e9xico zebra", "nuevo mexico, zebra"),
                               ("chicago zebra Carolina del Norte cebra", "zebra, carolina del norte, cebra")):
            rows = self.found(text, "&lang=es")["suggestions"]
            self.assertEqual({row["name"]: row["left_out"] for row in rows}.get("Chicago"), left_out, text)
        english = {row["name"]: row["left_out"] for row in self.found("chicago west virginia")["suggestions"]}
        self.assertEqual(english["Chicago"], "west, virginia")

    def test_the_list_of_jurisdictions_knows_what_is_meant(self):
        for text, meant in (("watsonvile", ("Watsonville", None)), ("jag 2017 chicago", ("Chicago", "jag, 2017")), ("qqqqqqqq", None), ("chicago", None)):
            rows = self.get(f"/jurisdictions.json?q={urllib.parse.quote(text)}").json["suggestions"]
            self.assertEqual(next(((row["name"], row["left_out"]) for row in rows), None), meant, text)
        self.assertIn("Did you mean Name Kind State Watsonville City California", " ".join(Page(self.get("/jurisdictions?q=watsonvile&state=CA").text).text.split()))

    def test_an_empty_list_says_what_emptied_it(self):
        for query, told, untold in (("q=qqqqqqqq", "was found with all of these words: qqqqqqqq.", "filter"),
                                    ("fy=1960", "fits this filter: Fiscal year: 1960.", "one filter less"),
                                    ("q=qqqqqqqq&state=CA", "fits all of these filters together. This is what one filter less would leave: Without Name: qqqqqqqq: ", "Without State"),
                                    ("q=qqqqqqqq&state=CA&kind=tribe", "One filter less would leave nothing either.", "Without")):
            with self.subTest(query):
                text = " ".join(Page(self.get(f"/jurisdictions?{query}").text).text.split())
                said = text[text.index("Nothing found"):text.index("Change the question")]
                self.assertIn(told, said)
                self.assertNotIn(untold, said.replace(told, ""))

    def test_an_empty_comparison_says_what_emptied_it(self):
        """Of two that are compared none can be dropped."""
        query = "j=chicago-il&j=cook-county-il&program=jag&fy_from=2016&fy_to=2018&measure=award"
        page = Page(self.get(f"/compare?{query}").text)
        rows = len(self.get("/compare.csv?" + query.removesuffix("&measure=award")).rows)
        self.assertGreater(rows, 0)
        self.assertIn("This is what one filter less would leave: Without Program: JAG (16.738): ", " ".join(page.text.split()))
        self.assertIn(f" Without Measure: Award: {rows} ", " ".join(page.text.split()))
        self.assertEqual(page.text.count("Drop "), 4)
        self.assertNotIn("Drop Jurisdiction", page.text)
        self.assertEqual(Page(self.get(f"/compare?{query}&j=albany-ny").text).text.count("Drop Jurisdiction"), 3)

    @staticmethod
    def programs(answer):
        """The value, label and choice of each program that a form offers."""
        return [(option["value"], option.text, "selected" in option.attributes)
                for option in Page(answer.text).root.one("select", name="program").all("option")]

    def test_a_program_is_offered_once(self):
        """By its number, also where its key chose it."""
        for asked in ("16.738", "jag"):
            offered = self.programs(self.get(f"/awards?program={asked}"))
            self.assertEqual([(value, is_chosen) for value, label, is_chosen in offered if label == "JAG (16.738)"], [("16.738", True)], asked)

    def test_programs_of_one_number_are_told_apart(self):
        state = published_state()
        (state / "program.csv").write_text("key,listing,name,short_name,authority_key\njag-two,16.738,A second program,JAG two,doj-bjs\n")
        proviso("import", "--state", state, state / "program.csv")
        proviso("publish", "--accept", "duplicate:program/jag-two=A second program under the number of the first.", "--state", state)
        for key, label in (("jag", "JAG"), ("jag-two", "JAG two")):
            offered = self.programs(cgi("pages", "/awards", f"program={key}", config=configuration(state)))
            self.assertEqual([label for _, label, _ in offered if label.endswith("(16.738)")], ["JAG (16.738)", "JAG two (16.738)"])
            self.assertEqual([value for value, _, is_chosen in offered if is_chosen], [key])

    def test_an_unknown_key_is_met_with_what_was_meant(self):
        for path, status, key in (("/jurisdictions/chicgo-il", 404, "chicago-il"), ("/jurisdictions/chicago", 404, "chicago-il"),
                                  ("/cases/sessions-los-angeles", 404, "los-angeles-v-sessions"), ("/compare?j=Cook+County&j=chicago-il", 400, "cook-county-il"),
                                  ("/compare?j=watsonvile-ca&j=chicago-il", 404, "watsonville-ca"), ("/deadlines?j=chicago", 404, "chicago-il"),
                                  ("/jurisdictions/qqqqqqqq", 404, None), ("/jurisdictions/chicago?as_of=2017-02-30", 400, None)):
            with self.subTest(path):
                page = Page(self.get(path, status=status).text)
                keys = [code.text for code in page.root.all("code")]
                self.assertTrue(keys[0].startswith(key) if key else not keys, keys)
        fields = {field["name"]: field["value"] for field in page.root.all("input")}
        self.assertEqual(fields["as_of"], "2017-02-30")
        page = Page(self.get("/compare?j=watsonvile-ca&j=chicago-il", status=404).text)
        self.assertEqual([field["value"] for field in page.root.all("input") if field["name"] == "j"], ["watsonvile-ca", "chicago-il", None])
        said = self.get("/jurisdictions/ilinois", status=404).text
        self.assertIn(">Illinois</a> <code>illinois</code>", said)  # a state is in no other
        self.assertIn(">Chicago, IL</a> <code>chicago-il</code>", said)

    def test_what_tells_records_of_one_name_apart(self):
        rows = {row["key"]: row for row in self.found("chicago")["rows"]}
        first, second = rows["/cases/chicago-v-sessions-ilnd-2017"], rows["/cases/chicago-v-sessions-ilnd-2018"]
        self.assertEqual(first["name"], second["name"])
        self.assertEqual([(row["docket"], row["dated_on"]) for row in (first, second)], [("1:17-cv-05720", "2017-08-07"), ("1:18-cv-06859", "2018-10-12")])
        policy = rows["/policies/chicago-il.welcoming-city-ordinance"]
        self.assertEqual((policy["dated_on_precision"], policy["docket"]), ("year", None))
        text = Page(self.get("/search?q=chicago").text).root.one("table").text
        for words in ("1:17-cv-05720 August 7, 2017", "1:18-cv-06859 October 12, 2018", "Welcoming City Ordinance Policy 2012"):
            self.assertIn(words, text)
        self.assertEqual(self.found("letters to 23 jurisdictions")["rows"][0]["dated_on"], "2018-01-24")
        self.assertIn("dated_on", self.found("watsonvile")["suggestions"][0])

    def test_what_is_found_by_parts_is_counted(self):
        """No heading says that nothing is found where the answer follows."""
        for path, heading in (("/search?q=how+much+does+denver+lose", "Records nearest to these words: 2"),
                              ("/search?q=24+January+2018", "Records nearest to these words: 12"), ("/search?q=watsonvile", "Records nearest to these words: 3"),
                              ("/jurisdictions?q=watsonvile", "Jurisdictions nearest to these words: 1"),
                              ("/search?q=qqqqqqqq", "0 records found"), ("/search?q=watsonville", "3 records found"),
                              ("/jurisdictions?q=qqqqqqqq", "0 jurisdictions"), ("/jurisdictions?q=watsonville", "1 jurisdiction")):
            page = Page(self.get(path).text)
            self.assertEqual(page.heading, heading, path)
            self.assertEqual(page.title, f"{heading} - Proviso")
            self.assertEqual(page.root.all("table") != [], not heading.startswith("0"), path)
            self.assertEqual("Nothing found" in page.text, heading.startswith("0"), path)

    def test_what_was_meant_asks_the_same_question(self):
        """The key in its place, all else as it was typed; of another field that can mean but one, its key goes along."""
        for path, status, same, own in (
                ("/compare?j=chicago-il&j=denver&fy=2017", 404, ["/compare?j=chicago-il&j=denver-co&fy=2017"], ["denver-co"]),
                ("/compare?j=CHICAGO&j=denver", 400, ["/compare?j=chicago-il&j=denver-co"] * 2, ["chicago-il", "denver-co"]),
                ("/at-stake?requirement=jag-notice&measure=award&j=NYC&lang=es", 400,
                 ["/at-stake?requirement=jag-notice&measure=award&j=new-york-city-ny&lang=es"], ["new-york-city-ny"]),
                ("/jurisdictions?j=watsonvile&state=CA", 404, ["/jurisdictions?j=watsonville-ca&state=CA"], ["watsonville-ca"]),
                ("/reports/group?j=chicgo-il&as_of=2018-06-01", 404, ["/reports/group?j=chicago-il&as_of=2018-06-01"], ["chicago-il"]),
                ("/jurisdictions/chicago?lang=es", 404, [], ["chicago-il"])):
            with self.subTest(path):
                main = Page(self.get(path, status=status).text).root.all("main")[0]
                links = [link["href"] for item in main.all("ul") for link in item.all("a")]
                self.assertEqual([link for link in links if not link.startswith(("/jurisdictions/", "#"))], same)
                self.assertEqual([link[len("/jurisdictions/"):].split("?")[0] for link in links if link.startswith("/jurisdictions/")], own)
                for link in links:
                    if not link.startswith("#"):
                        self.get(link)

    def test_nothing_typed_is_asked_for(self):
        page = Page(self.get("/search?q=").text)
        self.assertIn("Type a name", page.text)
        self.assertNotIn("0 records", page.text)

    def test_no_suggestion_where_something_is_found_or_nothing_is_near(self):
        for text in ("chicago", "qqqqqqqq", "zz"):
            self.assertEqual(self.names(text, "suggestions"), [], text)

    def test_one_name_of_two_records(self):
        exact = self.found("California ex rel. Becerra v. Sessions")["exact"]
        self.assertGreaterEqual([row["record_kind"] for row in exact].count("case"), 2)
        self.assertEqual(self.found("Chicago")["exact"], [])
        self.assertIn("More than one record", self.get("/search?q=california+ex+rel.+becerra+v.+sessions").text)

    def test_typed_operators_are_words(self):
        for text in ('"', '"a', "a AND", "OR", "NEAR(a b)", "a*b", "(", "-chicago", "col:chicago", "^chicago", "'", "\\", "%", "{x}",
                     "\u00e9\u00e8", "\u4eac", "a " * 90, "\U0001f600"):
            with self.subTest(text):
                self.get(f"/search?q={urllib.parse.quote(text)}")
                self.found(text)

    def test_pages_add_up(self):
        rows, path = [], "/search.json?q=county&limit=7"
        while path:
            table = self.get(path).json
            rows += [row["key"] for row in table["rows"]]
            path = table["next"] and table["next"].removeprefix(self.site.base)
        self.assertEqual(len(rows), table["meta"]["total"]["row_count"])
        self.assertEqual(len(set(rows)), len(rows))
        self.assertGreater(len(rows), 7)

    def test_a_date_hides_what_came_later(self):
        kinds = {row["record_kind"] for row in self.found("doj-2018-01-24", "&as_of=2018-01-23")["rows"]}
        self.assertNotIn("demand", kinds)

    def test_every_page_has_the_box(self):
        for path in ("/", "/jurisdictions/chicago-il", "/nowhere"):
            answer = self.site.ask(path)
            forms = [form for form in Page(answer.text).root.all("form") if (form["action"] or "").endswith("/search")]
            self.assertEqual(len(forms), 1, path)


if __name__ == "__main__":
    unittest.main()
