"""proviso import of award files, place lists and reviews: what comes in, what is refused with its place, what stays."""
import csv
import gzip
import io
import shutil
import sqlite3
import subprocess
import unittest
import zipfile

from awards import COLUMNS, Transactions, transaction
from page import Page
from served import BUILD, REGISTER, cgi, configuration, folder, proviso, published_state

NAME = "Assistance_PrimeTransactions_2024-05-07_1.csv"


def rows(state, sql, *values):
    with sqlite3.connect(f"file:{state}/register.db?mode=ro", uri=True) as register:
        return register.execute(sql, values).fetchall()


def dump(state):
    """Every row of the register but the bookkeeping."""
    with sqlite3.connect(f"file:{state}/register.db?mode=ro", uri=True) as register:
        return sorted(line for line in register.iterdump() if '"meta"' not in line)


def zipped(*names):
    """A ZIP of files that hold nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return out.getvalue()


def table(said, title):
    """{row: (records, dollars)} of a table of the import's account."""
    lines = said.split(title, 1)[1].splitlines()[1:]
    return {" ".join(line.split()[:-2]): tuple(line.split()[-2:]) for line in lines[:8] if line.strip()}


def counts(said, name):
    """(added, changed, unchanged, removed) of a table in the import's account; none: it has no line."""
    lines = [line.split() for line in said.splitlines() if line.split()[:1] == [name] and "added," in line]
    return tuple(int(word) for word in lines[0][1::2]) if lines else None


class Case(unittest.TestCase):
    def setUp(self):
        self.state = published_state()

    def put(self, file, *options, name=NAME, check=True):
        path = self.state / name
        path.write_bytes(file if isinstance(file, bytes) else file.text().encode())
        return proviso("import", "--state", self.state, path, *options, check=check)

    def refused(self, file, *options, name=NAME):
        before = dump(self.state)
        done = self.put(file, *options, name=name, check=False)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertEqual(dump(self.state), before, "the register is untouched")
        return done.stderr


class Awards(Case):
    def test_what_comes_in(self):
        said = self.put(Transactions(
            transaction(1, recipient_uei="CHICAGO00001"),
            transaction(1, "1", federal_action_obligation="-12.50", action_date="2018-11-02", last_modified_date="2018-12-01"),
            transaction(1, "2", federal_action_obligation="0", action_date="2019-01-02", last_modified_date="2019-02-01"),
            transaction(2, recipient_name="COOK, COUNTY OF", business_types_code="B"),
            transaction(3, recipient_name="UNIVERSITY OF CHICAGO", business_types_code="O"))).stdout
        self.assertEqual(rows(self.state, "SELECT key, jurisdiction_key, fiscal_year, modified_on, source_key FROM award "
                                          "WHERE key LIKE 'asst%' ORDER BY key"),
                         [("asst-non-f000001-1550", "chicago-il", 2017, "2019-02-01", "usaspending-assistance-primetransactions-2024-05-07"),
                          ("asst-non-f000002-1550", "cook-county-il", 2017, "2017-04-01", "usaspending-assistance-primetransactions-2024-05-07"),
                          ("asst-non-f000003-1550", None, 2017, "2017-04-01", "usaspending-assistance-primetransactions-2024-05-07")])
        self.assertEqual(rows(self.state, "SELECT amount_usd FROM award_action WHERE award_key = 'asst-non-f000001-1550' ORDER BY key"),
                         [(100000,), (-1250,), (0,)])
        self.assertEqual(table(said, "by outcome")["total of the files"], ("5", "2987.50"))
        whose = table(said, "by recipient")
        self.assertEqual(whose["matched to a jurisdiction"], ("4", "1987.50"))
        self.assertEqual(whose["unmatched, no government"], ("1", "1000.00"))
        self.assertEqual(rows(self.state, "SELECT jurisdiction_key FROM jurisdiction_alias WHERE alias_kind = 'uei'"), [("chicago-il",)])
        proviso("publish", "--state", self.state, "--accept", "test", check=False)

    def test_twice_changes_nothing_in_any_order(self):
        records = [transaction(n, str(m), federal_action_obligation=f"{n * m - 3}.00", last_modified_date=f"2018-0{1 + m}-01",
                               recipient_name=("CITY OF CHICAGO", "CHICAGO, CITY OF")[m % 2]) for n in range(5) for m in range(4)]
        records.append(transaction(1, "1", federal_action_obligation="77.00", last_modified_date="2020-01-01"))
        self.put(Transactions(*records))
        before = dump(self.state)
        said = self.put(Transactions(*records), name="again.csv").stdout
        self.assertEqual(table(said, "by outcome")["unchanged"][0], "20")
        self.assertEqual(table(said, "by outcome")["superseded"], ("1", "-2.00"))
        self.assertEqual(dump(self.state), before)
        self.put(Transactions(*reversed(records)), name="again.csv")
        self.assertEqual(dump(self.state), before)
        other = published_state()
        (other / NAME).write_text(Transactions(*reversed(records)).text())
        proviso("import", "--state", other, other / NAME)
        content = "SELECT key, award_key, action_on, amount_usd, modified_on FROM award_action ORDER BY key"
        self.assertEqual(rows(other, content), rows(self.state, content))
        content = "SELECT key, recipient_name, fiscal_year, modified_on, jurisdiction_key FROM award ORDER BY key"
        self.assertEqual(rows(other, content), rows(self.state, content))

    def test_two_recipients_of_an_award_become_known_at_the_end(self):
        """Both by their identifiers. Whose record holds has the award, in whatever order they stand."""
        office = {"recipient_name": "OFFICE OF BUDGET", "business_types_code": "X"}
        albany = {"recipient_uei": "ALBANY000001", "recipient_state_code": "NY", "recipient_city_name": "ALBANY"}
        records = [transaction(1, **office, recipient_uei="CHICAGO00001"),
                   transaction(1, "1", **office, **albany, last_modified_date="2018-01-01"),
                   transaction(2, recipient_uei="CHICAGO00001"), transaction(3, **albany, recipient_name="CITY OF ALBANY")]
        for order in (records, [records[1], records[0], *records[2:]]):
            state = published_state()
            (state / NAME).write_text(Transactions(*order).text())
            proviso("import", "--state", state, state / NAME)
            self.assertEqual(rows(state, "SELECT jurisdiction_key FROM award WHERE key LIKE 'asst-non-f00000%' ORDER BY key"),
                             [("albany-ny",), ("chicago-il",), ("albany-ny",)])

    def test_reissued_and_withdrawn(self):
        self.put(Transactions(transaction(1), transaction(1, "1", federal_action_obligation="5.00"), transaction(2)))
        said = self.put(Transactions(transaction(1, federal_action_obligation="900.00", last_modified_date="2019-01-01"),
                                     transaction(1, "1", correction_delete_indicator_code="D", federal_action_obligation="5.00",
                                                 last_modified_date="2019-01-01"),
                                     transaction(2, correction_delete_indicator_code="D", federal_action_obligation="", recipient_name="",
                                                 last_modified_date="2019-01-01"))).stdout
        self.assertEqual(table(said, "by outcome")["changed"], ("1", "900.00"))
        self.assertEqual(table(said, "by outcome")["withdrawn by the agency"], ("2", "5.00"))
        kept = "SELECT key, amount_usd FROM award_action WHERE key LIKE 'asst%'"
        self.assertEqual(rows(self.state, kept), [("asst-non-f000001-1550.16.738-0", 90000)])
        self.assertEqual(rows(self.state, "SELECT count(*) FROM award WHERE key LIKE 'asst-non-f000002%'"), [(0,)])
        said = self.put(Transactions(transaction(1), transaction(1, "1", federal_action_obligation="5.00"), transaction(2))).stdout
        self.assertEqual(table(said, "by outcome")["superseded"][0], "3", "an older file brings nothing back")
        self.assertEqual(rows(self.state, kept), [("asst-non-f000001-1550.16.738-0", 90000)])

    def test_an_export_says_that_it_leaves_out_what_was_withdrawn(self):
        self.put(Transactions(transaction(1)))
        self.assertNotIn("left out", proviso("export", folder(), "--state", self.state).stdout)
        self.put(Transactions(transaction(1, correction_delete_indicator_code="D", last_modified_date="2019-01-01")))
        self.assertIn("\nleft out: which 1 award action was withdrawn by the agency; a backup keeps that\n",
                      proviso("export", folder(), "--state", self.state).stdout)

    def test_withdrawn_by_a_delta_file(self):
        """Its withdrawals tell little more than the transaction, and stand in a column beside the one of corrections."""
        number = "2018-DJ-BX-0001"
        made = transaction(1, award_id_fain=number, assistance_award_unique_key=f"ASST_NON_{number}_1550",
                           assistance_transaction_unique_key=f"1550_{number}_-NONE-_16.738_0")
        of_uri = transaction(2, award_id_fain="", award_id_uri="URI-2", assistance_award_unique_key="ASST_AGG_URI-2_1550",
                             assistance_transaction_unique_key="1550_-NONE-_URI-2_16.738_0")
        self.put(Transactions(made, of_uri, transaction(3)))
        keys = ("assistance_transaction_unique_key", "award_id_fain", "modification_number", "cfda_number")
        short = [dict.fromkeys(COLUMNS, "") | {key: record[key] for key in kept} |
                 {"correction_delete_ind": "D", "last_modified_date": "2020-06-01"} for record, kept in ((made, keys), (of_uri, keys[:1]))]
        columns = ["correction_delete_ind", *COLUMNS]
        said = self.put(Transactions(*short, transaction(4), columns=columns), name="delta.csv").stdout
        self.assertEqual(table(said, "by outcome")["withdrawn by the agency"], ("2", "0.00"))
        self.assertEqual(rows(self.state, "SELECT fain FROM award WHERE key LIKE 'asst%' ORDER BY key"), [("F000003",), ("F000004",)])
        self.put(Transactions(made, of_uri, transaction(3), transaction(4)))
        self.assertEqual(rows(self.state, "SELECT count(*) FROM award WHERE key LIKE 'asst%'"), [(2,)], "an older file brings nothing back")
        unclear = [short[0] | {"assistance_transaction_unique_key": key} for key in ("", "1550_F1", "1550_-NONE-_-NONE-_16.738_0")]
        wrong = self.refused(Transactions(*unclear, columns=columns))
        for record, message in ((2, "is required"), (3, "'1550_F1' does not tell its award"), (4, "does not tell its award")):
            self.assertIn(f"{NAME}:{record}:assistance_transaction_unique_key: ", wrong)
            self.assertIn(message, wrong)

    def test_of_two_changes_of_one_day_the_later_holds(self):
        """In whatever order they come, in one file or in two; a withdrawal too."""
        early = transaction(1, federal_action_obligation="300.00", last_modified_date="2020-01-01 08:00:00")
        day = transaction(1, last_modified_date="2020-01-01")
        late = transaction(1, federal_action_obligation="400.00", last_modified_date="2020-01-01T20:00:00Z")
        gone = late | {"correction_delete_indicator_code": "D", "last_modified_date": "2020-01-01 21:00:00.5"}
        again = late | {"federal_action_obligation": "500.00", "last_modified_date": "2020-01-01 22:00:00"}
        amount = "SELECT amount_usd, modified_on FROM award_action WHERE key LIKE 'asst%'"
        for files, left in (([[early], [late], [early]], [(40000, "2020-01-01")]), ([[late], [early]], [(40000, "2020-01-01")]),
                            ([[early, late]], [(40000, "2020-01-01")]), ([[late, early]], [(40000, "2020-01-01")]),
                            ([[day], [early, late], [early]], [(40000, "2020-01-01")]), ([[gone], [late]], []),
                            ([[late], [gone], [again]], [(50000, "2020-01-01")]),
                            ([[again], [gone]], [(50000, "2020-01-01")])):
            with self.subTest(files):
                self.state = published_state()
                for file in files:
                    self.put(Transactions(*file))
                self.assertEqual(rows(self.state, amount), left)
                before = dump(self.state)
                self.put(Transactions(*files[-1]))
                self.assertEqual(dump(self.state), before)

    def test_a_change_without_a_time_counts_by_its_day(self):
        self.put(Transactions(transaction(1, last_modified_date="2020-01-01 08:00:00")))
        self.put(Transactions(transaction(1, federal_action_obligation="2.00", last_modified_date="2020-01-01 00:00:00")))
        self.assertEqual(rows(self.state, "SELECT amount_usd FROM award_action WHERE key LIKE 'asst%'"), [(200,)])

    def test_an_amount_cites_the_file_that_told_it(self):
        """Not the one whose record of the recipient is the newest."""
        total = ("internal_id,Award ID,Award Amount,Base Obligation Date,CFDA Number,recipient_id,generated_internal_id,Last Modified Date\n"
                 "1,F000001,555.0,2022-12-15,16.738,abc-C,ASST_NON_F000001_1550,2022-12-16\n").encode()
        older = Transactions(transaction(1, federal_action_obligation="200.00"))
        source = "SELECT source_key, amount_usd FROM award JOIN award_action ON award_key = award.key WHERE fain = 'F000001'"
        self.put(total, name="search.csv")
        self.assertEqual(rows(self.state, source), [("usaspending-search", 55500)])
        self.put(older, name="first.csv")
        self.assertEqual(rows(self.state, source), [("usaspending-first", 20000)])
        before = dump(self.state)
        self.put(total, name="search.csv")
        self.put(older, name="again.csv")
        self.assertEqual(dump(self.state), before)
        self.put(Transactions(transaction(1, federal_action_obligation="300.00")), name="second.csv")
        self.assertEqual(rows(self.state, source), [("usaspending-second", 30000)])

    def test_the_account_counts_what_awards_changed(self):
        first = Transactions(transaction(1), transaction(1, "1"), transaction(2), transaction(3))
        expected = {"award": (3, 0, 0, 0), "award_action": (4, 0, 0, 0), "source": (1, 0, 0, 0), "total": (8, 0, 0, 0)}
        said = self.put(first, name="a.csv").stdout
        self.assertEqual({name: counts(said, name) for name in expected}, expected)
        said = self.put(first, name="a.csv").stdout
        self.assertEqual([counts(said, name) for name in ("award", "award_action", "source")], [(0, 0, 3, 0), (0, 0, 4, 0), None])
        said = self.put(Transactions(transaction(1, federal_action_obligation="5.00", last_modified_date="2019-01-01"),
                                     transaction(1, "1"), transaction(2, correction_delete_indicator_code="D", last_modified_date="2019-01-01"),
                                     transaction(3, recipient_name="CITY OF CHICAGO POLICE", last_modified_date="2019-01-01")), name="b.csv").stdout
        self.assertEqual([counts(said, name) for name in ("award", "award_action", "source")], [(0, 2, 0, 1), (0, 2, 1, 1), (1, 0, 0, 1)])
        self.put(self.MINE.replace(b"2019-DJ-BX-0001", b"F000001"), name="award.csv")
        said = self.put(self.MY_ACTION, name="award_action.csv").stdout
        self.assertEqual([counts(said, name) for name in ("award", "award_action")], [(0, 0, 0, 1), (1, 0, 0, 2)])

    def test_the_account_counts_what_an_answer_changed(self):
        file = Transactions(transaction(1, recipient_name="LAKE OFFICE", business_types_code="X"))
        self.put(file)
        self.put(b"recipient_name,state,jurisdiction_key\nLAKE OFFICE,IL,chicago-il\n", name="review.csv")
        self.assertEqual(counts(self.put(file).stdout, "award"), (0, 1, 0, 0))

    def test_a_source_of_which_nothing_is_left_goes(self):
        """Its last award was withdrawn, told by another file, or gave way to an editor's: nothing needs to be accepted."""
        sources = "SELECT key FROM source WHERE key LIKE 'usaspending-file-%' ORDER BY key"
        gone = {"correction_delete_indicator_code": "D", "last_modified_date": "2019-01-01"}
        self.put(Transactions(transaction(1), transaction(2)), name="file-a.csv")
        self.put(Transactions(transaction(1, **gone)), name="file-b.csv")
        self.assertEqual(rows(self.state, sources), [("usaspending-file-a",)], "another award cites it")
        said = self.put(Transactions(transaction(2, federal_action_obligation="7.00", last_modified_date="2019-01-01")), name="file-c.csv").stdout
        self.assertEqual(counts(said, "source"), (1, 0, 0, 1))
        self.assertEqual(rows(self.state, sources), [("usaspending-file-c",)])
        self.put(self.MINE.replace(b"2019-DJ-BX-0001", b"F000002"), name="award.csv")
        self.put(self.MY_ACTION, name="award_action.csv")
        self.assertEqual(rows(self.state, sources), [])
        self.assertIn(" published: ", proviso("publish", "--state", self.state).stdout)

    def test_contradiction(self):
        wrong = self.refused(Transactions(transaction(1), transaction(1, federal_action_obligation="2.00")))
        self.assertIn(f"{NAME}:3:assistance_transaction_unique_key: another record of this import has the same key", wrong)

    def test_totals_stand_in_until_transactions_come(self):
        search = ("internal_id,Award ID,Award Amount,Base Obligation Date,CFDA Number,recipient_id,generated_internal_id\n"
                  "1,15PBJA21RR05271SCAA,704.0,2022-12-15,16.606,abc-C,ASST_NON_F000001_1550\n").encode()
        self.put(search, name="search.csv")
        self.assertEqual(rows(self.state, "SELECT fiscal_year, recipient_name FROM award WHERE key = 'asst-non-f000001-1550'"),
                         [(2021, "Not named in the file")])
        self.put(Transactions(transaction(1, last_modified_date="2023-01-01")))
        actions = "SELECT key, amount_usd FROM award_action WHERE award_key = 'asst-non-f000001-1550'"
        self.assertEqual(rows(self.state, actions), [("asst-non-f000001-1550.16.738-0", 100000)])
        said = self.put(search, name="search.csv").stdout
        self.assertEqual(table(said, "by outcome")["superseded"], ("1", "704.00"))
        self.assertEqual(len(rows(self.state, actions)), 1)

    def test_a_total_of_an_export_stands_in_too(self):
        search = ("internal_id,Award ID,Award Amount,Base Obligation Date,CFDA Number,recipient_id,generated_internal_id\n"
                  "1,15PBJA21RR05271SCAA,704.0,2022-12-15,16.606,abc-C,ASST_NON_F000001_1550\n").encode()
        self.put(search, name="search.csv")
        directory = folder()
        proviso("export", directory, "--state", self.state)
        self.state = folder()
        proviso("import", directory, "--state", self.state)
        self.put(Transactions(transaction(1, last_modified_date="2023-01-01")))
        self.assertEqual(rows(self.state, "SELECT amount_usd FROM award_action WHERE award_key = 'asst-non-f000001-1550'"), [(100000,)])

    def test_amounts_that_an_editor_holds_stand_alone(self):
        amounts = "SELECT sum(amount_usd) FROM award JOIN award_action ON award_key = award.key WHERE replace(fain, '-', '') = '2020DJBX0483'"
        before = rows(self.state, amounts)
        file = Transactions(transaction(1, award_id_fain="2020DJBX0483", recipient_name="CITY OF NOWHERESVILLE"), transaction(2))
        review = self.state / "review.csv"
        for outcome in ("added", "unchanged"):
            review.unlink(missing_ok=True)
            said = self.put(file, "--create", "--review", review).stdout
            for title in ("by outcome", "by recipient"):
                self.assertEqual(table(said, title)["held by an editor"], ("1", "1000.00"))
                self.assertEqual(table(said, title)["total of the files"], ("2", "2000.00"))
            self.assertEqual(table(said, "by outcome")[outcome], ("1", "1000.00"))
            self.assertEqual(rows(self.state, "SELECT fain FROM award WHERE key LIKE 'asst%'"), [("F000002",)])
        self.assertEqual(rows(self.state, amounts), before)
        self.assertEqual(rows(self.state, "SELECT key FROM jurisdiction WHERE key LIKE 'nowhere%'"), [], "of it nothing else is taken either")
        self.assertNotIn("NOWHERESVILLE", review.read_text())
        self.assertIn(" published: ", proviso("publish", "--state", self.state).stdout)

    MINE = ("key,fain,program_key,jurisdiction_key,recipient_name,recipient_uei,fiscal_year,summary,modified_on,source_key,confidence,note,sources\n"
            "mine,2019-DJ-BX-0001,jag,chicago-il,Somebody,,2019,,,,high,,doj-release-2017-11-15\n").encode()
    MY_ACTION = b"key,award_key,action_on,action_on_precision,amount_usd,modified_on,note\noriginal,mine,2019-03-01,,5.00,,\n"
    BY_NUMBER = "SELECT award.key, amount_usd FROM award JOIN award_action ON award_key = award.key WHERE replace(fain, '-', '') = '2019DJBX0001'"

    def test_an_award_of_a_file_gives_way_to_an_editors(self):
        """Whichever came first, and whatever the editor's files are named."""
        file = Transactions(transaction(1, award_id_fain="2019DJBX0001"), transaction(1, "1", award_id_fain="2019DJBX0001"), transaction(2))
        self.put(file)
        self.put(self.MINE, name="mine.csv")
        self.assertEqual(len(rows(self.state, self.BY_NUMBER)), 2, "without an amount nothing goes")
        said = self.put(self.MY_ACTION, name="my-action.csv").stdout
        self.assertIn("\nawards of award files that gave way to an editor's record of their number (FAIN): 1\n", said)
        self.assertEqual(rows(self.state, self.BY_NUMBER), [("mine", 500)])
        self.assertEqual(rows(self.state, "SELECT award_key FROM award_action WHERE key LIKE 'asst%'"), [("asst-non-f000002-1550",)])
        self.assertIn(" published: ", proviso("publish", "--state", self.state).stdout)
        self.assertNotIn("gave way", self.put(file).stdout)
        self.assertEqual(rows(self.state, self.BY_NUMBER), [("mine", 500)])

    def test_only_actions_of_the_award_that_gives_way_go(self):
        self.put(Transactions(transaction(1, award_id_fain="2019DJBX0001"),
                              transaction(2, assistance_award_unique_key="ASST_NON_F000001_1550.5")))
        self.put(self.MINE, name="mine.csv")
        self.put(self.MY_ACTION, name="my-action.csv")
        self.assertEqual(rows(self.state, self.BY_NUMBER), [("mine", 500)])
        self.assertEqual(rows(self.state, "SELECT award_key, amount_usd FROM award_action WHERE key LIKE 'asst%'"),
                         [("asst-non-f000001-1550.5", 100000)])

    def test_another_amount_than_an_editors_is_told(self):
        """The file's actions together; its total counts only where they are not."""
        self.put(self.MINE, name="award.csv")
        self.put(self.MY_ACTION, name="award_action.csv")
        title = "held by an editor with another amount than the files': "
        parts = [transaction(1, str(n), award_id_fain="2019DJBX0001", federal_action_obligation=amount) for n, amount in enumerate(("2.00", "3.00"))]
        self.assertNotIn(title, self.put(Transactions(*parts)).stdout)
        self.assertIn(title + "1\n  mine: 5.00; the files: 2.00\n", self.put(Transactions(parts[0])).stdout)

    def test_an_award_gives_way_to_what_stands_in_the_end(self):
        """Not to an editor's amounts that the same import takes away."""
        self.put(Transactions(transaction(1, award_id_fain="2019DJBX0001")))
        self.put(self.MINE, name="mine.csv")
        before = dump(self.state)
        proviso("export", "--state", self.state, self.state / "exported")
        self.put(self.MY_ACTION, name="my-action.csv")
        self.assertEqual(rows(self.state, self.BY_NUMBER), [("mine", 500)])
        said = proviso("import", "--replace", "--state", self.state, self.state / "exported").stdout
        self.assertNotIn("gave way", said)
        self.assertEqual(dump(self.state), before, "what was exported is there again")

    def test_an_award_that_an_editor_added_to_stays_and_is_warned_of(self):
        self.put(Transactions(transaction(1, award_id_fain="2019DJBX0001")))
        self.put(b"key,award_key,jurisdiction_key,amount_usd,from_on,from_on_precision,confidence,note,sources\n"
                 b"a-share,asst-non-f000001-1550,cook-county-il,5.00,,,high,,doj-release-2017-11-15\n", name="award_share.csv")
        self.put(self.MINE, name="award.csv")
        self.assertNotIn("gave way", self.put(self.MY_ACTION, name="award_action.csv").stdout)
        self.assertIn("the same more than once: asst-non-f000001-1550 mine", proviso("publish", "--state", self.state, check=False).stderr)

    def test_an_award_without_a_jurisdiction_says_so(self):
        """On pages; files leave the cell empty."""
        self.put(Transactions(transaction(1, recipient_name="UNIVERSITY OF SOMEWHERE", business_types_code="O")))
        proviso("publish", "--state", self.state)
        config = configuration(self.state)
        for language, words in (("", "Not matched to a jurisdiction"), ("lang=es", "Sin jurisdicci\u00f3n asignada")):
            for path in ("/awards", "/awards/asst-non-f000001-1550"):
                text = " ".join(Page(cgi("pages", path, language, config=config).text).text.split())
                self.assertEqual(text.count(words), 1, path)
        [row] = [row for row in cgi("files", "/awards.csv", config=config).rows if row["key"].startswith("asst")]
        self.assertEqual(row["jurisdiction"], "")
        self.assertIsNone(cgi("pages", "/awards/asst-non-f000001-1550.json", config=config).json["record"]["jurisdiction"])

    def test_money_of_no_jurisdiction_stands_beside_the_amounts(self):
        """No amount by jurisdiction has it; with them it comes to what the file does."""
        self.put(Transactions(transaction(1), transaction(2, recipient_name="UNIVERSITY OF SOMEWHERE", business_types_code="O"),
                              transaction(2, "1", recipient_name="UNIVERSITY OF SOMEWHERE", business_types_code="O",
                                          federal_action_obligation="-250.00", action_date="2018-03-01")))
        proviso("publish", "--state", self.state)
        config = configuration(self.state)

        def outside(question):
            answer = cgi("pages", "/funding.json", question, config=config).json
            return [[row[name] for name in ("fiscal_year", "program", "outside_rows", "outside_usd")]
                    for row in answer["outside"]]
        fy = "fy=2017&measure=award"
        self.assertEqual(outside(fy), [[2017, None, 1, "750.00"]])
        self.assertEqual(outside(f"{fy}&program=16.738&as_of=2017-12-31"), [[2017, "JAG", 1, "1000.00"]])
        for nothing in (f"{fy}&state=IL", f"{fy}&as_of=2017-02-28", f"{fy}&program=16.606", "fy=2017&measure=reported"):
            self.assertEqual(outside(nothing), [], nothing)
        text = " ".join(Page(cgi("pages", "/funding", fy, config=config).text).text.split())
        self.assertIn("Awards not matched to a jurisdiction, in none of these amounts (listed among all awards) Fiscal year Awards Obligated 2017 1 $750", text)

    def test_an_editor_names_actions_as_an_editor_likes(self):
        self.put(self.MINE, name="award.csv")
        self.put(self.MY_ACTION, name="award_action.csv")
        said = self.put(Transactions(transaction(1, award_id_fain="2019DJBX0001"))).stdout
        self.assertEqual(table(said, "by outcome")["held by an editor"], ("1", "1000.00"))

    def test_a_number_without_an_amount_takes_nothing_away(self):
        said = self.put(Transactions(transaction(1, award_id_fain="2016DJBX0217"))).stdout
        self.assertEqual(table(said, "by outcome")["added"], ("1", "1000.00"))
        done = proviso("publish", "--state", self.state, check=False)
        self.assertIn("fain: warning: the same more than once: 2016-dj-bx-0217 asst-non-f000001-1550", done.stderr)

    def test_columns_in_any_order_bom_zip_and_parts(self):
        part = Transactions(transaction(1), columns=reversed(COLUMNS)).text().encode("utf-8-sig")
        with zipfile.ZipFile(self.state / "download.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("Assistance_PrimeTransactions_2024-05-07_1.csv", part)
            archive.writestr("Assistance_PrimeTransactions_2024-05-07_2.csv", Transactions(transaction(2)).text())
            archive.writestr("readme.txt", "not a table")
            archive.writestr("__MACOSX/._Assistance_PrimeTransactions_2024-05-07_1.csv", b"\0\5\26\7\0\2\0\0Mac OS X")
        proviso("import", "--state", self.state, self.state / "download.zip")
        self.assertEqual(rows(self.state, "SELECT count(*), count(DISTINCT source_key) FROM award WHERE key LIKE 'asst%'"), [(2, 1)])
        damaged = bytearray((self.state / "download.zip").read_bytes())
        damaged[200:260] = b"x" * 60
        self.assertIn("download.zip/Assistance_PrimeTransactions_2024-05-07_1.csv: cannot be read: the archive is damaged, encrypted or ",
                      self.refused(bytes(damaged), name="download.zip"))
        self.assertIn("part.csv.gz: is compressed with gzip; unpack it first", self.refused(gzip.compress(part), name="part.csv.gz"))

    def test_names_in_an_archive(self):
        """Each file is read whatever letters are in its name; one whose name is not told is not passed over."""
        archive = zipped("años/a.csv", "b0.csv")
        said = self.refused(archive.replace(b"b0.csv", b"b\xa4.csv"), name="named.zip")
        self.assertIn("named.zip/años/a.csv:1: the file is empty", said)
        self.assertIn("named.zip/b\N{REPLACEMENT CHARACTER}.csv:1: the file is empty", said)
        self.assertIn("named.zip: the archive has a member whose name cannot be read",
                      self.refused(archive.replace("ñ".encode(), b"\xff\xfe"), name="named.zip"))

    def test_from_a_pipe(self):
        """It is read once, from its first byte."""
        def piped(text):
            done = subprocess.run([BUILD / "proviso", "import", "--state", self.state, "/dev/stdin"], input=text, capture_output=True)
            return done.returncode, done.stderr.decode()
        self.assertEqual(piped(Transactions(transaction(1)).text().encode()), (0, ""))
        self.assertEqual(rows(self.state, "SELECT count(*) FROM award WHERE fain = 'F000001'"), [(1,)])
        self.assertEqual(piped(zipped("a.csv")), (1, "proviso import: /dev/stdin: is an archive in a pipe; give it as a file\n"))

    def test_create(self):
        place = {"recipient_name": "CITY OF ROCKFORD", "recipient_city_name": "ROCKFORD", "recipient_city_code": "65000",
                 "prime_award_transaction_recipient_county_fips_code": "17201"}
        file = Transactions(transaction(1, **place), transaction(2, cfda_number="16.999", cfda_title="ANOTHER"))
        self.assertIn(":3:cfda_number: no program of the register has the listing '16.999'; import --create adds it\n", self.refused(file))
        self.put(file, "--create")
        self.assertEqual(rows(self.state, "SELECT name, kind, geoid, county_fips, confidence FROM jurisdiction WHERE key = 'rockford-il'"),
                         [("Rockford", "city", "1765000", "17201", "unverified")])
        self.assertIn("Created by an import", rows(self.state, "SELECT note FROM jurisdiction WHERE key = 'rockford-il'")[0][0])
        self.assertEqual(rows(self.state, "SELECT jurisdiction_key FROM award WHERE fain = 'F000001'"), [("rockford-il",)])
        self.assertEqual(rows(self.state, "SELECT listing, name FROM program WHERE key = '16.999'"), [("16.999", "ANOTHER")])
        before = dump(self.state)
        self.put(file, "--create")
        self.assertEqual(dump(self.state), before)

    def test_what_is_created_can_be_published_and_comes_back(self):
        """A city whose county code is of another state is not made of its codes."""
        place = {"recipient_state_code": "IN", "recipient_name": "CITY OF GARY", "recipient_city_name": "GARY", "recipient_city_code": "27000"}
        county = "prime_award_transaction_recipient_county_fips_code"
        self.put(Transactions(transaction(1, **place, **{county: "55025"})), "--create")
        self.assertEqual(rows(self.state, "SELECT key FROM jurisdiction WHERE state = 'IN' AND kind = 'city'"), [])
        self.put(Transactions(transaction(1, **place, **{county: "18089"})), "--create")
        self.assertEqual(rows(self.state, "SELECT geoid, county_fips FROM jurisdiction WHERE key = 'gary-in'"), [("1827000", "18089")])
        self.assertIn(" published: ", proviso("publish", "--state", self.state).stdout)
        proviso("export", self.state / "exported", "--state", self.state)
        proviso("import", "--state", folder() / "other", self.state / "exported")

    def test_a_town_is_not_created_as_what_its_mail_goes_to(self):
        """In whatever order they come: the city is made of the code, and the town is not sure."""
        place = {"recipient_state_code": "WI", "recipient_city_name": "MADISON", "recipient_city_code": "48000",
                 "prime_award_transaction_recipient_county_fips_code": "55025"}
        records = [transaction(1, recipient_name="TOWN OF MADISON", recipient_uei="TOWN00000001", **place),
                   transaction(2, recipient_name="CITY OF MADISON", **place)]
        for order in (records, records[::-1]):
            self.state = published_state()
            self.put(Transactions(*order), "--create")
            self.assertEqual(rows(self.state, "SELECT kind, geoid FROM jurisdiction WHERE key = 'madison-wi'"), [("city", "5548000")])
            self.assertEqual(rows(self.state, "SELECT jurisdiction_key FROM award WHERE key LIKE 'asst%' ORDER BY key"),
                             [(None,), ("madison-wi",)])
            self.assertEqual(rows(self.state, "SELECT * FROM jurisdiction_alias WHERE name = 'TOWN00000001'"), [])

    def test_review_comes_back_as_aliases(self):
        file = Transactions(transaction(1, recipient_name="WINDY CITY, GOVT OF THE", recipient_uei="WINDY0000001"))
        review = self.state / "review.csv"
        self.assertIn(f"\nrecipients that are not sure: 1; listed in {review}\n", self.put(file, "--review", review).stdout)
        with open(review, newline="", encoding="utf-8") as text:
            asked = list(csv.DictReader(text))
        self.assertEqual([(row["recipient_name"], row["records"], row["amount_usd"]) for row in asked], [("WINDY CITY, GOVT OF THE", "1", "1000.00")])
        asked[0]["jurisdiction_key"] = "no-such-place"
        self.answer(review, asked)
        self.assertIn("review.csv:2:jurisdiction_key: no jurisdiction has the key 'no-such-place'",
                      proviso("import", "--state", self.state, review, check=False).stderr)
        asked[0]["jurisdiction_key"] = "chicago-il"
        self.answer(review, asked)
        said = proviso("import", "--state", self.state, review).stdout
        self.assertIn("awards that are in already get the jurisdictions of these answers when their files are imported again", said)
        said = self.put(file).stdout
        self.assertEqual(table(said, "by recipient")["matched to a jurisdiction"][0], "1")
        self.assertEqual(rows(self.state, "SELECT jurisdiction_key FROM award WHERE fain = 'F000001'"), [("chicago-il",)])

    def answer(self, path, asked):
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(asked[0]))
            writer.writeheader()
            writer.writerows(asked)

    def test_an_answer_without_effect_is_refused(self):
        columns = ["recipient_name", "state", "uei", "jurisdiction_key"]
        asked = [("CHICAGO OFFICE", "WI", "WI0000000001", "chicago-il", "the identifier is one of another state's"),
                 ("LAKE", "WI", "", "chicago-il", "no jurisdiction of that name in the state"),
                 ("SOME OFFICE", "", "", "chicago-il", "not be matched to chicago-il all the same")]
        review, before = self.state / "review.csv", dump(self.state)
        for *row, reason in asked:
            with self.subTest(reason):
                self.answer(review, [dict(zip(columns, row))])
                wrong = proviso("import", "--state", self.state, review, check=False).stderr
                self.assertIn("review.csv:2:jurisdiction_key: the recipient would not be matched to chicago-il all the same: ", wrong)
                self.assertIn(reason, wrong)
                self.assertEqual(dump(self.state), before)
        self.answer(review, [dict(zip(columns, ("LAKE OFFICE", "IL", "LAKE00000001", "chicago-il")))])
        proviso("import", "--state", self.state, review)
        before = dump(self.state)
        proviso("import", "--state", self.state, review)
        self.assertEqual(dump(self.state), before, "the same answer again changes nothing")
        self.answer(review, [dict(zip(columns, ("LAKE OFFICE", "IL", "LAKE00000001", "cook-county-il")))])
        self.assertIn("review.csv:2:jurisdiction_key: by jurisdiction_alias the recipient is chicago-il already",
                      proviso("import", "--state", self.state, review, check=False).stderr)
        self.assertEqual(dump(self.state), before)

    def test_an_identifier_that_a_name_taught_decides_odd_names(self):
        file = Transactions(transaction(1, recipient_name="OFFICE OF BUDGET", recipient_uei="CHICAGO00001", business_types_code="X"),
                            transaction(2, recipient_uei="CHICAGO00001"))
        self.put(file)
        self.assertEqual(rows(self.state, "SELECT DISTINCT jurisdiction_key FROM award WHERE key LIKE 'asst%'"), [("chicago-il",)])
        before = dump(self.state)
        self.put(file)
        self.assertEqual(dump(self.state), before)

    def test_an_identifier_of_another_state_decides_nothing(self):
        self.put(Transactions(transaction(1, recipient_uei="CHICAGO00001")))
        self.put(Transactions(transaction(2, recipient_uei="CHICAGO00001", recipient_name="LAKE OFFICE", recipient_state_code="IN")))
        self.assertEqual(rows(self.state, "SELECT jurisdiction_key FROM award WHERE fain = 'F000002'"), [(None,)])

    def test_never_over_another_state_or_kind(self):
        self.put(Transactions(transaction(1, recipient_state_code="IN", recipient_name="CITY OF CHICAGO"),
                              transaction(2, business_types_code="B"), transaction(3, business_types_code="M")))
        self.assertEqual(rows(self.state, "SELECT jurisdiction_key FROM award WHERE key LIKE 'asst%'"), [(None,)] * 3)


class BadInput(Case):
    def test_named_with_its_place(self):
        good = Transactions(transaction(1))
        text = good.text()
        record = text.split("\r\n")[1]
        cases = {
            "latin-1": (Transactions(transaction(1, recipient_name="CAÑON")).text().encode("latin-1"), ":2:recipient_name: is not valid UTF-8"),
            "utf-16": (text.encode("utf-16"), ":1:1: the file is UTF-16"),
            "cr only": (text.replace("\r\n", "\r").encode(), ": a carriage return without a line feed"),
            "nul": (text.replace("CITY OF", "CITY\0OF").encode(), ":2:recipient_name: holds a NUL byte"),
            "never closes": ((text + '"' + record).encode()[:-6], ":3:"),
            "too few": ((text + '"a","b"\r\n').encode(), ":3:3: the record has 2 fields; the first record has 24"),
            "an empty line": ((text + '\r\n' + record).encode(), ":3:2: the record has 1 field; the first record has 24"),
            "too many": ((text + record + ',"x"\r\n').encode(), ":3:25: the record has 25 fields"),
            "twice": (text.replace('"cfda_title"', '"cfda_number"').encode(), "column 'cfda_number' is named twice"),
            "separators": (Transactions(transaction(1, federal_action_obligation="1,234.50")), ":2:federal_action_obligation: '1,234.50' is not an amount"),
            "no such day": (Transactions(transaction(1, action_date="2017-02-30")), ":2:action_date: '2017-02-30': February 2017 has 28 days"),
            "beyond 64 bits": (Transactions(transaction(1, federal_action_obligation="99999999999999999999.99")), "no more than ten trillion"),
            "sums beyond 64 bits": (Transactions(transaction(1, federal_action_obligation="90000000000000000.00"),
                                                 transaction(1, "1", federal_action_obligation="90000000000000000.00")),
                                    ":2:federal_action_obligation: '90000000000000000.00' is not an amount"),
            "megabytes": (Transactions(transaction(1, recipient_name="a" * 5_000_000)), ":2:recipient_name: the field is longer than 65536 bytes"),
            "no column": (Transactions(transaction(1), columns=COLUMNS[:5] + COLUMNS[6:]).records and
                          text.replace("federal_action_obligation", "other").encode(), "federal_action_obligation: the column is missing"),
            "empty": (b"", ":1: the file is empty"),
            "semicolons": (text.replace(",", ";").replace(chr(34), "").encode(), ":1: the fields are separated by semicolons; they must be by commas"),
            "tabs": (text.replace(",", "\t").replace(chr(34), "").encode(), ":1: the fields are separated by tabs; they must be by commas"),
            "not known": (b"a,b\n1,2\n", "its header is of no form that is known (proviso import --help"),
            "workbook": (zipped("xl/workbook.xml"), "of a workbook save each table as CSV"),
        }
        for name, (file, message) in cases.items():
            with self.subTest(name):
                self.assertIn(message, self.refused(file))

    def test_text_is_stored_as_a_register_may_hold_it(self):
        texts = {"A\tB": "A B", "CAF\x80 \x07BAR": "CAF   BAR", "ONE\r\nTWO\nTHREE": "ONE\nTWO\nTHREE", "END\r": "END "}
        self.put(Transactions(*[transaction(n, transaction_description=each, recipient_name=each, recipient_uei="A\tB")
                                for n, each in enumerate(texts)]))
        self.assertEqual(rows(self.state, "SELECT summary, recipient_name FROM award WHERE key LIKE 'asst%' ORDER BY key"),
                         [(each, each) for each in texts.values()])
        self.assertIn(" published: ", proviso("publish", "--state", self.state).stdout)

    def test_a_source_that_is_not_there(self):
        place = "SUMLEV,STATE,COUNTY,STNAME,CTYNAME,ESTIMATESBASE2020,POPESTIMATE2021\n050,17,003,Illinois,Alexander County,5240,5000\n"
        for file, options in ((Transactions(transaction(1)), []), (place.encode(), ["--create"])):
            self.assertIn(":1: its source 'nowhere' (--source) is not in the register: put it into source.csv first",
                          self.refused(file, "--source", "nowhere", *options, name="file.csv"))

    def test_twenty_are_shown_and_all_are_written(self):
        file = Transactions(*[transaction(n, action_date="x") for n in range(50)])
        rejects = self.state / "rejects.txt"
        wrong = self.refused(file, "--rejects", rejects)
        self.assertEqual(wrong.count(":action_date: "), 20)
        self.assertIn("and 30 more errors; all stand in the file of --rejects\n", wrong)
        self.assertIn("and 30 more errors; --rejects FILE writes them all\n", self.refused(file))
        self.assertEqual(len(rejects.read_text().splitlines()), 50)

    def test_no_file_is_replaced(self):
        """Not the state's, not an input, not answers that are not imported yet."""
        file = Transactions(transaction(1, recipient_name="WINDY CITY, GOVT OF THE", action_date="x"))
        answers, link = self.state / "answers.csv", self.state / "link.txt"
        answers.write_text("answers")
        link.symlink_to("nowhere")
        for option in ("--rejects", "--review"):
            for path in (self.state / "register.db", self.state / "lock", self.state / "editions/current", self.state / NAME, answers, link):
                with self.subTest(option, path=path):
                    (self.state / NAME).write_text(file.text())
                    before = path.read_bytes() if path.exists() else None
                    done = proviso("import", "--state", self.state, self.state / NAME, option, path, check=False)
                    self.assertEqual((done.returncode, done.stderr), (2, f"proviso import: {path}: is there already and is not replaced\n"))
                    self.assertEqual(path.read_bytes() if path.exists() else None, before)
            log = self.state / "register.db-wal"
            self.assertIn("is a name that a state folder uses", self.put(file, option, log, check=False).stderr)
            self.assertFalse(log.exists())

    def test_a_file_in_no_folder_is_refused_before_the_import(self):
        (self.state / NAME).write_text(Transactions(transaction(1)).text())
        before = dump(self.state)
        for option in ("--rejects", "--review"):
            for path, why in ((self.state / "none/list.csv", "No such file or directory"), (self.state / NAME / "list.csv", "Not a directory")):
                with self.subTest(option, path=path):
                    done = proviso("import", "--state", self.state, self.state / NAME, option, path, check=False)
                    self.assertEqual((done.returncode, done.stdout, done.stderr),
                                     (1, "", f"proviso import: {path}: cannot be written: {why}\n"))
                    self.assertEqual(dump(self.state), before)

    def test_a_refused_import_leaves_no_review_and_a_clean_one_no_rejects(self):
        unsure = transaction(1, recipient_name="WINDY CITY, GOVT OF THE")
        options = ("--review", self.state / "review.csv", "--rejects", self.state / "rejects.txt")
        self.refused(Transactions(unsure, transaction(2, action_date="x")), *options)
        self.assertFalse(options[1].exists())
        options[3].unlink()
        self.put(Transactions(unsure), *options)
        self.assertTrue(options[1].exists())
        self.assertFalse(options[3].exists())

    def test_rejects_that_cannot_be_written_are_told(self):
        """Also where the import is refused."""
        file = self.state / NAME
        file.write_text(Transactions(*[transaction(n, action_date="x") for n in range(500)]).text())
        done = subprocess.run(["bash", "-c", 'ulimit -f 20; trap "" XFSZ; exec "$@"', "-", BUILD / "proviso", "import", "--dry-run",
                               "--state", folder(), "--rejects", self.state / "rejects.txt", file], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn("rejects.txt: cannot be written whole; ", done.stderr)

    def test_allowed_rejects(self):
        file = Transactions(transaction(1), transaction(2, action_date="x", federal_action_obligation="7.00"),
                            transaction(3, recipient_name="CAÑON")).text().encode("latin-1")
        self.assertIn(" errors in more records than --allow-rejects leaves out; nothing was changed\n", self.refused(file, "--allow-rejects", "1"))
        for text in ("-1", "x", ""):
            self.assertEqual(self.put(file, "--allow-rejects", text, check=False).returncode, 2)
        self.assertIn("5 errors, not all of single records, which --allow-rejects needs; nothing was changed\n",
                      self.refused(b"key,listing\n", "--allow-rejects", "5", name="requirement_program.csv"))
        said = self.put(file, "--allow-rejects", "2").stdout
        self.assertEqual(rows(self.state, "SELECT fain FROM award WHERE key LIKE 'asst%'"), [("F000001",)])
        self.assertEqual(table(said, "by outcome")["rejected"], ("2", "7.00"))
        self.assertIn("\nrecords that were rejected: 2\n", said)
        self.assertIn("of the rejected 1 was not read as far as an amount, which is in no sum", said)
        file = Transactions(transaction(4, federal_action_obligation="1,5"), transaction(5, federal_action_obligation=""),
                            transaction(6, action_date="x")).text().encode() + b'"short"\r\n'
        said = self.put(file, "--allow-rejects", "4").stdout
        self.assertEqual(table(said, "by outcome")["rejected"], ("4", "1000.00"))
        self.assertIn("of the rejected 3 were not read as far as an amount, which is in no sum", said)

    def test_dry_run(self):
        before = dump(self.state)
        said = self.put(Transactions(transaction(1)), "--dry-run").stdout
        self.assertIn("dry run: nothing was changed", said)
        self.assertEqual(table(said, "by outcome")["added"][0], "1")
        self.assertEqual(dump(self.state), before)


class Places(Case):
    def test_estimates_in_the_bureaus_own_encoding(self):
        text = ("SUMLEV,STATE,COUNTY,STNAME,CTYNAME,ESTIMATESBASE2020,POPESTIMATE2021\n"
                "040,35,000,New Mexico,New Mexico,2117522,2115877\n050,35,013,New Mexico,Doña Ana County,219561,221508\n"
                "050,17,031,Illinois,Cook County,5275541,5173147\n")
        source = rows(self.state, "SELECT min(key) FROM source")[0][0]
        cites = f"SELECT row_key FROM citation WHERE table_name = 'jurisdiction' AND source_key = '{source}' ORDER BY 1"
        said = self.put(text.encode("latin-1"), "--source", source, name="co-est2021.csv").stdout
        self.assertIn("1 changed, 1 unchanged, 1 not in the register", said)
        self.assertEqual(counts(said, "jurisdiction"), (0, 1, 1, 0))
        self.assertEqual(rows(self.state, "SELECT population_2021 FROM jurisdiction WHERE key = 'cook-county-il'"), [(5173147,)])
        self.assertEqual(rows(self.state, cites), [("cook-county-il",)])
        self.put(text.encode("latin-1"), "--create", "--source", source, name="co-est2021.csv")
        self.assertEqual(rows(self.state, "SELECT name, geoid, population_2021 FROM jurisdiction WHERE state = 'NM' AND geoid = '35013'"),
                         [("Doña Ana County", "35013", 221508)])
        before = dump(self.state)
        self.put(text.encode("latin-1"), "--create", "--source", source, name="co-est2021.csv")
        self.assertEqual(dump(self.state), before)

    def test_two_records_of_one_place_that_contradict_each_other(self):
        head = "SUMLEV,STATE,COUNTY,STNAME,CTYNAME,ESTIMATESBASE2020,POPESTIMATE2021\n"
        cook = "050,17,031,Illinois,Cook County,5275541,{}\n"
        source = ("--source", "census-co-est2021")
        wrong = self.refused((head + cook.format(5173146) + cook.format(5) + cook.format("")).encode(), *source, name="places.csv")
        self.assertEqual(wrong.count("places.csv:"), 1)
        self.assertIn("places.csv:3:POPESTIMATE2021: '5'; an earlier record of the file says '5173146' of cook-county-il", wrong)
        said = self.put((head + cook.format("") + cook.format(5173146) * 2).encode(), *source, name="places.csv").stdout
        self.assertIn("0 rejected", said)

    def test_two_records_of_one_name_without_a_code(self):
        city = "Chicago,IL,City,Cook,2746388,41.8,-87.6\n"
        text = "City,State,Type,Counties,Population,Latitude,Longitude\n" + city + city
        self.assertIn("cities.csv:3:City: is the second record of the file for chicago-il, and no code tells them apart",
                      self.refused(text.encode(), "--source", "census-co-est2021", name="cities.csv"))

    def test_a_number_that_is_none_is_named_with_its_column(self):
        head = "City,State,Type,Counties,Population,Latitude,Longitude\n"
        wrong = self.refused((head + "Chicago,IL,City,Cook,many,141.8,x\n").encode(), "--source", "census-co-est2021", name="cities.csv")
        for column, what in (("Population", "a number of inhabitants"), ("Latitude", "a latitude or"), ("Longitude", "a latitude or")):
            self.assertRegex(wrong, f"cities.csv:2:{column}: '.*' is not {what}")

    def test_a_name_that_no_list_can_be_sorted_by(self):
        """Publishing would refuse it, when the file it came from is no longer at hand."""
        name, files = "a" * 501, {
            "cities.csv": "City,State,Type,Counties,Population,Latitude,Longitude\n{},IL,City,Cook,10,41.8,-87.6\n",
            "review.csv": "uei,state,jurisdiction_key,recipient_name\n,IL,chicago-il,{}\n",
            NAME: Transactions(transaction(1, recipient_name="{}")).text()}
        for file, column in (("cities.csv", "City"), ("review.csv", "recipient_name"), (NAME, "recipient_name")):
            with self.subTest(file):
                wrong = self.refused(files[file].replace("{}", name).encode(), "--source", "census-co-est2021", name=file)
                self.assertIn(f"{file}:2:{column}: has 501 bytes; at most 500 can be sorted by\n", wrong)

    def test_a_county_whose_name_gets_too_long(self):
        """What is created of it has one more word."""
        for county, wrong in (("a" * 501, "has 501 bytes"), ("a" * 494, "with ' County' behind it has 501 bytes"),
                              (f"{'a' * 494} COUNTY", "has 501 bytes")):
            with self.subTest(wrong):
                said = self.refused(Transactions(transaction(1, recipient_county_name=county)))
                self.assertIn(f"{NAME}:2:recipient_county_name: {wrong}; at most 500 can be sorted by\n", said)
        for county in ("a" * 493, f"{'a' * 493} COUNTY"):
            self.put(Transactions(transaction(1, recipient_county_name=county)), "--dry-run")

    def test_a_listing_that_no_address_could_ask_for(self):
        for listing in ("1..738", "16.7.8", "16.73", "16738"):
            with self.subTest(listing):
                said = self.refused(Transactions(transaction(1, cfda_number=listing)), "--create")
                self.assertIn(f"{NAME}:2:cfda_number: '{listing}' is not an assistance listing (NN.NNN)\n", said)

    def test_cities_without_codes_are_not_added(self):
        text = b"City,State,Type,Counties,Population,Latitude,Longitude\nNowhere,NM,City,Eddy,10,32.0,-104.0\n"
        said = self.put(text, "--create", "--source", "census-cities-2020-coordinates", name="cities.csv").stdout
        self.assertIn("0 added, 0 changed, 0 unchanged, 1 not in the register (the file has no code to add them by)", said)

    def test_a_file_without_a_source_is_refused(self):
        text = b"SUMLEV,STATE,COUNTY,STNAME,CTYNAME,ESTIMATESBASE2020,POPESTIMATE2021\n050,17,031,Illinois,Cook County,5275541,1\n"
        self.assertIn("co-est2021.csv:1: what a file of places tells is cited: give its source as --source KEY",
                      self.refused(text, name="co-est2021.csv"))

    def test_a_census_is_no_estimate(self):
        text = ("FIPS,Code,Name,Type,Year,Population,Population Source\n"
                '60,AS,American Samoa,territory,2017,55519,"U.S. Census Bureau, 2010 Census"\n'
                '66,GU,Guam,territory,2017,1,"U.S. Census Bureau, 2017 Population Estimate "\n'
                '11,DC,District of Columbia,district,2016,2,"U.S. Census Bureau, 2016 Population Estimate"\n'
                '17,IL,Illinois,state,2017,3,"U.S. Census Bureau, 2017 Population Estimate"\n').encode()
        said = self.put(text, "--source", "census-state-data-2017", name="states.csv").stdout
        self.assertIn("1 changed, 0 unchanged, 1 not in the register, 2 of no kind or year that it holds", said)
        self.assertEqual(rows(self.state, "SELECT key, population_2017 FROM jurisdiction WHERE key IN ('american-samoa', 'illinois')"),
                         [("american-samoa", None), ("illinois", 3)])

    def test_years_that_no_column_holds(self):
        text = b"GEO.id,GC_RANK.target-geo-id2,GC_RANK.display-label,GC_RANK.display-label,respop72014\n1,3651000,\"New York city, New York\",x,8491079\n"
        self.assertIn("no population of a year that the register holds", self.refused(text, name="pep.csv"))


class Check(Case):
    """proviso check of single files."""

    def check(self, file, *options, name=NAME, state=None):
        (self.state / name).write_bytes(file)
        return proviso("check", "--state", state or self.state, self.state / name, *options).stdout

    def test_records_are_counted(self):
        file = Transactions(*[transaction(n) for n in range(9)]).text().encode()
        self.assertIn("9 records: no errors", self.check(file))
        proviso("import", "--state", self.state, self.state / NAME)
        self.assertIn("9 records: no errors", self.check(file))

    def test_places_with_their_source(self):
        text = b"SUMLEV,STATE,COUNTY,STNAME,CTYNAME,ESTIMATESBASE2020,POPESTIMATE2021\n050,17,031,Illinois,Cook County,5275541,5173147\n"
        source = rows(self.state, "SELECT min(key) FROM source")[0][0]
        self.assertIn("1 record: no errors", self.check(text, "--source", source, name="co-est2021.csv"))

    def test_without_a_register(self):
        nowhere, file = folder(), (REGISTER / "source.csv").read_bytes()
        said = f"{nowhere}/register.db: there is no register; the file was checked on its own\n"
        self.assertIn(said, self.check(file, name="source.csv", state=nowhere))
        self.assertNotIn("there is no register", self.check(file, name="source.csv"))
        self.assertNotIn("there is no register", proviso("check", "--state", nowhere, REGISTER).stdout)


class Tables(Case):
    def test_a_table_by_its_header(self):
        with open(REGISTER / "program.csv", "rb") as file:
            said = self.put(file.read(), name="anything.csv").stdout
        self.assertIn("program", said)
        self.assertIn("0 added, 0 changed", said)

    def test_a_table_by_its_header_is_checked_like_any(self):
        header, row = (REGISTER / "finding.csv").read_text().splitlines()[:2]
        cited = "SELECT source_key FROM citation WHERE table_name = 'finding' AND row_key = ?"
        before = rows(self.state, cited, row.split(",")[0])
        other = rows(self.state, "SELECT key FROM source WHERE key NOT IN (SELECT source_key FROM citation WHERE row_key = ?)", row.split(",")[0])[0]
        record = next(csv.reader([row]))
        record[-1] = other[0]
        sink = io.StringIO()
        csv.writer(sink).writerow(record)
        self.put((header + "\n" + sink.getvalue()).encode(), name="anything.csv")
        self.assertNotEqual(before, [other])
        self.assertEqual(rows(self.state, cited, record[0]), [other], "the citation that it no longer has went")

    def test_good_rows_of_a_table(self):
        header = (REGISTER / "program.csv").read_text().splitlines()
        bad = "\n".join([*header[:1], "new,16.111,New,NEW,doj-bja", "Bad Key,16.112,Bad,BAD,doj-bja"]) + "\n"
        self.refused(bad.encode(), name="program.csv")
        self.put(bad.encode(), "--allow-rejects", "1", name="program.csv")
        self.assertEqual(rows(self.state, "SELECT key FROM program WHERE key IN ('new', 'Bad Key')"), [("new",)])

    def test_a_mistyped_state_is_not_made(self):
        path, state = self.state / "policy.csv", self.state / "nowhere"
        path.write_text("key\n")
        self.assertEqual(proviso("import", "--state", state, path, check=False).returncode, 1)
        self.assertFalse(state.exists())
        self.assertEqual(proviso("import", "--state", self.state, path, check=False).returncode, 1)
        self.assertTrue((self.state / "register.db").exists())

    def test_options_that_tables_have_no_use_for(self):
        said = proviso("import", "--state", self.state, REGISTER / "program.csv", "--create", "--source", "nope", "--review", self.state / "r.csv").stdout
        self.assertEqual([line.split(":")[0] for line in said.splitlines()[-3:]], ["--review", "--create", "--source"])
        self.assertFalse((self.state / "r.csv").exists())

    def test_a_rejected_record_of_a_row_that_is_there(self):
        """One error, not two; the row stays with its sources, also where the rest of the register is replaced."""
        files = folder()
        shutil.copytree(REGISTER, files, dirs_exist_ok=True)
        path = files / "policy.csv"
        key, date = (record := next(csv.DictReader(io.StringIO(path.read_text()))))["key"], record["effective_on"]
        path.write_text(path.read_text().replace(date, "2018-13-01", 1))
        before = dump(self.state)
        for options in ((), ("--replace",)):
            self.assertIn("policy.csv:2:effective_on: ", wrong := proviso("import", "--state", self.state, path if not options else files, *options, check=False).stderr)
            self.assertEqual(len(wrong.splitlines()), 2, wrong)
            proviso("import", "--state", self.state, path if not options else files, *options, "--allow-rejects", "1")
            self.assertEqual(dump(self.state), before, key)

    def test_replace_takes_tables_only(self):
        self.assertIn("only tables of the register can replace it", self.refused(Transactions(transaction(1)), "--replace"))


