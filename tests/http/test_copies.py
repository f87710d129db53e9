"""The register out of its folder and back: export and import, backup and restore. What comes back has the same content."""
import csv
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import unittest

from served import BUILD, REGISTER, cgi, configuration, folder, proviso, published_state


def content(done):
    return re.search(r"content ([0-9a-f]{64})", done.stdout)[1]


class Export(unittest.TestCase):
    def setUp(self):
        self.state, self.directory = published_state(), folder() / "export"

    def export(self):
        return content(proviso("export", self.directory, "--state", self.state))

    def again(self):
        """The content hash of a new register made of the export."""
        state = folder()
        proviso("import", "--replace", self.directory, "--state", state)
        return content(proviso("publish", "--state", state))

    def test_import_of_an_export_is_the_same_register(self):
        self.assertEqual(self.export(), self.again())

    def test_odd_rows_come_along(self):
        with sqlite3.connect(self.state / "register.db") as database:
            source = database.execute("SELECT key FROM source").fetchone()[0]
            claim = database.execute("SELECT key FROM claim").fetchone()[0]
            program = database.execute("SELECT key FROM program").fetchone()[0]
            database.executemany("INSERT INTO citation VALUES (?, ?, ?, ?, ?)", [
                ("of-a-program", "program", program, source, None),
                ("of-other-form", "claim", claim, source, "page 3, line 4"),
            ])
            database.execute("UPDATE claim SET summary = '=1+1, \"x\"' || char(10) || ' two lines ' WHERE key = ?", (claim,))
            database.execute("UPDATE jurisdiction SET latitude = 0.1 + 0.2, longitude = -1e-7 WHERE key = 'boston-ma'")
            database.execute("UPDATE figure SET amount_usd = -1000000000000000 WHERE key = (SELECT max(key) FROM figure "
                             "WHERE counted = 0)")
        self.assertEqual(self.export(), self.again())
        self.assertIn("=1+1", {row["summary"].split(",")[0] for row in self.rows("claim")}, "cells as they are")
        self.assertEqual({row["key"] for row in self.rows("citation")}, {"of-a-program", "of-other-form"})

    def rows(self, table):
        with open(self.directory / f"{table}.csv", newline="", encoding="utf-8") as source:
            return list(csv.DictReader(source))

    def test_description(self):
        hashed = self.export()
        package = json.loads((self.directory / "datapackage.json").read_text())
        self.assertEqual(package["contentHash"], hashed)
        self.assertEqual([licence["name"] for licence in package["licenses"]], ["CC0-1.0"])
        tables = {resource["name"] for resource in package["resources"]}
        self.assertEqual({f"{table}.csv" for table in tables} | {"datapackage.json"}, set(os.listdir(self.directory)))
        for resource in package["resources"]:
            with self.subTest(resource["name"]):
                data = (self.directory / resource["path"]).read_bytes()
                self.assertEqual((resource["bytes"], resource["hash"]),
                                 (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"))
                rows = self.rows(resource["name"])
                self.assertEqual(resource["rowCount"], len(rows))
                schema = resource["schema"]
                header = next(csv.reader(data.decode().splitlines()))
                self.assertEqual([field["name"] for field in schema["fields"]], header)
                for field in schema["fields"]:
                    self.assertTrue(field["title"] and field["description"], field)
                    self.assertNotIn("{", field["title"] + field["description"])
                    self.check(field, [row[field["name"]] for row in rows])
                self.assertEqual(schema["primaryKey"], "key")
                for foreign in schema["foreignKeys"]:
                    reference = foreign["reference"]
                    targets = {row[reference["fields"]] for row in self.rows(reference["resource"] or resource["name"])}
                    used = {row[foreign["fields"]] for row in rows} - {""}
                    self.assertLessEqual(used, targets)

    def check(self, field, values):
        """Whether the values are what the field's description says."""
        forms = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "date": r"\d{4}-\d\d-\d\d", "boolean": r"[01]",
                 "string": r"(?s:.+)"}
        given = [value for value in values if value]
        for value in given:
            self.assertRegex(value, f"^{forms[field['type']]}$", field["name"])
        constraints = field["constraints"]
        if constraints.get("required"):
            self.assertEqual(len(given), len(values), field["name"])
        if constraints.get("unique"):
            self.assertEqual(len(set(given)), len(given), field["name"])
        if "enum" in constraints:
            self.assertLessEqual(set(given), set(constraints["enum"]), field["name"])

    def test_an_export_that_fails_leaves_the_older_one(self):
        self.export()
        before = {path.name: path.read_bytes() for path in self.directory.iterdir()}
        with sqlite3.connect(self.state / "register.db") as database:
            database.execute("UPDATE source SET title = title || ' (edited)'")
        script = 'ulimit -f 50; trap "" XFSZ; exec "$@"'
        done = subprocess.run(["bash", "-c", script, "-", BUILD / "proviso", "export", self.directory, "--state", self.state],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertRegex(done.stderr, r"\.csv: cannot be written: File too large")
        self.assertEqual({path.name: path.read_bytes() for path in self.directory.iterdir()}, before)

    def test_an_export_cut_short_has_no_description(self):
        self.export()
        (self.directory / "claim.csv").unlink()
        (self.directory / "claim.csv").mkdir()
        done = proviso("export", self.directory, "--state", self.state, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("claim.csv", done.stderr)
        self.assertFalse((self.directory / "datapackage.json").exists())


@unittest.skipIf(os.geteuid() != 0, "needs another user")
class ReadOnly(unittest.TestCase):
    """A register that may not be written for a while, as its owner sees it, who is not root."""
    OWNER = 65534

    def setUp(self):
        self.state, self.out = published_state(), folder()
        self.register = self.state / "register.db"
        self.before = hashlib.sha256(self.register.read_bytes()).hexdigest()
        for path in (self.out, self.state, *self.state.rglob("*")):
            os.chown(path, self.OWNER, -1, follow_symlinks=False)

    def run_as_owner(self, *arguments):
        return proviso(*arguments, "--state", self.state, check=False, user=self.OWNER)

    def test_it_leaves_nothing_that_blocks_the_next_run(self):
        self.register.chmod(0o444)
        for command in (("import", REGISTER), ("publish",)):
            done = self.run_as_owner(*command)
            self.assertEqual((done.returncode, done.stderr),
                             (1, f"proviso {command[0]}: {self.register}: cannot be written: Permission denied\n"))
        saved = self.read()
        self.assertEqual(sorted(path.name for path in self.state.glob("register.db*")), ["register.db"])
        self.register.chmod(0o644)
        for command in (("import", REGISTER), ("publish",)):
            done = self.run_as_owner(*command)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(saved, self.read("again"))

    def test_what_blocks_is_named(self):
        log = self.state / "register.db-shm"
        log.write_bytes(b"")
        os.chown(log, self.OWNER, -1)
        log.chmod(0o444)
        self.assertEqual(self.run_as_owner("publish").stderr, f"proviso publish: {log}: cannot be written: Permission denied\n")

    def read(self, name="of-read-only"):
        """The contents that a backup and an export tell."""
        done = [self.run_as_owner(command, self.out / f"{command}-{name}") for command in ("backup", "export")]
        self.assertEqual([each.stderr for each in done], ["", ""])
        return [content(each) for each in done]

    def test_on_a_disk_that_is_read_only(self):
        """As a failing one becomes."""
        place = folder("mount-")
        script = 'mount -t tmpfs none "$1"; cp -a "$2"/. "$1"; mount -o remount,ro "$1"; "$3" backup --state "$1" "$4/b.db"; "$3" export --state "$1" "$4/e"'
        done = subprocess.run(["unshare", "--mount", "bash", "-euc", script, "-", place, self.state, BUILD / "proviso", self.out],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        if done.stderr.startswith(("unshare: ", "mount: ")):
            self.skipTest("no file system can be mounted here")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout.count("content "), 2)


class Upgrade(unittest.TestCase):
    """A register made by an earlier version of the program, whose tables were others."""
    def setUp(self):
        self.state = published_state()
        self.register = self.state / "register.db"
        self.before = content(proviso("export", folder() / "before", "--state", self.state))

    def change(self, *statements):
        with sqlite3.connect(self.register) as database:
            for statement in statements:
                database.execute(statement)
        database.close()

    def rows(self, statement):
        with sqlite3.connect(self.register) as database:
            rows = database.execute(statement).fetchall()
        database.close()
        return rows

    def hash(self):
        """The content hash of the tables as they are: store/content.h."""
        tables = self.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'removed_action', 'action_time') "
                           "ORDER BY rowid")
        lines = [json.dumps([name, *row], separators=(",", ":"), ensure_ascii=False) + "\n"
                 for name, in tables for row in self.rows(f"SELECT * FROM {name} ORDER BY key")]
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def test_rows_stay(self):
        self.change("ALTER TABLE source ADD COLUMN gone TEXT", "ALTER TABLE jurisdiction DROP COLUMN note",
                    "DROP TABLE accepted_warning", "CREATE TABLE forgotten (key TEXT PRIMARY KEY NOT NULL)",
                    "INSERT INTO removed_action VALUES ('withdrawn', '2020-01-01')",
                    "INSERT INTO action_time VALUES ('reissued', '2020-01-01 08:00:00')")
        expected = self.rows("SELECT key, population_2020, geoid FROM jurisdiction ORDER BY key")
        exported = content(proviso("export", folder() / "after", "--state", self.state))
        self.assertNotEqual(exported, self.before, "a column and a table are empty")
        self.assertEqual(self.rows("SELECT key, population_2020, geoid FROM jurisdiction ORDER BY key"), expected)
        self.assertEqual(self.rows("SELECT key FROM removed_action"), [("withdrawn",)])
        self.assertEqual(self.rows("SELECT key FROM action_time"), [("reissued",)])
        self.assertEqual(self.rows("SELECT name FROM sqlite_schema WHERE name IN ('gone', 'forgotten')"), [])
        self.assertEqual(self.rows("SELECT count(*) FROM sqlite_schema WHERE name = 'citation_row'"), [(1,)])

    def test_one_that_knew_an_appeal_of_one_case_only(self):
        self.change("DELETE FROM citation WHERE table_name IN ('case_appeal', 'requirement_basis')",
                    "DROP TABLE case_appeal", "DROP TABLE requirement_basis")
        files = folder() / "older"
        exported = content(proviso("export", files, "--state", self.state))
        for table in ("case_appeal", "requirement_basis"):
            self.assertEqual(len((files / f"{table}.csv").read_text(encoding="utf-8").splitlines()), 1)
            (files / f"{table}.csv").unlink()
        other = folder()
        proviso("import", "--replace", files, "--state", other)
        self.assertEqual(content(proviso("export", folder() / "again", "--state", other)), exported)
        for state in (self.state, other):
            proviso("publish", "--state", state)
            document = cgi("pages", "/cases/chicago-v-barr-ca7-2018.json", config=configuration(state)).json
            self.assertEqual([row["docket"] for row in document["appeal_of"]], ["1:18-cv-06859"])

    def test_what_was_shipped_still_is(self):
        shipped = folder() / "shipped"
        shutil.copytree(REGISTER, shipped)
        (shipped / "program.csv").write_bytes((shipped / "program.csv").read_bytes().replace(b"\n", b"\r\n"))
        self.assertEqual(self.hash(), self.before)
        self.change("ALTER TABLE program ADD COLUMN gone TEXT")
        self.change(f"UPDATE meta SET value = '{self.hash()}' WHERE name = 'shipped_content'")
        done = proviso("import", "--replace", "--unless-edited", shipped, "--state", self.state)
        self.assertNotIn("edited", done.stdout)
        self.assertEqual(content(proviso("export", folder() / "after", "--state", self.state)), self.before)

    def test_what_has_no_place_is_not_lost(self):
        self.change("ALTER TABLE source ADD COLUMN gone TEXT",
                    "UPDATE source SET gone = 'precious' WHERE key = (SELECT min(key) FROM source)")
        refused = proviso("publish", "--state", self.state, check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("register.db: made by another version of the program: this version has no place for source.gone",
                      refused.stderr)
        self.assertEqual(self.rows("SELECT count(*) FROM source WHERE gone = 'precious'"), [(1,)])

    def test_what_changes_nothing_leaves_it_as_it_is(self):
        """Also where its tables or indices are not those of this version, and where a log stands beside it."""
        def files():
            return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in self.state.glob("register.db*")
                    if not path.name.endswith("-shm")}
        writer = sqlite3.connect(self.register)
        for statements in ((), ("DROP INDEX alias_name",), ("ALTER TABLE jurisdiction DROP COLUMN note", "DROP TABLE accepted_warning"),
                           ("UPDATE source SET title = 'in the log'",)):
            if "UPDATE" in "".join(statements):
                writer.execute("SELECT count(*) FROM source").fetchall()  # so that the log stays
            self.change(*statements)
            before = files()
            for command in (("check", REGISTER / "finding.csv"), ("check", REGISTER), ("import", "--dry-run", REGISTER)):
                with self.subTest(statements, command=command[0]):
                    said = proviso(*command, "--state", self.state).stdout
                    self.assertEqual(files(), before)
        self.assertRegex(said, r"source +0 added, [1-9]\d* changed", "what stands in the log is seen")
        writer.close()

    def test_a_later_version_is_refused(self):
        self.change("PRAGMA user_version = 2")
        refused = proviso("publish", "--state", self.state, check=False)
        self.assertEqual((refused.returncode, refused.stdout), (1, ""))
        self.assertIn("register.db: made by a later version of the program", refused.stderr)


class Backup(unittest.TestCase):
    def setUp(self):
        self.state, self.file = published_state(), folder() / "copy.db"

    def rows(self, path):
        with sqlite3.connect(path) as database:
            return list(database.iterdump())

    def test_restored_as_it_was(self):
        before = self.rows(self.state / "register.db")
        saved = content(proviso("backup", self.file, "--state", self.state))
        self.assertEqual(self.file.stat().st_mode & 0o222, 0)
        with sqlite3.connect(self.state / "register.db") as database:
            database.execute("DELETE FROM finding")
        self.assertNotEqual(self.rows(self.state / "register.db"), before)
        self.assertEqual(content(proviso("restore", self.file, "--state", self.state)), saved)
        self.assertEqual(self.rows(self.state / "register.db"), before)
        proviso("publish", "--state", self.state)
        other = folder()
        self.assertEqual(content(proviso("restore", self.file, "--state", other)), saved)
        self.assertEqual(self.rows(other / "register.db"), before)

    def test_a_copy_without_indices_gets_them(self):
        def indices(path):
            with sqlite3.connect(path) as database:
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
                return {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")}
        proviso("backup", self.file, "--state", self.state)
        before = indices(self.file)
        self.assertEqual(before, {"alias_name", "citation_row", "recipient_demand"})
        self.file.chmod(0o600)
        with sqlite3.connect(self.file) as copy:
            for name in before:
                copy.execute(f"DROP INDEX {name}")
        copy.close()
        proviso("restore", self.file, "--state", self.state)
        self.assertEqual(indices(self.state / "register.db"), before)

    def test_while_others_write(self):
        """The copy is of one moment; a change that is not committed is not in it, one that is only in the log is."""
        writer = sqlite3.connect(self.state / "register.db", isolation_level=None)
        writer.execute("UPDATE finding SET summary = 'committed'")
        before = self.rows(self.state / "register.db")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM finding")
        proviso("backup", self.file, "--state", self.state)
        writer.execute("ROLLBACK")
        writer.close()
        self.assertEqual(self.rows(self.file), before)

    def test_a_damaged_register_is_replaced(self):
        before = self.rows(self.state / "register.db")
        proviso("backup", self.file, "--state", self.state)
        writer = sqlite3.connect(self.state / "register.db", isolation_level=None)
        writer.execute("DELETE FROM finding")
        log = (self.state / "register.db-wal").read_bytes()
        writer.close()
        (self.state / "register.db").write_bytes(b"damaged" * 1000)
        (self.state / "register.db-wal").write_bytes(log)  # it would be played back into the register that is restored
        proviso("restore", self.file, "--state", self.state)
        self.assertEqual(self.rows(self.state / "register.db"), before)

    def test_what_is_no_backup_is_refused(self):
        before = self.rows(self.state / "register.db")
        cases = {"nothing": None, "empty": b"", "text": b"text" * 5000}
        for name, data in cases.items():
            with self.subTest(name):
                path = self.file.with_name(name)
                if data is not None:
                    path.write_bytes(data)
                done = proviso("restore", path, "--state", self.state, check=False)
                self.assertEqual(done.returncode, 1)
                self.assertTrue(done.stderr.startswith(f"proviso restore: {path}: "), done.stderr)
        for path, wrong in ((self.file.with_name("empty"), "is an empty file"), (self.state, "is no file")):
            done = proviso("restore", path, "--state", self.state, check=False)
            self.assertEqual((done.returncode, done.stderr), (1, f"proviso restore: {path}: {wrong}\n"))
        edition = proviso("restore", self.state / "editions/edition-000001.db", "--state", self.state, check=False)
        self.assertEqual(edition.returncode, 1)
        self.assertIn("is not a register", edition.stderr)
        self.assertEqual(self.rows(self.state / "register.db"), before)
        self.assertEqual([name for name in os.listdir(self.state) if name.startswith(".")], [])

    def test_only_a_backup_is_replaced(self):
        """Not a register or an edition, of this state or another, and not a file of somebody else's."""
        other, text, link = published_state(), self.file.with_name("notes.txt"), self.file.with_name("link")
        text.write_text("notes")
        link.symlink_to(self.state / "register.db")
        for path in (*(state / name for state in (self.state, other) for name in ("register.db", "lock", "editions/edition-000001.db")), text, link):
            with self.subTest(path):
                before, mode = path.read_bytes(), path.stat().st_mode
                done = proviso("backup", path, "--state", self.state, check=False)
                self.assertEqual((done.returncode, done.stderr), (2, f"proviso backup: {path}: is there already and is not replaced\n"))
                self.assertEqual((path.read_bytes(), path.stat().st_mode), (before, mode))
        for name in ("register.db-wal", "editions/edition-000002.db"):
            self.assertEqual(proviso("backup", self.state / name, "--state", self.state, check=False).returncode, 2)
        for _ in range(2):
            proviso("backup", self.file, "--state", self.state)

    def test_a_failed_backup_leaves_the_older_one(self):
        proviso("backup", self.file, "--state", self.state)
        before = self.file.read_bytes()
        script = 'ulimit -f 100; trap "" XFSZ; exec "$@"'
        done = subprocess.run(["bash", "-c", script, "-", BUILD / "proviso", "backup", self.file, "--state", self.state],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(self.file.read_bytes(), before)
        self.assertEqual(os.listdir(self.file.parent), ["copy.db"])
