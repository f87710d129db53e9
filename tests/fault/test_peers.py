"""Whoever can open a pool's socket cannot keep its workers from others for long."""
import contextlib
import pathlib
import socket
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "http"))
from served import SiteCase, Site  # noqa: E402

HALF_BEGIN = bytes([1, 1, 0, 1, 0])  # version, type, request 1, and half of the length
WORKERS = 4


class Peers(SiteCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(workers=WORKERS).start()

    @contextlib.contextmanager
    def half_requests(self, count):
        with contextlib.ExitStack() as plugs:
            for _ in range(count):
                plug = plugs.enter_context(socket.socket(socket.AF_UNIX))
                plug.connect(str(self.site.state / "run/pages.sock"))
                plug.sendall(HALF_BEGIN)
            yield

    def seconds_for(self, path):
        start = time.monotonic()
        self.get(path)
        return time.monotonic() - start

    def test_others_are_served_meanwhile(self):
        with self.half_requests(WORKERS - 1):
            for turn in range(10):
                self.assertLess(self.seconds_for(f"/sources?limit={turn + 1}"), 2)

    def test_all_workers_are_free_again(self):
        with self.half_requests(WORKERS):
            time.sleep(0.2)
            waited = self.seconds_for("/sources?limit=20")
            self.assertGreater(waited, 1, "the half requests did not reach every worker")
            self.assertLess(waited, 6)
            for turn in range(WORKERS):
                self.assertLess(self.seconds_for(f"/sources?limit={turn + 21}"), 2)
