"""An edition's roll-ups of money, by cell, margin and award, equal the sums of their rows, on any date."""
import collections
import datetime
import random
import unittest

import plain_sql
from test_ledger import Register

SIZES = (1000000, 10000000, 100000000, 1000000000)  # cents: of rows_10k and those after it

ROWS = (
    "SELECT a.jurisdiction_key, a.program_key, a.fiscal_year, 'award', x.action_on, x.amount_usd, 1, f.sources "
    "FROM award a JOIN award_action x ON x.award_key = a.key JOIN fact f ON f.table_name = 'award' AND f.row_key = a.key "
    "WHERE a.jurisdiction_key IS NOT NULL",
    "SELECT s.jurisdiction_key, a.program_key, a.fiscal_year, 'joint-share', f.since_on, s.amount_usd, 1, f.sources "
    "FROM award_share s JOIN award a ON a.key = s.award_key JOIN fact f ON f.table_name = 'award_share' AND f.row_key = s.key "
    "WHERE s.amount_usd IS NOT NULL",
    "SELECT g.jurisdiction_key, program_key, fiscal_year, measure, ifnull(from_on, (fiscal_year - 1) || '-10-01'), amount_usd, counted, "
    "f.sources FROM figure g JOIN fact f ON f.table_name = 'figure' AND f.row_key = g.key WHERE g.jurisdiction_key IS NOT NULL",
)


class Rollup(unittest.TestCase):
    def test_equals_its_rows_on_200_dates(self):
        random.seed(7)
        register = Register()
        self.add_awards(register, 200)
        self.add_figures(register, 150)
        register.publish()
        rows = [row for statement in ROWS for row in register.query(statement)]
        first, last = datetime.date(2004, 1, 1), datetime.date(2026, 11, 30)
        actions = register.query("SELECT a.rowid, x.action_on, x.amount_usd FROM award a JOIN award_action x ON x.award_key = a.key")
        where = {key: (state, kind in ("state", "territory"))
                 for key, state, kind in register.query("SELECT key, state, kind FROM jurisdiction")}
        self.check_named(register)
        seen = 0
        for number in range(200):
            day = str(first + datetime.timedelta(random.randrange((last - first).days)))
            told = collections.defaultdict(list)
            for *cell, since, amount, is_counted, words in rows:
                if since <= day:
                    told[tuple(cell)].append((amount, is_counted, words))
            found = register.query(
                "SELECT jurisdiction_key, program_key, fiscal_year, measure, counted_usd, amount_usd, s.sources, flag_reason IS NULL "
                f"FROM funding_rollup JOIN source_list s ON s.id = source_list WHERE from_on <= '{day}' AND until_on > '{day}'")
            self.assertEqual({row[:4]: (*row[4:6], set(row[6].split()), row[7]) for row in found},
                             {cell: self.stands(parts) for cell, parts in told.items()}, day)
            self.assertEqual(len(told), len(found), f"{day}: one row a cell")
            cells = {row[:4]: (row[4], None if row[4] is not None else row[5]) for row in found}
            self.check_margins(register, day, cells, where)
            self.check_spans(register, day, actions)
            self.check_jurisdictions(register, day, cells)
            if number % 10 == 0:
                self.check_facets(register, day)
            seen += len(cells)
        self.assertGreater(seen, 200 * 50)

    @staticmethod
    def stands(parts):
        """What counts of a cell, all it comes to, the sources of that, and whether it has no reason to stay out."""
        counted = [part for part in parts if part[1]]
        if counted:
            total = sum(part[0] for part in counted)
            return total, total, {word for part in counted for word in part[2].split()}, 1
        most = max(part[0] for part in parts)
        return None, most, {word for part in parts if part[0] == most for word in part[2].split()}, 0

    def check_margins(self, register, day, cells, where):
        """Each margin is the sum of its cells, counts the awards known on the day, and adds those of no jurisdiction apart."""
        sums = collections.defaultdict(lambda: [0] * 8)
        for (jurisdiction, program, year, measure), (counted, _) in cells.items():
            state, is_state = where[jurisdiction]
            for margin in ((measure, "", "", year), (measure, state, "", year), (measure, "", program, year)):
                sums[margin][is_state] += counted or 0
                sums[margin][2 + is_state] += counted is not None
                sums[margin][4] += 1
        for jurisdiction, program, year, amount in register.query(
                "SELECT a.jurisdiction_key, a.program_key, a.fiscal_year, (SELECT ifnull(sum(x.amount_usd), 0) FROM award_action x "
                f"WHERE x.award_key = a.key AND x.action_on <= '{day}') FROM award a "
                f"JOIN fact f ON f.table_name = 'award' AND f.row_key = a.key WHERE f.since_on <= '{day}'"):
            margins = [("award", "", "", year), ("award", "", program, year)]
            for margin in margins + ([("award", where[jurisdiction][0], "", year)] if jurisdiction else []):
                sums[margin][5] += 1
                sums[margin][6] += 0 if jurisdiction else amount
                sums[margin][7] += not jurisdiction
        found = register.query(
            "SELECT measure, state, program_key, fiscal_year, local_usd, state_usd, local_rows, state_rows, row_count, award_count, "
            "outside_usd, outside_rows "
            "FROM (SELECT *, lead(from_on, 1, '9999-12-31') OVER (PARTITION BY measure, state, program_key, fiscal_year ORDER BY from_on) AS until_on "
            f"FROM funding_margin) WHERE from_on <= '{day}' AND until_on > '{day}'")
        margins = {tuple(row[:4]): list(row[4:]) for row in found}
        self.assertEqual(len(margins), len(found), f"{day}: one row a margin")
        self.assertEqual(margins, dict(sums), day)

    def check_jurisdictions(self, register, day, cells):
        """What is kept of a jurisdiction is the sum of its cells: of all, of a program, of a year."""
        sums = collections.defaultdict(lambda: [None, None])
        for (jurisdiction, program, year, measure), amounts in cells.items():
            for of_program, of_year in (("", 0), (program, 0), ("", year)):
                kept = sums[jurisdiction, measure, of_program, of_year]
                kept[:] = [one if other is None else other + (one or 0) for one, other in zip(kept, amounts)]
        found = register.query(
            "SELECT j.key, l.measure, l.program_key, l.fiscal_year, m.amount_usd, m.is_counted, s.sources, "
            "m.flag_reason "
            "FROM jurisdiction_money m JOIN jurisdiction_row j ON j.place = m.place JOIN money_line l ON l.line = m.line "
            f"JOIN source_list s ON s.id = m.source_list WHERE m.from_on <= '{day}' AND m.until_on > '{day}'")
        amounts = {line: (other if one is None else one, int(one is not None)) for line, (one, other) in sums.items()}
        self.assertEqual({row[:4]: row[4:6] for row in found}, amounts, day)
        self.check_groups(register, day, sums, cells)
        self.check_group_sources(register, day)
        self.assertEqual(len(found), len(sums), f"{day}: one row a sum")
        told = collections.defaultdict(lambda: [set(), None])
        for jurisdiction, measure, counted, words, reason in register.query(
                "SELECT m.jurisdiction_key, m.measure, m.counted_usd, s.sources, m.flag_reason "
                "FROM funding_rollup m JOIN source_list s ON s.id = m.source_list "
                f"WHERE from_on <= '{day}' AND until_on > '{day}'"):
            if counted is None and sums[jurisdiction, measure, "", 0][0] is not None:
                continue
            of_all = told[jurisdiction, measure, "", 0]
            of_all[0] |= set(words.split())
            of_all[1] = max(filter(None, (of_all[1], reason)), default=None)
        self.assertEqual({row[:4]: [set(row[6].split()), row[7]] for row in found if row[2:4] == ("", 0)}, dict(told), day)

    def check_groups(self, register, day, sums, cells):
        """What is kept of a state and kind is the sum of its jurisdictions; of no measure, how many have anything."""
        groups_of = collections.defaultdict(list)
        for key, group in register.query("SELECT j.key, g.id FROM jurisdiction j JOIN jurisdiction_group g "
                                         "ON g.state IN ('*', j.state) AND g.kind IN ('*', j.kind)"):
            groups_of[key].append(group)
        groups = collections.defaultdict(lambda: [None] + [0] * (2 + len(SIZES)))
        for (jurisdiction, *line), (counted, other) in sums.items():
            for group in (groups[(group, *line)] for group in groups_of[jurisdiction]):
                group[0] = group[0] if counted is None else counted + (group[0] or 0)
                group[1] += counted is not None
                group[2] += 1
                group[3:] = [count + ((other if counted is None else counted) >= size) for count, size in zip(group[3:], SIZES)]
        known = {(jurisdiction, "", *line) for jurisdiction, program, year, _ in cells for line in ((program, 0), ("", year))}
        self.assertEqual(set(register.query(
            "SELECT j.key, l.measure, l.program_key, l.fiscal_year FROM jurisdiction_known k JOIN jurisdiction_row j ON j.place = k.place "
            f"JOIN money_line l ON l.line = k.line WHERE k.from_on <= '{day}'")), known, day)
        for jurisdiction, *line in known:
            for group in groups_of[jurisdiction]:
                groups[(group, *line)][2] += 1
        found = register.query(
            "SELECT g.group_id, l.measure, l.program_key, l.fiscal_year, g.counted_usd, g.counted_rows, g.row_count, "
            "g.rows_10k, g.rows_100k, g.rows_1m, g.rows_10m, max(g.from_on) "
            f"FROM group_money g JOIN money_line l ON l.line = g.line WHERE g.from_on <= '{day}' GROUP BY g.line, g.group_id")
        self.assertEqual({row[:4]: list(row[4:-1]) for row in found}, dict(groups), day)

    def check_facets(self, register, day):
        """What is kept of how many jurisdictions of each state and kind have a value is what there is of each."""
        held = f"{plain_sql.HELD} h"
        asked = ("demand_recipient h JOIN demand d ON d.key = h.demand_key", "d.issued_on <= :as_of")
        due = (asked[0].replace("h ", "r ", 1).replace("h.", "r."), f"{asked[1]} AND {plain_sql.DUE} IS NOT NULL")
        told = {
            "position": [("h.position", held, "1"), ("'disputed'", "dispute_span h", "h.from_on <= :as_of AND h.until_on > :as_of")],
            "authority": [("a.key", f"{held} JOIN authority a ON a.key = h.authority_key", "a.authority_kind <> 'jurisdiction'")],
            "demand": [("d.key", *asked)],
            "standing": [("h.standing", f"(SELECT r.jurisdiction_key, {plain_sql.STANDING} AS standing FROM {due[0]} WHERE {due[1]}) h", "1")],
            "litigation": [(value, f"case_party h JOIN court_case c ON c.key = h.case_key",
                            f"{plain_sql.JOINED.replace('q.', 'h.')} AND coalesce(c.closed_on, '9999-12-31') > {until}")
                           for value, until in (("'party'", "''"), ("'open'", ":as_of"))]}
        for facet, ways in told.items():
            counted = [row for value, rows, condition in ways for row in register.query(
                f"SELECT g.id, {value}, count(DISTINCT h.jurisdiction_key) FROM {rows} JOIN jurisdiction j ON j.key = h.jurisdiction_key "
                "JOIN jurisdiction_group g ON g.state IN ('*', j.state) AND g.kind IN ('*', j.kind) "
                f"WHERE {condition} GROUP BY g.id, {value}".replace(":as_of", f"'{day}'"))]
            self.assertEqual(sorted(register.query(
                f"SELECT group_id, value, row_count FROM group_facet WHERE facet = '{facet}' AND from_on <= '{day}' AND until_on > '{day}' "
                "AND row_count > 0")), sorted(counted), f"{facet} {day}")

    def check_named(self, register):
        """Those for which one stands are reached by the same effects, and what a claim is about stands for itself alone."""
        reached = collections.defaultdict(set)
        for key, effect in register.query("SELECT jurisdiction_key, effect_key FROM effect_reach"):
            reached[key].add(effect)
        claimed = {key for (key,) in register.query("SELECT jurisdiction_key FROM claim")}
        alike, groups = collections.defaultdict(list), collections.Counter()
        for key, named_as, group in register.query("SELECT key, named_as, group_id FROM jurisdiction_row"):
            alike[named_as].append(key)
            groups[named_as, group] += 1
        for named_as, keys in alike.items():
            self.assertEqual({frozenset(reached[key]) for key in keys}, {frozenset(reached[named_as]) if named_as else frozenset()}, named_as)
            self.assertTrue(len(keys) == 1 or not claimed & set(keys), named_as)
        self.assertGreater(max(len(keys) for named_as, keys in alike.items() if named_as), 1)
        self.assertEqual({row[:2]: row[2] for row in register.query("SELECT named_as, group_id, row_count FROM named_group")}, groups)
        self.assertEqual(dict(register.query("SELECT key, row_count FROM named_jurisdiction")), {key: len(keys) for key, keys in alike.items()})

    def check_group_sources(self, register, day):
        """The sources of a state and kind are those of its cells that count."""
        kept, told = collections.defaultdict(set), collections.defaultdict(set)
        for *line, words in register.query(
                "SELECT s.group_id, l.measure, l.program_key, l.fiscal_year, w.sources FROM group_source s "
                "JOIN money_line l ON l.line = s.line JOIN source_list w ON w.id = s.source_list "
                f"WHERE s.from_on <= '{day}'"):
            kept[tuple(line)] |= set(words.split())
        for group, measure, program, year, words in register.query(
                "SELECT j.group_id, m.measure, m.program_key, m.fiscal_year, s.sources FROM funding_rollup m "
                "JOIN jurisdiction_row j ON j.key = m.jurisdiction_key JOIN source_list s ON s.id = m.source_list "
                f"WHERE m.counted_usd IS NOT NULL AND m.from_on <= '{day}' AND m.until_on > '{day}'"):
            for line in (("", 0), (program, 0), ("", year)):
                told[(group, measure, *line)] |= set(words.split())
        self.assertEqual(kept, told, day)

    def check_spans(self, register, day, actions):
        """Each award is the sum of its actions."""
        sums = collections.defaultdict(int)
        for award, action_on, amount in actions:
            if action_on <= day:
                sums[award] += amount
        found = register.query("SELECT award_id, amount_usd FROM award_span "
                               f"WHERE from_on <= '{day}' AND until_on > '{day}' AND amount_usd IS NOT NULL")
        self.assertEqual(len({award for award, _ in found}), len(found), f"{day}: one row an award")
        self.assertEqual(dict(found), dict(sums), day)

    def add_awards(self, register, count):
        """Awards of one to six actions, some of them negative or of the same day, as award files tell them."""
        awards, actions = register.records("award"), register.records("award_action")
        keys = [record["key"] for record in register.records("jurisdiction")]
        for number in range(count):
            year = random.randrange(2005, 2026)
            key = f"made-up-{number}"
            awards.append({**awards[0], "key": key, "fain": f"MADE-UP-{number}", "fiscal_year": year,
                           "jurisdiction_key": random.choice(keys[:20] + [""] * 4), "source_key": awards[0]["sources"], "sources": ""})
            days = [datetime.date(year, 1, 1) + datetime.timedelta(random.randrange(1000)) for _ in range(random.randrange(1, 5))]
            for place, day in enumerate(days + days[:1] * random.randrange(2)):
                day = min(day, datetime.date(2026, 11, 1))
                actions.append({**actions[0], "key": f"{key}.{place}", "award_key": key, "action_on": day,
                                "amount_usd": f"{random.randrange(-500_000, 2_000_000)}.{random.randrange(100):02}"})
        register.write("award", awards)
        register.write("award_action", actions)

    @staticmethod
    def add_figures(register, count):
        """Few cells, so that what counts joins what does not, and what does not contradicts itself."""
        figures = register.records("figure")
        sources = [record["key"] for record in register.records("source")][:9]
        for number in range(count):
            is_counted = random.randrange(3) == 0
            figures.append({**figures[-1], "key": f"made-up-{number}", "jurisdiction_key": random.choice(("boston-ma", "chicago-il")),
                            "program_key": random.choice(("jag", "cops")), "measure": "sub-award",
                            "fiscal_year": random.randrange(2008, 2020), "from_on": f"20{random.randrange(8, 24):02}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                            "amount_usd": f"{random.randrange(1, 5)}0000.00", "counted": int(is_counted),
                            "flag_reason": "" if is_counted else f"Made up, {number}.", "sources": random.choice(sources)})
        register.write("figure", figures)


if __name__ == "__main__":
    unittest.main()
