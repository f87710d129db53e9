"""The chart of a list: sizes, forms, and the same bytes for the same question wherever it is asked."""
import collections
import html
import os
import re
import struct
import subprocess
import unittest
import xml.etree.ElementTree

from page import Page
from served import BUILD, ROOT, SiteCase, cgi, configuration, folder, published_state

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


# One question for each chart that a resource declares, and the words that it must show: what rows of the list say.
QUESTIONS = (
    ("/funding", "measure=award", ("fiscal year", "1999", "No data")),
    ("/funding", "measure=award&fy=2021", ("JAG", "SCAAP", "Oregon", "$2.2 million")),
    ("/funding", "measure=award&fy=2021&program=16.738", ("Oregon", "Lawrence", "$52,624")),
    ("/status", "requirement=jag-1373-certification&demand=doj-2018-01-24&as_of=2018-02-01",
     ("Chicago", "Documents demanded", "DOJ OIG", "Says it complies")),
    ("/timeline", "j=chicago-il", ("Court", "Jurisdiction", "Welcoming City Ordinance")),
    ("/deadlines", "demand=doj-2018-01-24&as_of=2018-02-01", ("23 jurisdictions", "23 Feb 2018, in 22 days")),
    ("/map", "", ("CA", "19", "Territories")),
    ("/map", "measure=award&program=16.738", ("IL", "NY", "Local governments: ")),
    ("/map", "measure=statewide-award&program=scaap&fy=2020", ("States: ", "CA $80M")),
    ("/map", "measure=award&kind=state", ("States: ",)),
    ("/at-stake", "requirement=jag-1373-certification&measure=award", ("All counted amounts", "remains under")),
    ("/compare", "j=chicago-il&j=los-angeles-ca&measure=allocation&fy_from=2016&fy_to=2018", ("2016", "2017", "2018", "Los Angeles")),
    ("/compare", "chart=dumbbell&j=chicago-il&j=los-angeles-ca&measure=allocation&fy_from=2016&fy_to=2018",
     ("FY2016", "FY2018", "Los Angeles")),
    ("/compare", "j=chicago-il&j=los-angeles-ca&measure=allocation&fy=2016", ("Chicago", "Los Angeles")),
    ("/compare", "j=chicago-il&j=los-angeles-ca&measure=allocation", ("Chicago", "Los Angeles", "2016")),
    ("/compare", "j=chicago-il&j=los-angeles-ca&j=houston-tx&j=new-york-city-ny&j=philadelphia-pa&measure=allocation",
     ("Houston", "Philadelphia", "2016")),
    ("/awards", "program=16.738", ("Median",)),
    ("/awards", "program=16.738&sort=-amount&chart=ranked-bars", ("State of New York", "$15.63 million")),
    ("/jurisdictions", f"{QUERY}&chart=strip-plot", ("Local governments", "Not counted in totals: 1.", "Rows not shown: 1")),
    ("/jurisdictions", f"{QUERY}&chart=dot-map", ("New York City", "Oregon", "not counted")),
    ("/funding", "measure=reported&fy=2017&program=16.738&chart=strip-plot", ("Median", "California")),
    ("/compare", "j=chicago-il&j=los-angeles-ca&measure=allocation&chart=small-multiples", ("Chicago", "on one scale")),
    ("/map", "chart=dot-map&demand=doj-2018-01-24", ("Where 23 jurisdictions are", "Jackson")),
    ("/map", "chart=dot-map&measure=reported&fy=2017", ("largest $17.7 million",)),
)


class Declared(SiteCase):
    """Every chart of every resource."""

    @staticmethod
    def each():
        for path, query, words in QUESTIONS:
            yield path, f"{query}&" if query else "", words

    def svg(self, path, query):
        root = xml.etree.ElementTree.fromstring(self.get(f"{path}.svg?{query}").body)
        self.assertEqual({node.tag.removeprefix(SVG) for node in root.iter()} - ALLOWED, set())
        return root, " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))

    def test_svg(self):
        for path, query, expected in self.each():
            root, words = self.svg(path, query)
            for word in (*expected, "Source: ", "As of", "Edition 1"):
                self.assertIn(word, words, f"{path}?{query}")
            self.assertLessEqual(len(root.find(f"{SVG}desc").text.split()), 400)
            self.assertNotRegex(words, r"[{}]")

    def test_hatching_is_spoken_of_where_it_is(self):
        for path, query, _ in self.each():
            root, words = self.svg(path, query)
            spoken = f"{words} {root.find(f'{SVG}desc').text}"
            if "Hatched" in spoken:
                self.assertIn(b"stroke", self.get(f"{path}.svg?{query}").body)
                self.assertNotIn("chart=strip-plot", query)
        for chart, hatched in (("ranked-bars", True), ("stacked-bar", False), ("strip-plot", False)):
            root, words = self.svg("/funding", f"measure=reported&fy=2017&chart={chart}")
            spoken = f"{words} {root.find(f'{SVG}desc').text}"
            self.assertEqual("Hatched" in spoken, hatched, chart)
            self.assertEqual("Not counted in totals: " in words, not hatched, chart)

    def marks(self, root):
        """Address, name and value in words of every row drawn."""
        for node in root.iter():
            title = node.find(f"{SVG}title")
            if title is not None and node.tag != f"{SVG}svg":
                yield node.get("href"), *title.text.rpartition(": ")[::2]

    def test_the_same_numbers(self):
        """In the marks of the image, in its words for those who do not see it, in the table of the page and in the CSV."""
        for path, query, column, most in (
                ("/jurisdictions", QUERY, "amount_usd", 22), ("/awards", "program=jag&sort=-amount&chart=ranked-bars", "amount_usd", 28),
                ("/funding", "measure=award&fy=2021&program=16.738&sort=-amount", "amount_usd", 3),
                ("/map", "", "jurisdictions_count", 50)):
            numbers = [row[column] for row in self.get(f"{path}.csv?{query}").rows if row[column] and row.get("is_flagged") != "1"]
            words = [f"${int(float(number)):,}" if "usd" in column else number for number in numbers]
            root, _ = self.svg(path, query)
            drawn = [value for _, _, value in self.marks(root) if re.search(r"\d$", value)]
            self.assertEqual(sorted(drawn), sorted(words), path)
            self.assertGreaterEqual(len(drawn), most, path)
            page = Page(self.get(f"{path}?{query}").text)
            cells = " ".join(node.text for node in page.root.all("td"))
            said = f"{root.find(f'{SVG}desc').text} {' '.join(node['alt'] for node in page.root.all('img') if node['alt'])}"
            for word in words:
                self.assertIn(word, cells, path)
            highest = max(map(float, numbers))
            known = [float(number.replace(",", "")) * (1e6 if scale else 1) for number, scale in
                     re.findall(r"(?:with|at|highest of \d+ at) \$?([\d,]+(?:\.\d+)?)( million)?", said)]
            self.assertGreaterEqual(len([number for number in known if abs(number - highest) <= 0.006e6 or number == highest]), 2, said)

    def test_every_mark_leads_to_its_rows(self):
        addresses = set()
        for path, query, _ in self.each():
            marks = list(self.marks(self.svg(path, query)[0]))
            self.assertGreater(len(marks), 0, f"{path}?{query}")
            self.assertEqual([name for address, name, _ in marks if not address], [], f"{path}?{query}")
            addresses.update(address for address, _, _ in marks[:4])
        for address in sorted(addresses):
            self.get(address)

    def test_a_finding_is_proved(self):
        """Largest of all only where every amount is known and none is printed as more."""
        money = "measure=reported&fy=2017&program=16.738"
        for path, query, title in (
                ("/jurisdictions", QUERY, "New York City has the largest reported FY2017 JAG amount among the 20 local governments"),
                ("/jurisdictions", money, "New York City has the largest known reported FY2017 JAG amount of the local governments"),
                ("/jurisdictions", "measure=reported&fy=2017&demand=doj-2018-01-24", "Reported FY2017 amount: 23 jurisdictions"),
                ("/funding", f"{money}&demand=doj-2018-01-24", "California has the largest reported FY2017 JAG amount that is counted"),
                ("/funding", f"{money}&demand=doj-2018-01-24&state=CA&state=IL",
                 "California has the largest reported FY2017 JAG amount of 12"),
                ("/map", "chart=dot-map", "Where 115 jurisdictions are"),
                ("/awards", "program=16.738", "62 awards, largest known to State of New York: $15.6 million")):
            self.assertEqual(self.svg(path, query)[0].find(f"{SVG}title").text, title)

    def test_what_is_off_the_map_is_named(self):
        _, words = self.svg("/map", "chart=dot-map")
        self.assertIn("Not on this map (4): American Samoa, Northern Mariana Islands, Puerto Rico, U.S. Virgin Islands", words)

    def test_a_case_is_named_once(self):
        root, _ = self.svg("/timeline", "j=chicago-il")
        named = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
        self.assertEqual(named.count("City of Chicago v. Sessions"), 1)
        titles = [node.text for node in root.iter(f"{SVG}title") if (node.text or "").startswith("City of Chicago v. Sessions")]
        self.assertGreater(len(titles), 5)

    def test_a_requirement_that_ended_is_told_of(self):
        """A position's bar goes no further than its requirement, whose end is an event; the matrix says when it ended."""
        said = "Chicago, 1373 certification: Says it complies: 7 Aug 2017"
        name = "Certification of compliance with 8 U.S.C. 1373"
        for as_of, bar, events in (("2021-04-27", said, 0), ("2021-04-28", f"{said} to 28 Apr 2021", 1)):
            root, words = self.svg("/timeline", f"j=chicago-il&as_of={as_of}")
            self.assertIn(bar, [node.text for node in root.iter(f"{SVG}title")])
            self.assertEqual(f"{name} ended" in words, events == 1)
            for place in ("", "&j=chicago-il"):
                rows = self.get(f"/timeline.csv?event=requirement-ended&from=2021-04-01{place}&as_of={as_of}").rows
                self.assertEqual([row["summary"].partition(":")[0] for row in rows].count(name), events)
            root, words = self.svg("/status", f"requirement=jag-1373-certification&as_of={as_of}")
            self.assertEqual("The requirement ended on 28 Apr 2021" in words, events == 1, "a day as the others that are drawn")
            self.assertEqual("The requirement ended on April 28, 2021" in root.find(f"{SVG}desc").text, events == 1, "and as pages say it")
            rows = self.get(f"/status.csv?requirement=jag-1373-certification&as_of={as_of}").rows
            self.assertEqual({row["condition_ended_on"] for row in rows}, {"2021-04-28" if events else ""})

    def test_the_matrix_says_what_is_disputed_and_of_which_day(self):
        """As its table does: each disputed place, and the day of each position where the picture is as long as it needs."""
        query = "requirement=jag-1373-certification&limit=1000"
        rows = self.get("/status.csv?requirement=jag-1373-certification").rows
        disputed = list(dict.fromkeys(row["jurisdiction"] for row in rows if row["disputed"] == "1"))
        self.assertGreater(len(disputed), 2)
        root, words = self.svg("/status", "requirement=jag-1373-certification")
        self.assertIn(f"Disputed: {'; '.join(disputed)}.", Page(self.get(f"/status?{query}").text).text)
        titles = [node.text for node in root.iter(f"{SVG}title")]
        self.assertIn("Chicago, The jurisdiction itself: Says it complies, 7 Aug 2017. Disputed", titles)
        self.assertIn("Albany, DOJ: Documents demanded, 24 Jan 2018", titles)
        self.assertEqual(sum(title.endswith(". Disputed") for title in titles), sum(row["disputed"] == "1" for row in rows))
        named = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
        self.assertIn("Documents demanded, 24\u00a0Jan\u00a02018", named, "a day is not broken")
        self.assertIn("Says it complies, 2017", named, "no more than is known")
        self.assertEqual(named.count("Disputed"), 1)
        _, words = self.svg("/status", "requirement=jag-1373-certification&j=albany-ny")
        self.assertNotIn("Disputed", words)
        for size in ("social", "square", "slide"):
            root, words = self.svg("/status", f"requirement=jag-1373-certification&demand=doj-2018-01-24&size={size}")
            titles = [node.text for node in root.iter(f"{SVG}title")][1:]
            self.assertEqual("Disputed" in words, any(title.endswith(". Disputed") for title in titles), f"{size}: of those shown")

    def alike(self, query):
        """How many deadlines there are of each demand, day and outcome."""
        return collections.Counter((row["demand"], row["due_on"], row["outcome"]) for row in self.get(f"/deadlines.csv?{query}").rows)

    def test_deadlines_that_are_alike_share_a_line(self):
        for query in ("", "demand=doj-2018-01-24", "demand=doj-2018-01-24&as_of=2018-02-01", "j=chicago-il&j=denver-co", "state=CA", "j=denver-co"):
            with self.subTest(query):
                alike = self.alike(query)
                root, words = self.svg("/deadlines", query)
                marks = [name for _, name, _ in self.marks(root)]
                self.assertEqual(len(marks), len(alike))
                counts = [int(name.split()[0]) for name in marks if name.endswith(" jurisdictions")]
                self.assertEqual(sorted(counts), sorted(n for n in alike.values() if n > 1))
                self.assertEqual(sum(counts) + len(marks) - len(counts), alike.total())
                self.assertTrue(words.startswith(f"{alike.total()} deadlines "), words[:40])
                for demand, *_ in alike:
                    self.assertIn(demand, words)

    def test_what_came_of_a_deadline_is_not_cut(self):
        outcomes = [outcome for *_, outcome in self.alike("") if outcome]
        self.assertGreater(max(map(len, outcomes)), 100)
        for size in ("web", "narrow", "column", "social", "square", "slide", "print"):
            root, words = self.svg("/deadlines", f"size={size}")
            named = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
            self.assertEqual([each for each in named if each.endswith("\u2026")], [], size)
            said = " ".join(named)
            self.assertEqual(sum(said.count(outcome) for outcome in set(outcomes)) >= len(outcomes), size in ("web", "narrow", "column"), size)

    def test_whoever_is_compared_and_every_year_asked_stand(self):
        """Without an amount, too; more years than a chart has room for are those with amounts."""
        query = "j=chicago-il&j=cook-county-il&j=oregon&measure=award&program=jag"
        for chart in ("lines", "small-multiples"):
            root, words = self.svg("/compare", f"{query}&chart={chart}&fy_from=2012&fy_to=2026&size=slide")
            named = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
            self.assertIn("Cook County", named, chart)
            self.assertTrue({"2012", "2026"} <= set(named), f"{chart} {named}")
            if chart == "lines":
                self.assertEqual(named[named.index("Cook County") + 1], "No data")
                self.assertTrue({str(year) for year in range(2012, 2027)} <= set(named), named)
        root, _ = self.svg("/compare", f"{query}&chart=lines&fy_from=1960&fy_to=2100&size=slide")
        named = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
        self.assertIn("2024", named)
        self.assertNotIn("2025", named)
        root, words = self.svg("/compare", f"{query}&fy=2024")
        titles = [node.text for node in root.iter(f"{SVG}title")][1:]
        self.assertEqual([title.split(":")[0] for title in titles], ["Chicago", "Cook County", "Oregon"], "those without an amount last")

    def test_a_year_that_has_not_begun_is_not_one_without_data(self):
        two = "j=chicago-il&j=cook-county-il&measure=award&as_of=2018-01-24"
        for chart in ("lines", "small-multiples"):
            root, words = self.svg("/compare", f"{two}&chart={chart}&fy_from=2015&fy_to=2022&size=slide")
            named = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
            self.assertIn("2018", named, chart)
            self.assertFalse({"2019", "2022"} & set(named), f"{chart} {named}")
            self.assertIn(" of 8.", root.findtext(f"{SVG}desc"), chart)
        root, words = self.svg("/compare", f"{two}&chart=dumbbell&fy_from=2017&fy_to=2022")
        self.assertIn("\u2192 Not yet known on this date", words)
        self.assertNotIn("\u2192 No data", words)
        self.assertIn("No data \u2192 Not yet known on this date", words, "each end has its own reason")
        _, words = self.svg("/compare", f"{two}&fy=2022")
        self.assertIn("Not yet known on this date", words)
        self.assertNotIn("No data", words)

    def test_two_years_side_by_side_count_and_cite_what_either_has(self):
        _, words = self.svg("/compare", "j=chicago-il&j=california&measure=award&chart=dumbbell&fy_from=2014&fy_to=2017")
        self.assertIn("No data \u2192 $3.1 million", words)
        self.assertIn("No amount in 1 of 2 rows.", words)
        self.assertIn("Source: ", words)
        self.assertIn("Jurisdiction: California; Chicago, IL", words)

    def test_a_picture_of_many_places_names_one_where_there_is_no_room(self):
        places = [row["key"] for row in self.get("/jurisdictions.csv?demand=doj-2018-01-24").rows][:12]
        query = "&".join([f"j={key}" for key in places] + ["measure=award"])
        _, words = self.svg("/compare", f"{query}&size=social")
        self.assertIn(" and 11 more", words)
        _, words = self.svg("/compare", f"{query}&size=web")
        self.assertNotIn(" and 11 more", words)

    def test_an_end_that_is_not_counted_is_not_one_without_data(self):
        _, words = self.svg("/compare", "j=oregon&j=chicago-il&measure=reported&chart=dumbbell&fy_from=2017&fy_to=2022")
        self.assertIn("Not counted in totals \u2192 No data", words)
        self.assertNotIn("No amount in", words)

    def test_a_picture_names_the_whole_address_of_its_page(self):
        for size in ("web", "narrow", "square", "social", "print", "column"):
            root, _ = self.svg("/status", f"requirement=jag-1373-certification&size={size}")
            named = "".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
            self.assertIn(f"{self.site.base}/status?requirement=jag-1373-certification&edition=1", named, size)
        places = [row["key"] for row in self.get("/jurisdictions.csv?demand=doj-2018-01-24").rows][:12]
        query = "&".join([f"j={key}" for key in places] + ["program=16.738&fy=2017&measure=reported"])
        for size, is_whole in (("web", True), ("narrow", True), ("column", True), ("social", False)):
            root, _ = self.svg("/compare", f"{query}&size={size}")
            named = [node.text for node in root.iter(f"{SVG}text")]
            whole = next("".join(named[i:]) for i, each in enumerate(named) if (each or "").startswith("As of"))
            address = whole.partition("http")[1] + whole.partition("http")[2]
            self.assertEqual(address.startswith(f"{self.site.base}/compare?j={places[0]}&"), is_whole, address)
            self.assertTrue(address.endswith("&edition=1" if is_whole else "/compare"), address)

    def test_one_is_told_as_one(self):
        for path, query, said in (
                ("/status", "requirement=jag-1373-certification&j=albany-ny", ("row for each place (1)", "authority (1)", "Places: 1;")),
                ("/deadlines", "j=denver-co&demand=doj-2018-01-24", ("Denver (February 23, 2018).", "1 deadline", "Entries: 1 (")),
                ("/jurisdictions", "j=chicago-il&program=jag&fy=2016&measure=allocation", ("Chicago: $2.10 million.", ": 1 jurisdiction "))):
            page = Page(self.get(f"{path}?{query}").text)
            root, _ = self.svg(path, query)
            words = f"{page.root.all('figure')[0].text} {root.find(f'{SVG}title').text} {page.root.all('figure')[0].one('img')['alt']} "
            for one in said:
                self.assertIn(one, words)
            self.assertNotIn("The last is", words)
            self.assertNotRegex(words, r"\b1 (rows|deadlines|jurisdictions|entries|values|places|authorities)\b")

    def test_every_lane_has_room(self):
        for size in ("social", "square", "print", "web", "narrow"):
            _, words = self.svg("/timeline", f"j=chicago-il&size={size}")
            for word in ("Federal agency", "Jurisdiction", "Court", "Chicago, 1373 certification: Says it complies"):
                self.assertIn(word, words, size)

    def test_no_words_of_a_timeline_are_cut_where_it_can_grow(self):
        """They take several lines; a deadline is told from the demand that set it, and a statement from who made it."""
        for place in ("chicago-il", "new-york-city-ny", "watsonville-ca", "california"):
            for size in ("web", "narrow"):
                root, words = self.svg("/timeline", f"j={place}&size={size}")
                self.assertNotIn("\u2026", words, f"{place} {size}")
                named = [name for _, name, _ in self.marks(root)]
                kinds = collections.Counter(row["event_kind"] for row in self.get(f"/timeline.csv?j={place}").rows)
                self.assertEqual(sum(name == "Due" or name.startswith("Due: ") for name in named), kinds["deadline"])
                self.assertGreaterEqual(sum(": statement" in name for name in named), kinds["statement"] > 0)
        self.assertIn("Plazo: Letters to 23 jurisdictions", self.svg("/timeline", "j=chicago-il&lang=es")[1])

    def test_the_newest_stand_where_there_is_little_room(self):
        """The newest of each lane that has a line, and what is in force; what is left off is said, with its reason."""
        undated = sum(row["event_on_precision"] == "unknown" for row in self.get("/timeline.csv?j=chicago-il").rows)
        self.assertGreater(undated, 0)
        for size, lanes in (("social", 3), ("square", 4), ("print", 4), ("web", 4)):
            _, words = self.svg("/timeline", f"j=chicago-il&size={size}")
            newest = ("DOJ, 2025 directives: Says it does not comply", "Chicago, 1373 certification: Says it complies",
                      "City and County of San Francisco v. Trump", "Crain's Chicago Business")
            for word in newest[:lanes]:
                self.assertIn(word, words, size)
            self.assertEqual("without room: the older" in words, size != "web")
            self.assertIn("Others", words, "drawn, or said to be left off")
            self.assertIn(f"and {undated} without a date", words)

    def test_png(self):
        for path, query, _ in self.each():
            for size, box in (("social", (1200, 630)), ("square", (1080, 1080))):
                self.assertEqual(pixels(self.get(f"{path}.png?{query}size={size}").body), box)
            narrow = pixels(self.get(f"{path}.png?{query}size=narrow").body)
            self.assertEqual(pixels(self.get(f"{path}.png?{query}size=narrow&scale=2").body),
                             (2 * narrow[0], 2 * narrow[1]))

    def test_pdf(self):
        for path, query, _ in self.each():
            file = folder() / "chart.pdf"
            file.write_bytes(self.get(f"{path}.pdf?{query}size=print").body)
            checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
            self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_page_shows_it(self):
        for path, query, _ in self.each():
            for language in ("en", "es"):
                page = self.get(f"{path}?{query}lang={language}").text
                self.assertIn("<picture>", page)
                self.assertIn("size=narrow", page)
                self.assertIn(".png?", page)
                alternative = re.search(r'<img (?:class="long" )?src="[^"]*" alt="([^"]*)"', page)[1]
                self.assertTrue(0 < len(alternative) <= 250, alternative)

    def drawn(self, url):
        root = xml.etree.ElementTree.fromstring(self.get(html.unescape(url)).body)
        return float(root.get("width")), float(root.get("height"))

    def pictures(self, path):
        """Of each picture of a page: its element, and for both of its drawings the room that the page keeps and the size."""
        found = re.findall(r'<source media="[^"]*" srcset="([^"]*)" width="(\d+)" height="(\d+)">'
                           r'(<img(?: class="long")? src="([^"]*)" alt="[^"]*" width="(\d+)" height="(\d+)"[^>]*>)', self.get(path).text)
        for narrow, narrow_width, narrow_height, image, url, width, height in found:
            yield (image, ((float(narrow_width), float(narrow_height)), self.drawn(narrow)),
                   ((float(width), float(height)), self.drawn(url)))

    def test_a_page_keeps_room_for_its_picture(self):
        """About as much as it takes: one ratio for all would move what stands below by thousands of pixels."""
        for path in ("/deadlines", "/deadlines?j=chicago-il", "/jurisdictions?measure=award&fy=2017", "/funding?measure=award",
                     "/jurisdictions?measure=award&fy=2017&state=IL", "/status?requirement=jag-notice", "/timeline?j=chicago-il",
                     "/map", "/at-stake?requirement=jag-notice&fy=2017&measure=award", "/reports/jurisdiction?j=chicago-il"):
            pictures = list(self.pictures(path))
            self.assertTrue(pictures, path)
            for image, *sizes in pictures:
                for (kept_width, kept), (width, height) in sizes:
                    with self.subTest(path, image=image, height=height):
                        self.assertEqual(kept_width, width)
                        self.assertLess(kept / height, 1.35)
                        self.assertGreater(kept / height, 0.75)

    def test_many_without_an_amount_are_counted_and_not_drawn(self):
        """A picture ends with its data; the table and the file go on."""
        for query in ("measure=award&sort=-amount", "measure=award", "measure=award&fy=2001"):
            rows = self.get(f"/jurisdictions.csv?{query}").rows
            _, words = self.svg("/jurisdictions", query)
            left_off = re.findall(r"(\d+) (?:more|rows): No data", words)
            with_amount = [row["jurisdiction"] for row in rows if row["amount_usd"]]
            self.assertEqual(len(rows), 115)
            for name in with_amount:
                self.assertIn(name, words)
            self.assertIn(f"No amount in {len(rows) - len(with_amount)} of {len(rows)} rows", words)
            self.assertEqual(sum(int(n) for n in left_off), len(rows) - len(with_amount))
        _, words = self.svg("/jurisdictions", QUERY)  # three of 23 are told by name
        self.assertNotRegex(words, r"more: No data")

    def test_a_long_picture_goes_over_several_sheets_and_can_be_passed(self):
        """One made to fit on a sheet would be a third as wide, its words 3 points high."""
        for path, is_long in (("/deadlines", False), ("/jurisdictions?measure=statewide-award&program=scaap", True), ("/map", False),
                              ("/status?requirement=jag-notice", False)):
            with self.subTest(path):
                self.assertEqual(['class="long"' in image for image, *_ in self.pictures(path)], [is_long])
                # On a phone it is as high as a dozen screens: what stands below can be reached past it.
                before = self.get(path).text.partition("<figure>")[0]
                self.assertEqual('<a href="#results">Go to the table</a>' in before, is_long)

    def test_no_chart(self):
        for path, query in (("/funding", ""), ("/status", ""), ("/timeline", ""), ("/compare", "j=chicago-il&j=los-angeles-ca"),
                            ("/awards", "")):
            with self.subTest(path):
                self.assertEqual(self.site.ask(f"{path}.svg?{query}").status, 400)
                self.assertNotIn("<picture>", self.get(f"{path}?{query}").text)

    def test_years_of_which_more_is_on_record_are_told(self):
        """A year with few amounts is not one of little money: picture and text say from how many to how many each year has."""
        for query in ("measure=reported&program=jag", "measure=award", "measure=award&as_of=2018-03-01", "measure=award&state=CA&state=IL", "measure=award&min=100000"):
            counts = collections.Counter(row["fiscal_year"] for row in self.get(f"/funding.csv?{query}").rows)
            self.assertLess(min(counts.values()), max(counts.values()), query)
            said = f"Years differ in how many amounts are on record: {min(counts.values())}\u2013{max(counts.values())}."
            self.assertIn(said, Page(self.get(f"/funding?{query}").text).root.one("figcaption").text)
            self.assertIn(said, " ".join(html.unescape(words) for words in re.findall(r"<text[^>]*>([^<]*)</text>", self.get(f"/funding.svg?{query}").text)))
        self.assertNotIn("Years differ", self.get("/funding?measure=joint-share&j=monterey-county-ca").text)

    def test_funding_by_year_is_the_sum_of_its_rows(self):
        sums = {}
        for row in self.get("/funding.json?measure=award&limit=1000").json["rows"]:
            if row["amount_state"] == "counted":
                sums[row["fiscal_year"]] = sums.get(row["fiscal_year"], 0) + float(row["amount_usd"])
        root, _ = self.svg("/funding", "measure=award")
        titles = " ".join(node.text or "" for node in root.iter(f"{SVG}title"))
        self.assertGreater(len(sums), 10)
        for year, amount in sums.items():
            self.assertIn(f"{year}: ${amount:,.0f}", titles)

    def test_at_stake_is_the_subtraction_of_its_page(self):
        query = "requirement=jag-1373-certification&measure=award"
        steps = {row["step_line"]: row for row in self.get(f"/at-stake.json?{query}").json["steps"]}
        root, _ = self.svg("/at-stake", query)
        titles = " ".join(node.text or "" for node in root.iter(f"{SVG}title"))
        for step in ("gross", "not-reached"):
            self.assertIn(f"${float(steps[step]['amount_usd']):,.0f}", titles)

    def test_a_step_alone_is_not_told_as_what_remains(self):
        query = "requirement=jag-1373-certification&measure=reported&fy=2017&as_of=2018-01-24"
        steps = {row["value"]: float(row["amount_usd"]) for row in self.get(f"/at-stake.json?{query}").json["steps"]}
        self.assertGreater(min(steps["not-reached"], steps["remaining"]), 0)
        for step, said in (("not-reached", f"Not reached by the requirement: −${steps['not-reached'] / 1e6:.1f} million of"),
                           ("shielded", "Shielded by a ruling in force: $0 of"),
                           ("remaining", f"Remains under the requirement: ${steps['remaining'] / 1e6:.1f} million of")):
            with self.subTest(step):
                title = self.svg("/at-stake", f"{query}&step={step}")[0].find(f"{SVG}title").text
                self.assertEqual(title, f"{said} ${steps[None] / 1e6:.1f} million")

    def test_the_source_line_begins_with_whom_most_rows_cite(self):
        query = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported&sort=-amount"
        rows = self.get(f"/jurisdictions.csv?{query}").rows
        self.assertEqual(sum("cis-2018-01-25" in row["sources"].split() for row in rows), 23)
        self.assertIn("Source: Center for Immigration Studies", self.svg("/jurisdictions", query)[1])

    def test_a_map_of_states_is_of_states_without_an_amount_too(self):
        self.assertIn("States: no share of a joint award", self.svg("/map", "measure=joint-share&kind=state")[1])

    def test_a_picture_without_an_amount_says_so_first(self):
        for path, query, title in (
                ("/map", "measure=outlay", "Local governments: no outlay on record that is counted"),
                ("/map", "measure=outlay&fy=2016&chart=dot-map", "No FY2016 outlay on record for 115 jurisdictions"),
                ("/map", "measure=joint-share&kind=city", "Local governments: share of a joint award, by state"),
                ("/jurisdictions", "measure=outlay&program=jag", "No JAG outlay on record for 115 jurisdictions"),
                ("/jurisdictions", "measure=outlay&state=VT&kind=state", "No outlay on record for 1 jurisdiction"),
                ("/compare", "measure=outlay&j=chicago-il&j=boston-ma&fy=2016", "No FY2016 outlay on record for the 2 compared"),
                ("/jurisdictions", "measure=outlay&q=xyzzy", "Outlay: 0 jurisdictions"),
                # One that is not counted is an amount.
                ("/jurisdictions", "measure=reported&state=OR&kind=state&fy=2017", "Reported FY2017 amount: 1 jurisdiction")):
            with self.subTest(path, query=query):
                self.assertEqual(self.svg(path, query)[0].find(f"{SVG}title").text, title)

    def test_the_classes_of_a_map_leave_no_gap(self):
        """Each begins where the one before it ends, and every value stands in the one of its paint."""
        def dollars(words):
            number, scale = re.fullmatch(r"\$([\d,.]+)( million)?", words).groups()
            return round(float(number.replace(",", "")) * (1e6 if scale else 1))

        for query in ("measure=reported&fy=2017", "measure=award", "measure=allocation&fy=2016", "measure=award&kind=state"):
            with self.subTest(query):
                root, _ = self.svg("/map", query)
                texts = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
                classes = [re.split(" to under | to ", text) for text in texts if re.fullmatch(r"\$\S+(?: million)? to .*", text)]
                self.assertGreater(len(classes), 2)
                self.assertEqual([until for _, until in classes[:-1]], [start for start, _ in classes[1:]])
                column = "state_usd" if "kind" in query else "local_usd"
                values = [float(row[column]) for row in self.get(f"/map.csv?{query}").rows if row[column]]
                bounds = [dollars(start) for start, _ in classes]  # the ends of all may be rounded
                self.assertEqual(bounds, sorted(bounds))
                counts = [sum(low <= value < high for value in values) for low, high in zip(bounds[1:], bounds[2:])]
                self.assertTrue(all(counts), f"{counts}: none is empty")
                paints = collections.Counter(node.find(f"{SVG}rect").get("class") for node in root.iter(f"{SVG}a") if node.find(f"{SVG}rect") is not None)
                for count in counts:
                    self.assertIn(count, paints.values())
        words = self.svg("/map", "")[1]
        self.assertRegex(words, r" 1 2 3 to 19 0 ")

    def test_map_counts_are_those_of_its_rows(self):
        _, words = self.svg("/map", "")
        for row in self.get("/map.json?limit=1000").json["rows"]:
            self.assertIn(f"{row['state']} {row['jurisdictions_count']}", words)


class Fuzzed(unittest.TestCase):
    def test_every_pdf_is_sound(self):
        """Of all that fuzzing found worth keeping."""
        kept = folder("pdf-")
        subprocess.run([BUILD / "fuzz/replay_chart", ROOT / "tests/fuzz/corpus/chart"], check=True, capture_output=True,
                       cwd=ROOT, env={"CHARTS_KEPT": str(kept), "PATH": os.environ["PATH"]})
        files = sorted(kept.glob("*.pdf"))
        self.assertGreater(len(files), 10)
        for file in files:
            checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
            self.assertEqual((checked.returncode, checked.stderr), (0, ""), checked.stdout)


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
