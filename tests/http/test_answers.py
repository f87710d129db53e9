"""The shipped register asked: the numbers that the first subject is about, in every representation."""
import re
import unittest

from page import Page, days_in
from served import REGISTER, SiteCase

JANUARY, NOVEMBER = "demand=doj-2018-01-24", "demand=doj-2017-11-15"
MONEY = f"{JANUARY}&program=16.738&fy=2017&measure=reported"
EXEMPT = {"meta", "sources", "published_on", "retrieved_on", "as_of"}  # the edition stamp and a source's own dates


def facts(value):
    """Every text of a JSON value outside of EXEMPT members."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in EXEMPT:
                yield from facts(part)
    elif isinstance(value, list):
        for part in value:
            yield from facts(part)
    elif isinstance(value, str):
        yield value


class Lists(SiteCase):
    def keys(self, query):
        return {row["key"] for row in self.get(f"/jurisdictions.csv?{query}").rows}

    def test_recipients_of_the_letters(self):
        january, november = self.keys(JANUARY), self.keys(NOVEMBER)
        self.assertEqual((len(january), len(november)), (23, 29))
        self.assertEqual(self.keys(f"{JANUARY}&{NOVEMBER}"), january & november)
        self.assertEqual(len(january & november), 19)
        self.assertEqual(self.keys(f"{NOVEMBER}&not_demand=doj-2018-01-24"), november - january)
        self.assertEqual(len(november - january), 10)

    def test_all_jurisdictions(self):
        shipped = len((REGISTER / "jurisdiction.csv").read_text().strip().splitlines()) - 1
        self.assertEqual(len(self.keys("")), shipped)

    def test_amounts(self):
        rows = self.get(f"/jurisdictions.csv?{MONEY}&sort=-amount").rows
        amounts = [float(row["amount_usd"]) for row in rows]
        self.assertEqual(len(rows), 23)
        self.assertEqual(amounts, sorted(amounts, reverse=True))
        written = {row["key"]: row["amount_usd"] for row in rows}
        for key, amount in (("new-york-city-ny", "4120447.00"), ("chicago-il", "2019194.00"),
                            ("los-angeles-ca", "1953647.00"), ("oregon", "18244126.00")):
            self.assertEqual(written[key], amount)
        flagged = [row["key"] for row in rows if row["amount_state"] == "not-counted"]
        self.assertEqual(flagged, ["oregon"])
        cents = {key: round(float(amount) * 100) for key, amount in written.items()}
        self.assertEqual(sum(cents.values()) - cents["oregon"], 3482306900)
        local = [cents[row["key"]] for row in rows if row["kind"] not in ("state", "territory")]
        self.assertEqual((len(local), sum(local)), (20, 1061055500))

    def test_rows_are_counted_where_an_amount_within_one_is_not(self):
        """The sum of a jurisdiction leaves out what is not counted, and is counted itself: no page says that all amounts are."""
        query = "j=california&measure=reported"
        self.assertGreater(self.get(f"/funding.json?{query}").json["meta"]["total"]["uncounted_rows"], 0)
        said = Page(self.get(f"/jurisdictions?{query}").text).root.one("p", class_="total").text
        self.assertIn("Rows not counted: 0.", said)

    def test_page_says_the_same(self):
        answer = self.get(f"/jurisdictions?{MONEY}&sort=-amount")
        page = Page(answer.text)
        self.assertIn("23", page.heading)
        self.assertIn("$34,823,069", page.root.one("p", class_="total").text, "the sum without the flagged amount")
        self.assertIn("Rows not counted: 1.", page.root.one("p", class_="total").text)
        body = page.root.all("tbody")[0]
        self.assertEqual(len(body.all("tr")), 23)
        for figure in ("4,120,447", "2,019,194", "1,953,647", "18,244,126"):
            self.assertIn(figure, body.text)
        self.assertTrue(page.root.all("img"), "the chart above the table")
        for image in page.root.all("img"):
            self.assertTrue(image["alt"], "generated alt text")

    def test_json_says_the_same(self):
        table = self.get(f"/jurisdictions.json?{MONEY}&sort=-amount").json
        written = [row["key"] for row in self.get(f"/jurisdictions.csv?{MONEY}&sort=-amount").rows]
        self.assertEqual([row["key"] for row in table["rows"]], written)
        self.assertIn("amount_usd", [column["name"] for column in table["columns"]])
        for member in ("meta", "columns", "rows", "sources", "next"):
            self.assertIn(member, table)

    def test_pages_of_a_list_add_up(self):
        keys, path = [], "/jurisdictions.json?limit=20"
        while path:
            table = self.get(path).json
            keys += [row["key"] for row in table["rows"]]
            path = table["next"] and table["next"].removeprefix(self.site.base)
        self.assertEqual(set(keys), self.keys(""))
        self.assertEqual(len(set(keys)), len(keys))

    def test_filters_are_shown_and_can_be_dropped(self):
        page = Page(self.get(f"/jurisdictions?{JANUARY}&state=CA&kind=city").text)
        drops = [link for _, _, link in page.links() if "state=CA" not in link and JANUARY in link and "kind=city" in link]
        self.assertTrue(drops, "a link with the state filter dropped and the others kept")

    def test_list_without_measure(self):
        rows = self.get(f"/jurisdictions.csv?{JANUARY}").rows
        self.assertNotIn("amount_usd", rows[0])
        page = Page(self.get(f"/jurisdictions?{JANUARY}").text)
        self.assertEqual([i["src"] for i in page.root.all("img") if "jurisdictions.svg" in (i["src"] or "")], [])

    def test_demand(self):
        for key, count in (("doj-2018-01-24", 23), ("doj-2017-11-15", 29), ("doj-2017-04-21", 9), ("doj-2017-10-12", 5)):
            with self.subTest(key):
                rows = [row for row in self.get("/demands.json").json["rows"] if row["key"] == key]
                self.assertEqual(len(rows), 1)
                page = Page(self.get(f"/demands/{key}").text)
                self.assertIn(str(count), page.text)

    def test_sources_are_whole(self):
        shipped = {line.split(",")[0] for line in (REGISTER / "source.csv").read_text().splitlines()[1:]}
        rows = self.get("/sources.csv").rows
        self.assertGreater(len(rows), 150)
        self.assertTrue({row["key"] for row in rows} <= shipped)


class Profile(SiteCase):
    DAY = "2017-10-20"

    def test_chicago_on_20_october_2017(self):
        page = Page(self.get(f"/jurisdictions/chicago-il?as_of={self.DAY}").text)
        days = set(days_in(page.text))
        for day in ("2016-05-31", "2017-08-07", "2017-10-12", "2017-09-15", "2017-10-27", self.DAY):
            self.assertIn(day, days)
        self.assertIn("in 7 days", page.text)

    def test_people_are_told_years_and_files_days(self):
        asked = "/deadlines?j=chicago-il&demand=doj-2018-01-24&as_of=2026-11-30"
        self.assertIn("8 years ago", Page(self.get(asked).text).text)
        self.assertIn("8 years ago", Page(self.get("/jurisdictions/chicago-il?as_of=2026-11-30").text).text)
        self.assertEqual([row["days_left"] for row in self.get(asked.replace("?", ".csv?")).rows], ["-3202"])

    def test_a_consequence_is_stated_once(self):
        """Of each demand, however many are to answer it; files have it in each row."""
        for row in self.get("/deadlines.json").json["asked"]:
            text = Page(self.get(f"/deadlines?demand={row['demand_url'].rsplit('/', 1)[1].split('?')[0]}&limit=100").text).text
            self.assertEqual([text.count(words) for words in (row["asked_for"], row["threatened"]) if words],
                             [1] * sum(bool(words) for words in (row["asked_for"], row["threatened"])), row["demand"])
        self.assertGreater(sum(row["threatened"] != "" for row in self.get("/deadlines.csv").rows), 30)

    def test_what_is_disputed_and_what_is_barred(self):
        """On 15 September 2017 a court barred notice and access nationwide, and left the certification alone."""
        page = Page(self.get(f"/jurisdictions/chicago-il?as_of={self.DAY}").text)
        said = {}
        for node in page.root.all("h3", "dl"):
            if node.tag == "h3":
                heading = node.text
            elif node["class"] == "claims":
                said[heading] = node.text
        self.assertEqual([heading for heading in said if heading.endswith("Disputed")],
                         ["Certification of compliance with 8 U.S.C. 1373 Disputed"])
        barred = [heading for heading, text in said.items()
                  if "September 15, 2017 Barred by court, Nationwide" in text]
        self.assertEqual(len(barred), 2, said)
        self.assertFalse([heading for heading in barred if "1373" in heading])

    def test_nothing_later_is_told(self):
        deadline = "2017-10-27"  # set on 12 October 2017, so known on the day
        table = self.get(f"/jurisdictions/chicago-il.json?as_of={self.DAY}").json
        for row in table["money"]:
            row.pop("first_published_on")  # of a source, whose dates are shown whatever the day
        late = [text for text in facts(table) if any(day > self.DAY and day != deadline for day in days_in(text))]
        self.assertEqual(late, [])
        page = Page(self.get(f"/jurisdictions/chicago-il?as_of={self.DAY}").text)
        for node in page.root.all():
            if re.fullmatch(r"n\d+|hint-.*", node["id"] or "") or node["class"] == "remark" and node.text.startswith("Published later"):
                node.children.clear()
        late = {day for day in days_in(page.text) if day > self.DAY and day != deadline}
        self.assertLessEqual(late, {self.newest}, "only the edition stamp may be later")

    def test_the_same_today_tells_more(self):
        now = set(days_in(Page(self.get("/jurisdictions/chicago-il").text).text))
        self.assertIn("2018-01-24", now)

    def test_later_than_the_edition_is_refused(self):
        self.get("/jurisdictions/chicago-il?as_of=2999-01-01", status=400)

    @property
    def newest(self):
        return self.get("/jurisdictions.json?limit=1").json["meta"]["edition"]["as_of"]


if __name__ == "__main__":
    unittest.main()
