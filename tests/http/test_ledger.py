"""What stands between the register and an edition: checks, acceptances, the ledger of changes, rollback, hashes."""
import contextlib
import csv
import hashlib
import json
import os
import shutil
import sqlite3
import unittest
from xml.etree import ElementTree

from page import Page
from served import REGISTER, cgi, configuration, folder, proviso, published_state


class Register:
    """A copy of the shipped register whose CSV files can be changed, and a state folder with it as edition 1."""

    def __init__(self):
        self.files, self.state = folder(), published_state()
        shutil.copytree(REGISTER, self.files, dirs_exist_ok=True)

    def records(self, table):
        with open(self.files / f"{table}.csv", newline="", encoding="utf-8") as source:
            return list(csv.DictReader(source))

    def write(self, table, records, names=None):
        with open(self.files / f"{table}.csv", "w", newline="", encoding="utf-8") as target:
            out = csv.DictWriter(target, names or list(records[0]), lineterminator="\n")
            out.writeheader()
            out.writerows(records)

    def put(self, table, key, **cells):
        """Changes cells of a record, or adds a copy of the first record under a new key."""
        records = self.records(table)
        found = [record for record in records if record["key"] == key]
        if not found:
            found = [{**records[0], "key": key}]
            records += found
        found[0].update(cells)
        self.write(table, records)

    def drop(self, table, key):
        self.write(table, [record for record in self.records(table) if record["key"] != key])

    def publish(self, *arguments, check=True):
        proviso("import", "--replace", self.files, "--state", self.state)
        return proviso("publish", *arguments, "--state", self.state, check=check)

    def query(self, statement, number=None):
        name = f"edition-{number:06}.db" if number else "current"
        with sqlite3.connect(f"file:{self.state}/editions/{name}?mode=ro", uri=True) as edition:
            return edition.execute(statement).fetchall()

    def current(self):
        return int(os.readlink(self.state / "editions/current").removeprefix("edition-").removesuffix(".db"))


def figure(year, amount, key, **other):
    """What Register.put takes for a made-up amount."""
    return ("figure", f"{key}.{year}", {"jurisdiction_key": "boston-ma", "program_key": "jag", "fiscal_year": year,
            "measure": "outlay", "amount_usd": amount, "from_on": "", "counted": 1, "flag_reason": "", **other})


class Warnings(unittest.TestCase):
    """Each check warns of its mistake, and a warning stops a publish."""

    def warned(self, check, table, key, words, *changes):
        register = Register()
        for change in changes:
            register.put(*change[:2], **change[2])
        done = register.publish(check=False)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        lines = [line for line in done.stderr.splitlines() if f"register:{table}/{key}:" in line and f"[{check} " in line]
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertIn(words, lines[0])
        self.assertEqual(register.current(), 1, "nothing was published")

    def test_count(self):
        self.warned("count-differs", "demand", "doj-2018-01-24", "the issuer stated 24; recipients in the register: 23",
                    ("demand", "doj-2018-01-24", {"stated_count": 24}))

    def test_ten_times_the_years_beside(self):
        self.warned("outlier", "figure", "t.2032", "ten times or more the amounts of the years beside it",
                    figure(2031, "100000.00", "t"), figure(2032, "1000000.00", "t"), figure(2033, "99000.00", "t"))

    def test_a_tenth_of_the_years_beside(self):
        self.warned("outlier", "figure", "t.2032", "a tenth or less of the amounts",
                    figure(2031, "100000.00", "t"), figure(2032, "10000.00", "t"), figure(2033, "100000.00", "t"))

    def test_years_beside_need_not_be_next(self):
        self.warned("outlier", "figure", "t.2034", "years beside it, $100,000.00 and none",
                    figure(2031, "100000.00", "t"), figure(2034, "1000000.00", "t"), figure(2038, "900.00", "t"))

    def test_typed_award_ten_times_the_year_beside(self):
        self.warned("outlier", "award", "2010-dj-bx-0510", "$5,855,680.00 is ten times or more the amounts of the years beside it, $",
                    ("award_action", "2010-dj-bx-0510.original", {"amount_usd": "5855680.00"}),
                    ("award_action", "2009-dj-bx-0822.original", {"amount_usd": "578161.00"}))

    def test_typed_award_above_the_state(self):
        self.warned("above-state", "award", "15pbja20rr00101scaa", "$79,770,998.00 is above the amount of the whole state",
                    ("award_action", "15pbja20rr00101scaa.original", {"amount_usd": "79770998.00"}))

    def test_above_the_state(self):
        self.warned("above-state", "figure", "t.2031", "$100,000.01 is above the amount of the whole state, $100,000.00",
                    figure(2031, "100000.01", "t", measure="award"),
                    figure(2031, "100000.00", "s", measure="statewide-award", jurisdiction_key="massachusetts"))

    def test_states_that_add_up_to_another_total(self):
        figure = next(row for row in Register().records("figure") if row["key"] == "scaap-2021-statewide-award.california")
        self.warned("sum-differs", "figure", "scaap-2021-statewide-award.wisconsin", "add up to $221,128,064.00",
                    ("figure", figure["key"], {"amount_usd": f"{float(figure['amount_usd']) - 1:.2f}"}))

    def test_amounts_that_add_up_to_another_total_of_their_authority(self):
        amounts = {row["key"]: row["amount_usd"] for row in Register().records("figure")}
        total, part = amounts["jag-2017-reported.twenty-three"], amounts["jag-2017-reported.albany-ny"]
        self.warned("sum-differs", "figure", "jag-2017-reported.twenty-three",
                    f"of 23 governments add up to ${float(total) + 72:,.2f}; the stated total is ${float(total):,.2f}",
                    ("figure", "jag-2017-reported.albany-ny", {"amount_usd": f"{float(part) + 72:.2f}"}))

    def test_above_the_stated_total(self):
        self.warned("above-total", "figure", "s.2031", "other governments add up to $110.00",
                    figure(2031, "60.00", "t"), figure(2031, "50.00", "u", jurisdiction_key="albany-ny"),
                    figure(2031, "109.00", "s", jurisdiction_key="", counted=0, flag_reason="A total."))

    def test_duplicate(self):
        self.warned("duplicate", "figure", "u.2031", "the same more than once: t.2031 u.2031",
                    figure(2031, "60.00", "t"), figure(2031, "60.00", "u"))

    def test_each_table_told_twice(self):
        for table in ("case_party", "case_requirement", "court_case", "finding", "policy", "requirement_program", "ruling_effect",
                      "settlement", "statement"):
            key = Register().records(table)[0]["key"]
            self.warned("duplicate", table, f"{key}.z", f"the same more than once: {key} {key}.z", (table, f"{key}.z", {}))

    def test_an_appeal_told_twice(self):
        row = Register().records("case_appeal")[0]
        case, other = row["case_key"], next(each["appeal_of_key"] for each in Register().records("court_case") if each["key"] == row["case_key"])
        self.warned("duplicate", "case_appeal", f"{row['key']}.z", f"the same more than once: {row['key']} {row['key']}.z",
                    ("case_appeal", f"{row['key']}.z", {}))
        self.warned("duplicate", "case_appeal", f"{case}.z", f"the same more than once: {case} {case}.z",
                    ("case_appeal", f"{case}.z", {"appeal_of_key": other}))

    def test_after_the_newest_source(self):
        self.warned("after-sources", "ruling", "late", "2099-01-01 is after ", ("ruling", "late", {"ruled_on": "2099-01-01"}))
        self.warned("after-sources", "award_action", "late", "2091-01-01 is after ", ("award_action", "late", {"action_on": "2091-01-01"}))

    def test_a_source_that_dates_the_edition_alone(self):
        self.warned("source-alone", "source", "late", "2091-01-01 dates the edition, and no other source was retrieved after ",
                    ("source", "late", {"retrieved_on": "2091-01-01", "url": "https://example.org/late"}),
                    ("finding", "late", {"sources": "late"}))

    def test_fifty_billion_at_once(self):
        self.warned("large-amount", "award_action", "large", "-$900,000,000,000.00 is fifty billion dollars or more at once",
                    ("award_action", "large", {"amount_usd": "-900000000000.00"}))
        self.warned("large-amount", "figure", "t.2031", "$50,000,000,000.00 is fifty billion", figure(2031, "50000000000.00", "t"))

    def test_two_programs_of_one_listing(self):
        self.warned("duplicate", "program", "second", "the same more than once: ", ("program", "second", {}))

    def test_what_cannot_be(self):
        for table, column, values in (("figure", "fiscal_year", ("20177", "0", "-5", "1899", "2101")), ("requirement_program", "fy_to", ("20177",)),
                                      ("jurisdiction", "population_2020", ("-5",)), ("jurisdiction", "latitude", ("341.8", "-90.1")),
                                      ("jurisdiction", "longitude", ("181.5",)), ("demand", "stated_count", ("-1",)), ("figure", "counted", ("0",))):
            for value in values:
                with self.subTest(column, value=value):
                    register = Register()
                    record = next(row for row in register.records(table) if row.get("counted", "1") == "1")
                    register.put(table, record["key"], **{column: value})
                    done = proviso("check", register.files, check=False)
                    self.assertEqual(done.returncode, 1)
                    named = "flag_reason: is required where counted is 0" if column == "counted" else f"{column}: {value} is "
                    self.assertRegex(done.stderr, rf"{table}\.csv:\d+:{named}")

    def test_settled_before_it_was_filed(self):
        for table, case in (("court_case", "chicago-v-barr-ca7-2018"), ("case_appeal", Register().records("case_appeal")[0]["key"])):
            self.refused(table, case, "is the case itself", appeal_of_key="chicago-v-barr-ca7-2018")
        row = Register().records("settlement")[0]
        self.refused("settlement", row["key"], "1999-01-01 is before filed_on of its case", settled_on="1999-01-01")

    def test_uncited_source(self):
        self.warned("uncited-source", "source", "nobody-cites-this", "nothing cites this source",
                    ("source", "nobody-cites-this", {"title": "Not cited"}))

    def refused(self, table, key, words, **cells):
        register = Register()
        register.put(table, key, **cells)
        done = proviso("check", register.files, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(words, done.stderr)

    def test_more_than_is_spent(self):
        self.refused("figure", "t.2031", ":amount_usd: '10000000000000.01' is not an amount", **figure(2031, "10000000000000.01", "t")[2])

    def test_amount_put_in_by_hand(self):
        register = Register()
        with sqlite3.connect(register.state / "register.db") as database:
            database.execute("UPDATE figure SET amount_usd = -1000000000000001 WHERE key = (SELECT min(key) FROM figure)")
        done = proviso("publish", "--state", register.state, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(":amount_usd: -10000000000000.01 dollars is beyond ten trillion", done.stderr)

    def test_more_than_sums_hold(self):
        register = Register()
        actions = register.records("award_action")
        more = [{**actions[0], "key": f"t.{number}", "amount_usd": "10000000000000.00"} for number in range(4000)]
        register.write("award_action", actions + more)
        done = proviso("check", register.files, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("add up to more than sums hold", done.stderr)

    def test_code_of_another_state(self):
        self.refused("jurisdiction", "boston-ma", "'0607000' is not of MA, whose codes begin with 25", geoid="0607000")

    def test_no_code(self):
        self.refused("jurisdiction", "boston-ma", "'250700' is not a Census code", geoid="250700")

    def test_deadline_before_its_letter(self):
        self.refused("demand", "doj-2018-01-24", "2018-01-23 is before issued_on, 2018-01-24", due_on="2018-01-23")

    def test_orphan_citation(self):
        register = Register()
        register.publish()
        with sqlite3.connect(register.state / "register.db") as database:
            database.execute("UPDATE citation SET row_key = 'no-such-row' WHERE key = (SELECT min(key) FROM citation)")
        done = proviso("publish", "--state", register.state, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("has the key 'no-such-row'", done.stderr)


class Accept(unittest.TestCase):
    KEY = "count-differs:demand/doj-2018-01-24"

    def setUp(self):
        self.register = Register()
        self.register.put("demand", "doj-2018-01-24", stated_count=24)

    def test_accepted_with_a_reason_kept_in_the_edition(self):
        self.register.publish("--accept", f"{self.KEY}=One letter was sent twice.")
        self.assertEqual(self.register.query("SELECT observed, reason FROM accepted_warning "
                                             "WHERE row_key = 'doj-2018-01-24'"), [("24/23", "One letter was sent twice.")])
        proviso("publish", "--state", self.register.state)  # it stays accepted
        with sqlite3.connect(self.register.state / "register.db") as database:
            database.execute("UPDATE demand SET stated_count = 25 WHERE key = 'doj-2018-01-24'")
        done = proviso("publish", "--state", self.register.state, check=False)
        self.assertEqual(done.returncode, 1, "other values are warned of again")
        self.assertIn("[count-differs 25/23]", done.stderr)

    def test_whatever_the_order_of_rows(self):
        """The register has rows in the order of the file, an edition in that of keys."""
        register = Register()
        source = next(record for record in register.records("source") if record["url"])
        register.write("source", [*({**source, "key": key} for key in ("zz-dup", "mm-dup", "aa-dup")), *register.records("source")])
        total = {"jurisdiction_key": "", "counted": 0, "flag_reason": "A total.", "authority_key": "cis"}
        for change in (figure(2031, "60.00", "t", sources="zz-dup mm-dup aa-dup"), figure(2031, "109.00", "z", **total),
                       figure(2031, "109.00", "s", **total), figure(2031, "50.00", "u", jurisdiction_key="albany-ny")):
            register.put(*change[:2], **change[2])
        register.publish("--accept", "duplicate:source/zz-dup=Three copies.", "--accept", "above-total:figure/s.2031=Stated twice.")
        self.assertEqual(register.current(), 2)

    def test_two_warnings_of_one_row(self):
        """What the states have and what others have, each above the same total."""
        register = Register()
        for change in (figure(2031, "60.00", "t"), figure(2031, "50.00", "u", jurisdiction_key="california"),
                       figure(2031, "40.00", "s", jurisdiction_key="", counted=0, flag_reason="A total.")):
            register.put(*change[:2], **change[2])
        done = register.publish(check=False)
        self.assertIn("[above-total 4000/6000]", done.stderr)
        self.assertIn("[above-total 4000/5000]", done.stderr)
        register.publish("--accept", "above-total:figure/s.2031=The total is of a part.")
        self.assertEqual(register.query("SELECT key, observed FROM accepted_warning WHERE check_name = 'above-total' ORDER BY key"),
                         [("above-total.2.figure.s.2031", "4000/5000"), ("above-total.figure.s.2031", "4000/6000")])

    def test_accepted_where_something_else_stops_the_publish(self):
        """And told, since nothing else was kept."""
        for change in (figure(2031, "60.00", "t"), figure(2031, "40.00", "s", jurisdiction_key="", counted=0, flag_reason="A total.")):
            self.register.put(*change[:2], **change[2])
        accepted = ("--accept", f"{self.KEY}=One letter was sent twice.")
        self.assertIn("proviso publish: what --accept names is accepted all the same\n", self.register.publish(*accepted, check=False).stderr)
        wrong = proviso("publish", "--state", self.register.state, check=False).stderr
        self.assertIn("above-total", wrong)
        self.assertNotIn("count-differs", wrong)
        self.assertNotIn("all the same", wrong)

    def test_what_cannot_be_accepted(self):
        for text in ("", "x", "a:b/c", "a:b/c=", f"{self.KEY}=", f"{self.KEY}=  ", f"{self.KEY}x=y", "no-such-check:demand/doj-2018-01-24=y",
                     "reference:demand/doj-2018-01-24=y"):
            with self.subTest(text):
                done = self.register.publish("--accept", text, check=False)
                self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(self.register.current(), 1)

    def test_an_acceptance_that_nothing_needs_is_noted(self):
        self.register.put("demand", "doj-2018-01-24", stated_count=23)
        self.register.put("accepted_warning", "old", check_name="count-differs", table_name="demand",
                          row_key="doj-2018-01-24", observed="24/23", reason="Settled since.")
        done = proviso("check", self.register.files)
        self.assertIn("nothing warns of this any more", done.stdout)


class Standing(unittest.TestCase):
    """`check` without files looks at the register as it stands, and says what a publish would."""

    def test_what_stops_a_publish(self):
        state = published_state()
        with sqlite3.connect(state / "register.db") as database:
            database.execute("UPDATE demand SET due_on = '2018-13-01' WHERE key = 'doj-2018-01-24'")
            database.execute("UPDATE figure SET amount_usd = amount_usd * 100 WHERE key = 'jag-2018-allocation.chicago-il'")
        checked = proviso("check", "--state", state, check=False)
        published = proviso("publish", "--state", state, check=False)
        self.assertEqual((checked.returncode, published.returncode), (1, 1))
        *said, last = checked.stderr.splitlines()
        self.assertEqual(said, published.stderr.splitlines()[:-1])
        self.assertIn("register:demand/doj-2018-01-24:due_on: '2018-13-01': there is no month 13", said)
        self.assertEqual(last, "proviso check: 1 error")

    def test_nothing_wrong_and_nothing_changed(self):
        state = published_state()
        held = hashlib.sha256((state / "register.db").read_bytes()).hexdigest()
        done = proviso("check", "--state", state)
        self.assertEqual(done.stderr, "")
        self.assertRegex(done.stdout, r"\n\d{4} rows: no errors, 0 warnings to accept, 3 notes\n$")
        self.assertEqual(hashlib.sha256((state / "register.db").read_bytes()).hexdigest(), held)

    def test_no_register_and_no_file(self):
        done = proviso("check", "--state", folder(), check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("there is no register yet", done.stderr)
        self.assertEqual(proviso("check", "--source", "cis", check=False).returncode, 2)


class Ledger(unittest.TestCase):
    """The table `change` of an edition."""

    def setUp(self):
        self.register = Register()

    def changes(self, number, columns="table_name, row_key, change_kind, column_name, old_value, new_value"):
        return self.register.query(f"SELECT {columns} FROM change WHERE edition = {number} "
                                   "AND table_name <> 'citation' ORDER BY table_name, row_key, column_name", None)

    def edit(self):
        """One row changed, one added, one removed."""
        figure = next(record for record in self.register.records("figure") if record["amount_usd"] == "37236.00")
        self.register.put("figure", figure["key"], amount_usd="37237.00")
        self.register.put("policy", "new-policy", summary="New.")
        policy = self.register.records("policy")[0]
        self.register.drop("policy", policy["key"])
        return figure["key"], policy

    def test_first_edition_changes_nothing(self):
        self.assertEqual(self.changes(1), [])
        self.assertEqual(self.register.query("SELECT edition FROM edition_history"), [(1,)])

    def test_row_by_row(self):
        figure, policy = self.edit()
        self.register.publish("--reason", "Found in Doña Ana's audit.", "--source", self.register.records("source")[0]["key"])
        changes = self.changes(2)
        self.assertEqual(changes[0], ("figure", figure, "changed", "amount_usd", "37236.00", "37237.00"))
        self.assertIn(("policy", "new-policy", "added", None, None, None), changes)
        removed = {row[3]: row[4] for row in changes if row[:3] == ("policy", policy["key"], "removed")}
        self.assertEqual(removed, {name: value for name, value in policy.items() if value and name not in ("key", "sources")})
        self.assertEqual(len(changes), 2 + len(removed))
        self.assertEqual(set(self.changes(2, "reason, source_key")),
                         {("Found in Doña Ana's audit.", self.register.records("source")[0]["key"])})

    def test_the_column_and_both_values_are_told(self):
        """On the page, and in every file of the changes between two editions."""
        self.edit()
        self.register.publish()
        config = configuration(self.register.state)
        told = ("amount_usd", "37236.00", "37237.00")
        page = Page(cgi("pages", "/changes", "from_edition=1", config=config).text)
        table = page.root.one("section", **{"aria-labelledby": "results"})
        heads = [head.text for head in table.one("thead").all("th")]
        places = [heads.index(head) for head in ("Column", "Old value", "New value")]
        rows = [row.all("td", "th") for row in table.one("tbody").all("tr")]
        self.assertIn(told, [tuple(row[place].text for place in places) for row in rows])
        names = ("column_name", "old_value", "new_value")
        for program, extension in (("pages", "json"), ("files", "csv")):
            answer = cgi(program, f"/changes.{extension}", "from_edition=1", config=config)
            rows = answer.json["rows"] if extension == "json" else answer.rows
            self.assertIn(told, [tuple(row[name] for name in names) for row in rows], extension)
        feed = cgi("pages", "/changes.atom", "from_edition=1", config=config).text
        for words in told:
            self.assertIn(words, feed)

    def test_a_citation_is_named_by_its_source_and_its_fact(self):
        """One that came and one that went, each of a claim that stays and each told once; of a fact that went with its source the key is left."""
        claims, sources = self.register.records("claim"), {row["key"]: row["title"] for row in self.register.records("source")}
        claim = next(row for row in claims if row["jurisdiction_key"] == "chicago-il" and " " not in row["sources"])
        old, new = claim["sources"], next(key for key in sources if key != claim["sources"])
        self.register.put("claim", claim["key"], sources=new)
        policy = self.register.records("policy")[0]
        self.register.drop("policy", policy["key"])
        self.register.publish()
        config = configuration(self.register.state)
        for language, cited in (("en", "cited for"), ("es", "citada para")):
            rows = cgi("pages", "/changes.json", f"from_edition=1&limit=1000&lang={language}", config=config).json["rows"]
            said = {(row["change_kind"], row["summary"], row["jurisdiction"], row["summary_url"].partition("8080")[2].partition("?")[0])
                    for row in rows if row["table_name"] == "citation" and row["summary_url"]}
            self.assertEqual(said, {(kind, f"{sources[source]}, {cited}: {claim['summary']}", "Chicago", f"/claims/{claim['key']}")
                                    for kind, source in (("added", new), ("removed", old))})
            told = [(row["change_kind"], row["column_name"], row["old_value"]) for row in rows if row["table_name"] == "citation"
                    and row["summary_url"]]
            self.assertEqual(sorted(told), [("added", None, None), ("removed", "source_key", old)], "once, as all else is in its name")
            gone = {row["summary"] for row in rows if row["table_name"] == "citation" and not row["summary_url"]}
            self.assertEqual(gone, {f"policy.{policy['key']}.{source}" for source in policy["sources"].split()})
        earlier = cgi("pages", "/changes.json", f"from_edition=1&as_of={claim['made_on']}", config=config).json["rows"]
        self.assertNotIn("citation", {row["table_name"] for row in earlier}, "its source may be of a later day than what it is cited for")
        asked = cgi("pages", "/changes.json", "from_edition=1&j=chicago-il", config=config).json
        self.assertEqual({row["row_key"] for row in asked["rows"]}, {f"claim.{claim['key']}.{source}" for source in (old, new)})
        self.assertEqual(asked["meta"]["total"]["row_count"], len(asked["rows"]))

    def test_a_row_that_is_no_fact_is_named_in_words(self):
        """By what it belongs to, which has a page, but an authority; in the register's words, whatever the language."""
        changed = {"source": ("note", "x"), "authority": ("short_name", "Office"), "program": ("listing", "99.999"),
                   "jurisdiction_alias": ("note", "x"), "requirement_program": ("fy_to", "2030"), "award_action": ("note", "x"),
                   "jurisdiction": ("population_2017", "12")}
        first = {table: self.register.records(table)[0] for table in changed}
        for table, (column, value) in changed.items():
            self.register.put(table, first[table]["key"], **{column: value})
        self.register.put("case_requirement", "new", requirement_key="federal-funds-2025")
        self.register.publish()
        for language in ("en", "es"):
            rows = cgi("pages", "/changes.json", f"from_edition=1&limit=1000&lang={language}", config=configuration(self.register.state)).json["rows"]
            told = {row["table_name"]: row for row in rows if row["table_name"] in changed or row["row_key"] == "new"}
            self.assertEqual(set(told), {*changed, "case_requirement"})
            for table, row in told.items():
                self.assertNotEqual(row["summary"], row["row_key"], table)
                self.assertEqual(bool(row["summary_url"]), table != "authority", table)
            for table, column in (("source", "title"), ("authority", "name"), ("program", "name")):
                self.assertEqual(told[table]["summary"], first[table][column])
            self.assertTrue(told["jurisdiction_alias"]["summary"].endswith(": " + first["jurisdiction_alias"]["name"]))

    def test_what_concerns_a_place_is_told_of_it(self):
        """What was its own and went or moved, an alias, an action of its award; and the case, the ruling and the demand that name it."""
        gone = next(row for row in self.register.records("statement") if (row["jurisdiction_key"], row["sources"]) == ("chicago-il", "article-2018-01-24"))
        self.register.drop("statement", gone["key"])
        figure = next(row for row in self.register.records("figure") if row["jurisdiction_key"] == "chicago-il")
        self.register.put("figure", figure["key"], jurisdiction_key="boston-ma")
        award = next(row["key"] for row in self.register.records("award") if row["recipient_name"] == "City of Chicago"
                     and any(action["award_key"] == row["key"] for action in self.register.records("award_action")))
        action = next(row["key"] for row in self.register.records("award_action") if row["award_key"] == award)
        alias = next(row["key"] for row in self.register.records("jurisdiction_alias") if row["jurisdiction_key"] == "chicago-il")
        ruling = next(row["key"] for row in self.register.records("ruling") if row["case_key"] == "chicago-v-sessions-ilnd-2017")
        effect = next(row["key"] for row in self.register.records("ruling_effect") if row["ruling_key"] == ruling)
        changed = {("award_action", action), ("jurisdiction_alias", alias), ("ruling_effect", effect), ("demand", "doj-2018-01-24"),
                   ("court_case", "chicago-v-sessions-ilnd-2017")}
        for table, key in changed:
            self.register.put(table, key, note="Read again.")
        self.register.put("demand", "ice-2020-01-13", note="Of another place.")
        self.register.publish()
        rows = lambda query: {(row["table_name"], row["row_key"]) for row in cgi(
            "pages", "/changes.json", f"from_edition=1&limit=1000&{query}", config=configuration(self.register.state)).json["rows"]}
        own = changed | {("statement", gone["key"]), ("figure", figure["key"])}
        self.assertEqual({row for row in rows("j=chicago-il") if row[0] != "citation"}, own)
        self.assertIn(("citation", f"statement.{gone['key']}.{gone['sources']}"), rows("j=chicago-il"))
        self.assertEqual({row for row in rows("demand=doj-2018-01-24") if row[0] != "citation"}, own)
        self.assertEqual(rows("demand=ice-2020-01-13"), {("demand", "ice-2020-01-13")})
        self.assertEqual(rows("j=boston-ma"), {("figure", figure["key"])})

    def test_changes_of_the_record_are_asked_for_by_date(self):
        """Where they are asked for, each on the day of its edition; on an earlier day there was none of them."""
        self.edit()
        self.register.publish()
        (as_of,), = self.register.query("SELECT as_of FROM stamp")
        config = configuration(self.register.state)
        ask = lambda query: cgi("pages", "/changes.json", f"{query}&limit=1000", config=config).json
        between = ask("from_edition=1")
        dated = ask(f"event=correction&from={as_of}")
        self.assertEqual([row["key"] for row in dated["rows"]], [row["key"] for row in between["rows"]])
        self.assertEqual({row["event_on"] for row in dated["rows"]}, {as_of})
        self.assertEqual(dated["meta"]["total"]["row_count"], between["meta"]["total"]["row_count"])
        both = ask("event=correction&event=ruling&from=2025-01-01&sort=event")["rows"]
        self.assertEqual({row["event_kind"] for row in both}, {"correction", "ruling"})
        self.assertEqual([row["event_on"] for row in both], sorted(row["event_on"] for row in both))
        for query in ("from=2025-01-01", "event=correction&from=2018-01-01&to=2018-12-31", "event=correction&from=2018-01-01&as_of=2019-01-01"):
            self.assertNotIn("correction", {row["event_kind"] for row in ask(query)["rows"]}, query)
        self.assertEqual(cgi("pages", "/timeline.json", "event=correction", config=config).status, 400)

    def test_carried_on(self):
        figure, _ = self.edit()
        self.register.publish()
        second = self.changes(2)
        self.register.put("figure", figure, amount_usd="37238.00")
        self.register.publish("--reason", "Again.")
        self.assertEqual(self.changes(2), second)
        self.assertEqual(self.changes(3, "row_key, old_value, new_value, reason"),
                         [(figure, "37237.00", "37238.00", "Again.")])
        self.assertEqual(self.register.query("SELECT edition, restored_edition FROM edition_history"),
                         [(1, None), (2, None), (3, None)])

    def test_a_note_gives_its_row_a_reason_once(self):
        figure, _ = self.edit()
        source = self.register.records("source")[0]["key"]
        names = ["key", "table_name", "row_key", "column_name", "reason", "source_key"]
        note = dict(zip(names, ("n1", "figure", figure, "amount_usd", "Misread digit.", source)))
        self.register.write("change_note", [note], names)
        self.register.publish("--reason", "Other reason.")
        reasons = dict(self.changes(2, "row_key, reason"))
        self.assertEqual(reasons[figure], "Misread digit.")
        self.assertEqual(reasons["new-policy"], "Other reason.")
        self.register.put("figure", figure, amount_usd="37239.00")
        self.register.publish()
        self.assertEqual(self.changes(3, "row_key, reason"), [(figure, None)], "the note spoke of edition 2")

    def test_editions_counts_them(self):
        self.edit()
        self.register.publish()
        listed = proviso("editions", "--state", self.register.state).stdout
        first, second = listed[:listed.index("\n     2")], listed[listed.index("\n     2"):]
        self.assertEqual(len(first.splitlines()), 1)
        self.assertRegex(second, r"figure +1 changed\n")
        self.assertRegex(second, r"policy +1 added  1 removed\n")
        self.assertRegex(second.splitlines()[1], r"current$")

    def test_a_reason_of_nothing(self):
        done = self.register.publish("--reason", "Misread digit.", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("no row differs from the edition before, so --reason and --source have nothing to speak of", done.stderr)
        self.assertEqual(self.register.current(), 1)

    def test_no_such_source(self):
        done = self.register.publish("--reason", "x", "--source", "no-such-source", check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("no-such-source", done.stderr)


class Rollback(unittest.TestCase):
    def setUp(self):
        self.register = Register()
        self.register.put("policy", "new-policy", name="New policy", summary="New.")
        self.register.publish()

    def stamp(self, number):
        return self.register.query("SELECT content_hash, as_of, row_count FROM stamp", number)[0]

    def test_old_content_under_a_new_number(self):
        proviso("publish", "--rollback", "1", "--state", self.register.state)
        self.assertEqual(self.register.current(), 3)
        self.assertEqual(self.stamp(3), self.stamp(1))
        self.assertNotEqual(self.stamp(3), self.stamp(2))
        self.assertEqual(self.register.query("SELECT restored_edition FROM edition_history WHERE edition = 3"), [(1,)])
        self.assertIn(("policy", "new-policy"),
                      self.register.query("SELECT table_name, row_key FROM change WHERE edition = 3 AND change_kind = 'removed'"))
        proviso("publish", "--if-changed", "--state", self.register.state)
        self.assertEqual(self.register.current(), 3, "an unedited register does not undo a rollback")
        self.assertIn("edition 3 stays, brought back by --rollback, since the register was not edited after it: as of ",
                      proviso("publish", "--if-changed", "--state", self.register.state).stdout)
        self.register.put("policy", "new-policy", summary="Newer.")
        self.register.publish("--if-changed")
        self.assertEqual(self.register.current(), 4)

    def test_no_such_edition(self):
        self.assertEqual(proviso("publish", "--rollback", "9", "--state", self.register.state, check=False).returncode, 1)
        self.assertEqual(proviso("publish", "--rollback", "x", "--state", self.register.state, check=False).returncode, 2)
        self.assertEqual(self.register.current(), 2)

    def test_a_changed_edition_is_not_brought_back(self):
        path = self.register.state / "editions/edition-000001.db"
        path.chmod(0o644)
        with sqlite3.connect(path) as edition:
            edition.execute("UPDATE claim SET summary = 'x' WHERE key = (SELECT min(key) FROM claim)")
        done = proviso("publish", "--rollback", "1", "--state", self.register.state, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("does not hold what it held", done.stderr)
        self.assertEqual(self.register.current(), 2)


class Numbered(unittest.TestCase):
    """edition=N answers from that one; 410 when it is gone, 404 above the newest."""

    def test_each_edition_answers(self):
        register = Register()
        key = "boston-ma"
        for name in ("Boston Two", "Boston Three"):
            register.put("jurisdiction", key, name=name)
            register.publish()
        config = configuration(register.state)
        heading = lambda query: Page(cgi("pages", f"/jurisdictions/{key}", query, config=config).text).text
        self.assertNotIn("Boston Two", heading("edition=1"))
        self.assertIn("Boston Two", heading("edition=2"))
        self.assertIn("Boston Three", heading("edition=3"))
        self.assertIn("Boston Three", heading(""))
        self.assertEqual(cgi("pages", f"/jurisdictions/{key}", "edition=4", config=config).status, 404)
        for wrong in ("-1", "x"):
            done = register.publish("--keep", wrong, check=False)
            self.assertEqual((done.returncode, done.stderr), (2, f"proviso publish: '{wrong}' is not a number of 0 or more\n"))
        register.publish("--keep", "1")
        self.assertEqual(register.current(), 4)
        statuses = [cgi("pages", f"/jurisdictions/{key}", f"edition={n}", config=config).status for n in range(1, 6)]
        self.assertEqual(statuses, [410, 410, 200, 200, 404])
        self.assertEqual(register.query("SELECT edition FROM edition_history"), [(1,), (2,), (3,), (4,)],
                         "the ledger still tells of editions that are gone")

    def test_an_edition_of_another_version(self):
        """Its tables for reading may be others; that is no fault of the asker, nor one of ours to be looked for."""
        register = Register()
        register.put("jurisdiction", "boston-ma", name="Boston Two")
        register.publish()
        first = register.state / "editions/edition-000001.db"
        first.chmod(0o644)
        config = configuration(register.state)
        for other in ("recipe = 'another'", f"asked = 'another', recipe = '{register.query('SELECT recipe FROM stamp')[0][0]}'"):
            with contextlib.closing(sqlite3.connect(first)) as database, database:
                database.execute(f"UPDATE stamp SET {other}")
                database.execute("DROP TABLE IF EXISTS fact")
            answer = cgi("pages", "/jurisdictions/boston-ma", "edition=1", config=config)
            self.assertEqual(answer.status, 410, other)
            self.assertIn("another version of this program", answer.text)
        self.assertEqual(cgi("pages", "/jurisdictions/boston-ma", "edition=2", config=config).status, 200)


class Renewed(unittest.TestCase):
    """Publishing makes kept editions anew that another version of the program made: the same rows under the same number."""

    def setUp(self):
        self.register = Register()
        self.register.put("jurisdiction", "boston-ma", name="Boston Two")
        self.register.publish("--reason", "The council decided so.")
        self.first = self.register.state / "editions/edition-000001.db"
        self.config = configuration(self.register.state)

    def age(self, *statements):
        """Makes edition 1 one of another version of the program."""
        self.first.chmod(0o644)
        with contextlib.closing(sqlite3.connect(self.first)) as database, database:
            for statement in ("UPDATE stamp SET recipe = 'another'", "DROP TABLE fact", *statements):
                database.execute(statement)

    def stamp(self, number=1):
        return self.register.query("SELECT number, as_of, content_hash, row_count FROM stamp", number)[0]

    def content_hash(self):
        """Of edition 1 as it is: store/content.h."""
        columns = {}
        for table, column in self.register.query("SELECT table_name, column_name FROM published_column", 1):
            columns.setdefault(table, set()).add(column)
        lines = []
        for table, in self.register.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid", 1):
            names = [name for _, name, *_ in self.register.query(f"PRAGMA table_info({table})", 1)
                     if name in columns.get(table, ())]
            if names:
                rows = self.register.query(f"SELECT {', '.join(names)} FROM {table} ORDER BY key", 1)
                lines += [json.dumps([table, *row], separators=(",", ":"), ensure_ascii=False) + "\n" for row in rows]
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def publish(self):
        return proviso("publish", "--if-changed", "--state", self.register.state).stdout

    def ask(self, number=1):
        return cgi("pages", "/jurisdictions/boston-ma", f"edition={number}", config=self.config)

    def test_an_older_edition(self):
        before, page, ledger = self.stamp(), self.ask().body, self.register.query("SELECT * FROM change", 2)
        self.assertEqual(before[2], self.content_hash())
        self.age()
        self.assertEqual(self.ask().status, 410)
        self.assertIn("1 older edition made anew", self.publish())
        self.assertEqual((self.stamp(), self.ask().body), (before, page))
        self.assertIn("Boston", self.ask().text)
        self.assertNotIn("Boston Two", self.ask().text)
        self.assertEqual(self.register.query("SELECT * FROM change", 2), ledger)
        proviso("verify", "1", "--state", self.register.state)
        self.assertNotIn("anew", self.publish(), "once is enough")

    def test_ledger_and_restored_content_stay(self):
        proviso("publish", "--rollback", "1", "--reason", "Too early.", "--state", self.register.state)
        self.register.put("jurisdiction", "boston-ma", name="Boston Three")
        self.register.publish()
        tables = [f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4" for table in ("edition_history", "change")]
        before = [self.register.query(table, 3) for table in tables]
        path = self.register.state / "editions/edition-000003.db"
        path.chmod(0o644)
        with contextlib.closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE stamp SET recipe = 'another'")
        self.assertIn("1 older edition made anew", self.publish())
        self.assertEqual([self.register.query(table, 3) for table in tables], before)

    def test_one_that_had_fewer_columns(self):
        self.age("ALTER TABLE demand DROP COLUMN withdrawn_on",
                 "DELETE FROM published_column WHERE column_name = 'withdrawn_on'")
        older = self.content_hash()
        self.assertNotEqual(older, self.stamp()[2])
        self.restamp(older)
        self.assertIn("1 older edition made anew", self.publish())
        self.assertEqual(self.stamp()[2], older, "what was published stays what was published")
        self.assertEqual(self.ask().status, 200)
        proviso("verify", "1", "--state", self.register.state)

    def test_one_that_had_fewer_tables(self):
        """An appeal was of one case only."""
        self.age("DROP TABLE case_appeal", "DELETE FROM published_column WHERE table_name = 'case_appeal'")
        older = self.content_hash()
        self.restamp(older)
        self.assertIn("1 older edition made anew", self.publish())
        self.assertEqual(self.stamp()[2], older)
        documents = [cgi("pages", "/cases/chicago-v-barr-ca7-2018.json", f"edition={n}", config=self.config).json for n in (1, 2)]
        self.assertEqual([len(document["appeal_of"]) for document in documents], [1, 2])

    def restamp(self, content_hash):
        with contextlib.closing(sqlite3.connect(self.first)) as database, database:
            database.execute("UPDATE stamp SET content_hash = ?", (content_hash,))

    def test_one_whose_rows_are_others_stays_as_it_is(self):
        self.age("UPDATE jurisdiction SET name = 'Bostonia' WHERE key = 'boston-ma'")
        before = self.first.read_bytes()
        self.assertIn("1 older edition cannot be made anew for it; edition 1: ", self.publish())
        self.assertEqual(self.first.read_bytes(), before)
        self.assertEqual([name for name in os.listdir(self.first.parent) if name.startswith(".")], [])
        self.assertEqual((self.ask().status, self.ask(2).status), (410, 200))


class Followed(unittest.TestCase):
    """The feed of changes tells of corrections, each on the day of the edition that made it, under an id that stays."""

    def entries(self, register, query):
        answer = cgi("pages", "/changes.atom", query, config=configuration(register.state))
        self.assertEqual(answer.status, 200, answer.body)
        atom = "{http://www.w3.org/2005/Atom}"
        return {entry.findtext(f"{atom}id"): entry for entry in ElementTree.fromstring(answer.body).findall(f"{atom}entry")}

    def test_corrections(self):
        register = Register()
        register.put("jurisdiction", "boston-ma", name="Boston Two")
        register.publish()
        first = self.entries(register, "from_edition=1")
        self.assertEqual([key.partition(":event/")[2] for key in first], ["2.jurisdiction.boston-ma.name"])
        (entry,) = first.values()
        text = "".join(entry.itertext())
        self.assertIn("Boston Two", text)
        self.assertIn(register.query("SELECT as_of FROM stamp")[0][0], text)
        register.put("jurisdiction", "boston-ma", name="Boston Three")
        register.publish()
        self.assertLess(set(first), set(self.entries(register, "from_edition=1")))
        self.assertEqual(set(first), set(self.entries(register, "from_edition=1&to_edition=2")))

    def test_amounts_are_named_in_the_language_asked(self):
        register = Register()
        figure, award, share = (register.records(table)[0] for table in ("figure", "award", "award_share"))
        for table, record in (("figure", figure), ("award", award), ("award_share", share)):
            register.put(table, record["key"], note="Noted.")
        register.publish()
        shared = next(each for each in register.records("award") if each["key"] == share["award_key"])
        for language, year, part in (("en", "FY", "Share in "), ("es", "AF", "Parte en ")):
            texts = {key.partition(":event/")[2].split(".")[1]: "".join(entry.itertext()) for key, entry
                     in self.entries(register, f"from_edition=1&lang={language}").items()}
            self.assertRegex(texts["figure"], rf": [A-Z]+ {year}{figure['fiscal_year']}\n")
            self.assertRegex(texts["award"], rf": {award['recipient_name']}, [A-Z]+ {year}{award['fiscal_year']}, ")
            self.assertRegex(texts["award_share"], rf": {part}{shared['recipient_name']}, [A-Z]+ {year}{shared['fiscal_year']}, ")


class Verify(unittest.TestCase):
    def setUp(self):
        self.register = Register()
        self.path = self.register.state / "editions/edition-000001.db"

    def verify(self, *arguments):
        done = proviso("verify", *arguments, "--state", self.register.state, check=False)
        return done.returncode, [" ".join(line.split()[:2]) for line in done.stdout.splitlines()[1:]]

    def test_both_hold(self):
        self.assertEqual(self.verify(), (0, ["content holds", "file holds"]))
        self.assertEqual(self.verify("1"), (0, ["content holds", "file holds"]))

    def test_a_changed_row(self):
        self.path.chmod(0o644)
        with sqlite3.connect(self.path) as edition:
            edition.execute("UPDATE claim SET summary = summary || '.' WHERE key = (SELECT min(key) FROM claim)")
        self.assertEqual(self.verify(), (1, ["content does", "file does"]))

    def test_a_changed_file(self):
        self.path.chmod(0o644)
        with sqlite3.connect(self.path) as edition:
            edition.execute("DELETE FROM event")
        self.assertEqual(self.verify(), (1, ["content holds", "file does"]))

    def test_no_database(self):
        self.path.chmod(0o644)
        self.path.write_bytes(b"x" * 9999)
        self.assertEqual(self.verify(), (1, ["content does", "file does"]))

    def test_the_ledger_of_a_damaged_edition_is_not_lost_unsaid(self):
        self.path.chmod(0o644)
        whole = self.path.read_bytes()
        self.path.write_bytes(whole[:100000])
        done = proviso("editions", "--state", self.register.state, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot be read", done.stdout)
        for options in ((), ("--if-changed",), ("--rollback", "1")):
            done = self.register.publish(*options, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
        done = self.register.publish(check=False)
        self.assertIn("edition 1 cannot be read, and the next one carries on its ledger of changes; put its file back from a copy, or "
                      "remove it to publish without: ", done.stderr)
        self.path.unlink()
        done = proviso("editions", "--state", self.register.state, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, "^     1  cannot be read: .*: there is no such edition  current\n")
        nowhere = self.register.state / "nowhere"
        done = proviso("editions", "--state", nowhere, check=False)
        self.assertEqual((done.returncode, done.stderr), (1, f"proviso editions: {nowhere}: there is no such folder\n"))
        self.path.write_bytes(whole)
        self.assertNotIn("is not there", self.register.publish().stdout)
        (self.register.state / "editions/edition-000002.db").unlink()
        self.assertIn("edition 2 is not there; the ledger of changes goes on from edition 1\n", self.register.publish().stdout)
        shutil.rmtree(self.register.state / "editions")
        self.assertIn("edition 3 is not there; the ledger of changes begins anew\n", self.register.publish().stdout)
        self.assertEqual(self.register.current(), 4)
        self.assertEqual(self.verify(), (0, ["content holds", "file holds"]))

    def test_not_there(self):
        self.assertEqual(self.verify("7"), (1, []))
        self.assertEqual([self.verify("0"), self.verify("x")], [(2, []), (1, [])], "no edition has that number; no file that name")
