"""Every list and every record: one count in page, JSON and CSV; filters narrow; a date hides; wrong input names its field."""
import re
import subprocess
import unicodedata
import unittest

from page import Page
from served import SiteCase, cgi, configuration, proviso
from test_ledger import Register

# Path, the date column that as-of compares, a filter that leaves some rows and not all, a value for it.
LISTS = (
    ("/jurisdictions", None, "state", "CA"),
    ("/demands", "issued_on", None, None),
    ("/deadlines", "issued_on", "state", "CA"),
    ("/requirements", "effective_on", "program", "16.738"),
    ("/cases", "filed_on", "j", "chicago-il"),
    ("/programs", None, None, None),
    ("/awards", "first_on", "fy", "2017"),
    ("/claims", "made_on", "j", "chicago-il"),
    ("/policies", "effective_on", "state", "CA"),
    ("/statements", "said_on", "demand", "doj-2018-01-24"),
    ("/findings", "looked_on", "demand", "doj-2018-01-24"),
    ("/sources", None, "source_kind", "news"),
    ("/funding", None, "j", "chicago-il"),
    ("/status", None, "requirement", "jag-1373-certification"),
    ("/timeline", "event_on", "lane", "court"),
    ("/map", None, None, None),
)
RECORDS = ("demands", "requirements", "cases", "programs", "claims", "policies", "statements", "findings", "sources")
DAY = "2017-10-20"


class Lists(SiteCase):
    def counts(self, path, query=""):
        """The number of rows that page, JSON and CSV say, and the CSV's rows."""
        page = Page(self.get(f"{path}?{query}").text)
        table = self.get(f"{path}.json?{query}").json
        rows = self.get(f"{path}.csv?{query}").rows
        heading = page.heading and int(re.match(r"[\d,]+", page.heading)[0].replace(",", ""))
        first = [row["key"] for row in table["rows"]]  # a matrix ends where a line ends
        self.assertEqual(first, [row["key"] for row in rows[:len(first)]])
        self.assertTrue(len(first) == len(rows) or 40 <= len(first) <= 50, len(first))
        return heading, table["meta"]["total"]["row_count"], rows

    def test_what_orders_a_list_is_no_column_of_it(self):
        self.assertEqual(list(self.site.ask("/jurisdictions.json?limit=1").json["rows"][0]),
                         ["key", "jurisdiction", "jurisdiction_url", "kind", "state", "population_2020", "latitude", "longitude",
                          "disputed", "sources"])

    def test_no_two_choices_look_alike(self):
        """Two cases of one court may have one name: their dockets tell them apart."""
        for path in ("/jurisdictions", "/cases", "/funding", "/deadlines", "/claims", "/reports/group"):
            for select in Page(self.get(path).text).root.all("select"):
                words = [option.text for option in select.all("option")]
                self.assertEqual(len(words), len(set(words)), f"{path} {select['name']}")

    def test_one_count_everywhere(self):
        for path, _, parameter, value in LISTS:
            for query in filter(None, ("limit=50", f"as_of={DAY}", parameter and f"{parameter}={value}")):
                with self.subTest(f"{path}?{query}"):
                    query = "" if query == "limit=50" else query
                    heading, total, rows = self.counts(path, query)
                    self.assertEqual((heading, total), (len(rows), len(rows)))
                    self.assertEqual(len({row["key"] for row in rows}), len(rows))

    def test_filters_narrow(self):
        for path, _, parameter, value in LISTS:
            if not parameter or path == "/awards":
                continue
            with self.subTest(path):
                every = {row["key"] for row in self.get(f"{path}.csv").rows}
                some = {row["key"] for row in self.get(f"{path}.csv?{parameter}={value}").rows}
                self.assertTrue(set() < some < every)

    def test_a_bound_holds_beside_several_values(self):
        """Two values of a filter and a bound on what the index holds next, where SQLite may pass over the bound."""
        asked = "/funding.csv?j=clark-county-nv&program=16.710&program=jag"
        self.assertEqual([row["fiscal_year"] for row in self.get(asked).rows], ["2020"])
        for bound in ("fy_to=2019", "fy_from=2021", "fy=2019", "fy_from=2010&fy_to=2019"):
            self.assertEqual(self.get(f"{asked}&{bound}").rows, [], bound)

    def test_parties_to_a_case(self):
        case = self.get("/cases/chicago-v-sessions-ilnd-2017.json").json
        parties = {row["jurisdiction"] for row in case["parties"] if row["jurisdiction"]}
        rows = self.get("/jurisdictions.csv?case=chicago-v-sessions-ilnd-2017").rows
        self.assertEqual({row["jurisdiction"] for row in rows}, parties)
        self.assertTrue(parties)

    def test_a_date_hides_what_is_later(self):
        for path, column, _, _ in LISTS:
            if not column:
                continue
            with self.subTest(path):
                rows = self.get(f"{path}.csv?as_of={DAY}").rows
                self.assertEqual([row[column] for row in rows if row[column] > DAY], [])
                self.assertLessEqual(len(rows), len(self.get(f"{path}.csv").rows))

    def test_every_order_gives_every_row_once(self):
        for path, *_ in LISTS:
            page = Page(self.get(path).text)
            orders = [option["value"] for select in page.root.all("select") if select["name"] == "sort"
                      for option in select.all("option")]
            self.assertTrue(orders, path)
            for order in orders:
                with self.subTest(f"{path} {order}"):
                    whole = [row["key"] for row in self.get(f"{path}.csv?sort={order}").rows]
                    paged, next_page = [], f"{path}.json?sort={order}&limit=7"
                    while next_page:
                        answer = self.get(next_page)
                        table = answer.json
                        paged += [row["key"] for row in table["rows"]]
                        link = f'<{table["next"]}>; rel="next"' if table["next"] else None
                        self.assertEqual(answer.headers.get("link"), link)
                        next_page = table["next"] and table["next"].removeprefix(self.site.base)
                    self.assertEqual(paged, whole)

    def test_a_citation_says_what_is_asked(self):
        for path, words in (("/claims?state=IL&position=complies", "Proviso, \u201c1 claim, State: Illinois, Position: Says it complies\u201d, as of"),
                            ("/compare?j=chicago-il&j=cook-county-il", "17 amounts compared, Jurisdiction: Chicago, IL, Jurisdiction: Cook County, IL\u201d"),
                            ("/demands/dhs-2025-05-29", "\u201cList of jurisdictions of the Department of Homeland Security\u201d"),
                            ("/jurisdictions/orange-county-fl", "\u201cOrange County, FL\u201d"), ("/jurisdictions/oregon", "\u201cOregon\u201d"),
                            ("/jurisdictions/washington-dc", "\u201cWashington, D.C.\u201d"),
                            ("/claims?j=washington-dc&position=complies", "Jurisdiction: Washington, D.C., Position"),
                            ("/claims?j=oregon&position=complies", "Jurisdiction: Oregon, Position"),
                            ("/cases/chicago-v-sessions-ca7-2017", "\u201cCity of Chicago v. Sessions, 17-2991 (7th Cir.)\u201d"),
                            ("/statements/2018-01-24.article-context", "\u201cNews article: Congress was about to")):
            with self.subTest(path):
                self.assertIn(words, Page(self.get(path).text).text)
        page = Page(self.get("/claims?state=IL&position=complies&as_of=2018-01-24").text)
        self.assertIn("Bluebook: Proviso, 1 claim, State: Illinois, Position: Says it complies (January 24, 2018), http", page.text)

    def test_no_two_records_are_cited_alike(self):
        for path in ("/cases", "/claims", "/policies"):
            records = [self.get(f"{path}/{row['key']}.json").json["record"] for row in self.get(f"{path}.csv").rows]
            cited = [record["full_name"] for record in records]
            self.assertEqual(len(set(cited)), len(cited), path)

    def test_no_two_columns_are_what_a_list_is_sorted_by(self):
        for path in [path for path, *_ in LISTS] + ["/map?measure=award"]:
            with self.subTest(path):
                heads = Page(self.get(path).text).root.all("th")
                self.assertLessEqual(sum("aria-sort" in head.attributes for head in heads), 1)

    def test_what_the_question_makes_the_same_is_said_once(self):
        """One value asked of what a column holds: said above the table, no column of it; CSV keeps all columns."""
        for path, head, told, column in (
                ("/status?requirement=jag-1373-certification", "Requirement", "1373 certification", "requirement"),
                ("/status?requirement=jag-1373-certification", "Requirement ended", "April 28, 2021", "condition_ended_on"),
                ("/jurisdictions?state=CA", "State", "California", "state"), ("/jurisdictions?kind=city", "Kind", "City", "kind"),
                ("/funding?fy=2017&program=jag", "Fiscal year", "2017", "fiscal_year"),
                ("/funding?fy=2017&program=jag&measure=award", "Measure", "Award", "measure"),
                ("/claims?authority=doj", "Authority", "DOJ", "authority"), ("/policies?j=chicago-il", "Jurisdiction", "Chicago", "jurisdiction"),
                ("/deadlines?demand=doj-2018-01-24", "Demand", "Letters to 23 jurisdictions", "demand")):
            with self.subTest(f"{path} {head}"):
                page, bare = (Page(self.get(each).text) for each in (path, path.split("?")[0]))
                (said,) = page.root.all("p", **{"class": "same"})
                self.assertTrue(said.text.strip().startswith("In every row: "), said.text)
                self.assertIn(f" {head}: {told}", said.text)
                results = page.root.one("section", **{"aria-labelledby": "results"})
                self.assertNotIn(head, [each.text for each in results.all("th", scope="col")])
                self.assertIn(column, self.get(path.replace("?", ".csv?")).rows[0])
                self.assertNotIn("In every row", bare.text)
        for query in ("state=CA&state=IL", "j=chicago-il"):
            heads = [each.text for each in Page(self.get(f"/jurisdictions?{query}").text).root.all("th", scope="col")]
            self.assertEqual(heads[2:4], ["Kind", "State"], "two values, or another column")

    def test_a_demand_is_told_with_its_day(self):
        """In menus, filters and facets, in the page's language: names of letters are much alike. Charts have no room for it."""
        for language, day in (("en", "January 24, 2018"), ("es", "24 de enero de 2018")):
            label = f"Letters to 23 jurisdictions ({day})"
            asked = Page(self.get(f"/jurisdictions?demand=doj-2018-01-24&program=jag&fy=2017&measure=reported&lang={language}").text)
            self.assertIn(label, [option.text for option in asked.root.all("option") if "selected" in option.attributes])
            self.assertTrue(any(label in item.text for item in asked.root.all("ul", **{"class": "filters"})))
            self.assertTrue(asked.root.all("figure") and not any(day in figure.text for figure in asked.root.all("figure")))
            for path in ("/jurisdictions?state=IL", "/jurisdictions", "/deadlines", "/deadlines?state=IL"):
                wide = Page(self.get(f"{path}{'&' if '?' in path else '?'}lang={language}").text)
                self.assertIn(label, [link.text for item in wide.root.all("ul", **{"class": "facets"}) for link in item.all("a")], path)
            home = Page(self.get(f"/?lang={language}").text)
            self.assertIn(f"{label}: 23", [option.text for option in home.root.all("option")])

    def test_sources_are_numbered_as_they_are_met(self):
        for path in ("/compare?j=chicago-il&j=cook-county-il&measure=reported", "/jurisdictions/california", "/status",
                     "/at-stake?requirement=jag-notice&measure=reported&fy=2017&as_of=2018-01-24"):
            cited = Page(self.get(path).text).cited()
            self.assertGreater(len(cited), 9, path)
            self.assertEqual(cited, list(range(1, len(cited) + 1)), path)

    def test_numbers_of_sources_rise_in_a_cell(self):
        page = Page(self.get("/jurisdictions?measure=award&sort=-amount").text)
        cells = [[int(link["href"][2:]) for link in cell.all("a") if (link["href"] or "").startswith("#n")] for cell in page.root.all("td")]
        self.assertGreater(len([numbers for numbers in cells if len(numbers) > 2]), 9)
        self.assertTrue(any(len(numbers) > 1 and numbers[-1] - numbers[0] >= len(numbers) for numbers in cells), "none cites an earlier source")
        for numbers in cells:
            self.assertEqual(numbers, sorted(numbers))

    def test_addresses_in_print_are_whole(self):
        """Of many sources print shows the links as they are, and where they begin."""
        for path in ("/claims?j=chicago-il", "/jurisdictions/chicago-il"):
            page = Page(self.get(path).text)
            lists = [each for each in page.root.all("ol") if each["class"] == "sources short"]
            for link in [link for each in lists for link in each.all("a")]:
                self.assertTrue(link["href"].startswith("/"), link["href"])
            begin = [each.text for each in page.root.all("span") if each["class"] == "print"]
            self.assertEqual(begin, [f"Addresses begin with {self.site.base.removesuffix(self.site.prefix)}"] if lists else [], path)
        self.assertTrue(lists)

    def test_a_long_list_of_sources_names_the_kinds_but_official_records(self):
        labels = {"official-record": None, "official-statement": "Official statement", "news": "News", "court-document": "Court document",
                  "advocacy": "Advocacy", "estimate": "Estimate"}
        kinds = {row["key"]: row["source_kind"] for row in self.get("/sources.csv").rows}
        page = Page(self.get("/jurisdictions/chicago-il").text)
        told = {}
        for item in page.root.one("ol", class_="sources short").all("li"):
            told.setdefault(kinds[item.one("a")["href"].split("/")[-1]], set()).add(item.text.rpartition(". ")[2].rstrip("."))
        self.assertGreaterEqual(told.keys(), {"official-record", "official-statement", "news", "court-document"})
        for kind, words in told.items():
            self.assertEqual(words & set(labels.values()), {labels[kind]} - {None}, kind)
            self.assertTrue(len(words) == 1 or kind == "official-record", words)

    def test_a_printed_profile_says_where_publishers_addresses_are(self):
        """There is no room for them on a page of 60 KB: the report has those of all that it cites."""
        page = Page(self.get("/jurisdictions/chicago-il").text)
        printed = " ".join(node.text for node in page.root.all("p") if node["class"] == "print")
        self.assertIn("The report at this page\u2019s address with .pdf has the publishers\u2019 own addresses", printed)
        text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=self.get("/jurisdictions/chicago-il.pdf").body, capture_output=True, check=True)
        plain = re.sub(r"\s", "", text.stdout.decode())
        keys = {link.split("/")[-1].partition("?")[0] for _, _, link in page.links() if "/sources/" in link}
        sources = {row["key"]: row["url"] for row in self.get("/sources.csv").rows}
        found = [key for key in keys if sources[key] and sources[key] in plain]
        self.assertGreater(len(found), 0.9 * len([key for key in keys if sources[key]]))  # it cites a little less than the page
        self.assertGreater(len(found), 30)

    def test_states_in_the_order_of_their_codes_are_said_to_be(self):
        for path in ("/jurisdictions", "/status"):
            codes = [row["state"] for row in self.get(f"{path}.csv?sort=state").rows]
            self.assertEqual(codes, sorted(codes), path)
            self.assertIn("Order: State, by its postal code", Page(self.get(f"{path}?sort=state").text).text)

    def test_the_states_of_a_map_stand_by_name_in_every_language(self):
        """As letters follow each other with or without an accent."""
        orders = set()
        for language in ("en", "es"):
            page = Page(self.get(f"/map?lang={language}&limit=60").text)
            names = [node.text for node in page.root.all("th", scope="row")]
            plain = [unicodedata.normalize("NFD", name).encode("ascii", "ignore") for name in names]
            self.assertEqual((plain, len(set(plain))), (sorted(plain), 56), language)
            self.assertTrue("Order: State" in page.text or "Orden: Estado" in page.text)
            rows, url = [], f"/map.json?limit=13&lang={language}"
            while url:
                answer = self.get(url.removeprefix(self.site.base)).json
                rows, url = rows + answer["rows"], answer["next"]
            self.assertEqual([row["state"] for row in rows], [row["state"] for row in self.get(f"/map.csv?lang={language}").rows])
            orders.add(tuple(row["state"] for row in self.get(f"/map.csv?lang={language}").rows))
        self.assertEqual(len(orders), 2)

    def test_an_amount_that_is_not_counted_has_no_rank(self):
        """It stands where its size puts it, as in the file, without a number and marked; in other orders rows are only numbered."""
        for path, column in (("/jurisdictions", "amount"), ("/jurisdictions", "per-resident"), ("/funding", "amount")):
            for order in (f"-{column}", "name", *([column] if column == "amount" else [])):
                with self.subTest(path, order=order):
                    query = f"demand=doj-2018-01-24&program=jag&fy=2017&measure=reported&sort={order}"
                    rows = [row.all("td") for row in Page(self.get(f"{path}?{query}").text).root.all("tr") if row.all("td")]
                    marked = ["flagged" in " ".join(cell["class"] or "" for cell in row) for row in rows]
                    states = [row["amount_state"] for row in self.get(f"{path}.csv?{query}").rows]
                    self.assertEqual(marked, [state == "not-counted" for state in states])
                    self.assertEqual(marked.count(True), 1)
                    numbers = [row[0].text for row in rows]
                    ranked = [number for number, is_marked in zip(numbers, marked) if not is_marked or order == "name"]
                    self.assertEqual(ranked, [str(i + 1) for i in range(len(ranked))])
                    self.assertEqual(numbers.count("–"), order != "name")

    def test_a_timeline_of_several_says_of_whom_each_line_is(self):
        """A ruling for six of those named is six lines: each names one."""
        query = "demand=doj-2018-01-24&limit=60"
        table = Page(self.get(f"/timeline?{query}").text).root.one("table")
        heads = [head.text for head in table.one("thead").all("th")]
        self.assertEqual(len(heads), len(set(heads)))
        lines = [" ".join(cell.text for cell in row.all() if cell.tag in ("th", "td"))[2:].partition(" ")[2] for row in table.one("tbody").all("tr")]
        self.assertEqual(len(lines), len(set(lines)))
        named = [row["jurisdiction"] for row in self.get(f"/timeline.json?{query}").json["rows"]]
        for name, line in zip(named, lines):
            self.assertTrue(not name or name.partition(",")[0] in line, line)
        alone = Page(self.get("/timeline?j=chicago-il").text)
        self.assertIn("In every row: Jurisdiction: Chicago", alone.text)

    def test_rulings_tell_what_is_in_force_on_the_day(self):
        for query in ("j=chicago-il&as_of=2018-08-01", "j=watsonville-ca", "as_of=2017-12-01"):
            table = Page(self.get(f"/rulings?{query}&limit=100").text).root.one("table")
            place = [head.text for head in table.one("thead").all("th")].index("In force")
            said = [[cell for cell in row.all() if cell.tag in ("th", "td")][place].text for row in table.one("tbody").all("tr")]
            self.assertEqual(said, ["yes" if row["is_current"] == "1" else "" for row in self.get(f"/rulings.csv?{query}").rows])
            self.assertTrue("yes" in said and "" in said, query)
            holding = self.get(f"/rulings.json?{query}&in_force=yes&limit=100").json["rows"]
            self.assertEqual([row["key"] for row in holding],
                             [row["key"] for row in self.get(f"/rulings.csv?{query}").rows if row["is_current"] == "1"])

    def test_changes_open_with_the_newest_two_years(self):
        """An answer is there before anything is asked, and says what it is of; files are of what was asked alone."""
        for query, first in (("", "2025-01-01"), ("as_of=2018-01-05", "2017-01-01"), ("to=2018-01-01", "2017-01-01"), ("j=denver-co&to=2018-12-31", "2017-01-01"),
                             ("edition=1&limit=3", "2025-01-01"), ("lang=es", "2025-01-01")):
            with self.subTest(query):
                opened, asked = (Page(self.get(f"/changes?{each}").text) for each in (query, f"from={first}&{query}"))
                table = [[cell.text for cell in row.all("td")] for row in opened.root.all("tr")]
                self.assertEqual(table, [[cell.text for cell in row.all("td")] for row in asked.root.all("tr")])
                self.assertGreater(len(table), 1)
                self.assertEqual(opened.root.one("h1").text, asked.root.one("h1").text)
                self.assertEqual(opened.root.one("input", name="from")["value"], first)
                words = ("los dos años más recientes", "Desde: 1 de enero de") if "es" in query else ("the newest two years", "From: January 1, ")
                for word in words:
                    self.assertIn(word, opened.text)
                self.assertNotIn(words[0], asked.text)
                self.assertTrue([link for _, _, link in opened.links() if ".csv?" in link and f"from={first}" in link])
        self.get("/changes.json", status=400)
        self.assertNotIn("the newest two years", Page(self.get("/changes?to_edition=1").text).text)

    def test_days_worth_asking_from(self):
        for query, days, year in (("", 10, "2026-10-01 FY2027 begins"), ("as_of=2017-06-01", 3, "2016-10-01 FY2017 begins"),
                                  ("as_of=2017-10-01", 3, "2017-10-01 FY2018 begins")):
            page = Page(self.get(f"/changes?{query}").text)
            offered = page.root.one("datalist", id=page.root.one("input", name="from")["list"]).all("option")
            self.assertEqual(len(offered), days)
            words = [f"{node['value']} {node.text}" for node in offered]
            self.assertIn("2017-04-21 Letters to nine jurisdictions", words)
            self.assertEqual(words[0], year)

    def test_wrong_input_names_the_field(self):
        for path, *_ in LISTS:
            for query in ("nope=1", "as_of=2017-02-30", "limit=0"):
                with self.subTest(f"{path}?{query}"):
                    name = query.split("=")[0]
                    page = Page(self.get(f"{path}?{query}", status=400).text)
                    self.assertIn(name, page.text)
                    fields = self.get(f"{path}.json?{query}", status=400).json["fields"]
                    self.assertEqual([field["name"] for field in fields], [name])

    def test_a_jurisdiction_that_is_not_there(self):
        for path in ("/claims", "/cases", "/policies", "/deadlines"):
            self.assertIn("no-such-place", self.get(f"{path}?j=no-such-place", status=404).text)

    def test_an_authority_without_rows_is_no_error(self):
        """Every authority of the edition can be asked for in every list, also one that the form does not offer there."""
        for path in ("/claims", "/cases", "/deadlines", "/requirements", "/statements", "/status", "/jurisdictions"):
            for authority in ("us-conference-of-mayors", "ca1"):
                with self.subTest(f"{path} {authority}"):
                    self.get(f"{path}.csv?authority={authority}")
            self.get(f"{path}.csv?authority=no-such-authority", status=404)
        self.assertTrue(self.get("/status.csv?authority=ca1").rows, "courts hold positions, too")

    def test_a_bound_without_a_measure_says_so(self):
        for path in ("/jurisdictions", "/funding"):
            for query, said in (("min=30000000", "At least: $30,000,000, of any measure"), ("max=5000", "At most: $5,000, of any measure"),
                                ("min=30000000&measure=award", "At least: $30,000,000 ")):
                self.assertIn(said, Page(self.get(f"{path}?{query}").text).text, path)
        self.assertIn("At least: $5,000,000 ", Page(self.get("/awards?min=5000000").text).text)

    def test_what_was_chosen_stays_chosen(self):
        """Sending the form again asks the same, also where the date hides what was chosen or nothing here fits it."""
        for query in (f"demand=doj-2018-01-24&as_of={DAY}", "authority=us-conference-of-mayors", "authority=doj&demand=doj-2018-01-24",
                      "case=new-york-v-doj-nysd-2018&position=complies"):
            with self.subTest(query):
                form = Page(self.get(f"/claims?{query}").text).root.one("form", action="/claims")
                chosen = {select["name"]: option["value"] for select in form.all("select") for option in select.all("option")
                          if "selected" in option.attributes and option["value"]}
                chosen.update({field["name"]: field["value"] for field in form.all("input") if field["value"]})
                for pair in query.split("&"):
                    self.assertIn(tuple(pair.split("=")), chosen.items())


# A program or a year of jurisdictions that are named, without a measure.
BESIDE = ("/jurisdictions?j=chicago-il&j=cook-county-il&program=jag", "/jurisdictions?demand=doj-2018-01-24&fy=2017&as_of=2018-03-01",
          "/jurisdictions?case=new-york-v-doj-nysd-2018&program=jag&program=scaap", "/jurisdictions?j=chicago-il&j=cook-county-il&fy=2017")


class Facets(SiteCase):
    """Each way to narrow a list says how many rows it leaves, and leaves so many."""

    def blocks(self, path):
        """The facets of a page, each as the links and counts of its values."""
        page = Page(self.get(path).text)
        return [[(item.all("a")[0]["href"], int(item.all("small")[0].text.replace(",", ""))) for item in block.all("li") if item.all("small")]
                for block in page.root.all("ul") if block["class"] == "facets"]

    def facets(self, path):
        return sum(self.blocks(path), [])

    def test_counts_agree_with_rows(self):
        for path in ("/jurisdictions", f"/jurisdictions?as_of={DAY}", "/jurisdictions?demand=doj-2018-01-24", "/jurisdictions?state=CA", "/jurisdictions?state=CA&kind=city", f"/jurisdictions?demand=doj-2017-04-21&as_of={DAY}",
                     "/jurisdictions?program=jag", "/jurisdictions?fy=2017&kind=city", "/jurisdictions?program=jag&program=scaap",
                     "/jurisdictions?program=jag&fy=2017", "/jurisdictions?j=chicago-il&j=cook-county-il&j=illinois",
                     f"/jurisdictions?fy=2016&as_of={DAY}", "/jurisdictions?state=CA&measure=award&program=jag",
                     "/jurisdictions?measure=award", f"/jurisdictions?measure=allocation&kind=city&as_of={DAY}",
                     "/jurisdictions?measure=award&program=jag&fy=2017", "/jurisdictions?measure=award&program=jag&program=scaap&state=CA",
                     "/jurisdictions?measure=award&program=jag&demand=doj-2018-01-24", *BESIDE, "/jurisdictions?min=1000000&standing=passed", "/jurisdictions?demand=doj-2017-11-15&min=4741644",
                     "/jurisdictions?litigation=open&position=barred-by-court", "/jurisdictions?authority=doj", f"/jurisdictions?not_demand=doj-2017-04-21&as_of={DAY}",
                     "/claims", "/claims?j=chicago-il", "/policies", "/deadlines", "/sources", "/status", "/statements",
                     "/cases", f"/cases?as_of={DAY}", "/cases?j=chicago-il", "/funding", f"/funding?state=CA&as_of={DAY}",
                     "/funding?program=scaap&state=IL", "/funding?j=chicago-il", "/funding?case=new-york-v-doj-nysd-2018",
                     "/awards", f"/awards?as_of={DAY}", "/awards?state=CA", "/awards?j=chicago-il", "/awards?min=100000"):
            blocks = self.blocks(path)
            self.assertTrue(blocks, path)
            for link, count in (block[end] for block in blocks for end in (0, -1)):
                with self.subTest(link):
                    bare, _, query = link.partition("?")
                    self.assertEqual(len(self.get(f"{bare}.csv?{query}").rows), count)

    def test_a_program_and_a_year_narrow_those_that_are_named(self):
        for path in BESIDE:
            links = [link for link, _ in self.facets(path)]
            for name in {"program", "fy"} - {"program" if "program=" in path else "fy"}:
                self.assertTrue([link for link in links if f"{name}=" in link], f"{path} {name}")

    def test_what_is_kept_is_what_would_be_counted(self):
        for path in ("/jurisdictions", "/funding"):
            kept, counted = ([(re.sub("[?&]as_of=[0-9-]+", "", link).replace(f"{path}&", f"{path}?"), count) for link, count in self.facets(asked)]
                             for asked in (path, f"{path}?as_of=2026-11-23"))
            self.assertTrue(kept, path)
            self.assertEqual(kept, counted)

    def test_a_count_on_the_map_agrees_with_rows(self):
        for row in self.get("/map.json?kind=city").json["rows"]:
            if row["jurisdictions_count"]:
                bare, _, query = row["jurisdictions_count_url"].partition("?")
                self.assertEqual(len(self.get(f"{bare}.csv?{query}").rows), row["jurisdictions_count"], row["state"])

    def test_of_many_values_the_first_are_told(self):
        page = Page(self.get("/jurisdictions").text)
        states = next(block for block in page.root.all("details") if block.one("summary").text == "State").all("li")
        self.assertEqual((len(states), states[-1].text, states[-1].one("a")["href"]), (13, "43 more in the form", "#ask"))
        kinds = next(block for block in page.root.all("details") if block.one("summary").text == "Kind").all("li")
        self.assertEqual(len(kinds), 5)

    def test_money_narrows_by_state_and_program(self):
        for path in ("/funding", "/awards", "/awards?j=chicago-il", "/funding?demand=doj-2018-01-24&measure=reported"):
            facets = self.facets(path)
            for name in ("state", "program"):
                narrowed = [(link, count) for link, count in facets if f"{name}=" in link]
                self.assertTrue(narrowed, f"{path} {name}")
                for link, count in (narrowed[0], narrowed[-1]):
                    with self.subTest(link):
                        bare, _, query = link.partition("?")
                        self.assertEqual(len(self.get(f"{bare}.csv?{query}").rows), count)

    def test_amounts_narrow_by_size(self):
        """Every size that some of the amounts reach and some do not, with how many reach it."""
        for query in ("measure=award", "measure=award&state=CA", "measure=reported&program=16.738&fy=2017&demand=doj-2018-01-24",
                      f"measure=award&as_of={DAY}", "measure=reported&position=disputed"):
            with self.subTest(query):
                rows = self.get(f"/jurisdictions.csv?{query}").rows
                reach = [(size, sum(float(row["amount_usd"] or -1) >= size for row in rows)) for size in (1e4, 1e5, 1e6, 1e7)]
                told = [(float(re.search("min=([0-9.]+)", link)[1]), count) for link, count in self.facets(f"/jurisdictions?{query}") if "min=" in link]
                self.assertEqual(told, [(size, count) for size, count in reach if 0 < count < len(rows)])
                self.assertTrue(told)

    def test_a_filter_in_force_is_no_facet(self):
        links = [link for link, _ in self.facets("/jurisdictions?state=CA")]
        self.assertTrue(links)
        self.assertTrue(all("state=CA" in link for link in links))

    def test_which_filter_leaves_nothing(self):
        page = Page(self.get("/jurisdictions?demand=doj-2018-01-24&state=AK&kind=city").text)
        without = [(item.all("a")[0]["href"], int(item.text.rsplit(":", 1)[1])) for item in page.root.all("li")
                   if item.text.strip().startswith("Without")]
        self.assertEqual(len(without), 1, "only the state stands in the way")
        bare, _, query = without[0][0].partition("?")
        self.assertEqual((bare, "state" in query), ("/jurisdictions", False))
        self.assertEqual(len(self.get(f"{bare}.csv?{query}").rows), without[0][1])


class Records(SiteCase):
    def test_every_record_of_every_list(self):
        """The page has the record's name as its heading and every section that the JSON has rows for."""
        for name in RECORDS:
            for row in self.get(f"/{name}.json?limit=4").json["rows"]:
                with self.subTest(f"/{name}/{row['key']}"):
                    page = Page(self.get(f"/{name}/{row['key']}").text)
                    record = self.get(f"/{name}/{row['key']}.json").json
                    self.assertEqual(record["record"]["key"], row["key"])
                    self.assertTrue(page.heading)

    def test_a_count_is_that_of_the_list_it_leads_to(self):
        """Of every record that counts anything: also on days when a ruling reached everyone."""
        for name in ("requirements", "programs"):
            for day in ("2017-10-20", "2018-03-01", "2026-11-30"):
                counts = 0
                for row in self.get(f"/{name}.json?as_of={day}").json["rows"]:
                    record = self.get(f"/{name}/{row['key']}.json?as_of={day}").json
                    told = [record["record"], *(row for rows in record.values() if isinstance(rows, list) for row in rows)]
                    for one in told:
                        for column in [column for column in one if column.endswith("_count_url")]:
                            link = one[column].removeprefix(self.site.base).replace("?", ".json?")
                            with self.subTest(link):
                                self.assertEqual(self.get(link).json["meta"]["total"]["row_count"], one[column.removesuffix("_url")])
                            counts += 1
                self.assertGreater(counts, 4 if name == "requirements" else 1)

    def test_not_there(self):
        for name in RECORDS:
            self.get(f"/{name}/no-such-record", status=404)
            self.get(f"/{name}/no-such-record.json", status=404)

    def test_not_there_yet(self):
        for name, column in (("claims", "made_on"), ("statements", "said_on"), ("cases", "filed_on")):
            late = [row for row in self.get(f"/{name}.csv").rows if row[column] > DAY]
            self.assertTrue(late)
            self.get(f"/{name}/{late[0]['key']}?as_of={DAY}", status=404)

    def test_a_source_is_known_once_published_or_cited(self):
        every = self.get("/sources.csv").rows
        for day in ("2017-08-10", "2018-01-24", "2021-03-03"):
            listed = {row["key"]: row for row in self.get(f"/sources.csv?as_of={day}").rows}
            early = {row["key"] for row in every if row["published_on"] and row["published_on"] <= day}
            self.assertLess(early, set(listed), day)
            self.assertLess(len(listed), len(every), day)
            for key in sorted(listed.keys() - early)[::10]:
                self.assertTrue(self.get(f"/sources/{key}.json?as_of={day}").json["rows"], f"{key} {day}")
            for path in ("/jurisdictions", "/jurisdictions/chicago-il", "/demands", "/cases", "/claims", "/funding", "/awards", "/policies", "/statements", "/status"):
                cited = {source["key"] for source in self.get(f"{path}.json?as_of={day}").json["sources"]}
                self.assertLessEqual(cited, listed.keys(), f"{path} {day}")
            self.assertEqual(self.get(f"/sources.json?as_of={day}").json["meta"]["total"]["row_count"], len(listed))
            found = {row["key"] for row in self.get(f"/search.json?q=sessions&as_of={day}&limit=1000").json["rows"] if row["record_kind"] == "source"}
            self.assertLessEqual({key.removeprefix("/sources/") for key in found}, listed.keys())
        self.get("/sources/amyhowe-2021-03-05?as_of=2020-01-01", status=404)
        self.get("/sources/amyhowe-2021-03-05?as_of=2021-03-05")

    def test_links_both_ways(self):
        """A case leads to its requirements and plaintiffs; both lead back."""
        case = self.get("/cases/chicago-v-sessions-ilnd-2017.json").json
        effects = {row["requirement_url"] for row in case["effects"]}
        parties = {row["jurisdiction_url"] for row in case["parties"] if row["jurisdiction_url"]}
        self.assertTrue(effects and parties)
        for address in effects | parties:
            below = address.removeprefix(self.site.base)
            self.assertIn("/cases/chicago-v-sessions-ilnd-2017", self.get(below).text, below)

    def test_a_ruling_is_not_told_before_its_day(self):
        before = self.get("/cases/chicago-v-sessions-ilnd-2017.json?as_of=2017-09-14").json
        after = self.get("/cases/chicago-v-sessions-ilnd-2017.json?as_of=2017-09-15").json
        self.assertEqual(before["effects"], [])
        self.assertEqual({row["ruled_on"] for row in after["effects"]}, {"2017-09-15"})


class LongTitles(unittest.TestCase):
    def test_the_next_page_after_the_longest_title_there_can_be(self):
        register = Register()
        longest = "!" + "\u00e9" * 249 + "."
        register.put("finding", "a" * 200, looked_for=longest)
        register.publish()
        config = configuration(register.state)
        first = cgi("pages", "/findings.json", "sort=name&limit=1", config=config).json
        self.assertEqual(first["rows"][0]["looked_for"], longest)
        second = cgi("pages", "/findings.json", first["next"].split("?")[1], config=config)
        self.assertEqual(second.status, 200, second.text)
        self.assertNotEqual(second.json["rows"][0]["looked_for"], longest)

    def test_a_longer_one_is_refused(self):
        register = Register()
        register.put("source", "too-long", title="!" + "\u00e9" * 250)
        said = proviso("import", "--replace", register.files, "--state", register.state, check=False)
        self.assertEqual(said.returncode, 1)
        self.assertIn(":title: has 501 bytes; at most 500 can be sorted by", said.stderr)


if __name__ == "__main__":
    unittest.main()
