"""Every sum leads to the rows behind it, and they add up to it: on the shipped register, on one with made-up awards and
figures that contradict each other, and on one of another subject."""
import html
import random
import re
import unittest

import test_other_subject
import test_rollup
from page import Page
from served import Site, SiteCase, cgi, configuration, folder, proviso
from test_ledger import Register

SAMPLE = 6  # amounts of a page
DAY = "2018-03-01"
NAMED = "demand=doj-2018-01-24"
CELL = "program=16.738&fy=2017&measure=reported"
FOUR = "j=chicago-il&j=cook-county-il&j=new-york-city-ny&j=los-angeles-ca"
# Pages with sums, each with how many amounts at least lead somewhere.
SHIPPED = {
    f"/jurisdictions?{NAMED}&{CELL}": 23, f"/jurisdictions?{NAMED}&{CELL}&as_of={DAY}": 15, "/jurisdictions?measure=award": 5,
    "/jurisdictions?measure=award&sort=-amount": 20, "/jurisdictions?measure=award&program=jag&program=scaap&state=CA": 3,
    "/jurisdictions?measure=joint-share&sort=-amount": 3, "/jurisdictions?measure=allocation&fy=2015&sort=-amount&limit=4": 4,
    "/jurisdictions?measure=reported&min=1000000": 3, f"/jurisdictions?measure=award&kind=county&sort=amount&as_of={DAY}": 1,
    "/map?measure=award": 10, f"/map?measure=award&as_of={DAY}": 5, "/map?measure=reported&kind=city&kind=county": 5, "/map?measure=statewide-award": 40,
    f"/map?{CELL}&{NAMED}": 8, "/map?measure=award&program=jag&program=scaap": 10, "/map?measure=award&fy=2017&lang=es": 2,
    f"/compare?{FOUR}": 10, f"/compare?{FOUR}&measure=award&fy_from=2016&fy_to=2021": 1, f"/compare?{FOUR}&program=jag&as_of={DAY}": 3,
    "/funding": 40, f"/funding?measure=award&as_of={DAY}": 5, "/funding?j=chicago-il&measure=award": 3, "/funding?measure=joint-share": 3,
    "/awards": 30, "/awards?sort=-amount": 40, "/awards?j=chicago-il": 3, f"/awards?state=CA&as_of={DAY}": 2,
    "/at-stake?requirement=jag-notice&measure=award": 10, f"/at-stake?requirement=jag-notice&measure=reported&fy=2017&as_of={DAY}": 10,
}
MADE_UP = {
    "/jurisdictions?measure=award&sort=-amount": 15, "/jurisdictions?measure=sub-award&sort=-amount": 2, "/jurisdictions?measure=sub-award&program=jag&sort=-amount": 2,
    "/jurisdictions?measure=award&fy=2015&sort=-amount": 2, f"/jurisdictions?measure=award&program=jag&fy=2012&sort=-amount&as_of={DAY}": 2,
    "/map?measure=award": 10, "/map?measure=sub-award": 2, f"/map?measure=award&program=jag&as_of={DAY}": 5,
    "/compare?j=boston-ma&j=chicago-il&measure=sub-award": 8, "/funding?measure=sub-award&limit=1000": 20, "/funding?measure=award": 40, "/awards?limit=200": 100,
    "/at-stake?requirement=jag-notice&measure=award": 30,
}
OTHER = {"/jurisdictions?measure=reported&fy=2021": 2, "/map?measure=reported": 1, "/compare?j=quillmark-vt&j=foxglove-nh": 3,
         "/funding": 4, "/awards": 1, "/at-stake?requirement=evening-hours&measure=reported": 2}


def cents(text):
    """Of an amount as pages and files have it; None of words."""
    found = re.match(r"([-\u2212]?)\$?([0-9][0-9,]*)(?:\.(\d\d))?(?![0-9,])", text.strip())
    return found and int(found[1] and "-1" or "1") * (int(found[2].replace(",", "")) * 100 + int(found[3] or 0))


def amounts(page):
    """Cells of money with an address: the first words and the address of each."""
    for cell in page.root.all("td", "th"):
        links = [link for link in cell.all("a") if not re.match(r"\[\d+\]$", link.text)]
        if links and cents(links[0].text) is not None and "$" in links[0].text:
            yield cents(links[0].text), links[0]["href"]


class Behind:
    """ASK gives the answer of a path; what is checked of every register."""

    def json(self, link):
        path, _, query = link.partition("?")
        return self.ask(f"{path}.json?{query}").json

    def behind(self, link):
        """What the rows of an address come to: what counts of them, or, where nothing does, all."""
        if link.startswith("/awards?"):  # those that are matched to no jurisdiction, among others
            rows = self.ask(link.replace("?", ".csv?", 1)).rows
            return sum(cents(row["amount_usd"]) for row in rows if not row["jurisdiction"] and row["amount_usd"])
        told = self.json(link)
        if link.startswith("/awards/"):
            return sum(cents(row["amount_usd"]) for row in told["actions"])
        total = told["meta"]["total"]
        if total.get("total_usd") is not None:
            return cents(total["total_usd"])
        self.assertIsNone(told["next"], link)
        return sum(cents(row["amount_usd"]) for row in told["rows"] if row["amount_usd"] is not None)

    def check_amounts(self, questions):
        chance = random.Random(3)
        for question, least in questions.items():
            with self.subTest(question):
                page = Page(self.ask(question).text)
                found = list(amounts(page))
                self.assertGreaterEqual(len(found), least)
                for amount, link in chance.sample(found, min(SAMPLE, len(found))):
                    self.assertEqual(self.behind(link), amount, link)

    def check_every_amount_leads_somewhere(self, questions):
        for question in questions:
            page = Page(self.ask(question).text)
            table = page.root.one("section", **{"aria-labelledby": "results"})
            for cell in table.all("td"):
                words, links = cell.text, [link["href"] for link in cell.all("a") if not link["href"].startswith("#")]
                if "n" in (cell["class"] or "").split() and words.strip().startswith(("$", "\u2212$")) and not self.is_quotient(table, cell):
                    self.assertTrue(links, f"{question}: {words}")

    @staticmethod
    def is_quotient(table, cell):
        heads = [head for head in table.one("thead").all("th")]
        row = [each for each in cell.parent.children if getattr(each, "tag", None) in ("th", "td")]
        return heads[row.index(cell)].text.split()[0] in ("Per", "Por") if len(heads) == len(row) else False

    def check_counts_beside_totals(self, questions):
        """How many are not counted leads to where they are told apart; how many have no amount, to those, on page after page."""
        seen = set()
        for question in questions:
            page = Page(self.ask(question).text)
            for total in (each for each in page.root.all("p") if each["class"] == "total"):
                path, _, query = question.partition("?")
                whole = self.ask(f"{path}.csv?" + re.sub(r"&?limit=\d+", "", query).lstrip("&")).rows
                held = {"Rows not counted": [row["key"] for row in whole if row["amount_state"] == "not-counted"],
                        "Without an amount": [row["key"] for row in whole if not row["amount_usd"]]}
                for name, keys in held.items():
                    self.assertIn(f"{name}: {len(keys)}.", total.text, question)
                self.assertEqual(len(total.all("a")) - 1, sum(bool(keys) for keys in held.values()), question)
                if held["Without an amount"]:
                    link, rows = total.all("a")[-1]["href"].replace("?", ".json?"), []
                    while link:
                        answer = self.ask(link).json
                        rows, link = rows + answer["rows"], answer["next"]
                    self.assertEqual(sorted(row["key"] for row in rows), sorted(held["Without an amount"]), question)
                seen |= {name for name, keys in held.items() if keys}
        return seen

    def check_totals(self, questions):
        """A total leads to its rows: to the table that has all of them, or to the file."""
        seen = set()
        for question in questions:
            page = Page(self.ask(question).text)
            totals = [each for each in page.root.all("p") if each["class"] == "total"]
            for total in totals:
                link = total.all("a")[0]
                path, _, query = question.partition("?")
                query = re.sub(r"&?limit=\d+", "", query).lstrip("&")
                whole = self.ask(f"{path}.csv?{query}").rows
                added = sum(cents(row["amount_usd"]) for row in whole if row["amount_state"] == "counted")
                self.assertEqual(added, cents(link.text), question)
                if link["href"] != "#results":
                    rows = self.ask(link["href"]).rows
                    self.assertEqual([row["key"] for row in rows], [row["key"] for row in whole], question)
                else:
                    shown = page.root.one("section", **{"aria-labelledby": "results"}).one("tbody").all("tr")
                    self.assertEqual(len(shown), len(whole), question)
                seen.add(link["href"] == "#results")
        return seen


class Shipped(SiteCase, Behind):
    def ask(self, path):
        return self.get(path)

    def test_amounts(self):
        self.check_amounts(SHIPPED)

    def test_every_amount_leads_somewhere(self):
        self.check_every_amount_leads_somewhere([question for question in SHIPPED if not question.startswith("/compare")])

    def test_totals(self):
        self.assertEqual(self.check_totals([question for question in SHIPPED if "lang=" not in question]), {True, False})

    def test_counts_beside_totals(self):
        self.assertEqual(self.check_counts_beside_totals([question for question in SHIPPED if "lang=" not in question]), {"Rows not counted", "Without an amount"})

    def test_a_share_leads_to_its_row(self):
        """On a profile, on the award and beside a list of awards."""
        for path in ("/jurisdictions/chicago-il", "/awards?j=cook-county-il", "/awards/2008-dj-bx-0222"):
            page = Page(self.get(path).text)
            shares = [(cents(link.text), link["href"]) for link in page.root.one("main").all("a") if "measure=joint-share" in link["href"] and "$" in link.text]
            self.assertTrue(shares, path)
            for amount, link in shares:
                self.assertEqual(self.behind(link), amount, link)

    def test_a_sum_in_a_report_leads_to_its_rows(self):
        for path in ("/reports/jurisdiction?j=chicago-il&measure=award", "/reports/group?demand=doj-2018-01-24&requirement=jag-notice&measure=reported"):
            page = Page(self.get(path).text)
            sums = [link for link in page.root.one("article").all("a") if "come to $" in link.text]
            self.assertGreaterEqual(len(sums), 2, path)
            for link in sums:
                self.assertEqual(self.behind(link["href"].replace("&edition=1", "")), cents(re.search(r"come to (\$[0-9,]+)", link.text)[1]), path)

    def test_files_have_the_addresses_too(self):
        for path in (f"/jurisdictions.csv?{NAMED}&{CELL}", "/map.csv?measure=award", "/awards.csv"):
            rows = self.get(path).rows
            names = [name for name in ("amount_usd_url", "local_usd_url", "record_url") if name in rows[0]]
            self.assertTrue(names and any(row[names[0]].startswith(self.site.base) for row in rows), path)

    def test_what_is_not_counted_leads_to_what_it_is(self):
        """A state of which nothing counts has no sum; its cell leads to the amount and why it stays out."""
        page = Page(self.get("/map?measure=reported&fy=2017&program=jag").text)
        row = next(row for row in page.root.all("tr") if row.text.strip().startswith("Oregon") or "Oregon" in row.text)
        link = next(link for link in row.all("a") if link.text == "Not counted in totals")
        there = Page(self.get(link["href"]).text)
        self.assertIn("Oregon", there.root.one("section", **{"aria-labelledby": "results"}).text)
        self.assertIn("Not counted: ", there.root.one("section", **{"aria-labelledby": "results"}).text)

    def test_a_profile_leads_to_each_of_its_amounts(self):
        """The parts of a cell hold each figure that the profile has; those that count come to what the cell has."""
        for key in ("chicago-il", "oregon", "berkeley-ca"):
            page = Page(self.get(f"/jurisdictions/{key}").text)
            told = list(amounts(page))
            self.assertTrue(told, key)
            for amount, link in told:
                cell = self.json(link)
                parts = [cents(part["amount_usd"]) for part in cell["parts"]]
                self.assertTrue(amount in parts or amount == sum(cents(part["amount_usd"]) for part in cell["parts"] if part["amount_state"] == "counted"
                                                                 and part["record_url"]), f"{key} {link}")
                self.assertEqual(self.counted(cell["parts"]), cents(cell["rows"][0]["amount_usd"]), link)

    @staticmethod
    def counted(parts):
        """What the parts of a cell come to: what counts; else the largest of what is printed."""
        counted = [cents(part["amount_usd"]) for part in parts if part["amount_state"] == "counted"]
        return sum(counted) if counted else max(cents(part["amount_usd"]) for part in parts)

    def test_a_cell_does_not_lead_to_itself(self):
        page = Page(self.get("/funding?j=chicago-il&program=jag&fy=2017&measure=reported").text)
        table = page.root.one("section", **{"aria-labelledby": "results"})
        self.assertEqual([link for link in table.one("tbody").all("a") if "/funding" in link["href"]], [])
        self.assertTrue(page.root.one("section", **{"aria-labelledby": "funding-parts"}))

    def test_a_program_in_a_year_is_that_program_in_that_year(self):
        """Not of anybody who has something of the program, and something of the year."""
        for query in ("program=jag&fy=2017", "program=16.738&fy=2020", "program=jag&program=scaap&fy=2020", f"program=jag&fy=2017&as_of={DAY}",
                      f"program=jag&fy=2016&{NAMED}", "program=scaap&fy=2020&state=CA"):
            places = {row["key"] for row in self.get(f"/jurisdictions.csv?{query}").rows}
            self.assertEqual(places, {row["jurisdiction_key"] for row in self.get(f"/funding.csv?{query}").rows}, query)
            self.assertTrue(places, query)
            self.assertEqual(Page(self.get(f"/jurisdictions?{query}").text).heading.split()[0], str(len(places)))

    def test_how_many_have_no_amount_is_told(self):
        """Program, year and measure choose the amounts and not who is listed; the page says so and how many have none."""
        for query in ("program=jag&fy=2017&measure=award", f"{NAMED}&program=scaap&fy=2020&measure=award", "measure=outlay", "measure=outlay&state=CA"):
            rows = self.get(f"/jurisdictions.csv?{query}").rows
            empty = sum(not row["amount_usd"] for row in rows)
            page = Page(self.get(f"/jurisdictions?{query}").text)
            self.assertTrue(page.heading.startswith(f"{len(rows)} "), page.heading)
            self.assertIn(f"Without such an amount: {empty} of {len(rows)}. Program, fiscal year and measure choose", page.text, query)
        for query in ("measure=award&min=1", "program=jag&fy=2017", f"{NAMED}&{CELL}"):
            self.assertNotIn("Without such an amount", Page(self.get(f"/jurisdictions?{query}").text).text, query)


class MadeUp(unittest.TestCase, Behind):
    """Sums of many awards, and of figures of which some count, some do not, and some contradict each other."""

    @classmethod
    def setUpClass(cls):
        random.seed(5)
        register = Register()
        test_rollup.Rollup.add_awards(None, register, 200)
        test_rollup.Rollup.add_figures(register, 150)
        register.put("jurisdiction", "boston-ma", population_2020="")
        register.publish()
        cls.config = configuration(register.state)

    def ask(self, link):
        path, _, query = html.unescape(link).replace("http://127.0.0.1:8080", "").partition("?")
        answer = cgi("files" if path.endswith(".csv") else "pages", path, query, config=self.config)
        self.assertEqual(answer.status, 200, link)
        return answer

    def test_amounts(self):
        self.check_amounts(MADE_UP)

    def test_every_amount_leads_somewhere(self):
        self.check_every_amount_leads_somewhere([question for question in MADE_UP if not question.startswith("/compare")])

    def test_by_resident_what_is_not_counted_is_told(self):
        """As of the amount itself: not counted, or that the population is not on record, which is not that there is no amount."""
        for path, query in (("/jurisdictions", "measure=sub-award&j=chicago-il&j=boston-ma&j=albany-ny&program=cops&fy=2016"),
                            ("/funding", "measure=sub-award&limit=1000")):
            rows = self.json(f"{path}?{query}")["rows"]
            page = Page(self.ask(f"{path}?{query}").text)
            table = page.root.one("section", **{"aria-labelledby": "results"})
            heads = [head.text.strip() for head in table.one("thead").all("th")]
            lines = table.one("tbody").all("tr")
            self.assertEqual(len(lines), len(rows))
            seen = set()
            for line, row in zip(lines, rows):
                amount, quotient = line.all("td")[heads.index("Per resident") - 2:heads.index("Per resident")]
                expected = ("No data" if row["amount_usd"] is None else "Population not on record" if row["jurisdiction"].startswith("Boston")
                            else "Less than 1 cent" if row["per_resident_usd_state"] == "below-cent" else "not counted" if row["amount_state"] == "not-counted" else "$")
                self.assertIn(expected, quotient.text, f"{amount.text} {quotient.text}")
                self.assertEqual(row["amount_state"] == "not-counted" and expected == "not counted", quotient["class"] == "n flagged")
                seen.add(expected)
            self.assertGreaterEqual(len(seen), 2, path)


class OtherSubject(unittest.TestCase, Behind):
    @classmethod
    def setUpClass(cls):
        state = folder("state-")
        proviso("import", "--replace", test_other_subject.LIBRARIES, "--state", state)
        proviso("publish", "--state", state)
        cls.site = Site(state=state).start()

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()

    def ask(self, path):
        answer = self.site.ask(path)
        self.assertEqual(answer.status, 200, path)
        return answer

    def test_amounts(self):
        self.check_amounts(OTHER)

    def test_totals(self):
        self.check_totals(OTHER)


if __name__ == "__main__":
    unittest.main()
