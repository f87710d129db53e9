"""A disk that fails while an edition is published: the old one stays, the message says what happened, the next run goes
through. Each system call of a publish fails once, and from some call on for ever; a disk that is full; one that is
read-only. `make fault` fails every call; `make test` a few of each kind."""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from moments import BUILD, ROUNDS, TRACED, Moment, folder, proviso  # noqa: E402

CALLS = ("write", "pwrite64", "fsync", "fdatasync", "rename", "openat", "symlink", "fchmod", "unlink", "ftruncate")
ERRORS = ("EIO", "ENOSPC")
SHORT = 3  # calls of each kind that fail in the short run


def strace(options, *command):
    return subprocess.run(["strace", "-f", "-qq", "--seccomp-bpf", *options, *map(str, command)], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=300, env=TRACED)


def traceable():
    return shutil.which("strace") and strace(["-o", "/dev/null", "-e", "trace=write"], "true").returncode == 0


@unittest.skipUnless(traceable(), "strace cannot trace here")
class Calls(unittest.TestCase):
    def setUp(self):
        self.moment = Moment()
        self.publish = (BUILD / "proviso", "publish", "--state", self.moment.state)
        self.tried = self.published = self.unharmed = 0

    def count(self, call):
        log = folder() / "log"
        self.assertEqual(strace(["-o", log, "-e", f"trace={call}"], *self.publish).returncode, 0)
        self.moment.reset()
        return len(re.findall(rf"\b{call}\(", log.read_text()))

    def places(self, n):
        if ROUNDS or n <= SHORT:
            return range(1, n + 1)
        return sorted({1 + round(step * (n - 1) / (SHORT - 1)) for step in range(SHORT)})

    def fail(self, call, error, when):
        done = strace(["-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"],
                      *self.publish)
        with self.subTest(call=call, error=error, when=when):
            self.tried += 1
            # A last message that cannot be printed leaves everything done; anything else that fails is told.
            if done.returncode != 0:
                self.assertTrue(done.stderr.strip() or call in ("write", "openat"), "no word of what happened")
                self.assertNotIn("Traceback", done.stderr)
                self.assertIn(done.returncode, (1, 127), done.stderr)
            state = self.moment.check(done.returncode)
            self.published += state == "new"
            self.unharmed += done.returncode == 0
            if state == "new" or self.moment.number() != 1:
                self.moment.reset()

    def test_each_call_fails_once(self):
        for call in CALLS:
            n = self.count(call)
            for error in ERRORS:
                for when in self.places(n):
                    self.fail(call, error, when)
        self.moment.settle()
        print(f"# {self.tried} failures, {self.unharmed} without effect, new content after {self.published}", flush=True)

    def test_from_some_call_on_for_ever(self):
        for call in ("pwrite64", "fdatasync", "fsync", "rename"):
            for when in self.places(self.count(call)):
                self.fail(call, "ENOSPC", f"{when}+")
        self.moment.settle()


class Mounted(unittest.TestCase):
    """Real file systems in a mount namespace of their own, where the machine lets us make one."""

    def run_in(self, script, *arguments):
        return subprocess.run(["unshare", "--mount", "bash", "-euc", script, "-", *map(str, arguments)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)

    def setUp(self):
        self.place = folder("mount-")
        if self.run_in('mount -t tmpfs -o size=64k none "$1"', self.place).returncode != 0:
            self.skipTest("no file system can be mounted here")

    # Runs a publish on a copy of the state on a small disk, then verifies, makes room and publishes again.
    SMALL = """
        mount -t tmpfs -o "size=$3k" none "$1"
        cp -a "$2"/. "$1"
        status=0
        "$4" publish --state "$1" || status=$?
        "$4" verify --state "$1"
        echo "status $status $(readlink "$1/editions/current")"
        mount -o remount,size=100m "$1"
        "$4" publish --state "$1"
        ls -A "$1/editions"
    """

    def test_full_disk(self):
        moment = Moment()
        needed = sum(path.stat().st_size for path in moment.state.rglob("*") if path.is_file() and not path.is_symlink()) // 1024 + 64
        refused = 0
        for room in range(needed, needed + 6000, 60 if ROUNDS else 480):
            done = self.run_in(self.SMALL, self.place, moment.state, room, BUILD / "proviso")
            with self.subTest(room):
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                self.assertEqual(done.stdout.count(" holds "), 2, done.stdout)
                status, current = re.search(r"status (\d) (\S+)", done.stdout).groups()
                names = done.stdout.split("\n")
                self.assertEqual([name for name in names if name.startswith(".")], [], "the next run sweeps up")
                if status != "0":
                    refused += 1
                    self.assertRegex(done.stderr, r"proviso publish: .*(full|No space left|disk)")
            if status == "0":
                break
        self.assertGreater(refused, 1)
        self.assertEqual(status, "0", "with room enough it goes through")

    READ_ONLY = """
        mount -t tmpfs -o size=100m none "$1"
        cp -a "$2"/. "$1"
        mount -o remount,ro "$1"
        status=0
        "$3" publish --state "$1" || status=$?
        "$3" verify --state "$1"
        echo "status $status $(readlink "$1/editions/current")"
    """

    def test_read_only_disk(self):
        done = self.run_in(self.READ_ONLY, self.place, Moment().state, BUILD / "proviso")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("status 1 edition-000001.db", done.stdout)
        self.assertEqual(done.stdout.count(" holds "), 2)
        self.assertIn("Read-only file system", done.stderr)
