"""From no edition to a published one; what check refuses; what publish promises."""
import csv
import os
import shutil
import sqlite3
import subprocess
import unittest

from page import Page
from served import BUILD, REGISTER, Site, configuration, folder, proviso, published_state, wait_for


def make_current_of_another_version(state):
    """The current edition is one that lacks a table from now on, as one that another source made may."""
    current, other = state / "editions/current", state / "editions/edition-000007.db"
    other.write_bytes((state / "editions" / os.readlink(current)).read_bytes())
    with sqlite3.connect(other) as edition:
        edition.execute("DROP TABLE event")
        edition.execute("UPDATE stamp SET recipe = 'other'")
    edition.close()
    swap(current, other.name)


class NoEdition(unittest.TestCase):
    """A site without an edition says so, and recovers by itself."""

    def test_until_published(self):
        state = folder()
        with Site(state=state, prefix="/a/b") as site:
            for path in ("/", "/jurisdictions", "/jurisdictions.json", "/jurisdictions.csv", "/readyz"):
                with self.subTest(path):
                    answer = site.ask(path)
                    self.assertEqual(answer.status, 503)
                    self.assertGreater(int(answer.headers["retry-after"]), 0)
                    self.assertIn("nosniff", answer.headers["x-content-type-options"])
            self.assertIn("edition", site.ask("/readyz").text)
            self.assertEqual(site.ask("/").type, "text/html")
            self.assertTrue(Page(site.ask("/").text).heading)
            self.assertEqual(site.ask("/healthz").status, 200)
            proviso("import", "--replace", "--unless-edited", REGISTER, "--state", state)
            proviso("publish", "--if-changed", "--state", state)
            self.assertTrue(wait_for(lambda: site.ask("/jurisdictions").status == 200, seconds=10))
            self.assertEqual(site.ask("/readyz").status, 200)
            self.assertEqual(site.ask("/").status, 200)

    def test_damaged_edition(self):
        """A file that is no edition is refused, and the answer is 503; a good one put in its place is served."""
        state = published_state()
        current = state / "editions/current"
        good = state / "editions" / os.readlink(current)
        for bad in (b"", b"not a database" * 1000, good.read_bytes()[:5000], b"\0" * 100000):
            (state / "editions/edition-000007.db").write_bytes(bad)
            swap(current, "edition-000007.db")
            with self.subTest(bad[:10]), Site(state=state) as site:
                self.assertEqual(site.ask("/jurisdictions").status, 503)
                self.assertEqual(site.ask("/healthz").status, 200)
                self.assertEqual(site.ask("/readyz").status, 503)
                swap(current, good.name)
                self.assertTrue(wait_for(lambda: site.ask("/jurisdictions").status == 200, seconds=10))

    def test_damaged_newer_edition_leaves_the_old_one(self):
        state = published_state()
        current = state / "editions/current"
        with Site(state=state) as site:
            before = site.ask("/jurisdictions.json?limit=1000").json["rows"]
            (state / "editions/edition-000007.db").write_bytes(b"x" * 8192)
            swap(current, "edition-000007.db")
            for number in range(20):
                answer = site.ask(f"/jurisdictions.json?limit={number + 900}")
                self.assertEqual(answer.status, 200)
                self.assertEqual(answer.json["rows"], before)

    def test_an_edition_of_another_version_is_tried_once(self):
        """It cannot be read however often it is opened: each worker of each pool says so once, not at each request."""
        state = published_state()
        with Site(state=state) as site:
            before = site.ask("/jurisdictions.json?limit=1000").json["rows"]
            make_current_of_another_version(state)
            for number in range(20):
                self.assertEqual(site.ask(f"/jurisdictions.json?limit={number + 900}").json["rows"], before)
            workers = sum(len(site.workers_of(pool)) for pool in ("pages", "files", "charts"))
            self.assertIn(site.log.count("edition-refused"), range(1, workers + 1))

    def test_one_answer_tries_only_what_it_asks(self):
        """To try all that others might ask of an edition that this program made would take longer than to draw a chart."""
        state = published_state()
        config = configuration(state)
        whole = proviso("chart", "/funding.svg?measure=award", "--config", config).stdout
        edition = state / "editions" / os.readlink(state / "editions/current")
        edition.chmod(0o644)
        with sqlite3.connect(edition) as file:
            file.execute("DROP TABLE event")
        file.close()
        self.assertEqual(proviso("chart", "/funding.svg?measure=award", "--config", config).stdout, whole)
        unread = proviso("chart", "/timeline.svg?j=chicago-il", "--config", config, check=False)
        self.assertEqual((unread.returncode, unread.stdout), (1, ""))
        self.assertIn("event", unread.stderr)

    def test_the_command_line_refuses_what_servers_refuse(self):
        state = published_state()
        config = configuration(state)
        make_current_of_another_version(state)
        with Site(state=state) as site:
            self.assertEqual(site.ask("/funding?measure=award").status, 503)
        for command, address in (("chart", "/funding.svg?measure=award"), ("report", "/reports/jurisdiction.pdf?j=chicago-il")):
            unread = proviso(command, address, "--config", config, check=False)
            self.assertEqual((unread.returncode, unread.stdout), (1, ""))
            self.assertIn("this version of the program cannot read the edition; publish again: ", unread.stderr)

    def test_a_kept_edition_that_is_removed_is_gone_for_every_worker(self):
        state = published_state()
        proviso("publish", "--state", state)
        with Site(state=state) as site:
            asked = [site.ask(f"/jurisdictions.json?limit={number}&edition=1").status for number in range(1, 21)]
            (state / "editions/edition-000001.db").unlink()
            asked += [site.ask(f"/jurisdictions.json?limit={number}&edition=1").status for number in range(21, 41)]
        self.assertEqual(asked, [200] * 20 + [410] * 20)


def swap(link, target):
    """Puts a link to target in the place of link, at once."""
    other = link.with_name("swap")
    other.symlink_to(target)
    other.rename(link)


class Publish(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.state = published_state()

    def content_hash(self, number):
        """As the public pages show it: from the edition file."""
        with sqlite3.connect(f"file:{self.state}/editions/edition-{number:06}.db?mode=ro", uri=True) as edition:
            tables = [name for (name,) in edition.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            for table in tables:
                columns = [row[1] for row in edition.execute(f"SELECT * FROM pragma_table_info('{table}')")]
                if "content_hash" in columns:
                    return edition.execute(f"SELECT content_hash FROM {table}").fetchone()[0]
                if {"name", "value"} <= set(columns):
                    for name, value in edition.execute(f"SELECT name, value FROM {table}"):
                        if name == "content_hash":
                            return value
        self.fail("no content hash in the edition")

    def test_a_date_before_the_newest_source_is_told(self):
        state = published_state()
        said = proviso("publish", "--date", "2016-03-01", "--state", state).stdout
        self.assertRegex(said, r"\nthe newest source was retrieved on 20\d\d-\d\d-\d\d; what is dated after 2016-03-01 is not shown\n")
        self.assertEqual(len(proviso("publish", "--date", "2099-03-01", "--state", state).stdout.splitlines()), 1)

    def test_what_was_done_is_told_where_standard_output_is_full(self):
        state = published_state()
        for command, said in ((("import", REGISTER), "; what was asked was done"), (("publish",), "; what was asked was done"),
                              (("editions",), "")):
            done = subprocess.run([BUILD / "proviso", *command, "--state", state], stdout=open("/dev/full", "w"), stderr=subprocess.PIPE,
                                  text=True, timeout=60)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stderr, f"proviso: standard output cannot be written{said}\n")

    def test_unchanged_register_is_not_published_again(self):
        before = sorted(os.listdir(self.state / "editions"))
        proviso("import", "--replace", "--unless-edited", REGISTER, "--state", self.state)
        proviso("publish", "--if-changed", "--state", self.state)
        self.assertEqual(sorted(os.listdir(self.state / "editions")), before)

    def test_same_register_gives_same_content(self):
        proviso("publish", "--state", self.state)
        newest = os.readlink(self.state / "editions/current")
        number = int(newest.removeprefix("edition-").removesuffix(".db"))
        self.assertGreater(number, 1)
        self.assertEqual(self.content_hash(number), self.content_hash(1))

    def test_an_edition_cannot_be_written(self):
        path = self.state / "editions" / os.readlink(self.state / "editions/current")
        self.assertEqual(path.stat().st_mode & 0o222, 0)


class Check(unittest.TestCase):
    """`check` names file, record and column of each kind of mistake."""

    def refused(self, file, change, *words):
        register = folder()
        shutil.copytree(REGISTER, register, dirs_exist_ok=True)
        with open(register / file, newline="", encoding="utf-8") as source:
            names, *records = list(csv.reader(source))
        record = change(names, records)
        with open(register / file, "w", newline="", encoding="utf-8") as target:
            csv.writer(target, lineterminator="\n").writerows([names, *records])
        done = proviso("check", register, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        line = next((line for line in done.stderr.splitlines() if file in line), "")
        for word in (f"{file}:{record}:", *words):
            self.assertIn(word, line, done.stderr)

    @staticmethod
    def put(column, value, record=0):
        def change(names, records):
            records[record][names.index(column)] = value
            return record + 2  # counted as a spreadsheet does: the header is record 1
        return change

    def test_shipped_register_is_right(self):
        done = proviso("check", REGISTER)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        accepted = [line for line in done.stdout.splitlines() if ": note: " in line]
        self.assertTrue(all("; accepted: " in line for line in accepted), done.stdout)
        with open(REGISTER / "accepted_warning.csv", newline="", encoding="utf-8") as source:
            self.assertEqual(len(list(csv.DictReader(source))), len(accepted), "each acceptance is needed")

    def test_dangling_code(self):
        self.refused("claim.csv", self.put("jurisdiction_key", "nowhere-xx"), "jurisdiction_key", "nowhere-xx")

    def test_impossible_date(self):
        self.refused("claim.csv", self.put("made_on", "2017-02-30"), "made_on", "2017-02-30")

    def test_no_source(self):
        self.refused("claim.csv", self.put("sources", ""), "sources")

    def test_dangling_source(self):
        self.refused("claim.csv", self.put("sources", "no-such-source"), "sources", "no-such-source")

    def test_position_outside_the_vocabulary(self):
        self.refused("claim.csv", self.put("stated_position", "sanctuary"), "stated_position", "sanctuary")

    def test_court_position_cannot_be_typed(self):
        self.refused("claim.csv", self.put("stated_position", "barred-by-court"), "stated_position")

    def test_no_number(self):
        self.refused("figure.csv", self.put("amount_usd", "1,000"), "amount_usd", "1,000")

    def test_address_that_a_browser_would_run(self):
        for column in ("url", "copy_url"):
            for value in ("javascript:alert(1)", "data:text/html,x", "//example.org/", "example.org"):
                with self.subTest(column=column, value=value):
                    self.refused("source.csv", self.put(column, value, record=2), f":{column}:", value)

    def test_address_put_into_the_register_by_hand(self):
        state = published_state()
        with sqlite3.connect(state / "register.db") as database:
            database.execute("UPDATE source SET url = 'javascript:alert(1)' WHERE key = (SELECT min(key) FROM source)")
        done = proviso("publish", "--state", state, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stderr, r"register:source/[a-z0-9.-]+:url: 'javascript:alert\(1\)'")
        self.assertEqual(os.readlink(state / "editions/current"), "edition-000001.db")

    def test_same_key_twice(self):
        def change(names, records):
            records[1][names.index("key")] = records[0][names.index("key")]
            return 3
        self.refused("claim.csv", change, "key")

    def test_nothing_of_a_wrong_register_is_imported(self):
        register, state = folder(), published_state()
        shutil.copytree(REGISTER, register, dirs_exist_ok=True)
        text = (register / "claim.csv").read_text().replace(",complies,", ",sanctuary,", 1)
        (register / "claim.csv").write_text(text)
        with sqlite3.connect(state / "register.db") as database:
            before = list(database.iterdump())
        done = proviso("import", "--replace", register, "--state", state, check=False)
        self.assertNotEqual(done.returncode, 0)
        with sqlite3.connect(state / "register.db") as database:
            self.assertEqual(list(database.iterdump()), before)

    def test_an_edited_register_is_kept(self):
        state = published_state()
        with sqlite3.connect(state / "register.db") as database:
            database.execute("UPDATE claim SET summary = 'Edited by hand' WHERE key = (SELECT min(key) FROM claim)")
        done = proviso("import", "--replace", "--unless-edited", REGISTER, "--state", state, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        with sqlite3.connect(state / "register.db") as database:
            kept = database.execute("SELECT count(*) FROM claim WHERE summary = 'Edited by hand'").fetchone()
        self.assertEqual(kept, (1,))
