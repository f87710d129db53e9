"""Two languages: a page in Spanish says the same as in English, in words of the catalogue; what the register holds stays."""
import csv
import functools
import html
import re
import sys
import urllib.parse

from page import Page, invalid
from served import ROOT, SiteCase, folder

sys.path.insert(0, str(ROOT / "src/tool"))
import messages  # noqa: E402

# A page of each template and kind of list, and words that stand on it in Spanish.
PAGES = {
    "/": "Últimos hechos",
    "/jurisdictions?fy=2017&measure=reported": "115 jurisdicciones",
    "/jurisdictions?state=GU&position=disputed": "cumple a la vez todos estos filtros",
    "/jurisdictions/chicago-il": "Quién dice que cumple",
    "/demands/doj-2018-01-24": "A quiénes nombra",
    "/deadlines": "plazos",
    "/requirements": "requisitos",
    "/cases": "casos",
    "/cases/chicago-v-sessions-ilnd-2017": "Qué prohíben o permiten sus fallos",
    "/programs": "programas",
    "/awards": "subvenciones",
    "/claims": "afirmaciones",
    "/policies": "políticas",
    "/statements": "declaraciones",
    "/findings": "búsquedas",
    "/sources": "fuentes",
    "/funding": "Las medidas distintas nunca se suman",
    "/compare?j=chicago-il&j=cook-county-il": "A quiénes compara",
    "/status": "posturas",
    "/at-stake": "Elija un requisito y una medida",
    "/timeline": "hechos",
    "/map": "estados y territorios",
    "/changes?from=2018-01-01": "cambios",
    "/search?q=watsonvile": "¿Quiso decir…?",
}
WRONG = {
    "/jurisdictions?state=ZZ": (400, "«Estado» no acepta «ZZ»"),
    "/jurisdictions?as_of=2017-02-30": (400, "El mes de febrero de 2017 tiene 28 días"),
    "/cases/no-such-case": (404, "no se conoce ninguna ficha"),
    "/nowhere": (404, "No hay ninguna página en esta dirección"),
    "/demands?edition=77": (404, "Todavía no hay una edición 77"),
}
# English that the program or an edition once put round names and years.
COMPOSED = re.compile(r"\bFY ?\d{4}|\bShare in |\baward \S+ to |\baward to | ended\b(?!\.)")
CHART = "/jurisdictions{}?measure=reported&fy=2017&program=16.738"


def with_lang(path, language="es"):
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def without_register(text):
    """A text without what editors typed, in which words of that kind stand in English, and what JSON says of columns."""
    text = re.sub(r'"definition":"[^"]*"', "", html.unescape(text)).replace('\\"', '"')
    return functools.reduce(lambda rest, cell: rest.replace(cell, ""), typed(), text)


@functools.cache
def typed():
    cells = {cell for path in (ROOT / "data/register").glob("*.csv") for row in csv.reader(path.open(newline=""))
             for cell in row if COMPOSED.search(cell)}
    return sorted(cells, key=len, reverse=True)


class Languages(SiteCase):
    prefix = "/a/b"

    def page(self, path, status=200):
        return Page(self.get(path, status=status).text)

    def test_each_page_says_once_that_the_register_is_in_english(self):
        for path in ("/", "/jurisdictions/chicago-il", "/funding?fy=2017", "/about/method", "/reports/jurisdiction?j=chicago-il"):
            self.assertEqual(self.page(with_lang(path)).text.count("Los textos del registro están en inglés."), 1, path)
            self.assertNotIn("texts of the register", self.page(path).text)
        self.assertIn("Los textos del registro", self.page(with_lang("/nowhere"), 404).text)

    def test_kinds_of_demands_are_searched_for_by_their_names(self):
        for name, word in (("carta", "Letters to 23 jurisdictions"), ("citaci%C3%B3n", "Administrative subpoenas to Denver"),
                           ("CITACION%20denver", "Administrative subpoenas to Denver")):
            self.assertIn(word, [row["name"] for row in self.get(f"/search.json?q={name}&lang=es").json["rows"]])
            self.assertEqual(self.get(f"/search.json?q={name}").json["rows"], [], "not a word of English")

    def other(self, page, language):
        """Where the page's link to its version in a language leads, below the prefix."""
        link = page.root.one("a", hreflang=language)
        self.assertEqual(link["lang"], language)
        return link["href"].removeprefix(self.prefix)

    def assert_same_question(self, one, other):
        """Two addresses differ in nothing but the order of their fields."""
        one, other = urllib.parse.urlsplit(one), urllib.parse.urlsplit(other)
        self.assertEqual((one.path, sorted(urllib.parse.parse_qsl(one.query))),
                         (other.path, sorted(urllib.parse.parse_qsl(other.query))))

    def test_pages(self):
        for path, words in PAGES.items():
            with self.subTest(path):
                english, spanish = self.page(path), self.page(with_lang(path))
                self.assertEqual([page.root.one("html")["lang"] for page in (english, spanish)], ["en", "es"])
                self.assertIn(words, spanish.text)
                self.assertNotIn(words, english.text)
                for day in (node.text for node in spanish.root.all("time")):
                    self.assertRegex(day, r"^[1-3]?\d de [a-z]+ de \d{4}$")

    def test_words_of_the_register_say_their_language(self):
        for path, words in (("/demands/doj-2018-01-24", "8 U.S.C. 1373; FY2016"),
                            ("/jurisdictions/chicago-il", "Bars the notice"),
                            ("/claims?j=chicago-il", "not in compliance")):
            with self.subTest(path):
                english, spanish = self.page(path).root.one("main"), self.page(with_lang(path)).root.one("main")
                self.assertEqual([node for node in english.walk() if node["lang"]], [])
                told = [node for node in spanish.walk() if node["lang"]]
                self.assertEqual({node["lang"] for node in told}, {"en"})
                self.assertTrue([node for node in told if words in node.text], words)

    def test_nothing_is_left_in_english(self):
        """Messages of three words and more, but for those that a row of the register holds by chance."""
        there = messages.translations(ROOT / "templates/messages/es.po")
        held = "".join(path.read_text() for path in (ROOT / "data/register").glob("*.csv"))
        long = [message for message, text in there.items() if text != message and message.count(" ") > 1
                and not re.search(r"[{<]", message) and message not in held]
        self.assertGreater(len(long), 300)
        for path in PAGES:
            with self.subTest(path):
                text = self.page(with_lang(path)).text
                self.assertEqual([message for message in long if message in text], [])

    def test_what_is_put_together_is_said_in_the_language(self):
        """Names of awards, years of requirements, what ended: of parts, with words that only the catalogue has."""
        award, fain = next((row["key"], row["fain"]) for row in self.get("/awards.json").json["rows"] if row["fain"])
        source = self.get(f"/awards/{award}.json").json["record"]["sources"].split()[0]
        for path, words in (("/requirements", "JAG AF2017+"), ("/requirements.csv", "JAG AF2017+"),
                            ("/requirements.json", "JAG AF2017+"), ("/jurisdictions/chicago-il", "JAG AF2016+"),
                            ("/jurisdictions/chicago-il.json", "JAG AF2016+"), (f"/awards/{award}", " AF20"),
                            (f"/awards/{award}.json", " AF20"), (f"/search?q={fain}", " AF20"), (f"/sources/{source}", " AF20"),
                            ("/timeline.svg?j=chicago-il", "Fin del requisito: "), ("/timeline?j=chicago-il", "Fin del requisito"),
                            ("/changes.atom?from=2021-01-01", "Fin del requisito"),
                            ("/jurisdictions/chicago-il.atom", "Fin del requisito")):
            with self.subTest(path):
                english, spanish = self.get(path).text, self.get(with_lang(path)).text
                self.assertIn(words, spanish)
                self.assertNotIn(words, english)
                self.assertEqual(COMPOSED.findall(without_register(spanish)), [])

    def test_nothing_is_put_together_in_english(self):
        for path in PAGES:
            with self.subTest(path):
                self.assertEqual(COMPOSED.findall(without_register(self.page(with_lang(path)).text)), [])

    def test_a_day_a_month_and_a_year_read_well_alike(self):
        """Spanish has an article before a day and none before a month or year: words that stand before either do without."""
        months = "|".join(messages.translations(ROOT / "templates/messages/es.po")[month] for month in
                          ("January", "March", "April", "June", "August", "October", "November", "December"))
        pages = [self.page(with_lang(path)).text for path in ("/jurisdictions/chicago-il", "/jurisdictions/seattle-wa")]
        pages.append(self.get(with_lang("/deadlines.svg")).text)
        for text in pages:
            self.assertNotRegex(text, rf"\bel ({months}|AF\d|\d{{4}})\b")
            self.assertNotRegex(text, rf"\b(desde|hasta) \d{{1,2}} de ({months})")
        self.assertRegex(pages[0], rf"Entrada en vigor: \d+ de ({months}) de 2017")
        self.assertRegex("".join(pages), rf", hasta: ({months}) de")

    def test_a_part_that_is_not_asked_for_leaves_no_gap(self):
        """The title of a chart, of any year or program: no "de" before another word of its kind."""
        for measure in ("allocation", "award", "joint-share", "sub-award", "outlay", "reported", "statewide-allocation", "statewide-award"):
            for asked, said in (("", ""), ("&program=jag", "de JAG"), ("&fy=2017", "de AF2017"), ("&program=jag&fy=2017", "de JAG AF2017")):
                for path in (f"/map.svg?measure={measure}{asked}", f"/funding.svg?j=chicago-il&measure={measure}{asked}"):
                    for language in ("en", "es"):
                        title = re.search(r"<title[^>]*>([^<]*)", self.get(f"{path}&lang={language}").text)[1]
                        self.assertNotRegex(title, r"\b(de|of|para) (de|por|of|by)\b|\b(de|of|para)([,:]|$)|  | [,:]", path)
                    self.assertIn(said, title)

    def test_errors(self):
        for path, (status, words) in WRONG.items():
            with self.subTest(path):
                page = self.page(with_lang(path), status)
                self.assertEqual(page.root.one("html")["lang"], "es")
                self.assertIn(words, page.text)
                self.assert_same_question(self.other(page, "en"), path)
                english = self.page(path, status)
                self.assertNotIn(words, english.text)
                self.assert_same_question(self.other(english, "es"), with_lang(path))

    def test_from_one_to_the_other_and_back(self):
        for path in PAGES:
            with self.subTest(path):
                there = self.other(self.page(path), "es")
                self.assert_same_question(there, with_lang(path))
                self.assert_same_question(self.other(self.page(there), "en"), path)

    def test_links_keep_the_language(self):
        for path in PAGES:
            with self.subTest(path):
                page = self.page(with_lang(path))
                away = [link for tag, _, link in page.links() if tag in ("a", "img") and link.startswith("/")
                        and "lang=es" not in link]
                self.assertEqual(away, [page.root.one("a", hreflang="en")["href"]])
                for form in page.root.all("form"):
                    self.assertEqual([node["value"] for node in form.all("input", name="lang")], ["es"], form["class"])

    def test_search_engines_are_told(self):
        for path in ("/", "/demands", "/jurisdictions/chicago-il"):
            english, spanish = self.page(path), self.page(with_lang(path))
            told = [{node["hreflang"]: node["href"] for node in page.root.all("link", rel="alternate")
                     if node["hreflang"]} for page in (english, spanish)]
            self.assertEqual(told[0], told[1])
            self.assertEqual(told[0], {page.root.one("html")["lang"]: page.root.one("link", rel="canonical")["href"]
                                       for page in (english, spanish)})

    def test_the_site_map_names_each_page_in_either_language(self):
        site_map = self.get("/sitemap.xml").text
        for entry in re.findall(r"<url>(.*?)</url>", site_map, re.S):
            address = re.search(r"<loc>(.*?)</loc>", entry)[1]
            told = re.findall(r'hreflang="(\w+)" href="(.*?)"', entry)
            self.assertEqual(told, [("en", address), ("es", f"{address}?lang=es")])
        for path in ("/", "/demands", "/jurisdictions/chicago-il"):
            page = self.page(path)
            for link in page.root.all("link", rel="alternate"):
                if link["hreflang"]:
                    self.assertIn(f'"{link["href"]}"', site_map)

    def test_the_parameter(self):
        unknown = self.page("/demands?lang=xx", 400)
        self.assertIn("'Language' does not accept ‘xx’", unknown.text)
        self.assertEqual(self.get("/demands.json?lang=xx", 400).json["status"], 400)
        self.get("/demands?lang=es&lang=en", 400)
        plain, given = self.get("/demands"), self.get("/demands?lang=en")
        self.assertEqual(self.get("/demands.json?lang=en").json["meta"]["query"], "")
        self.assertNotIn("lang=en", given.text)
        self.assertEqual(plain.body, given.body)
        upper = self.get("/demands?lang=ES")
        self.assertEqual(upper.body, self.get("/demands?lang=es").body)
        self.assertNotEqual(upper.headers["etag"], plain.headers["etag"])

    def test_what_columns_mean(self):
        """In JSON as in the dictionary, in both languages; a name is a name."""
        for query in ("", "?lang=es"):
            dictionary = self.get(f"/about/data-dictionary{query}").text
            for path in ("/demands", "/jurisdictions", "/funding"):
                for column in self.get(f"{path}.json{query}").json["columns"]:
                    self.assertIn(html.escape(column["definition"]).replace("&#x27;", "&#39;"), dictionary, column["name"])
                    self.assertIn(column["unit"] or "", dictionary, column["name"])
        own, other = (self.get(f"/demands.json{query}").json["columns"] for query in ("", "?lang=es"))
        self.assertEqual([column["name"] for column in own], [column["name"] for column in other])
        self.assertFalse({column["definition"] for column in own} & {column["definition"] for column in other})

    def test_an_empty_field_is_none(self):
        for query in ("lang=&lang=es", "lang=es&lang="):
            self.assertIn('<html lang="es"', self.get(f"/requirements?{query}").text)
            self.assertIn("AF2016", self.get(f"/requirements.json?{query}").text)

    def test_charts(self):
        english, spanish = self.get(CHART.format(".svg")), self.get(with_lang(CHART.format(".svg")))
        for words in ("Fuente:", "A fecha de", "gobiernos locales", "AF2017"):
            self.assertIn(words, spanish.text)
            self.assertNotIn(words, english.text)
        for kind in (".png", ".pdf"):
            self.assertNotEqual(self.get(CHART.format(kind)).hash, self.get(with_lang(CHART.format(kind))).hash)

    def test_files_are_the_same(self):
        for path in ("/jurisdictions.csv", "/claims.csv", "/status.csv"):
            english, spanish = self.get(path).rows, self.get(with_lang(path)).rows
            strip = [[{name: (value or "").replace("&lang=es", "").replace("?lang=es", "") for name, value in row.items()}
                      for row in rows] for rows in (english, spanish)]
            self.assertEqual(strip[0], strip[1])

    def test_valid(self):
        saved = folder("spanish-")
        names = {}
        for number, path in enumerate([*PAGES, *WRONG]):
            names[f"{number}.html"] = path
            (saved / f"{number}.html").write_text(self.site.ask(with_lang(path)).text)
        self.assertEqual([(names[fault["file"]], fault) for fault in invalid(saved)], [])
