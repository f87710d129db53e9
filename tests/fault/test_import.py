"""An import that is killed, or whose disk refuses, leaves the old register or the new one; the next run goes through.

ROUNDS=N rounds of killing (30); EVERY_CALL=1 makes every single call fail once, not only some of each kind."""
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "http")]
from awards import Transactions, transaction  # noqa: E402
from moments import TRACED  # noqa: E402
from served import BUILD, folder, proviso, published_state  # noqa: E402

KILLS = int(os.environ.get("ROUNDS", "30"))
EVERY = "EVERY_CALL" in os.environ
CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "openat", "rename", "unlink")
A_KIND = 3  # calls of a kind that fail when not all do


def content(state):
    """The register's rows, of an intact file."""
    with sqlite3.connect(state / "register.db") as register:
        assert register.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sorted(register.iterdump())


class Interrupted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.first = published_state()
        cls.path = cls.first / "Assistance_PrimeTransactions_2024-05-07.csv"
        Transactions(*[transaction(n, str(m), federal_action_obligation=f"{n - 50}.00", recipient_name=f"CITY OF NOWHERE {n % 50}",
                                   transaction_description="x" * 200) for n in range(600) for m in range(2)]).write(cls.path)
        cls.old = content(cls.first)
        done = cls.copy()
        started = time.monotonic()
        proviso("import", "--state", done, cls.path)
        cls.seconds = time.monotonic() - started
        cls.new = content(done)
        assert cls.new != cls.old

    @classmethod
    def copy(cls):
        state = folder("interrupted-")
        shutil.copy(cls.first / "register.db", state)
        return state

    def check(self, state, succeeded):
        found = content(state)
        self.assertIn(found, (self.old, self.new), "neither the old nor the new register")
        if succeeded:
            self.assertEqual(found, self.new)
        proviso("import", "--state", state, self.path)
        self.assertEqual(content(state), self.new, "the next run goes through")
        self.assertLessEqual(set(os.listdir(state)), {"register.db", "register.db-wal", "register.db-shm", "lock", "editions"})
        shutil.rmtree(state)

    def test_killed(self):
        random.seed(3)
        killed, whole = 0, self.seconds
        for _ in range(KILLS):
            state = self.copy()
            process = subprocess.Popen([BUILD / "proviso", "import", "--state", state, self.path], stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            delay = random.uniform(0, whole)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            status = process.wait()
            killed += status == -signal.SIGKILL
            whole = delay if status == 0 else whole  # the machine has less to do now
            self.check(state, status == 0)
        print(f"# {KILLS} rounds, {killed} killed while at work")
        self.assertGreater(killed, KILLS // 3)

    def traced(self, state, *inject):
        """Runs the import under strace; gives its exit status, what it said and the calls it made."""
        log = state.parent / f"{state.name}.strace"
        done = subprocess.run(["strace", "-f", "-o", log, "-e", f"trace={','.join(CALLS)}", *inject, BUILD / "proviso", "import",
                               "--state", state, self.path], capture_output=True, text=True, timeout=120, env=TRACED)
        calls = re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.M)
        log.unlink()
        return done.returncode, done.stderr, calls

    def test_every_kind_of_call_fails_once(self):
        state = self.copy()
        status, said, calls = self.traced(state)
        self.assertEqual(status, 0, said)
        shutil.rmtree(state)
        tried = refused = 0
        for call in CALLS:
            number = calls.count(call)
            chosen = range(1, number + 1) if EVERY or number <= A_KIND else sorted({1 + i * (number - 1) // (A_KIND - 1) for i in range(A_KIND)})
            for when in chosen:
                for error in ("EIO", "ENOSPC"):
                    with self.subTest(f"{call} {when} of {number}: {error}"):
                        state = self.copy()
                        status, said, _ = self.traced(state, "-e", f"inject={call}:error={error}:when={when}")
                        tried, refused = tried + 1, refused + (status != 0)
                        self.assertIn(status, (0, 1, 127), said)
                        if status == 1:
                            self.assertRegex(said, r"proviso import: \S")
                        self.check(state, status == 0)
        print(f"# {tried} calls failed, {refused} imports refused")
        self.assertGreater(refused, 0)


