"""Rows come in one order, whatever order SQLite finds them in: every statement is run over an edition, and over the same without
its indices and with unordered selects reversed. In both, records have twins that differ from them in the key alone."""
import contextlib
import sqlite3
import unittest

from served import published_state
from statements import PARAMETER, SQL, speak, split, statement

DATES = ("2026-11-30", "2018-03-01", "2016-05-31")  # of the register; while an injunction reached everyone; of the first demand
PLACES = {"j": ["chicago-il", "chicago-il.twin", "cook-county-il", "los-angeles-ca", "new-york-city-ny"]}
STAKE = {"measure": "allocation", "requirement": "jag-1373-certification"}
WORDS = {"terms": "chicago", "match": '"chicago"', "words": '["chicago"]', "said": '["chicago"]'}
ASKED = {"terms": "chicago jag", "match": '"chicago" "jag"', "words": '["chicago","jag"]', "said": '["chicago","jag"]'}
QUESTIONS = ({}, PLACES, {**STAKE, **PLACES}, {**STAKE, "measure": "joint-share", **PLACES}, {**STAKE, "program": ["jag"], "fy": 2016, **PLACES},
             {"from": "2017-01-01", "to": "2018-12-31", "demand": ["doj-2018-01-24"]}, WORDS, ASKED)
KEYS = ("chicago-il", "cook-county-il", "california", "doj-2018-01-24", "jag-1373-certification", "jag",
        "west-palm-beach-v-sessions-flsd-2018")  # of one table or another
RECORDS = ("award", "claim", "finding", "policy", "source", "statement")
UNANSWERED = {"lookup_authority", "lookup_jurisdiction", "search_exact"}  # at most one row, or names that several records share
TWINS = ("authority", "jurisdiction_alias", "case_party", "requirement_program", "program", "figure", "demand", "jurisdiction", "award_share")
CHANGED = {"case_party": {"side": "'amicus'"}, "award_share": {"jurisdiction_key": "jurisdiction_key || '.twin'"},
           "figure": {"note": "'twin'"}, "requirement_program": {"fy_to": "2031"}}
FUNCTIONS = ("counts_of", "sums_of", "edit_distance")  # the program's own


def put_twins(database):
    for table in TWINS:
        names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        cells = [CHANGED.get(table, {}).get(name, name) for name in names[1:]]
        database.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT key || '.twin', {', '.join(cells)} FROM {table}")
        database.execute("INSERT INTO fact SELECT table_name, row_key || '.twin', since_on, since_on_precision, jurisdiction_key, summary, sources FROM fact "
                         "WHERE table_name = ?", (table,))


def drop_indices(database):
    for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND name NOT IN ('funding_margin_newest', 'funding_rollup_cell')").fetchall():
        database.execute(f"DROP INDEX {name}")
    database.execute("DELETE FROM sqlite_stat1")
    database.execute("PRAGMA reverse_unordered_selects = 1")


class Order(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.databases = []
        for change in (lambda database: None, drop_indices):
            edition = (published_state() / "editions/current").resolve()
            edition.chmod(0o600)
            database = cls.enterClassContext(contextlib.closing(sqlite3.connect(edition, isolation_level=None)))
            speak(database)
            put_twins(database)
            database.execute("UPDATE funding_margin SET outside_usd = 100, outside_rows = 1")  # the register matches all of its awards
            change(database)
            cls.databases.append(database)
        cls.keys = [*KEYS, *(key for table in RECORDS for (key,) in cls.databases[0].execute(f"SELECT key FROM {table} LIMIT 5")),
                    *(key for (key,) in cls.databases[0].execute("SELECT appeal_of_key FROM court_case WHERE appeal_of_key IS NOT NULL LIMIT 5"))]

    def questions(self, name):
        """What to ask a statement: about some records, or of some jurisdictions and all."""
        text = statement(name, {})[0]
        asks = {match[1] for match in PARAMETER.finditer(text)} & {"key", "only"}
        return [{parameter: key for parameter in asks} for key in self.keys] if asks else QUESTIONS

    def test_each_statement(self):
        answered, asked = set(), set()
        for name in sorted(path.stem for path in SQL.glob("*.sql")):
            orders = [line.removeprefix("-- sort: ").split(" = ")[0] for line in split(name)[0] if line.startswith("-- sort: ")]
            for question in self.questions(name):
                for date in DATES:
                    for order in orders or [None]:
                        sql, values = statement(name, {"as_of": date, "limit": 1000, **question}, order)
                        if any(f"{function}(" in sql for function in FUNCTIONS):
                            continue
                        asked.add(name)
                        with self.subTest(name, order=order, date=date, **question):
                            rows, others = (database.execute(sql, values).fetchall() for database in self.databases)
                            self.assertEqual(rows, others)
                        answered |= {name} if rows else set()
        self.assertEqual(asked - answered, UNANSWERED)


if __name__ == "__main__":
    unittest.main()
