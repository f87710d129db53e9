"""A walk over the whole site, mounted at the root and below a prefix: no broken link, none that leaves the prefix, no page
that is not valid HTML."""
import collections
import re
import unittest
import urllib.parse

from page import Page, invalid
from served import Site, folder

MOST = 12000  # addresses: each page has one in either language
OF_A_KIND = 25  # records of one kind whose pages are read; the others are asked for their status
REPORTS = 12  # that are asked for on paper
LONG = {"reports": 4}  # of kinds whose pages repeat what the lists say
DEEP = {"as_of", "edition", "lang"}


class Crawl:
    def __init__(self, site, saved):
        self.site, self.saved = site, saved
        self.faults, self.pages = [], {}
        self.queue, self.known = ["/"], {"/"}
        self.ids, self.fragments = {}, []
        self.seen = collections.Counter()
        self.reports = 0

    def shallow(self, target):
        """Links with a date, an edition, a language or more than one filter, and records that are like many others, are asked for
        their status only."""
        names = [name for name, _ in urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query)]
        kind = target.split("?")[0].strip("/").partition("/")
        self.seen[kind[0]] += bool(kind[2])
        return len(names) > 1 or bool(DEEP & set(names)) or (bool(kind[2]) and self.seen[kind[0]] > LONG.get(kind[0], OF_A_KIND))

    def run(self):
        while self.queue:
            self.visit(self.queue.pop(0))
        self.faults += [f"{path}: no element #{part} in {target}" for path, target, part in self.fragments
                        if target in self.ids and part not in self.ids[target]]

    def visit(self, target):
        answer = self.site.ask(target)
        if answer.status != 200:
            self.faults.append(f"{target}: {answer.status}")
        elif answer.type == "text/html" and not self.shallow(target):
            self.read(target, answer.text)

    def read(self, target, text):
        name = f"{len(self.pages):04}.html"
        (self.saved / name).write_text(text)
        self.pages[name] = target
        page = Page(text)
        self.ids[target] = {node["id"] for node in page.root.walk() if node["id"]}
        if page.cited() != sorted(page.cited()):
            self.faults.append(f"{target}: sources are not numbered as they are met: {page.cited()[:9]}")
        for tag, attribute, link in page.links():
            self.follow(target, tag, attribute, link)

    def follow(self, target, tag, attribute, link):
        address = urllib.parse.urljoin(f"{self.site.base}{target}", link)
        parts = urllib.parse.urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" != f"http://127.0.0.1:{self.site.port}":
            if tag != "a" or parts.scheme not in ("http", "https", "mailto"):
                self.faults.append(f"{target}: <{tag} {attribute}> to {link}")
            return
        if parts.path != self.site.prefix + "/" and not parts.path.startswith(self.site.prefix + "/"):
            self.faults.append(f"{target}: {link} leaves the prefix")
            return
        below = parts.path.removeprefix(self.site.prefix) + (f"?{parts.query}" if parts.query else "")
        if parts.fragment:
            self.fragments.append((target, below, parts.fragment))
        if ".pdf" in below and re.match("/(jurisdictions|reports)/", below):
            self.reports += 1
            if self.reports > REPORTS:
                return
        if below not in self.known and len(self.known) < MOST:
            self.known.add(below)
            self.queue.append(below)


class Links:
    prefix = ""

    def test_crawl(self):
        saved = folder("crawl-")
        with Site(prefix=self.prefix) as site:
            crawl = Crawl(site, saved)
            crawl.run()
        self.assertEqual(crawl.faults, [])
        self.assertGreater(len(crawl.pages), 60)
        for part in ("/jurisdictions", "/jurisdictions/chicago-il", "/demands", "/demands/doj-2018-01-24", "/sources",
                     "/deadlines", "/funding", "/compare", "/status", "/at-stake", "/timeline", "/map", "/changes",
                     "/requirements", "/cases", "/programs", "/claims", "/policies", "/statements", "/findings", "/rulings", "/reports", "/verify"):
            self.assertIn(part, crawl.pages.values())
        self.assertLess(len(crawl.known), MOST, "the walk has an end")
        self.validate(saved, crawl.pages)

    def validate(self, saved, pages):
        wrong = [f"{pages[fault['file']]}:{fault['line']}: {fault['rule']}: {fault['message']}"
                 for fault in invalid(saved)]
        self.assertEqual(wrong, [])


class AtRoot(Links, unittest.TestCase):
    pass


class BelowPrefix(Links, unittest.TestCase):
    prefix = "/a/b"
