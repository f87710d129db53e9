"""A Proviso to test: a state folder with the shipped register published, served by src/tool/serve.sh behind its own nginx
on a free port of 127.0.0.1; a client that notices short answers; the programs as plain CGI."""
import contextlib
import csv
import fcntl
import hashlib
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("PROVISO_TEST_BUILD") or os.environ.get("B") or ROOT / "build").resolve()
REGISTER = ROOT / "data/register"
POOLS = ("pages", "charts", "files")


def folder(prefix="case-"):
    """A new folder that other users can enter; the test runner removes it."""
    path = pathlib.Path(tempfile.mkdtemp(prefix=prefix, dir=os.environ.get("PROVISO_TEST_TMP")))
    path.chmod(0o755)
    return path


def proviso(*arguments, check=True, timeout=120, **options):
    """Runs the command line."""
    done = subprocess.run([str(BUILD / "proviso"), *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=timeout, **options)
    if check and done.returncode != 0:
        raise AssertionError(f"proviso {' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def published_state():
    """A state folder of its own with the shipped register as edition 1. It is built once a run, then copied."""
    shared = pathlib.Path(os.environ.get("PROVISO_TEST_TMP") or folder("run-"))
    os.environ["PROVISO_TEST_TMP"] = str(shared)
    first = shared / "first-edition"
    with open(shared / "first-edition.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (first / "editions/current").exists():
            proviso("import", "--replace", "--unless-edited", REGISTER, "--state", first)
            proviso("publish", "--if-changed", "--state", first)
    state = folder("state-")
    shutil.copytree(first, state, symlinks=True, dirs_exist_ok=True)
    return state


def configuration(state, prefix="", port=8080, name="cgi.conf", **keys):
    """Writes a configuration for the programs as plain CGI, with further keys; gives its path."""
    path = pathlib.Path(state) / name
    spool = pathlib.Path(state) / "spool"
    spool.mkdir(exist_ok=True)
    path.write_text(f"[proviso]\nbase_url=http://127.0.0.1:{port}{prefix}\neditions={state}/editions\n"
                    f"templates={ROOT}/templates\nassets={ROOT}/assets\nspool={spool}\n"
                    + "".join(f"{key}={value}\n" for key, value in {"contact": "", **keys}.items()))
    return path


class Answer:
    """An answer of nginx or of a CGI program: status, headers by lower-case name, body."""

    def __init__(self, status, headers, body):
        self.status, self.body = status, body
        self.header_list = [(name.lower(), value) for name, value in headers]
        self.headers = dict(self.header_list)

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.text)

    @property
    def rows(self):
        """The records of a CSV file, each a dictionary."""
        return list(csv.DictReader(io.StringIO(self.text, newline="")))

    @property
    def type(self):
        return self.headers.get("content-type", "").split(";")[0]

    @property
    def hash(self):
        return hashlib.sha256(self.body).hexdigest()


def cgi(program, path, query="", method="GET", config=None, **environment):
    """Runs a program as plain CGI with a request in its environment and nothing else."""
    variables = {"PROVISO_CONFIG": str(config), "REQUEST_METHOD": method, "DOCUMENT_URI": path, "QUERY_STRING": query,
                 "SERVER_NAME": "127.0.0.1", "REQUEST_ID": "test", **environment}
    done = subprocess.run([str(BUILD / program)], env=variables, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"{program} {path}?{query}: exit {done.returncode}\n{done.stderr.decode()}")
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    headers = [tuple(line.split(": ", 1)) for line in head.decode().split("\r\n")]
    status = int(dict(headers).get("Status", "200").split()[0])
    return Answer(status, [header for header in headers if header[0] != "Status"], body)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children():
    """Process ids by parent's process id."""
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError, IndexError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                found.setdefault(parent, []).append(int(entry.name))
    return found


def wait_for(condition, seconds=15, step=0.05):
    """Waits until condition() is true; gives what it last was."""
    end = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < end:
        time.sleep(step)
    return value


class Site:
    """A served site. Use it as a context manager, or start() and stop()."""

    def __init__(self, prefix="", state=None, workers=2):
        self.prefix, self.workers = prefix, workers
        self.state = pathlib.Path(state) if state else published_state()
        self.process = self.port = None

    def start(self):
        for _ in range(3):
            self.port = free_port()
            environment = {**os.environ, "PORT": str(self.port), "PREFIX": self.prefix, "STATE": str(self.state),
                           "WORKERS": str(self.workers), "B": str(BUILD)}
            self.process = subprocess.Popen([str(ROOT / "src/tool/serve.sh")], env=environment, text=True,
                                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            said = []
            for line in self.process.stdout:
                said.append(line)
                if line.startswith("Proviso is at "):
                    return self
            self.process.wait()
        raise AssertionError("".join(said))

    def stop(self):
        """Stops it; complains when that did not go in order, or a sanitizer has found something in a worker."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(30)
        rest = self.process.stdout.read()
        self.process.stdout.close()
        if status != 0:
            raise AssertionError(f"serve.sh: exit {status}\n{rest}")
        found = re.search("Sanitizer|runtime error:", self.log)
        if found:
            raise AssertionError(self.log[max(0, found.start() - 1000):][:20000])

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}{self.prefix}"

    @property
    def log(self):
        return (self.state / "run/log").read_text(errors="replace")

    def workers_of(self, pool):
        """Process ids of a pool's workers now."""
        by_parent, workers, open_ids = children(), [], [self.process.pid]
        while open_ids:
            for child in by_parent.get(open_ids.pop(), []):
                open_ids.append(child)
                with contextlib.suppress(OSError):
                    if os.readlink(f"/proc/{child}/exe") == str(BUILD / pool):
                        workers.append(child)
        return workers

    def ask(self, path, method="GET", headers=None, connection=None, source=None):
        """One request below the prefix (path '/...'), or of an absolute address. A short answer raises."""
        target = self.prefix + path
        own = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=30,
                                                       source_address=(source, 0) if source else None)
        try:
            own.request(method, target, headers=headers or {})
            answer = own.getresponse()
            return Answer(answer.status, answer.getheaders(), answer.read())
        finally:
            if own is not connection:
                own.close()

    def raw(self, data):
        """Sends bytes as they are; gives status and Answer of what comes back, or None when nothing does."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=15) as plug:
            plug.sendall(data)
            plug.shutdown(socket.SHUT_WR)
            return self.read_answer(plug)

    @staticmethod
    def read_answer(plug, answer=b""):
        """What comes from a socket until it is closed, after the bytes of ANSWER."""
        with contextlib.suppress(ConnectionResetError):
            while part := plug.recv(65536):
                answer += part
        if not answer:
            return None
        head, _, body = answer.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        return Answer(int(lines[0].split()[1]), [tuple(line.split(": ", 1)) for line in lines[1:]], body)


class SiteCase(unittest.TestCase):
    """Tests of one site, started for the class."""

    prefix = ""
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.site = Site(prefix=cls.prefix).start()

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()

    def get(self, path, status=200, **options):
        answer = self.site.ask(path, **options)
        self.assertEqual(answer.status, status, f"{path}\n{answer.body[:2000]!r}")
        return answer


class Watch:
    """Clients that ask for some paths over and over and check every answer: status 200, whole by its Content-Length, and
    for each path and edition always the same bytes. `failures` tells what was not so."""

    def __init__(self, site, paths, clients=6):
        self.site, self.paths = site, paths
        self.failures, self.asked = [], 0
        self.seen = {}
        self.halt, self.lock = threading.Event(), threading.Lock()
        self.threads = [threading.Thread(target=self.loop, args=(number,)) for number in range(clients)]

    def loop(self, number):
        turn = number
        while not self.halt.is_set():
            path = self.paths[turn % len(self.paths)]
            turn += 1
            try:
                problem = self.check(path, self.site.ask(path))
            except (OSError, http.client.HTTPException) as error:
                problem = f"{type(error).__name__} {error}"
            with self.lock:
                self.asked += 1
                if problem:
                    self.failures.append(f"{path}: {problem}")

    def check(self, path, answer):
        if answer.status != 200:
            return f"status {answer.status}: {answer.body[:200]!r}"
        if int(answer.headers.get("content-length", -1)) != len(answer.body):
            return f"Content-Length {answer.headers.get('content-length')}, {len(answer.body)} bytes"
        edition = re.search(rb"edition=(\d+)|\"number\": ?(\d+)", answer.body)
        kind = (path, (edition[1] or edition[2]) if edition else answer.headers.get("etag"))
        with self.lock:
            first = self.seen.setdefault(kind, answer.hash)
        return None if first == answer.hash else f"other bytes than before for {kind}"

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.halt.set()
        for thread in self.threads:
            thread.join(60)
