"""Workers die and editions change under clients that check every answer: not one answer is lost or wrong."""
import os
import pathlib
import random
import signal
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "http"))
from served import POOLS, Site, Watch, proviso, wait_for  # noqa: E402

VICTIMS = ("pages", "files", "pages", "files", "charts")

MONEY = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported"
PATHS = ("/", "/jurisdictions", f"/jurisdictions?{MONEY}", "/jurisdictions/chicago-il", "/jurisdictions.json",
         "/jurisdictions.csv", f"/jurisdictions.csv?{MONEY}", f"/jurisdictions.svg?{MONEY}",
         "/demands/doj-2018-01-24", "/sources", "/sources.csv")


def uncached(site):
    """The same questions again and again reach the programs only without the cache."""
    configuration = site.state / "run/proviso-server.conf"
    configuration.write_text(configuration.read_text().replace("fastcgi_cache proviso;", "fastcgi_cache off;"))
    os.kill(int((site.state / "run/nginx.pid").read_text()), signal.SIGHUP)
    time.sleep(0.3)


class Faults(unittest.TestCase):
    def setUp(self):
        self.site = Site(workers=6).start()
        self.addCleanup(self.site.stop)

    def signals(self, number, times):
        """Sends a signal to a worker of one pool after the other, `times` in all, each time when the pool is whole again."""
        random.seed(number)
        for turn in range(times):
            pool = VICTIMS[turn % len(VICTIMS)]
            self.assertTrue(wait_for(lambda: len(self.site.workers_of(pool)) >= self.site.workers, step=0.02),
                            "the supervisor has given up")
            try:
                os.kill(random.choice(self.site.workers_of(pool)), number)
            except ProcessLookupError:
                pass
            time.sleep(random.uniform(0.08, 0.2))

    def watched(self, action):
        with Watch(self.site, PATHS, clients=4) as watch:
            time.sleep(0.5)
            action()
            wait_for(lambda: watch.asked > 100, seconds=30)
            time.sleep(0.5)
        self.assertEqual(watch.failures[:20], [])
        self.assertGreater(watch.asked, 100)
        return watch

    def test_kill(self):
        uncached(self.site)
        self.watched(lambda: self.signals(signal.SIGKILL, 100))

    def test_term(self):
        uncached(self.site)
        self.watched(lambda: self.signals(signal.SIGTERM, 100))

    def test_reload(self):
        def reload():
            for _ in range(10):
                os.kill(int((self.site.state / "run/nginx.pid").read_text()), signal.SIGHUP)
                time.sleep(0.1)
        self.watched(reload)

    def test_publish(self):
        """20 editions under the clients; the newest is served without a restart."""
        started = {pool: set(self.site.workers_of(pool)) for pool in POOLS}

        def publish():
            for _ in range(20):
                proviso("publish", "--state", self.site.state)
                time.sleep(0.1)
        self.watched(publish)
        self.assertEqual({pool: set(self.site.workers_of(pool)) for pool in POOLS}, started)
        newest = "21"
        self.assertEqual(os.readlink(self.site.state / "editions/current"), "edition-000021.db")
        self.assertTrue(wait_for(lambda: str(self.site.ask("/jurisdictions.json").json["meta"]["edition"]["number"]) == newest,
                                 seconds=6), "through the cache within 5 seconds")
        self.assertEqual(str(self.site.ask("/jurisdictions.json?limit=7").json["meta"]["edition"]["number"]), newest)
