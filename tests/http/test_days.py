"""Days of which only the month or the year is known: no representation tells them as days."""
import collections
import csv
import datetime
import re
import unittest
import xml.etree.ElementTree

from page import Page
from served import REGISTER, SiteCase, proviso
from test_ledger import Register

ATOM = "{http://www.w3.org/2005/Atom}"
MONTHS = "January February March April May June July August September October November December".split()
# Table: its date, its list, whether a row is an event.
VAGUE = ("stands for it", "the award is earlier", "of the same month", "was not seen", "not the day of", "unverified",
         "the day is not.")  # of notes
TABLES = {"policy": ("effective_on", "/policies", True), "statement": ("said_on", "/statements", True),
          "claim": ("made_on", "/claims", True), "award_action": ("action_on", "/awards", False)}


def register(table):
    with open(REGISTER / f"{table}.csv", newline="") as file:
        return list(csv.DictReader(file))


def told(day, precision):
    """What a page says of it."""
    date = datetime.date.fromisoformat(day)
    return {"month": f"{MONTHS[date.month - 1]} {date.year}", "year": str(date.year),
            "fiscal-year": f"FY{date.year + (date.month >= 10)}", "unknown": "Date not known"}[precision]


def long_day(day):
    date = datetime.date.fromisoformat(day)
    return f"{MONTHS[date.month - 1]} {date.day}, {date.year}"


def short_day(day):
    date = datetime.date.fromisoformat(day)
    return f"{date.day} {MONTHS[date.month - 1][:3]} {date.year}"


def pages_of(table, row):
    """Where a row's day is told."""
    date, path, is_event = TABLES[table]
    place = row.get("jurisdiction_key")
    yield f"{path}/{row.get('award_key', row['key'])}"
    if is_event and row[date + "_precision"] != "unknown":
        year = int(row[date][:4])
        yield f"/changes?from={year - 1}-12-31&to={year + 1}-01-02&event={table}&limit=1000"
    if place:
        yield f"{path}?j={place}"
        yield f"/jurisdictions/{place}"
        yield f"/timeline?j={place}&limit=1000"
        yield f"/reports/jurisdiction?j={place}"
    if row.get("demand_key"):
        yield f"/demands/{row['demand_key']}"


def touches(day, precision, first, last):
    """Whether a vague day, no more of which is known, may be from first to last, and may be without."""
    low = day[:7] + "-01" if precision == "month" else day[:4] + "-01-01"
    high = day[:7] + "-31" if precision == "month" else day[:4] + "-12-31"
    return low <= last and high >= first and not (first <= low and high <= last)


class EditionsDay(SiteCase):
    def test_the_day_of_an_edition_asks_nothing_more(self):
        """Asked together with the edition it is left out of addresses, and the answer is the same."""
        plain = self.get("/demands.json?edition=1")
        day = plain.json["meta"]["as_of"]
        self.assertEqual(self.get(f"/demands.json?edition=1&as_of={day}").body, plain.body)
        page = self.get(f"/demands?edition=1&as_of={day}").text
        self.assertNotIn(f"as_of={day}", page)
        self.assertIn(f'value="{day}"', page)
        self.assertIn(f"as_of={day}", self.get(f"/demands?as_of={day}").text)


class Days(SiteCase):
    def setUp(self):
        self.rows = [(table, row, row[of[0]], row[of[0] + "_precision"]) for table, of in TABLES.items()
                     for row in register(table) if row.get(of[0] + "_precision")]
        exact = {value for table in REGISTER.glob("*.csv") for row in register(table.stem)
                 for name, value in row.items() if name.endswith("_on") and not row.get(name + "_precision")}
        self.alone = [entry for entry in self.rows if entry[2] not in exact]

    def test_rows_are_there(self):
        self.assertLess(40, len(self.rows))
        self.assertEqual({precision for *_, precision in self.rows}, {"month", "year", "fiscal-year", "unknown"})
        for table, date in (*((table, of[0]) for table, of in TABLES.items()), ("requirement", "effective_on"),
                            ("ruling", "ruled_on"), ("ruling_effect", "from_on")):
            for row in register(table):
                if any(words in row["note"] for words in VAGUE):
                    self.assertTrue(row[date + "_precision"], (row["key"], row["note"]))

    def test_pages_tell_what_is_known(self):
        seen = {}
        for table, row, day, precision in self.alone:
            for path in pages_of(table, row):
                text = seen.get(path) or seen.setdefault(path, Page(self.get(path).text).text)
                self.assertNotIn(long_day(day), text, path)
                self.assertIn(told(day, precision), text, path)

    def test_elements_of_time_are_days(self):
        for path in ("/policies", "/statements?limit=1000", "/timeline?limit=1000"):
            root = Page(self.get(path).text).root
            for node in root.all("time"):
                self.assertEqual(node.text, long_day(node["datetime"]), path)

    def test_spanish(self):
        text = Page(self.get("/policies?lang=es").text).text
        self.assertIn("marzo de 2017", text)
        self.assertNotIn("1 de marzo de 2017", text)
        self.assertIn("Fecha desconocida", Page(self.get("/statements?j=california&lang=es").text).text)

    def test_what_has_no_date_is_not_between_two(self):
        undated = [row for row in register("statement") if row["said_on_precision"] == "unknown"]
        day = collections.Counter(row["said_on"] for row in undated).most_common(1)[0][0]
        there = {row["key"] for row in undated if row["said_on"] == day}
        for path in ("/changes", "/timeline", "/statements"):
            words = f"Left out, as their date is not known exactly: {len(undated)}."
            for query in (f"?from={day}&to={day}", f"?from={day}", f"?to={day}"):
                query += "" if "from" in query or path != "/changes" else "&from=1900-01-01"
                page = Page(self.get(path + query).text)
                self.assertNotIn("Date not known", page.text, path + query)
                if path == "/statements":
                    self.assertIn(words, page.text, path + query)
                self.assertFalse(there & {row["key"] for row in self.get(f"{path}.csv{query}").rows}, path + query)
        self.assertTrue(there <= {row["key"] for row in self.get("/statements.csv").rows})
        of_california = sum(row["jurisdiction_key"] == "california" for row in undated)
        for path in ("/changes", "/timeline"):
            page = Page(self.get(f"{path}?j=california&from={day}&to={day}").text).text
            self.assertIn(f"Left out, as their date is not known exactly: {of_california}.", page, path)
        self.assertNotIn("Left out", Page(self.get("/timeline?j=california").text).text)
        self.assertIn(f"Left out, as their date is not known exactly: {of_california}.",
                      Page(self.get(f"/reports/changes?j=california&from=2018-01-01&to={day}").text).text)

    def test_before_its_stand_in_it_may_be_anywhere(self):
        """Not after it: who asks about later days is told of none that was left out."""
        days = sorted(row["said_on"] for row in register("statement") if row["said_on_precision"] == "unknown")
        for day in (*days, "2026-01-01"):
            answer = self.get(f"/statements.json?from={day}&to=2026-12-31").json
            self.assertEqual(answer["meta"]["total"].get("undated_rows") or 0, sum(each >= day for each in days), day)

    def test_a_year_is_between_two_days_as_a_whole(self):
        def asked(of, precision, first, last):
            page = self.get(f"/changes.json?event={of}&from={first}&to={last}&limit=1000").json
            return (sum(row["changed_on_precision"] == precision for row in page["rows"]), page["meta"]["total"].get("undated_rows") or 0)
        vague = [(row["effective_on"], row["effective_on_precision"]) for row in register("policy") if row["effective_on_precision"]]
        in_2017 = [precision for day, precision in vague if day.startswith("2017")]
        self.assertTrue({"year", "month"} <= set(in_2017))
        self.assertEqual(asked("policy", "year", "2017-01-01", "2017-12-31"), (in_2017.count("year"), 0))
        for span in (("2017-01-02", "2017-12-31"), ("2017-01-01", "2017-12-30"), ("2017-06-01", "2018-06-30")):
            self.assertEqual(asked("policy", "year", *span)[0], 0, span)
            self.assertGreaterEqual(asked("policy", "year", *span)[1], in_2017.count("year"), span)
        self.assertEqual(asked("policy", "month", "2017-03-01", "2017-03-31"), (in_2017.count("month"), in_2017.count("year")))
        self.assertEqual(asked("policy", "month", "2017-03-01", "2017-03-30"), (0, len(in_2017)))
        self.assertEqual(asked("requirement", "year", "2018-06-01", "2019-01-31"), (0, 1))
        self.assertEqual(asked("policy", "year", "2019-01-01", "2019-12-31"), (0, 0))

    def test_every_list_between_two_days_tells_what_may_be_there(self):
        """A row whose day may be before the first or after the last is in none of them, and is counted."""
        spans = {"month": ("-15", "-28"), "year": ("-05-01", "-12-31")}
        seen = set()
        for path, table, name in (("/claims", "claim", "made_on"), ("/policies", "policy", "effective_on"), ("/rulings", "ruling", "ruled_on")):
            effects = collections.Counter(row["ruling_key"] for row in register("ruling_effect"))
            vague = [row for row in register(table) if row[name + "_precision"] and (table != "ruling" or effects[row["key"]])]
            self.assertTrue(vague, path)
            for row in vague:
                stem = row[name][:7] if row[name + "_precision"] == "month" else row[name][:4]
                first, last = (stem + end for end in spans[row[name + "_precision"]])
                lines = collections.Counter({each["key"]: effects[each["key"]] if table == "ruling" else 1 for each in vague})
                doubtful = sum(lines[each["key"]] for each in vague if touches(each[name], each[name + "_precision"], first, last))
                for span in (f"from={first}&to={last}", f"from={first}", f"to={last}&from={stem}-02" if len(stem) == 7 else f"to={stem}-06-30"):
                    rows = self.get(f"{path}.csv?{span}").rows
                    self.assertFalse([each for each in rows if each[name] == row[name] and each[name + "_precision"]], (path, span))
                answer = self.get(f"{path}.json?from={first}&to={last}&limit=1000").json
                self.assertEqual(answer["meta"]["total"].get("undated_rows"), doubtful, (path, first, last))
                self.assertEqual(answer["meta"]["total"]["row_count"], len(answer["rows"]))
                self.assertIn(f"Left out, as their date is not known exactly: {doubtful}.", Page(self.get(f"{path}?from={first}&to={last}").text).text)
                seen.add((path, first, last, doubtful))
        for path, first, last, doubtful in seen:
            report = " ".join(Page(self.get(f"/reports/changes?from={first}&to={last}").text).text.split())
            if path != "/rulings":
                self.assertIn(f"Left out, as their date is not known exactly: {doubtful}.", report, (path, first, last))

    def test_a_case_is_as_old_as_its_first_ruling(self):
        filed = {row["key"]: row["filed_on"] for row in register("court_case")}
        first = {}
        for row in sorted(register("ruling"), key=lambda row: row["ruled_on"]):
            first.setdefault(row["case_key"], row)
        vague = {case: row["ruled_on"][:7] for case, row in first.items() if row["ruled_on_precision"] == "month" and not filed[case]}
        self.assertTrue(vague)
        for case, month in vague.items():
            told = self.get(f"/cases.json?from={month}-02&to={month}-28").json
            self.assertNotIn(case, [row["key"] for row in told["rows"]])
            self.assertEqual(told["meta"]["total"]["undated_rows"], list(vague.values()).count(month))
            self.assertIn(case, [row["key"] for row in self.get(f"/cases.json?from={month}-01&to={month}-30").json["rows"]])

    def test_something_is_known_of_a_day_that_lists_go_by(self):
        for table, column in (("claim", "made_on"), ("policy", "effective_on"), ("ruling", "ruled_on")):
            made = Register()
            made.put(table, register(table)[0]["key"], **{f"{column}_precision": "unknown"})
            done = proviso("import", "--replace", made.files, "--state", made.state, check=False)
            self.assertNotEqual(done.returncode, 0, table)
            self.assertIn("accepted: month, year, fiscal-year", done.stdout + done.stderr)

    def test_files_keep_the_day_and_say_how_exact_it_is(self):
        for table in ("policy", "statement", "claim"):
            name, path, _ = TABLES[table]
            expected = {row["key"]: (day, precision) for of, row, day, precision in self.rows if of == table}
            for query in ("", "?cols=shown"):
                rows = self.get(f"{path}.csv{query}").rows
                names = list(rows[0])
                self.assertEqual(names.index(name + "_precision"), names.index(name) + 1)
            found = {row["key"]: (row[name], row[name + "_precision"]) for row in self.get(f"{path}.csv").rows
                     if row[name + "_precision"]}
            self.assertEqual(found, expected)
            found = {row["key"]: (row[name], row[name + "_precision"])
                     for row in self.get(f"{path}.json?limit=1000").json["rows"] if row[name + "_precision"]}
            self.assertEqual(found, expected)

    def test_an_award_without_a_dated_action(self):
        award = self.get("/awards/2008-dj-bx-0005.json").json["record"]
        self.assertEqual((award["first_on"], award["first_on_precision"]), ("2007-10-01", "fiscal-year"))

    def test_a_share(self):
        text = Page(self.get("/funding?j=cook-county-il&program=jag&fy=2018&measure=joint-share").text).text
        self.assertIn("October 2020", text)
        self.assertNotIn("October 1, 2020", text)

    def test_rulings_and_what_they_do(self):
        rulings = {row["key"]: row for row in register("ruling") if row["ruled_on_precision"]}
        vague = {row["ruled_on"] for row in rulings.values()}
        plaintiffs = {row["case_key"]: row["jurisdiction_key"] for row in register("case_party") if row["jurisdiction_key"]}
        self.assertTrue(rulings)
        for row in rulings.values():
            place = plaintiffs[row["case_key"]]
            month = row["ruled_on"][:7]
            for path in (f"/cases/{row['case_key']}", f"/jurisdictions/{place}", f"/timeline?j={place}&limit=1000",
                         f"/changes?from={month}-01&to={month}-30", f"/reports/jurisdiction?j={place}"):
                text = Page(self.get(path).text).text
                for day in vague:
                    self.assertNotIn(long_day(day), text, path)
                self.assertIn(told(row["ruled_on"], row["ruled_on_precision"]), text, path)
        effects = [(row["key"], row[name], row[name + "_precision"]) for row in register("ruling_effect")
                   for name in ("from_on", "until_on") if row[name + "_precision"]]
        found = [(row["key"], row[name], row[name + "_precision"]) for row in self.get("/rulings.csv").rows
                 for name in ("from_on", "until_on") if row[name + "_precision"]]
        self.assertEqual(sorted(found), sorted(effects))

    def test_the_end_of_an_effect_is_not_told_before_it_comes(self):
        row = next(row for row in register("ruling_effect") if row["until_on_precision"])
        found = [each for each in self.get(f"/rulings.csv?as_of={row['from_on']}").rows if each["key"] == row["key"]]
        self.assertEqual([(each["until_on"], each["until_on_precision"]) for each in found], [("", "")])

    def test_order_and_filters_go_by_the_day(self):
        rows = self.get("/policies.csv?sort=effective").rows
        self.assertEqual([row["effective_on"] for row in rows], sorted(row["effective_on"] for row in rows))
        self.assertIn("vermont.act-69", {row["key"] for row in
                                         self.get("/policies.csv?from=2017-01-01&to=2017-12-31").rows})

    def test_feeds_say_it(self):
        for path, words in (("/jurisdictions/berkeley-ca.atom", "Date: 1971"),
                            ("/changes.atom?from=1971-01-01&to=1971-12-31", "Changed: 1971")):
            entries = xml.etree.ElementTree.fromstring(self.get(path).body).iter(ATOM + "entry")
            found = [entry for entry in entries if entry.findtext(ATOM + "updated").startswith("1971")]
            self.assertTrue(found, path)
            for entry in found:
                self.assertIn(words, entry.findtext(ATOM + "content").splitlines(), path)
                self.assertIsNone(entry.find(ATOM + "published"), path)

    def test_charts_say_it(self):
        for place, day, words in (("berkeley-ca", "1971-01-01", "1971"), ("bernalillo-county-nm", "2017-03-01", "Mar 2017")):
            svg = self.get(f"/timeline.svg?j={place}").text
            self.assertIn(f": {words}</title>", svg)
            self.assertNotIn(short_day(day), svg)
            self.assertNotIn(long_day(day), svg)

    def test_a_chart_has_no_place_for_a_date_that_is_not_known(self):
        rows = self.get("/timeline.csv?j=california").rows
        undated = sum(row["event_on_precision"] == "unknown" for row in rows)
        self.assertGreater(undated, 0)
        text = re.sub(r"<[^>]+>", " ", self.get("/timeline.svg?j=california").text)
        self.assertIn(f"and {undated} without a date", text)
        self.assertNotIn("Date not known", text)
        page = Page(self.get("/timeline?j=california").text).text
        self.assertIn(f"without a date: {undated}.", page)


if __name__ == "__main__":
    unittest.main()
