"""A register that is about to be published with other content, and what must be true whatever happened meanwhile."""
import contextlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "http"))
from served import BUILD, folder, proviso, published_state  # noqa: E402

ROUNDS = int(os.environ.get("ROUNDS") or 0)  # of the long runs of `make fault`; 0: the short ones of `make test`
TRACED = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0"}  # leaks cannot be looked for under strace
SCRATCH = re.compile(r"^(edition-\d{6}\.db(\.sha256)?|current)$")


class Moment:
    """State folder with edition 1 (the old content) and a register that holds the new content."""

    def __init__(self):
        self.state = published_state()
        self.old = self.hash()
        with contextlib.closing(sqlite3.connect(self.state / "register.db")) as database, database:
            database.execute("UPDATE claim SET summary = summary || ' (edited)'")
        self.kept = folder("kept-") / "state"
        shutil.copytree(self.state, self.kept, symlinks=True)
        self.before = self.rows()
        proviso("publish", "--state", self.state)
        self.new = self.hash()
        assert self.new != self.old
        self.reset()

    def reset(self):
        """Back to the moment before."""
        for entry in self.state.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.copytree(self.kept, self.state, symlinks=True, dirs_exist_ok=True)

    def number(self):
        return int(os.readlink(self.state / "editions/current").removeprefix("edition-").removesuffix(".db"))

    def hash(self):
        """The content hash of the current edition, found anew; both hashes must hold."""
        done = proviso("verify", "--state", self.state, check=False)
        assert done.returncode == 0 and done.stdout.count(" holds ") == 2, done.stdout + done.stderr
        return re.search(r"content +holds +(\w{64})", done.stdout)[1]

    def rows(self):
        """The rows of the public tables, read after SQLite has recovered what a killed run left."""
        with contextlib.closing(sqlite3.connect(self.state / "register.db")) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return [line for line in database.iterdump() if line.startswith('INSERT INTO "') and '"meta"' not in line]

    def leftovers(self):
        return [name for name in os.listdir(self.state / "editions") if not SCRATCH.match(name)]

    def check(self, status=None):
        """Old or new content, never else; new when the command said that it went well. Gives which."""
        found = self.hash()
        assert found in (self.old, self.new), "neither the old content nor the new"
        if status == 0:
            assert found == self.new, "published, it said"
        return "new" if found == self.new else "old"

    def settle(self):
        """The next run goes through and sweeps up."""
        proviso("publish", "--state", self.state)
        assert self.hash() == self.new and self.leftovers() == [], self.leftovers()
        assert self.rows() == self.before, "publishing changes no row of the register"


def start(*arguments, state):
    return subprocess.Popen([BUILD / "proviso", *arguments, "--state", state], stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
