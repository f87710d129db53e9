"""What public questions cost does not grow with the number of awards: the steps that SQLite's machine takes for them are
counted on a small edition and on one of ten times as many awards. No clock is asked."""
import collections
import datetime
import json
import random
import sqlite3
import unittest

from statements import SQL, exactly, speak, statement
from test_ledger import Register

FEW, MANY = 1500, 15000
MOST = 60000  # of a program thousands are sorted before the order asked for is walked: MANY hold as many
RANKING = {"-amount": 20000, "amount": 150000, "-per-resident": 60000}  # steps more: the order of amounts holds those of other days too, most of them small
SORTED_PAST = 120000  # steps more: of past days the amounts of a program are found among those of others
PAGE = 30000  # steps: a page of amounts, and the first that are found
BETWEEN_LEVELS = 200000  # steps: the amounts from one level to the next (store/level.c) are read one by one, those of a year among others
BETWEEN_SIZES = 350000  # steps: of a past day a twelfth of all amounts at each end of what is asked for
EVERY = 50  # steps from one count to the next
LIST = {"limit": 51}
LATER = "2026-11-24"
PAST = "2016-03-15"
ORDERS = {"awards": ("-fiscal-year", "fiscal-year", "name", "-amount", "amount"),
          "funding": ("name", "-fiscal-year", "fiscal-year", "-amount", "amount"),
          "stake": ("name", "-amount", "amount"),
          "jurisdictions": ("name", "-amount", "amount", "-population", "population", "-per-resident", "state", "kind")}
# What a page in the middle of a list begins after.
LAST = {"awards": {"name": "M", "-fiscal-year": -2014, "fiscal-year": 2014, "-amount": -10**8, "amount": 10**8},
        "funding": {"name": "m", "-fiscal-year": -2014, "fiscal-year": 2014, "-amount": -10**8, "amount": 10**8}}
QUESTIONS = [
    *(("awards", LIST, order) for order in ORDERS["awards"]),
    *(("awards", {**LIST, "program": ["scaap"]}, order) for order in ORDERS["awards"]),
    *(("funding", {**LIST, **narrowed}, order) for narrowed in ({}, {"measure": "award"}) for order in ORDERS["funding"]),
    *(("funding", {**LIST, "measure": "award", "program": ["scaap"]}, order) for order in ORDERS["funding"]),
    *(("funding", {**LIST, "measure": "award", "program": ["scaap"], "fy": 2014}, order) for order in ORDERS["funding"]),
    *(("funding", {**LIST, "measure": "award", "fy": 2014}, order) for order in ("name", "-fiscal-year", "-amount", "amount")),
    *(("funding", {**LIST, "measure": "award", "fy_from": 2012, "fy_to": 2018}, order) for order in ("name", "-fiscal-year", "-amount", "amount")),
    *(("awards", {**LIST, "fy_from": 2012}, order) for order in ORDERS["awards"]),
    *(("funding", {**LIST, "measure": "award", "fy_from": 2012}, order) for order in ORDERS["funding"]),
    *(("awards", {**LIST, "after_key": "", "after_value": value}, order) for order, value in LAST["awards"].items()),
    *(("funding", {**LIST, "measure": "award", "after_key": "a.b.2014.award", "after_value": value}, order) for order, value in LAST["funding"].items()),
    *(("stake", {**LIST, "measure": "award", "requirement": "jag-notice"}, order) for order in ORDERS["stake"]),
    *(("jurisdictions", {**LIST, "measure": "award"}, order) for order in ORDERS["jurisdictions"]),
    ("jurisdictions", {**LIST, "measure": "award", "fy": 2017}, "-amount"),
    ("jurisdictions", {**LIST, "measure": "award", "program": ["scaap"]}, "-amount"),
    *((name, narrowed, None) for narrowed in ({"fy": 2017}, {"kind": ["city"], "program": ["scaap"]}, {"kind": ["city"], "measure": "award"})
      for name in ("jurisdictions_total", "jurisdictions_facets")),
    ("jurisdictions_total", {"measure": "award"}, None),
    ("jurisdictions_total", {"measure": "award", "fy": 2017}, None),
    *(("awards", {**LIST, **narrowed}, order) for narrowed in ({"min": 50000000}, {"min": 10**12})
      for order in ORDERS["awards"]),
    ("awards_total", {}, None),
    ("awards_total", {"state": ["CA"]}, None),
    ("awards_total", {"fy": 2017}, None),
    ("funding_total", {"measure": "award"}, None),
    ("funding_total", {"measure": "award", "state": ["CA", "IL"]}, None),
    ("funding_total", {"measure": "award", "program": ["scaap"]}, None),
    ("funding_years", {"measure": "award"}, None),
    ("funding_facets", {}, None),
    ("awards_facets", {}, None),
    ("awards_facets", {"state": ["CA"]}, None),
    ("stake_total", {"measure": "award", "requirement": "jag-notice"}, None),
    ("stake_total", {"measure": "award", "requirement": "jag-notice", "state": ["CA"]}, None),
    ("stake_steps", {"measure": "award", "requirement": "jag-notice"}, None),
    ("stake_waterfall", {"measure": "award", "requirement": "jag-notice"}, None),
    ("map", {**LIST, "measure": "award"}, None),
    ("map", {**LIST, "measure": "award", "kind": ["city"]}, None),
    ("map_sources", {**LIST, "measure": "award"}, None),
    ("map_sources", {**LIST, "measure": "award", "fy": 2017}, None),
    ("map_places", {"measure": "award"}, None),
    ("map_total", {"measure": "award"}, None),
    ("search", {**LIST, "terms": "chicago", "match": '"chicago"*'}, None),
    ("search_total", {"terms": "chicago", "match": '"chicago"*'}, None),
]


class Sums(collections.defaultdict):
    """The aggregate sums_of, as src/store/counts.c has it."""
    def __init__(self):
        super().__init__(collections.Counter)

    def step(self, *triples):
        for name, value, more in zip(triples[::3], triples[1::3], triples[2::3]):
            self[name][str(value)] += 0 if value is None else more or 0

    def finalize(self):
        return json.dumps({name: {value: total for value, total in sums.items() if total} for name, sums in self.items()})


class Counts(Sums):
    """And counts_of."""
    def step(self, *pairs):
        super().step(*(each for pair in zip(pairs[::2], pairs[1::2]) for each in (*pair, 1)))


def made_up(register, count):
    """A published edition with COUNT more awards of all jurisdictions, programs and years; a connection to it."""
    random.seed(11)
    awards, actions = register.records("award"), register.records("award_action")
    places, programs = ([record["key"] for record in register.records(table)] for table in ("jurisdiction", "program"))
    for number in range(count):
        year, key = random.randrange(2005, 2026), f"made-up-{number}"
        awards.append({**awards[0], "key": key, "fain": f"MADE-UP-{number}", "fiscal_year": year,
                       "source_key": awards[0]["sources"], "sources": "",
                       "recipient_name": f"(Made-up) {number}" if number == 0 else f"Made-up {number}", "jurisdiction_key": random.choice(places), "program_key": random.choice(programs)})
        for place in range(random.randrange(1, 4)):
            day = datetime.date(year - 1, 10, 1) + datetime.timedelta(random.randrange(360) + 200 * place)
            actions.append({**actions[0], "key": f"{key}.{place}", "award_key": key, "action_on": min(str(day), LATER),
                            "amount_usd": f"{random.randrange(1, 2_000_000)}.{random.randrange(100):02}"})
    register.write("award", awards)
    register.write("award_action", actions)
    register.publish()
    edition = exactly(sqlite3.connect(f"file:{register.state}/editions/current?mode=ro", uri=True))
    edition.set_authorizer(lambda *_: sqlite3.SQLITE_OK)  # as programs do, lest plans hang on it
    edition.create_aggregate("counts_of", -1, Counts)
    edition.create_aggregate("sums_of", -1, Sums)
    speak(edition)
    edition.create_function("edit_distance", 2, lambda one, other: int(one != other))
    return edition


def steps(edition, name, given, order):
    count = 0

    def tick():
        nonlocal count
        count += 1

    sql, values = statement(name, given, order)
    edition.set_progress_handler(tick, EVERY)
    edition.execute(sql, values).fetchall()
    edition.set_progress_handler(None, 0)
    return count * EVERY


class Growth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.registers = Register(), Register(), Register()
        cls.few, cls.many, cls.most = (made_up(register, count) for register, count in zip(cls.registers, (FEW, MANY, MOST)))

    def test_steps(self):
        for name, given, order in QUESTIONS:
            for as_of, past in ((LATER, {}), (PAST, {"past": 1})):
                with self.subTest(name=name, order=order, as_of=as_of, given=str(given)):
                    of_program = name in ("awards", "funding") and "program" in given
                    sorts_past = of_program and name == "funding" and past
                    sorts = of_program and not sorts_past or name == "awards" and "fy_from" in given
                    editions = (self.many, self.most) if sorts else (self.few, self.many)
                    few, many = (steps(edition, name, {**given, "as_of": as_of, **past}, order) for edition in editions)
                    ranks_past = (name, as_of) == ("jurisdictions", PAST) and order in RANKING
                    self.assertLess(many, 3 * few + (RANKING[order] if ranks_past else SORTED_PAST if sorts_past else 2000))

    def test_sizes(self):
        """However many amounts there are of a size, most of them are told by levels."""
        for name in ("awards_total", "awards_facets", "funding_total", "funding_facets", "funding_years"):
            for narrowed in ({}, {"program": ["scaap"]}, {"state": ["CA"]}, {"fy": 2014}, {"measure": "award"}):
                for size in ({"min": 10**7}, {"max": 10**8}, {"min": 12345678, "max": 123456789}):
                    if "measure" in narrowed and name.startswith("awards"):
                        continue
                    with self.subTest(name=name, given=str(narrowed), size=str(size)):
                        given = {**narrowed, **size, "as_of": LATER}
                        self.assertLess(steps(self.most, name, given, None), BETWEEN_LEVELS)

    def test_sizes_of_a_past_day(self):
        """Most of them are told by the kept size that is nearest, below or above; a few of six parts are read."""
        for name in ("awards_total", "awards_facets", "funding_total", "funding_facets", "funding_years"):
            for narrowed in ({}, {"fy": 2012}, {"fy_to": 2014}, {"measure": "award"}):
                for size in ({"min": 1}, {"min": 10**7}, {"max": 10**8}, {"min": 12345678, "max": 123456789}):
                    if "measure" in narrowed and name.startswith("awards"):
                        continue
                    with self.subTest(name=name, given=str(narrowed), size=str(size)):
                        given = {**narrowed, **size, "as_of": PAST, "past": 1}
                        self.assertLess(steps(self.most, name, given, None), BETWEEN_SIZES)

    def test_sizes_of_a_year_with_few(self):
        """They are not looked for among those of all years."""
        for name in ("funding_total", "funding_facets", "funding_years"):
            self.assertLess(steps(self.most, name, {"fy": 1999, "min": 1000, "as_of": LATER}, None), 20000)

    def test_an_order_begins_with_what_is_asked_for(self):
        """Larger amounts and earlier years are not read first."""
        for order, narrowed in (("-amount", {"max": 6 * 10**7}), ("fiscal-year", {"fy_from": 2016})):
            for given in (narrowed, {**narrowed, "measure": "award"}):
                with self.subTest(order=order, given=str(given)):
                    self.assertLess(steps(self.most, "funding", {**LIST, **given, "as_of": LATER}, order), PAGE)

    def test_levels_tell_what_is_there(self):
        awards = "SELECT count(*) FROM award_span s JOIN program p ON p.rowid = s.program"
        cells = "SELECT count(*), sum(s.counted_usd) FROM funding_rollup s JOIN program p ON p.key = s.program_key AND s.measure = 'award'"
        ends = self.most.execute("SELECT from_usd FROM amount_level WHERE from_usd > 0").fetchall()
        sizes = [(10**7, 10**15), (0, 10**8), (12345678, 123456789), (ends[0][0], ends[-1][0]), (ends[0][0] + 1, 10**15), (5, 5),
                 *((size, 10**15) for size, in self.most.execute("SELECT size_usd FROM amount_size WHERE size BETWEEN 1 AND 5"))]
        for narrowed, where in (({}, ""), ({"program": ["scaap", "jag"]}, "AND p.key IN ('scaap', 'jag')"),
                                ({"state": ["CA", "TX"]}, "AND s.state IN ('CA', 'TX')"), ({"fy_from": 2013, "fy_to": 2016}, "AND s.fiscal_year BETWEEN 2013 AND 2016"),
                                ({"fy_to": 2006}, "AND s.fiscal_year <= 2006")):
            for least, most in sizes:
                for day, past in ((LATER, {}), (PAST, {"past": 1}), ("2020-07-01", {"past": 1})):
                    given = {**narrowed, **{f"{key}_count": len(values) for key, values in narrowed.items() if isinstance(values, list)},
                             "min": least, "max": most, "as_of": day, **past}
                    plain = f" WHERE s.from_on <= '{day}' AND s.until_on > '{day}' AND s.amount_usd BETWEEN {least} AND {most} {where}"
                    with self.subTest(narrowed=str(narrowed), least=least, most=most, day=day):
                        count, = self.most.execute(awards + plain).fetchone()
                        self.assertEqual(self.most.execute(*statement("awards_total", given)).fetchone(), (count,))
                        facets = self.most.execute(*statement("awards_facets", given)).fetchall()
                        self.assertEqual(sum(row[3] for row in facets if row[0] == "fy"), count)
                        count, total = self.most.execute(cells + plain).fetchone()
                        given["measure"] = "award"
                        self.assertEqual(self.most.execute(*statement("funding_total", given)).fetchone()[:2], (count, total))
                        years = self.most.execute(*statement("funding_years", given)).fetchall()
                        self.assertEqual(sum(row[1] or 0 for row in years), total or 0)
                        facets = self.most.execute(*statement("funding_facets", given)).fetchall()
                        for facet in ("fy", "program", "state"):
                            self.assertEqual(sum(row[3] for row in facets if row[0] == facet), count, facet)

    def test_examples_look_up_their_places(self):
        """An example is of a few places, however much money there is of others."""
        examples = [path.stem for path in SQL.glob("example_*.sql") if "example_money" in path.read_text()]
        self.assertGreater(len(examples), 4)
        for name in examples:
            sql, values = statement(name, {"as_of": LATER})
            plan = [row[3] for row in self.many.execute(f"EXPLAIN QUERY PLAN {sql}", values) if "funding_rollup" in row[3]]
            self.assertEqual(plan, ["SEARCH funding_rollup USING INDEX funding_rollup_cell (jurisdiction_key=?)"], name)

    def test_facts_that_changed_are_looked_up(self):
        """Once for each change, and no others."""
        for name in ("changes", "changes_total"):
            plan = self.plan(name, {"as_of": LATER, "from_edition": 1, "limit": 50})
            self.assertEqual([row for row in plan if " f " in row or "fact" in row],
                             ["SEARCH f USING PRIMARY KEY (table_name=? AND row_key=?) LEFT-JOIN"], plan)

    def test_what_is_sorted_is_looked_up(self):
        """The few of a program or a state come from its index, so that no others are read; amounts by name too, in the order of whose
        places they are."""
        for name, table, orders in (("awards", "award_span", ("amount",)), ("funding", "funding_rollup_of", ("amount", "name"))):
            for key, value in (("program", "scaap"), ("state", "CA")):
                for day in ({}, {"as_of": PAST, "past": 1}):
                    for order in orders:
                        plan = self.plan(name, {**LIST, "measure": "award", key: [value], **day}, order)
                        self.assertTrue(any(f"COVERING INDEX {table}_{key}" in row for row in plan), plan)

    def test_amounts_of_named_jurisdictions_are_looked_up(self):
        """Not among those of a year or of a size."""
        for named in ({"j": ["chicago-il"]}, {"demand": "doj-2018-01-24"}):
            for narrowed in ({"fy": 2014}, {"fy_from": 2012}, {"min": 10**7}, {"max": 10**8, "fy": 2014}):
                for name, given in (("funding", {}), ("stake", {"measure": "award", "requirement": "jag-notice"})):
                    with self.subTest(name=name, named=str(named), narrowed=str(narrowed)):
                        plan = self.plan(name, {**LIST, **given, **named, **narrowed}, "name")
                        plan = plan[:plan.index("RIGHT")]  # what is walked where there are many stands behind, and is not asked here
                        self.assertFalse([row for row in plan if "funding_rollup" in row and not ("jurisdiction_key=?" in row or "rowid=?" in row)], plan)

    def test_a_year_that_is_not_known_yet_is_not_read(self):
        for narrowed in ({}, {"min": 1000}, {"measure": "award"}, {"measure": "award", "max": 10**9}):
            for order in ORDERS["funding"]:
                with self.subTest(order=order, narrowed=str(narrowed)):
                    given = {**LIST, "fy": 2025, "as_of": PAST, "past": 1, **narrowed}
                    self.assertLess(steps(self.most, "funding", given, order), 5000)

    def test_those_of_a_demand_are_looked_up_for_a_map(self):
        for name in ("map", "map_tiles", "map_sources"):
            plan = self.plan(name, {**LIST, "measure": "award", "demand": "doj-2018-01-24"})
            self.assertFalse([row for row in plan if row.startswith("SCAN j ")], plan)

    def test_rulings_that_reach_a_state_are_told_by_those_named(self):
        """Not by each of the governments that stand behind them."""
        for name in ("requirements", "rulings"):
            plan = self.plan(name, {**LIST, "state": ["CA"]}, "name")
            self.assertTrue(any("effect_row_requirement (jurisdiction_key=?)" in row or "x USING PRIMARY KEY (jurisdiction_key=?)" in row for row in plan), plan)
            self.assertFalse([row for row in plan if row.startswith("SCAN x ")], plan)

    def plan(self, name, given, order=None):
        sql, values = statement(name, {"as_of": LATER, **given}, order)
        return [row[3] for row in self.many.execute(f"EXPLAIN QUERY PLAN {sql}", values)]

    def test_jurisdictions_are_walked(self):
        """Of what a program has in a year, or several have, all jurisdictions are read in the order asked for until a page is full."""
        for narrowed in ({"program": ["scaap"], "fy": 2017}, {"program": ["scaap", "jag"], "program_count": 2}):
            for order in ORDERS["jurisdictions"]:
                with self.subTest(order=order, narrowed=str(narrowed)):
                    self.assertIn("MERGE (UNION ALL)", self.plan("jurisdictions", {**LIST, "measure": "award", **narrowed}, order))

    def test_cells_of_a_program_and_year_are_looked_up(self):
        """However many of a size there are of others."""
        for size in ({"max": 10**8}, {"min": 10**7, "max": 10**8}):
            for name in ("jurisdictions_total", "jurisdictions_facets"):
                plan = [row for row in self.plan(name, {"measure": "award", "program": ["scaap"], "fy": 2014, "row_count": 0, **size}) if "funding_rollup" in row]
                self.assertTrue(plan and all("funding_rollup_of_program" in row or "funding_rollup_cell" in row for row in plan), plan)

    def test_past_amounts_per_resident_are_read_in_their_order(self):
        """They are not looked up for all jurisdictions first."""
        for narrowed in ({}, {"fy": 2014}, {"kind": ["city"]}, {"not_demand": ["doj-2018-01-24"]}, {"after_key": "chicago-il", "after_value": 0}):
            plan = self.plan("jurisdictions", {**LIST, "measure": "award", "as_of": PAST, "past": 1, **narrowed}, "-per-resident")
            self.assertTrue(any("INDEX jurisdiction_money_per_resident_past (line=? AND <expr>>?)" in row for row in plan), plan)

    def test_rare_kinds_are_looked_up(self):
        """In the order of amounts they are far between."""
        for order in ("-amount", "amount", "-per-resident"):
            for day in ({}, {"as_of": PAST, "past": 1}):
                given = {**LIST, "as_of": LATER, **day, "measure": "award", "kind": ["state"]}
                self.assertLess(steps(self.most, "jurisdictions", given, order), 2 * PAGE)

    def test_what_does_not_give_the_order_is_not_read(self):
        """A walk of all jurisdictions begins with a row or none that tells whether it is wanted."""
        for order in ("-amount", "-per-resident", "name"):
            plan = self.plan("jurisdictions", {**LIST, "measure": "award"}, order)
            for place in (place for place, row in enumerate(plan) if row.startswith("SCAN j")):
                arm = [row for row in plan[:place] if row in ("LEFT", "RIGHT") or "named_jurisdiction" in row]
                self.assertIn("named_jurisdiction", arm[-1], plan)

    def test_amounts_per_resident_of_today_have_their_own_index(self):
        """Others are not passed over."""
        for size in ({}, {"min": 10**6}, {"max": 10**8}):
            plan = self.plan("jurisdictions", {**LIST, "measure": "award", **size}, "-per-resident")
            self.assertTrue(any("INDEX jurisdiction_money_per_resident (line=?" in row for row in plan), plan)

    def test_those_that_a_demand_does_not_name_are_counted_apart(self):
        """All others were counted in advance, of a program or a year too."""
        for narrowed in ({"program": ["scaap"]}, {"fy": 2014}):
            plan = self.plan("jurisdictions_total", {"not_demand": ["doj-2018-01-24"], **narrowed})
            self.assertFalse([row for row in plan if row.startswith("SCAN j ")], plan)

    def test_the_first_with_a_common_word_are_enough(self):
        """Where no record has all words, those with only the one that most have are not all counted."""
        words = ["state", "zzqy"]
        given = {"terms": "state zzqy", "match": '"state" "zzqy"', "words": json.dumps(words), "said": json.dumps(words)}
        self.assertLess(steps(self.few, "search_suggestions", {**given, "as_of": LATER}, None), 9000)

    def test_rulings_are_told_without_jurisdictions(self):
        """Where nobody is asked for."""
        plan = self.plan("stake_rulings", {"requirement": "jag-notice", "measure": "award"})
        self.assertFalse([row for row in plan if "jurisdiction_row" in row or " j " in row], plan)

    def test_next_pages_are_looked_up(self):
        """What was shown already is not read again."""
        for order in ("-amount", "amount", "-per-resident"):
            plan = self.plan("jurisdictions", {**LIST, "measure": "award", "after_key": "chicago-il", "after_value": 0}, order)
            self.assertTrue(any("INDEX jurisdiction_money" in row and ("(line=? AND <expr>>?)" in row or order == "amount" and "(line=? AND <expr><?)" in row) for row in plan), plan)

    def test_past_amounts_are_in_an_index(self):
        """Those of a size, of all or of a program or a state, are read from one that has all that is told of them."""
        for narrowed in ({"min": 10**7}, {"state": ["CA"], "min": 10**7}, {"program": ["scaap"], "max": 10**8}, {"state": ["CA"], "program": ["scaap"]}):
            for name, table in (("awards_total", "award_span"), ("awards_facets", "award_span"), ("funding_total", "funding_rollup"),
                                ("funding_facets", "funding_rollup"), ("funding_years", "funding_rollup")):
                with self.subTest(name=name, narrowed=str(narrowed)):
                    plan = [row for row in self.plan(name, {**narrowed, "measure": "award", "as_of": PAST, "past": 1}) if table in row or " s " in row]
                    self.assertTrue(plan and all("COVERING INDEX" in row for row in plan), plan)

    def test_jurisdictions_with_an_amount_are_counted_by_amount(self):
        """Those that a demand does not name or that hold a position are few: the others are told by the order of amounts."""
        for narrowed in ({}, {"kind": ["city"]}, {"not_demand": ["doj-2018-01-24"]}, {"position": ["complies"]}, {"program": ["scaap"]}):
            for name in ("jurisdictions_total", "jurisdictions_facets"):
                for measure in ({"measure": "award"}, {}):
                    with self.subTest(name=name, narrowed=str(narrowed), measure=str(measure)):
                        given = {"min": 12345678, "row_count": 0, **narrowed, **measure}
                        plan = self.plan(name, given)
                        self.assertTrue(any("COVERING INDEX jurisdiction_money_newest (line=? AND <expr>" in row for row in plan), plan)
                        self.assertFalse(any(row.startswith("SCAN j ") for row in plan), plan)

    def test_jurisdictions_with_less_than_most_are_taken_away(self):
        """Of any size it is told by day how many have as much as the next that is kept; what all come to is kept too."""
        for day in ({"as_of": LATER}, {"as_of": PAST, "past": 1}):
            for name, bound in (("jurisdictions_total", 20000), ("jurisdictions_facets", 60000)):
                with self.subTest(name=name, day=str(day)):
                    self.assertLess(steps(self.most, name, {"measure": "award", "min": 12345678, "row_count": 0, **day}, None), bound)

    def test_an_order_of_past_amounts_begins_with_the_smallest(self):
        """Which no index does: what comes first is found from the other end."""
        past = {"measure": "award", "as_of": PAST, "past": 1}
        for narrowed in ({}, {"min": 10**7}, {"after_key": "chicago-il", "after_value": 10**7}, {"program": ["scaap"]}):
            with self.subTest(narrowed=str(narrowed)):
                plan = self.plan("jurisdictions", {**LIST, **past, **narrowed}, "amount")
                self.assertTrue(any("COVERING INDEX jurisdiction_money_largest (line=?" in row for row in plan), plan)
        rows = self.most.execute(*statement("jurisdictions", {**past, "limit": 1000}, "amount")).fetchall()
        pages, last = [], {}
        while page := self.most.execute(*statement("jurisdictions", {**past, "limit": 7, **last}, "amount")).fetchall():
            pages += page
            last = {"after_key": page[-1][0], "after_value": page[-1][-2]}
        self.assertEqual([row[0] for row in pages], [row[0] for row in rows])

    def test_stake_of_a_year_with_few(self):
        """They are not looked for among those of all years."""
        for order in ORDERS["stake"]:
            self.assertLess(steps(self.most, "stake", {**LIST, "requirement": "jag-notice", "measure": "award", "fy": 1999, "as_of": LATER}, order), 3 * PAGE)

    def test_awards_are_summed_from_indices(self):
        """A publish looks up no row of an award: in the order of jurisdictions they lie all over the table."""
        self.many.execute("CREATE TEMP TABLE cited (table_name, row_key, sources, PRIMARY KEY (table_name, row_key))")
        plan = [row[3] for row in self.many.execute(f"EXPLAIN QUERY PLAN {(SQL / 'write/rollup_amounts.sql').read_text()}")]
        self.assertIn("SEARCH a USING COVERING INDEX award_cell (jurisdiction_key>?)", plan)

    def test_jurisdictions_of_a_size_per_resident(self):
        """Many are met in that order, few are looked up."""
        for size in ({"min": 10**6}, {"min": 10**12}):
            plan = self.plan("jurisdictions", {**LIST, "measure": "award", **size}, "-per-resident")
            self.assertTrue(any("INDEX jurisdiction_money_per_resident" in row for row in plan), plan)

    def test_every_award_is_in_each_order(self):
        """Few are sorted, many are walked, and a name may begin with any sign."""
        known = {award for award, in self.many.execute("SELECT key FROM award")}
        for order in ORDERS["awards"]:
            for given, has in (({}, known), ({"j": ["chicago-il"]}, None), ({"min": 150000000}, None)):
                sql, values = statement("awards", {"as_of": LATER, **given}, order)
                found = [row[0] for row in self.many.execute(sql, values)]
                sql, values = statement("awards_total", {"as_of": LATER, **given})
                self.assertEqual([(len(found),), len(found)], [self.many.execute(sql, values).fetchone(), len(set(found))])
                self.assertIn(has, (None, set(found)))

    def test_a_scan_is_seen(self):
        """The measure itself: a question that has to look at all awards takes many times the steps."""
        few, many = (steps(edition, "awards_total", {"as_of": PAST, "past": 1, "program": ["scaap"], "min": 1}, None) for edition in (self.few, self.many))
        self.assertGreater(many, 5 * few)


if __name__ == "__main__":
    unittest.main()
