"""The scripts behind `make run`: start, mount, refuse, stop without a trace."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import unittest
import urllib.request

from served import BUILD, ROOT, children, folder, free_port, wait_for

TOOL = ROOT / "src/tool"


class Run(unittest.TestCase):
    def setUp(self):
        self.state = folder()
        self.port = free_port()
        self.stop = None

    def start(self, script="run.sh", deaf=False, **settings):
        environment = {**os.environ, "STATE": str(self.state), "PORT": str(self.port), "B": str(BUILD), **settings}
        command = ["env", "--ignore-signal=INT" if deaf else "--default-signal=INT", TOOL / script]  # the tests may run in the background
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=20)

    def url(self, process):
        """The address that it prints once it answers."""
        for line in process.stdout:
            if line.startswith("Proviso is at "):
                self.stop = line[line.index("("):].strip()
                return line.split()[3]
        self.fail(process.stderr.read())

    @staticmethod
    def tree(top):
        """All processes below one."""
        by_parent, found, rest = children(), [], [top]
        while rest:
            below = by_parent.get(rest.pop(), [])
            found += below
            rest += below
        return found

    def test_first_start_and_stop(self):
        for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(stop.name):
                process = self.start(PREFIX="/a/b")
                url = self.url(process)
                self.assertEqual(url, f"http://127.0.0.1:{self.port}/a/b/")
                with urllib.request.urlopen(url, timeout=10) as answer:
                    self.assertEqual(answer.status, 200)
                    self.assertIn(b"<h1", answer.read())
                running = self.tree(process.pid)
                self.assertGreater(len(running), 9)
                process.send_signal(stop)
                self.assertEqual(process.wait(20), 0)
                self.assertEqual([pid for pid in running if alive(pid)], [])
                self.assertEqual(list((self.state / "run").glob("*.sock")), [])

    def test_in_the_background_of_a_script(self):
        """There SIGINT is ignored from the start: it says what stops it, and that does."""
        process = self.start(deaf=True)
        self.url(process)
        running = self.tree(process.pid)
        process.send_signal(signal.SIGINT)
        self.assertEqual(self.stop, f"(kill {process.pid} stops it)")
        process.terminate()
        self.assertEqual(process.wait(20), 0)
        self.assertEqual([pid for pid in running if alive(pid)], [])

    def test_killed_outright_it_still_leaves_nothing(self):
        process = self.start()
        self.url(process)
        running = self.tree(process.pid)
        process.kill()
        process.wait()
        self.assertTrue(wait_for(lambda: not any(alive(pid) for pid in running)))

    def test_second_start_publishes_nothing(self):
        for _ in range(2):
            process = self.start()
            self.url(process)
            self.end(process)
        self.assertEqual([path.name for path in (self.state / "editions").glob("*.db") if not path.is_symlink()],
                         ["edition-000001.db"])

    def refused(self, *words, status=1, script="run.sh", **settings):
        process = self.start(script, **settings)
        out, err = process.communicate(timeout=30)
        self.assertEqual(process.returncode, status, out + err)
        for word in words:
            self.assertIn(word, err)
        self.assertEqual(self.tree(process.pid), [])

    def test_port_in_use(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", self.port))
            other.listen()
            self.refused(f"port {self.port}", "in use", "PORT=")

    def test_state_in_use(self):
        process = self.start()
        self.url(process)
        self.port = free_port()
        self.refused("already serves", "STATE=", script="serve.sh")

    def test_state_of_somebody_else(self):
        if os.getuid() != 0:
            self.skipTest("only root can give a folder away")
        os.chown(self.state, 65534, 65534)
        self.refused("belongs to nobody", "STATE=")

    def test_wrong_settings(self):
        self.refused("PORT", script="serve.sh", PORT="http")
        self.refused("PREFIX", script="serve.sh", PREFIX="a/b/")
        self.refused("PREFIX", script="serve.sh", PREFIX="/a b")
        self.refused("WORKERS", script="serve.sh", WORKERS="0")

    def test_a_program_that_does_not_start(self):
        broken = folder()
        for name in ("pages", "charts", "files"):
            shutil.copy(BUILD / name, broken / name)
        (broken / "charts").write_text("#!/bin/sh\necho 'charts: no fonts' >&2\nexit 1\n")
        self.refused("charts", "does not start", "no fonts", script="serve.sh", B=str(broken))

    def test_a_server_that_stops_is_noticed(self):
        process = self.start()
        self.url(process)
        os.kill(int((self.state / "run/nginx.pid").read_text()), signal.SIGKILL)
        self.assertEqual(process.wait(20), 1)

    def test_a_long_path(self):
        self.state = self.state / ("long" * 25)
        process = self.start()
        self.url(process)

    def test_a_path_with_a_space(self):
        self.state = self.state / "a state"
        process = self.start()
        self.url(process)

    def test_as_an_ordinary_user(self):
        if os.getuid() != 0:
            self.skipTest("the other tests ran as one")
        os.chown(self.state, 65534, 65534)
        environment = {**os.environ, "STATE": str(self.state), "PORT": str(self.port), "B": str(BUILD), "HOME": "/"}
        process = subprocess.Popen(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", TOOL / "run.sh"],
                                   env=environment, stdin=subprocess.DEVNULL, text=True, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, start_new_session=True)
        self.addCleanup(self.end, process)
        with urllib.request.urlopen(self.url(process), timeout=10) as answer:
            self.assertEqual(answer.status, 200)


def alive(pid):
    """Is it there, and not only waiting to be reaped?"""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Setup(unittest.TestCase):
    def test_nothing_to_do_is_silent(self):
        done = subprocess.run([TOOL / "setup.sh", "build", "run", "test"], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_unknown_group(self):
        done = subprocess.run([TOOL / "setup.sh", "everything"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("everything", done.stderr)

    def test_without_root_and_sudo_it_says_so(self):
        """With a dpkg-query that knows no package."""
        tools = folder()
        for name in ("bash", "dirname", "sed", "sort", "id", "cat", "env"):
            (tools / name).symlink_to(shutil.which(name))
        (tools / "dpkg-query").write_text("#!/bin/sh\nexit 1\n")
        (tools / "dpkg-query").chmod(0o755)
        as_nobody = [shutil.which("setpriv"), "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
        done = subprocess.run([*as_nobody, "/bin/bash", TOOL / "setup.sh", "build"], env={"PATH": str(tools)},
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("root or sudo", done.stderr)
        self.assertIn("libfcgi-dev", done.stderr)


class Example(unittest.TestCase):
    """nginx.conf.example cut into its pieces."""

    def test_every_location_includes_the_headers(self):
        target = folder()
        subprocess.run([TOOL / "nginx.sh", target, "PREFIX=/a/b"], check=True)
        text = (target / "proviso-server.conf").read_text()
        for part in text.split("location ")[1:]:
            body = part[part.index("{"):]
            self.assertTrue("proviso-headers.conf" in body or body.startswith("{ return 301"), part[:80])
        for piece in target.iterdir():
            self.assertNotRegex(piece.read_text(), r"@[A-Z]+@|#only with")

    def test_values_that_nginx_could_not_take(self):
        for value in ("PREFIX=a", "PREFIX=/a/", "PREFIX=/a;b", 'ASSETS=/a"b', "SPOOL=/a$b", "LISTEN=80;", "nothing"):
            done = subprocess.run([TOOL / "nginx.sh", folder(), value], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 1, value)
            self.assertTrue(done.stderr)
