"""Random questions over every list: one count in page, JSON, CSV, XLSX and plain SQL; the canonical query is the question;
nothing later than the day asked about is in any representation. SEED and CASES change what is asked."""
import collections
import contextlib
import datetime
import io
import os
import random
import re
import sqlite3
import time
import unittest
import urllib.parse

import openpyxl

import plain_sql
from page import Page, days_in
from questions import LISTED, NEEDED, Question, Questions
from served import Site, cgi, configuration
from test_ledger import Register

SEED = int(os.environ.get("SEED", "20180124"))
ENOUGH = 400  # for every parameter of every list to be asked with
CASES = int(os.environ.get("CASES", ENOUGH))
SOURCE_KEYS = re.compile(r"/sources/[a-z0-9.-]+")
# Columns whose days may be later: those of sources, and what was asked for by then was known when it was asked for.
UNDATED = ("due_on", "published_on", "retrieved_on", "sources", "key", "url", "copy_url")
# What becomes of rows: table, the day it stands from, the day and the words that come later.
LATER = (("claim", "made_on", "ended_on", "end_reason"), ("policy", "effective_on", "ended_on", None),
         ("demand", "issued_on", "outcome_on", "outcome"), ("demand", "issued_on", "withdrawn_on", None), ("court_case", "filed_on", "closed_on", "end_reason"),
         ("requirement", "effective_on", "ended_on", "end_reason"), ("ruling_effect", "from_on", "until_on", "end_reason"))


def row_name(row):
    return row.get("key") or row["jurisdiction_key"]


class Property(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        register = Register()
        cls.second_edition(register)
        cls.chance = random.Random(SEED)
        cls.site = Site(state=register.state).start()
        cls.config = configuration(register.state, port=cls.site.port)
        cls.edition = register.state / "editions/current"
        with contextlib.closing(sqlite3.connect(f"file:{cls.edition}?mode=ro", uri=True)) as edition:
            cls.questions = Questions(cls.chance, cls.site.ask("/openapi.json").json, edition, cls.rows_of)
            # Made before anything is asked, so that a seed gives the same questions whatever the answers are.
            cls.cases = [cls.questions.make(path) for path in cls.paths()]
            cls.stamps = {row[0] for row in edition.execute("SELECT as_of FROM stamp")}
            cls.due = {row[0] for row in edition.execute("SELECT due_on FROM demand UNION SELECT due_on FROM demand_recipient")}
        print(f"# SEED={SEED} CASES={len(cls.cases)}", flush=True)

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()

    @staticmethod
    def second_edition(register):
        """An edition in which a statement is reworded, one is new, some rows speak of a demand to come, and something has
        become of every row of which something can: an end, an outcome."""
        statement = register.records("statement")[0]
        register.put("statement", statement["key"], summary=statement["summary"] + " Reworded.")
        register.put("statement", "made-up-statement", said_on="2018-03-04", jurisdiction_key="chicago-il")
        for table, day in (("statement", "said_on"), ("claim", "made_on"), ("finding", "looked_on")):
            for record in register.records(table)[:40]:
                if record[day] < "2025-08-13":
                    register.put(table, record["key"], demand_key="doj-2025-08-13")
        register.put("finding", "made-up-finding", looked_on="2017-03-04", demand_key="doj-2025-08-13")
        chance = random.Random(SEED)
        for table, start, end, words in LATER:
            records = register.records(table)
            for record in records:
                if record[start] and not record[end]:
                    day = datetime.date.fromisoformat(record[start]) + datetime.timedelta(chance.randrange(1, 900))
                    record[end] = min(str(day), "2026-11-01")
                    record.update({words: f"Made up for {record[end]}."} if words else {})
            register.write(table, records)
        register.publish()

    @classmethod
    def paths(cls):
        """Every list in turn."""
        return [cls.questions.lists[number % len(cls.questions.lists)] for number in range(CASES)]

    @classmethod
    def rows_of(cls, path, needed):
        query = urllib.parse.urlencode(needed, doseq=True)
        if path == "/search":
            return [{"name": name} for name in cls.questions.pool("q")]
        if path == "/demands/{key}":
            return []
        answer = cls.site.ask(f"{path}.csv?{query}")
        assert answer.status == 200, f"{path} {query} {answer.text}"
        return answer.rows

    def ask(self, question, extension, query=None):
        """The answer to the question in one representation, written one way or another."""
        form = self.questions.parameters(question.path, extension)
        without = [name for name in question.asked if name not in form]
        query = question.query(self.chance, form, without) if query is None else query
        address = f"{question.address(extension)}?{query}"
        answer = self.site.ask(address)
        self.assertEqual(answer.status, 200, f"{address}\n{answer.body[:2000]!r}")
        if self.chance.random() < 0.01:
            program = "files" if extension in ("csv", "xlsx") else "charts" if extension in ("png", "svg") else "pages"
            plain = cgi(program, question.address(extension), query, config=self.config)
            if "etag" in plain.headers:
                self.assertEqual(plain.headers["etag"], answer.headers["etag"], address)
            self.assertEqual(plain.body, answer.body, address)
        return answer

    # What is compared.

    def book(self, question):
        answer = self.ask(question, "xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(answer.body), read_only=True)["Data"]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        return [dict(zip(rows[0], row)) for row in rows[1:]] if rows else []

    def pages_of(self, question, table):
        """The rows of this JSON page and of up to three after it."""
        rows = list(table["rows"])
        for _ in range(3):
            if not table.get("next"):
                return rows, True
            answer = self.site.ask(table["next"].removeprefix(self.site.base))
            self.assertEqual(answer.status, 200, answer.text[:2000])
            table = answer.json
            rows += table["rows"]
        return rows, not table.get("next")

    def check_counts(self, question, table, page, as_of):
        """One count everywhere; gives it."""
        keyed, whole = self.pages_of(question, table)
        total = table["meta"].get("total", {}).get("row_count", len(keyed))
        if "total" in table["meta"]:
            instead = 0 if total else len(table.get("everyone", []))  # a list without rows is headed by the rulings beside it
            heading = int(re.search(r"\d[\d,]*$" if instead else r"^[\d,]+", page.heading)[0].replace(",", ""))
            self.assertEqual(heading, instead or total, "page and JSON")
        if LISTED in self.questions.representations(question.path):
            rows = self.ask(question, "csv").rows
            book = self.book(question)
            self.assertEqual((len(rows), len(book)), (total, total), "CSV, XLSX and JSON")
            self.assertEqual([row_name(row) for row in rows], [row_name(row) for row in book])
            self.assertEqual([row_name(row) for row in keyed], [row_name(row) for row in rows[:len(keyed)]])
            self.check_days(rows, question, as_of)
            self.check_days(book, question, as_of)
            self.check_sum(table, rows)
            if question.path == "/map":
                self.check_map(rows, question, as_of)
        self.assertEqual(whole, len(keyed) == total, "the pages end where the rows do")
        plain = plain_sql.count(self.edition, question.path, question.filters(), as_of, question.key)
        if plain:
            self.counted[question.path] += 1
            self.assertEqual(plain[0], total, "rows by plain SQL")
            if plain[1] is not None and question.path != "/compare":  # which adds up nothing: of two that are compared one may hold the other
                self.assertEqual(f"{plain[1] / 100:.2f}", table["meta"]["total"]["total_usd"], "sum by plain SQL")
        return total

    def check_sum(self, table, rows):
        """The total is the sum of the amounts that count."""
        total = table["meta"].get("total", {}).get("total_usd")
        if total is not None:
            self.assertEqual(sum(plain_sql.cents(row["amount_usd"]) for row in rows if row["amount_state"] == "counted"),
                             plain_sql.cents(total), "sum of the rows")

    def check_map(self, rows, question, as_of):
        """What the rows of a map add up to."""
        sums = [None if not any(name in row for row in rows) else sum(number(row[name] or "0") for row in rows)
                for name, number in (("jurisdictions_count", int), ("local_usd", plain_sql.cents), ("state_usd", plain_sql.cents))]
        plain = plain_sql.map_sums(self.edition, question.filters(), as_of)
        self.assertEqual([value or 0 for value in sums], [value or 0 for value in plain], "the rows of a map by plain SQL")

    def check_canonical(self, question, table, page):
        """The answer's own query is the question, in the one way of writing it, and gives the same answer."""
        form = self.questions.parameters(question.path, "json")
        expected = [(name, f"{plain_sql.cents(value) / 100:.2f}" if name in ("min", "max") else value)
                    for name, value in form.canonical(question.asked)]
        said = table["meta"]["query"]
        self.assertEqual(urllib.parse.parse_qsl(said, keep_blank_values=True), expected)
        again = self.ask(question, "json", said)
        self.assertEqual(again.json, table, "parse(canonical(q)) = q")
        canonical = page.root.one("link", rel="canonical")["href"]
        self.assertEqual(canonical, f"{self.site.base}{question.address()}" + (said and f"?{said}"))

    # What is later than the day.

    def check_days(self, rows, question, as_of):
        """No column of a date is later, and no text names a later day."""
        for row in rows:
            told = [f"{name}: {value:%Y-%m-%d}" if isinstance(value, datetime.datetime) else f"{name}: {value}"
                    for name, value in row.items() if name not in UNDATED and value is not None]
            self.check_text("\n".join(told), question, as_of, row_name(row))

    def check_text(self, text, question, as_of, where):
        if not any(day > as_of for day in days_in(text)):
            return
        known = {as_of, *self.due, *days_in(" ".join(value for values in question.asked.values() for value in values)),
                 *days_in(question.key or "")}
        if question.path == "/changes":  # corrections have the day of their edition's stamp
            known |= self.stamps
        later = sorted({day for day in days_in(SOURCE_KEYS.sub("", text)) if day > as_of} - known)
        self.assertEqual(later, [], f"{where}: {text[:500]}")

    def check_page(self, page, question, as_of):
        """What a reader of the page sees, but for its sources, the stamp of the edition and what a fiscal year is."""
        main = page.root.one("main")
        for node in list(main.walk()):
            if {"sources", "cite-box", "hint"} & set((node["class"] or "").split()):
                node.children = []
        self.check_text(main.text if question.path != "/sources" else "", question, as_of, "page")
        for node in main.walk():
            if node["href"] and not node["href"].startswith("http"):
                self.check_text(urllib.parse.unquote(node["href"]), question, as_of, "link")

    def check_others(self, question, as_of):
        """Feeds and pictures of the same question."""
        for extension in self.questions.representations(question.path):
            if extension not in ("atom", "svg") or (extension == "svg" and "measure" not in question.asked):
                continue
            text = self.ask(question, extension).text
            updated = re.findall(r"<(?:updated|published)>([\d-]+)T", text)
            self.assertEqual([day for day in updated if day > as_of and not (question.path == "/changes" and day in self.stamps)], [], "feed")
            self.check_text(re.sub(r"<id>.*?</id>|edition \d+ of [^<]*|Sources: [^<]*", "", text), question, as_of, extension)

    def check(self, question):
        form = self.questions.parameters(question.path)
        as_of = question.asked.get("as_of", [self.questions.newest])[0]
        table = self.ask(question, "json").json
        self.assertEqual(table["meta"]["as_of"], as_of)
        page = Page(self.ask(question, "").text)
        total = self.check_counts(question, table, page, as_of)
        self.check_canonical(question, table, page)
        self.check_days(table["rows"], question, as_of)
        if question.asked.get("lang", ["en"]) == ["en"]:
            self.check_page(page, question, as_of)
            self.check_others(question, as_of)
        self.used[question.path] |= {name for name in question.asked if name in form}
        return total

    def test_many_values(self):
        """Every parameter that may be given several times, given as often as a question has room for."""
        for path in self.questions.lists:
            form = self.questions.parameters(path, "json")
            needed = {name: [self.questions.any(path, name)] for name in (*NEEDED.get(path, ()), *(["key"] if "key" in form else []))}
            for name in (name for name in form if form.many(name)):
                values = (form.closed(name) or self.questions.pool(name))[:12 if path == "/compare" and name == "j" else 28]
                asked = {**needed, name: values}
                if path == "/compare":
                    asked.setdefault("j", []).extend(self.questions.pool("j")[:2] if name != "j" else [])
                question = Question(path, asked.pop("key", [None])[0], asked)
                for extension in ("", "json", "csv") if path != "/search" else ("", "json"):
                    with self.subTest(f"{question.address(extension)} {len(values)} of {name}"):
                        self.ask(question, extension, urllib.parse.urlencode(asked, doseq=True))

    def test_random_questions(self):
        self.counted, self.used = collections.Counter(), collections.defaultdict(set)
        found, seconds = 0, time.monotonic()
        for number, question in enumerate(self.cases):
            with self.subTest(f"SEED={SEED} {number}: {question.address()}?{urllib.parse.urlencode(question.asked, doseq=True)}"):
                found += self.check(question) > 0
        self.assertGreaterEqual(found * 2, len(self.cases), "at least half of the questions find something")
        self.assertEqual(set(self.counted), set(self.questions.lists))
        for path in self.questions.lists:
            never = set(self.questions.parameters(path)) - self.used[path] - {"key", "after", "edition", "lang", "chart", "size", "scale"}
            if CASES >= ENOUGH:
                self.assertEqual(never, set(), f"{path} was never asked with some of its parameters")
        print(f"# {found} of {len(self.cases)} questions find something, {sum(self.counted.values())} counted by plain SQL; {time.monotonic() - seconds:.0f} s", flush=True)


if __name__ == "__main__":
    unittest.main()
