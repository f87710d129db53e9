"""Publishing killed at any moment leaves the old edition in place; the next one goes through."""
import contextlib
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from moments import ROUNDS, Moment, start  # noqa: E402
from served import BUILD, REGISTER, cgi, configuration, proviso, published_state  # noqa: E402


class Killed(unittest.TestCase):
    def setUp(self):
        self.state = published_state()
        self.current = self.state / "editions/current"
        self.config = configuration(self.state)

    def number(self):
        return int(os.readlink(self.current).removeprefix("edition-").removesuffix(".db"))

    def check(self):
        """The link leads to a whole edition, and the program serves it."""
        with sqlite3.connect(f"file:{self.current.resolve()}?mode=ro&immutable=1", uri=True) as edition:
            self.assertEqual(edition.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        table = cgi("pages", "/jurisdictions.json", "limit=1000", config=self.config)
        self.assertEqual(table.status, 200)
        self.assertEqual(str(table.json["meta"]["edition"]["number"]), str(self.number()))
        shipped = (REGISTER / "jurisdiction.csv").read_text().count("\n") - 1
        self.assertEqual(len(table.json["rows"]), shipped)

    def kill_after(self, seconds, *arguments):
        """Runs the command line and kills it after so long; was it still running?"""
        process = subprocess.Popen([BUILD / "proviso", *arguments, "--state", self.state], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def duration(self, *arguments):
        started = time.monotonic()
        proviso(*arguments, "--state", self.state)
        return time.monotonic() - started

    def test_publish(self):
        random.seed(1)
        whole = self.duration("publish")
        killed = 0
        for _ in range(40):
            before = self.number()
            delay = random.uniform(0, whole)
            if self.kill_after(delay, "publish"):
                killed += 1
                self.assertGreaterEqual(self.number(), before)
            else:
                whole = delay  # the machine has less to do now
            self.check()
        self.assertGreater(killed, 10)
        before = self.number()
        proviso("publish", "--state", self.state)
        self.assertGreater(self.number(), before)
        self.check()
        left = [name for name in os.listdir(self.state / "editions") if name != "current" and
                not (name.startswith("edition-") and name.endswith((".db", ".sha256", ".db.sha256")))]
        self.assertEqual(left, [], "what a killed run leaves behind is removed by the next")

    def test_old_or_new_by_hash(self):
        """Killed at random moments of a publish that changes the content."""
        random.seed(3)
        moment = Moment()
        started = time.monotonic()
        proviso("publish", "--state", moment.state)
        whole = time.monotonic() - started
        counts = {"old": 0, "new": 0, "killed": 0}
        for round_ in range(ROUNDS or 30):
            moment.reset()
            process = start("publish", state=moment.state)
            delay = random.uniform(0, whole * 1.2)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            killed = process.wait() == -signal.SIGKILL
            counts["killed"] += killed
            whole = whole if killed else min(whole, delay)  # the machine may have less to do now
            counts[moment.check()] += 1
            if round_ % 10 == 0:
                self.assertEqual(moment.rows(), moment.before)
                moment.settle()
        print(f"# {counts['killed']} killed in {ROUNDS or 30} rounds: {counts['old']} times the old content, "
              f"{counts['new']} times the new", flush=True)
        self.assertGreater(counts["killed"], (ROUNDS or 30) // 3)
        self.assertGreater(counts["old"], 0)
        moment.settle()

    def test_import(self):
        """The register is the old one or the new one."""
        random.seed(2)
        with sqlite3.connect(self.state / "register.db") as database:
            before = sorted(database.iterdump())
        whole = self.duration("import", "--replace", REGISTER)
        for _ in range(ROUNDS or 15):
            self.kill_after(random.uniform(0, whole), "import", "--replace", REGISTER)
            with sqlite3.connect(self.state / "register.db") as database:
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
                self.assertEqual(facts(database.iterdump()), facts(before))


class Renewed(unittest.TestCase):
    """Killed while it makes an edition of another version of the program anew."""

    def test_old_or_anew_by_hash(self):
        random.seed(4)
        moment = Moment()
        proviso("publish", "--state", moment.state)
        first = moment.state / "editions/edition-000001.db"
        first.chmod(0o644)
        with contextlib.closing(sqlite3.connect(first)) as database, database:
            database.execute("UPDATE stamp SET recipe = 'another'")
            database.execute("DROP TABLE fact")
        shutil.rmtree(moment.kept)
        shutil.copytree(moment.state, moment.kept, symlinks=True)
        older = first.read_bytes()
        started = time.monotonic()
        self.assertIn("1 older edition made anew", proviso("publish", "--if-changed", "--state", moment.state).stdout)
        whole = time.monotonic() - started
        counts = {"old": 0, "anew": 0, "killed": 0}
        for _ in range(ROUNDS or 30):
            moment.reset()
            process = start("publish", "--if-changed", state=moment.state)
            time.sleep(random.uniform(0, whole * 1.2))
            process.send_signal(signal.SIGKILL)
            counts["killed"] += process.wait() == -signal.SIGKILL
            self.assertEqual(moment.hash(), moment.new, "the current edition is left alone")
            is_old = first.read_bytes() == older
            counts["old" if is_old else "anew"] += 1
            if is_old:
                proviso("publish", "--if-changed", "--state", moment.state)
            self.assertEqual(proviso("verify", "1", "--state", moment.state).stdout.count(" holds "), 2)
            self.assertEqual(moment.leftovers(), [])
        print(f"# {counts['killed']} killed in {ROUNDS or 30} rounds: {counts['old']} times the older file, "
              f"{counts['anew']} times the one made anew", flush=True)
        self.assertGreater(counts["killed"], (ROUNDS or 30) // 3)
        self.assertGreater(counts["old"], 0)


def facts(dump):
    """The rows of the public tables; bookkeeping of imports may differ."""
    return [line for line in sorted(dump) if line.startswith('INSERT INTO "') and '"meta"' not in line
            and '"origin"' not in line]
