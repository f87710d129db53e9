"""A chart of more rows than its kind draws: of amounts it draws the largest, whatever the order of the list; of bars and
lines that several rows make it draws whole ones. Words, picture and page agree."""
import html
import re
import unittest

from page import Page
from served import cgi, configuration
from test_ledger import Register

TOWNS = 460
VILLAGES = 1500  # without money
OLD = 230  # statements of an agency, before all else


def amount(number):
    """Of the towns in the order of their names the first have least."""
    return f"{1000 + number * 10}.00"


class Cut(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        register = Register()
        tables = {name: register.records(name) for name in ("jurisdiction", "figure", "award", "award_action", "claim", "statement")}
        first = {name: records[0] for name, records in tables.items()}
        city = next(record for record in tables["jurisdiction"] if record["kind"] == "city")
        authorities = [record["key"] for record in register.records("authority") if record["authority_kind"] == "agency"][:3]
        for number in range(TOWNS):
            key = f"town-{number:03}-ia"
            tables["jurisdiction"].append({**city, "key": key, "name": f"Town {number:03}", "kind": "town", "state": "IA", "geoid": "", "county_fips": ""})
            for program in ("jag", "scaap"):
                tables["figure"].append({**first["figure"], "key": f"{key}.{program}", "jurisdiction_key": key, "program_key": program, "fiscal_year": 2017,
                                         "measure": "outlay", "amount_usd": amount(number), "from_on": "", "counted": 1, "flag_reason": ""})
            tables["award"].append({**first["award"], "key": f"{key}.award", "fain": f"TOWN-{number}", "fiscal_year": 2017, "recipient_name": f"Town {number:03}",
                                    "jurisdiction_key": key, "program_key": "cops"})
            tables["award_action"].append({**first["award_action"], "key": f"{key}.award.1", "award_key": f"{key}.award", "action_on": "2017-03-01",
                                           "amount_usd": amount(number)})
            tables["claim"] += [{**first["claim"], "key": f"{key}.{authority}", "jurisdiction_key": key, "requirement_key": "jag-1373-certification",
                                 "authority_key": authority, "stated_position": "under-review", "made_on": "2018-03-01", "demand_key": ""}
                                for authority in authorities]
        for number in range(60):  # awards are more than 500
            tables["award"].append({**tables["award"][-1], "key": f"small-{number}", "fain": f"SMALL-{number}", "recipient_name": f"A small one {number}"})
            tables["award_action"].append({**tables["award_action"][-1], "key": f"small-{number}.1", "award_key": f"small-{number}", "amount_usd": "7.00"})
        for number in range(VILLAGES):
            tables["jurisdiction"].append({**tables["jurisdiction"][-1], "key": f"village-{number:04}-ia", "name": f"Village {number:04}", "kind": "city", "population_2020": 9})
        for number in range(OLD):
            tables["statement"].append({**first["statement"], "key": f"old-{number}", "jurisdiction_key": "chicago-il", "authority_key": "doj", "demand_key": "",
                                        "said_on": f"2009-{number % 12 + 1:02}-{number % 28 + 1:02}", "summary": f"Statement {number + 1}."})
        for name, records in tables.items():
            register.write(name, records)
        register.publish()
        cls.config = configuration(register.state)

    def ask(self, program, path, query):
        answer = cgi(program, path, query, config=self.config)
        self.assertEqual(answer.status, 200, answer.text)
        return answer

    def drawn(self, path, query):
        """The words of a picture, those of more than one line joined."""
        return [html.unescape(words) for words in re.findall(r"<text[^>]*>([^<]*)</text>", self.ask("charts", f"{path}.svg", query).text)]

    def rows(self, path, query):
        return self.ask("files", f"{path}.csv", query).rows

    def test_amounts_are_the_largest(self):
        for path, query, name in (("/jurisdictions", "measure=outlay&fy=2017&program=jag&chart=ranked-bars", "jurisdiction"),
                                  ("/funding", "measure=outlay&fy=2017&chart=ranked-bars", "jurisdiction"),
                                  ("/awards", "program=cops&chart=ranked-bars", "recipient_name")):
            rows = self.rows(path, query.replace("&chart=ranked-bars", ""))
            self.assertGreater(len(rows), 500, path)
            largest = sorted((row for row in rows if row["amount_usd"]), key=lambda row: -float(row["amount_usd"]))[:500]
            for order in ("", "&sort=name", "&sort=amount", "&sort=-amount"):
                with self.subTest(f"{path}?{query}{order}"):
                    words = self.drawn(path, query + order)
                    self.assertIn(f"Drawn from the 500 largest of {len(rows):,} rows.", " ".join(words))
                    self.assertLessEqual({row[name] for row in largest[:400]}, set(words))
                    self.assertFalse(path == "/funding" and [each for each in words if "jurisdictions" in each], "two amounts of each")
                    left_off = {row[name] for row in rows} - {row[name] for row in largest}
                    self.assertFalse({each for each in left_off if each.startswith(("Town", "A small"))} & set(words))

    def test_the_page_says_of_the_picture_what_it_draws(self):
        """The text for those who do not see it is of the rows that are drawn, also where the page shows others."""
        for order, limit in (("", 50), ("&sort=amount", 50), ("&limit=1000", 521)):
            page = Page(self.ask("pages", "/awards", f"program=cops&chart=ranked-bars{order}").text)
            alternative = next(image["alt"] for image in page.root.all("img") if "chart" in image["src"])
            self.assertRegex(alternative, r"is highest of 500 at \$")
            self.assertIn("Drawn from the 500 largest of 521 rows.", page.root.one("figcaption").text)
            self.assertEqual(len(page.root.one("section", **{"aria-labelledby": "results"}).one("tbody").all("tr")), limit)

    def test_a_bar_of_several_rows_is_whole(self):
        query = "measure=outlay&fy=2017"
        rows = self.rows("/funding", query)
        words = " ".join(self.drawn("/funding", f"{query}&sort=-amount"))
        shown, count = re.search(r"Drawn from the first (\d+) of ([\d,]+) rows in the order Jurisdiction\.", words).groups()
        self.assertEqual(int(count.replace(",", "")), len(rows))
        self.assertNotEqual(rows[int(shown) - 1]["jurisdiction"], rows[int(shown)]["jurisdiction"])
        self.assertLessEqual(int(shown), 500)

    def test_a_line_of_positions_is_whole(self):
        query = "requirement=jag-1373-certification"
        rows = self.rows("/status", query)
        self.assertGreater(len(rows), 1000)
        words = " ".join(self.drawn("/status", query))
        shown = int(re.search(r"Drawn from the first ([\d,]+) of [\d,]+ rows in the order Jurisdiction\.", words)[1].replace(",", ""))
        self.assertLess(990, shown)
        self.assertLessEqual(shown, 1000)
        self.assertNotEqual(rows[shown - 1]["jurisdiction"], rows[shown]["jurisdiction"])

    def test_places_are_those_of_most_residents(self):
        count = len(self.rows("/jurisdictions", ""))
        words = " ".join(self.drawn("/map", "chart=dot-map"))
        self.assertIn(f"Drawn from the 2,000 with most residents of {count:,} jurisdictions.", words)

    def test_a_timeline_is_of_the_newest(self):
        """Of every lane: what agencies said long ago leaves room for what courts did since."""
        count = len(self.rows("/timeline", "j=chicago-il"))
        picture = self.ask("charts", "/timeline.svg", "j=chicago-il").text
        self.assertIn(f"Drawn from the newest 200 of {count} events.", " ".join(self.drawn("/timeline", "j=chicago-il")))
        rulings = [row for row in self.rows("/timeline", "j=chicago-il") if row["event_kind"] == "ruling"]
        self.assertTrue(rulings)
        self.assertGreaterEqual(picture.count("/cases/"), len({row["summary_url"] for row in rulings}))

    def test_of_few_all_are_drawn_in_the_order_of_the_list(self):
        words = self.drawn("/jurisdictions", "measure=outlay&fy=2017&program=jag&kind=town&sort=amount&chart=ranked-bars")
        self.assertNotIn("Drawn from", " ".join(words))
        towns = [each for each in words if re.fullmatch(r"Town \d+", each)]
        self.assertEqual(towns, [f"Town {number:03}" for number in range(TOWNS)])


if __name__ == "__main__":
    unittest.main()
