"""The page of charts: which chart fits a question, its kinds, sizes, embed code and citation."""
import html
import re
import sqlite3
import unittest
import xml.etree.ElementTree
from urllib.parse import parse_qs, urlsplit

from page import invalid
from served import SiteCase, cgi, configuration, folder, published_state

QUESTION = "of=funding&j=chicago-il&measure=award"
SIZES = ("web", "narrow", "social", "square", "slide", "print", "column")


def links(text, begin):
    return [html.unescape(link) for link in re.findall(r'href="([^"]*)"', text) if link.startswith(begin)]


def links_of(text):
    """Those of pages and pictures that lead to this site, as paths."""
    base = r"(?:http://127\.0\.0\.1:\d+)?"
    return {html.unescape(link) for link in re.findall(rf'href="{base}(/[^"#]*)', text)}


class ChartPage(SiteCase):
    def kinds(self, query):
        """The kinds that the page lists: those with an address and those without, by their words."""
        text = self.get(f"/charts?{query}").text
        listed = re.search(r'<ul class="kinds">(.*?)</ul>', text, re.S).group(1)
        lines = re.findall(r"<li>(.*?)</li>", listed, re.S)
        words = [re.sub(r"<.*?>", "", line).split(":")[0] for line in lines]
        return ({word for word, line in zip(words, lines) if "href" in line},
                {word for word, line in zip(words, lines) if "href" not in line}, text)

    def test_offers_what_fits(self):
        fit, unfit, text = self.kinds(QUESTION)
        self.assertEqual(fit, {"Columns by year"})
        self.assertEqual(unfit, {"Stacked bar", "Ranked bars", "Strip plot"})
        self.assertIn("It needs the field Fiscal year.", text)
        fit, unfit, text = self.kinds(QUESTION + "&fy=2017")
        self.assertEqual(fit, {"Stacked bar", "Ranked bars", "Strip plot"})
        self.assertIn("It needs the field Fiscal year left empty.", text)
        fit, unfit, _ = self.kinds(QUESTION + "&fy=2017&program=jag")
        self.assertEqual((fit, unfit), ({"Ranked bars", "Strip plot"}, {"Columns by year", "Stacked bar"}))
        many = "".join(f"&j={key}" for key in ("chicago-il", "houston-tx", "los-angeles-ca", "new-york-city-ny", "philadelphia-pa"))
        self.assertIn("It takes at most 4 of the field Jurisdiction.", self.kinds(f"of=compare&measure=allocation{many}")[2])

    def test_no_link_of_a_charted_question_is_refused(self):
        """A question that is changed may not fit the chart: it leaves that out. The order and the language keep it."""
        for asked in ("/funding?j=monterey-county-ca&program=jag&measure=joint-share&chart=columns",
                      "/funding?measure=reported&fy=2017&chart=stacked-bar", "/timeline?j=chicago-il&chart=timeline",
                      "/jurisdictions?demand=doj-2018-01-24&program=jag&fy=2017&measure=reported&chart=ranked-bars",
                      "/status?requirement=jag-1373-certification&j=chicago-il&chart=status-matrix",
                      f"/charts?{QUESTION}&chart=columns", "/awards?program=jag&fy=2017&chart=strip-plot",
                      "/at-stake?requirement=jag-1373-certification&measure=award&chart=waterfall",
                      "/compare?j=chicago-il&j=los-angeles-ca&measure=award&fy_from=2016&fy_to=2017&chart=dumbbell"):
            places = [asked] if asked.startswith("/charts") else [asked, asked.replace("?", ".svg?")]
            links = {link for place in places for link in links_of(self.get(place).text) if "chart=" in link}
            refused = [link for link in links if self.site.ask(link).status != 200]
            self.assertEqual(refused, [], asked)
            self.assertEqual(bool(links), True, asked)

    def test_bars_that_are_cut_are_the_largest_and_words_agree(self):
        """The title's finding is among the bars of a picture that has no room for all, and in the words for the blind."""
        query = "demand=doj-2018-01-24&program=jag&fy=2017&measure=reported"
        drawn = re.findall(r"<text[^>]*>([^<]*)</text>", self.get(f"/jurisdictions.svg?{query}&size=social").text)
        self.assertTrue({"New York City", "Chicago", "California", "Illinois"} <= set(drawn), drawn)
        self.assertNotIn("Albany", drawn)
        self.assertTrue([words for words in drawn if re.fullmatch(r"and \d+ more", words)])
        for more, state, place in (("", "California", "New York City"), ("&state=IL", "Illinois", "Chicago")):
            text = html.unescape(self.get(f"/jurisdictions?{query}{more}").text)
            alternative = re.search(r'<img src="/jurisdictions[^>]* alt="([^"]*)"', text).group(1)
            self.assertIn(f"{state} is highest", alternative)
            self.assertIn(f"Local governments: {place} is highest", alternative)

    def test_alternatives_say_what_of_how_much_and_from_when_to_when(self):
        """Those of a report too: the same as on the list that the chart is of."""
        for language, kinds in (("en", ("Columns by year, 2012 to 2018. 2012 is highest", "Timeline. Entries: ")),
                                ("es", ("Columnas por a\u00f1o, de 2012 a 2018. El mayor", "L\u00ednea de tiempo. Entradas: "))):
            said = {}
            for path in ("/reports/jurisdiction?j=chicago-il&", "/timeline?j=chicago-il&",
                         "/funding?j=chicago-il&program=jag&measure=allocation&"):
                images = re.findall(r'<img[^>]* src="(/\w+\.svg\?[^"]*)" alt="([^"]*)"',
                                    html.unescape(self.get(f"{path}lang={language}").text.replace("&quot;", "\u201d")))
                self.assertTrue(images, path)
                for source, alternative in images:
                    self.assertTrue(alternative.startswith(self.title_of(source)), alternative)
                    self.assertEqual(said.setdefault(source, alternative), alternative)
            for words in kinds:
                self.assertEqual(len([text for text in said.values() if words in text]), 1, said)

    def title_of(self, picture):
        root = xml.etree.ElementTree.fromstring(self.get(picture).body)
        return html.unescape(root.find("{http://www.w3.org/2000/svg}title").text).replace('"', "\u201d")

    def test_the_first_is_drawn_unless_another_is_chosen(self):
        first = self.get(f"/charts?{QUESTION}&fy=2017").text
        self.assertIn('aria-current="true">Stacked bar</a>', first)
        chosen = self.get(f"/charts?{QUESTION}&fy=2017&chart=strip-plot").text
        self.assertIn('aria-current="true">Strip plot</a>', chosen)
        pictures = [html.unescape(re.search(r'<img src="([^"]*)"', text).group(1)) for text in (first, chosen)]
        self.assertNotEqual(self.get(pictures[0]).body, self.get(pictures[1]).body)
        self.assertIn("chart=strip-plot", pictures[1])

    def test_files_of_every_size(self):
        text = self.get(f"/charts?{QUESTION}&as_of=2024-01-01").text
        files = [link for link in links(text, "/funding.") if "size=" in link and link.split("?")[0].endswith(("png", "svg", "pdf"))]
        asked = {(urlsplit(link).path[-3:], parse_qs(urlsplit(link).query).get("size", ["web"])[0],
                  parse_qs(urlsplit(link).query).get("scale", ["1"])[0]) for link in links(text, "/funding.")}
        for size in SIZES:
            for form in (("png", "1"), ("png", "2"), ("svg", "1"), ("pdf", "1")):
                self.assertIn((form[0], size, form[1]), asked)
        for link in files:
            query = parse_qs(urlsplit(link).query)
            self.assertEqual((query["as_of"], query["j"], query["measure"]), (["2024-01-01"], ["chicago-il"], ["award"]), link)
            self.assertIn("edition", query)
            self.get(link)

    def test_embed_code_is_of_the_question(self):
        text = self.get(f"/charts?{QUESTION}").text
        code = html.unescape(re.search(r"<code>(&lt;figure.*?)</code>", text, re.S).group(1))
        figure = xml.etree.ElementTree.fromstring(code)
        self.assertEqual({node.tag for node in figure.iter()}, {"figure", "a", "img", "figcaption"})
        page, picture = urlsplit(figure.find("a").get("href")), urlsplit(figure.find("a/img").get("src"))
        self.assertEqual((page.path[-8:], picture.path[-12:]), ("/funding", "/funding.png"))
        self.assertTrue(figure.find("a/img").get("alt"))
        self.assertNotIn("of=", page.query)
        self.get(f"{page.path}?{page.query}")
        self.assertIn(b"PNG", self.get(f"{picture.path}?{picture.query}").body[:8])
        self.assertIn("@misc{proviso", text)

    def test_a_list_leads_here_and_back(self):
        asked = "/funding?j=chicago-il&measure=award&as_of=2024-01-01"
        page = self.get(links(self.get(asked).text, "/charts?of=")[0]).text
        back = re.search(r'<a href="([^"]*)">The table that it is drawn from', page).group(1)
        self.assertEqual(parse_qs(urlsplit(html.unescape(back)).query)["j"], ["chicago-il"])
        self.assertIn("as_of=2024-01-01", html.unescape(back))

    def test_a_list_that_no_chart_fits_leads_to_what_each_needs(self):
        for path, lack in (("/status?demand=doj-2018-01-24", "It needs the field Requirement."),
                           ("/jurisdictions?state=IL", "It needs the field Measure.")):
            chartless = links(self.get(path).text, "/charts?of=")
            self.assertEqual(len(chartless), 1, path)
            self.assertIn(lack, self.get(chartless[0]).text)
        self.assertEqual(links(self.get("/sources").text, "/charts?"), [], "it has none at all")

    def test_every_kind_has_an_example(self):
        text = self.get("/charts").text
        examples = re.findall(r'<h3><a href="([^"]*)">([^<]*)</a></h3>.*?<img src="([^"]*)"', text, re.S)
        self.assertEqual(len(examples), text.count("<h3>"))
        self.assertEqual({word for _, word, _ in examples},
                         {"Ranked bars", "Columns by year", "Stacked bar", "Lines", "Small multiples", "Dumbbell", "Waterfall",
                          "Status matrix", "Timeline", "Deadlines", "Tile grid of states", "Dot map", "Strip plot"})
        for address, word, picture in examples:
            page = self.get(html.unescape(address)).text
            self.assertIn(f'aria-current="true">{word}</a>', page, address)
            drawn = self.get(html.unescape(picture))
            self.assertEqual(drawn.type, "image/svg+xml")
            self.assertIn(b"<a ", drawn.body, picture)  # a mark leads somewhere: there are rows

    def test_no_example_before_the_first_day(self):
        text = self.get("/charts?as_of=1990-01-01").text
        self.assertIn("Nothing on record to show it by on this date.", text)

    def test_an_example_does_not_know_of_later_demands(self):
        """The first demand of the register is of 31 May 2016."""
        shown = []
        for tables in ((), ("demand_recipient", "addressee")):
            state = published_state()
            edition = (state / "editions/current").resolve()
            edition.chmod(0o600)
            with sqlite3.connect(edition) as database:
                for table in tables:
                    database.execute(f"DELETE FROM {table}")
            answer = cgi("pages", "/charts", "as_of=2016-05-30", config=configuration(state))
            shown.append(links(answer.text, "/charts?of="))
        self.assertGreater(len(shown[0]), 5)
        self.assertEqual(*shown)

    def test_refusals(self):
        for path, words in (("/charts?of=funding&chart=timeline", "has no chart of the kind Timeline"),
                            (f"/charts?{QUESTION}&chart=ranked-bars", "It needs the field Fiscal year."),
                            ("/funding.svg?measure=award&fy=2017&chart=columns", "It needs the field Fiscal year left empty."),
                            ("/funding?chart=pie", "does not accept"),
                            ("/charts?of=sources", "does not accept"),
                            ("/charts?measure=award", "measure"),
                            ("/charts?of=funding&requirement=jag-notice", "requirement"),
                            ("/charts?of=funding&limit=5", "limit")):
            answer = self.get(path, status=400)
            self.assertIn(words, answer.text, path)
        self.get("/charts?of=funding&j=nowhere-zz", status=404)

    def test_the_form_asks_for_the_fields_of_the_list(self):
        names = set(re.findall(r' name="(\w+)"', self.get(f"/charts?{QUESTION}").text))
        self.assertGreaterEqual(names, {"of", "j", "measure", "fy", "program", "sort", "as_of"})
        self.assertEqual(names & {"after", "limit", "size"}, set())

    def test_valid(self):
        saved = folder()
        for i, query in enumerate(("", "?of=compare", f"?{QUESTION}", f"?{QUESTION}&lang=es", "?of=map&chart=dot-map")):
            (saved / f"{i}.html").write_bytes(self.get(f"/charts{query}").body)
        self.assertEqual(invalid(saved), [])


if __name__ == "__main__":
    unittest.main()
