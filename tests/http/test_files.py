"""Whole lists as files: large ones through the spool, kept whole when their worker is killed; XLSX with typed cells."""
import csv
import datetime
import hashlib
import io
import os
import pathlib
import shutil
import signal
import socket
import unittest
import zipfile

import openpyxl
from page import Page
from served import REGISTER, Site, SiteCase, cgi, configuration, folder, proviso

SOURCES = 3000  # enough that their CSV is far over what is held in memory


def append(register, table, rows):
    """Adds rows to a table of a register's folder; columns that a row does not name stay empty."""
    path = register / f"{table}.csv"
    names = next(csv.reader(io.StringIO(path.read_text())))
    with open(path, "a", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writerows(rows)


def wide_state():
    """An edition with so many sources that a list of them is a large file; one would be a formula, one is cited for all."""
    register = folder("register-") / "register"
    shutil.copytree(REGISTER, register)
    append(register, "source",
           ({"key": f"wide-{number:05}", "publisher": "=SUM(A1:A9)" if number == 7 else "Archive, Inc.",
             "title": f'The "wide" document no. {number}, which is long enough to fill lines',
             "url": f"https://example.org/{number}", "retrieved_on": "2026-11-24", "source_kind": "official-record"}
            for number in range(SOURCES)))
    append(register, "finding",
           ({"key": f"wide-{number:05}", "looked_on": "2026-11-24", "looked_for": f"Document no. {number}",
             "looked_in": "An archive", "summary": "Found.", "confidence": "high", "sources": " ".join(sorted({"wide-00000", f"wide-{number:05}"}))}
            for number in range(SOURCES)))
    state = folder("state-")
    proviso("import", "--replace", register, "--state", state)
    proviso("publish", "--state", state)
    return state


class Database(SiteCase):
    def test_it_is_the_edition(self):
        file = (self.site.state / "editions" / "current").read_bytes()
        answer = self.get("/about/data.db?edition=1")
        self.assertEqual(answer.body, file)
        self.assertEqual(answer.headers["content-type"], "application/vnd.sqlite3")
        self.assertIn("_edition-1.db", answer.headers["content-disposition"])
        self.get("/about/data.db?edition=1", headers={"If-None-Match": answer.headers["etag"]}, status=304)
        self.assertIn(hashlib.sha256(file).hexdigest(), self.get("/about/data").text)

    def test_its_tables_are_those_of_an_export(self):
        answer = self.get("/about/data.zip?edition=1")
        self.assertEqual(answer.headers["content-type"], "application/zip")
        self.assertIn("_edition-1.zip", answer.headers["content-disposition"])
        self.assertEqual(self.get("/about/data.zip").body, answer.body)
        archive, exported = zipfile.ZipFile(io.BytesIO(answer.body)), folder() / "export"
        proviso("export", exported, "--state", self.site.state)
        self.assertEqual({name: archive.read(name) for name in archive.namelist()},
                         {path.name: path.read_bytes() for path in exported.iterdir()})
        self.assertEqual(archive.namelist()[-1], "datapackage.json")
        self.assertEqual({item.date_time[:3] for item in archive.infolist()}, {(2026, 11, 30)})

    def test_a_day_hides_nothing_in_it(self):
        self.get("/about/data.db?as_of=2018-01-24", status=400)
        self.get("/about/data.db?edition=2", status=404)
        menu = Page(self.get("/demands?as_of=2018-01-24").text).root.one("footer").all("a")
        links = [link["href"].removeprefix(self.site.prefix) for link in menu]
        self.assertTrue({"/about/data", "/verify", "/rulings?as_of=2018-01-24"} <= set(links), links)


class Spool(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(state=wide_state()).start()
        cls.spool = cls.site.state / "spool"
        cls.total = cls.site.ask("/sources.json?limit=1").json["meta"]["total"]["row_count"]

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()

    def test_large_file_goes_through_the_spool(self):
        answer = self.site.ask("/sources.csv")
        self.assertEqual(answer.status, 200)
        self.assertGreater(len(answer.body), 256 * 1024)
        self.assertEqual(len(answer.rows), self.total)
        self.assertGreater(self.total, SOURCES)
        self.assertIn(len(answer.body), [path.stat().st_size for path in self.spool.iterdir()])
        self.assertIn("'=SUM(A1:A9)", [row["publisher"] for row in answer.rows])

    def test_very_many_facts_of_a_source_come_page_by_page(self):
        page = self.site.ask("/sources/wide-00000")
        self.assertEqual((page.status, len(page.body) < 60 * 1024), (200, True))
        self.assertIn(f"1\u201350 of {SOURCES:,}", page.text)
        keys, path = [], "/sources/wide-00000.json?limit=1000"
        while path:
            table = self.site.ask(path).json
            self.assertEqual((table["record"]["key"], table["meta"]["total"]["row_count"]), ("wide-00000", SOURCES))
            keys += [row["row_key"] for row in table["rows"]]
            path = table["next"] and table["next"].removeprefix(self.site.base)
        self.assertEqual(keys, [f"wide-{number:05}" for number in range(SOURCES)])
        self.assertEqual([row["row_key"] for row in self.site.ask("/sources/wide-00000.csv").rows], keys)

    def test_headers_of_a_spooled_answer(self):
        full, head = self.site.ask("/sources.csv"), self.site.ask("/sources.csv", method="HEAD")
        for answer in (full, head):
            self.assertEqual(answer.headers["content-length"], str(len(full.body)))
            self.assertRegex(answer.headers["etag"], r'^"[0-9a-f]{64}"$')
            self.assertEqual(answer.type, "text/csv")
            self.assertEqual(answer.headers["x-total-count"], str(self.total))
            self.assertEqual(answer.headers["access-control-allow-origin"], "*")
            self.assertEqual(answer.headers["content-disposition"],
                             'attachment; filename="sources_as-of-2026-11-30_edition-1.csv"')
            self.assertEqual(answer.headers["cache-control"], "public, max-age=5")
            self.assertEqual(answer.headers["x-content-type-options"], "nosniff")
            self.assertNotIn("x-accel-redirect", answer.headers)
            self.assertNotIn("last-modified", answer.headers)
        self.assertEqual(head.body, b"")

    def test_not_modified(self):
        etag = self.site.ask("/sources.csv").headers["etag"]
        same = self.site.ask("/sources.csv", headers={"If-None-Match": etag})
        self.assertEqual((same.status, same.body), (304, b""))
        self.assertEqual(self.site.ask("/sources.csv", headers={"If-None-Match": '"x"'}).status, 200)

    def test_a_part(self):
        full = self.site.ask("/sources.csv").body
        part = self.site.ask("/sources.csv", headers={"Range": "bytes=1000-1999"})
        self.assertEqual((part.status, part.body), (206, full[1000:2000]))

    def test_as_cgi_the_program_sends_it_and_leaves_nothing(self):
        state = self.site.state
        config = configuration(state)
        before = set(self.spool.iterdir())
        answer = cgi("files", "/sources.csv", config=config)
        self.assertEqual(int(answer.headers["content-length"]), len(answer.body))
        self.assertEqual(len(answer.rows), self.total)
        self.assertEqual(set(self.spool.iterdir()) - before, set())
        self.assertEqual(cgi("files", "/sources.csv", method="HEAD", config=config).body, b"")

    def test_killed_workers_cut_nothing(self):
        whole = self.site.ask("/sources.csv").hash
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", self.site.port), timeout=15) as plug:
                plug.sendall(b"GET /sources.csv HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                start = plug.recv(1000)  # the answer has begun: its worker is done with it
                for worker in self.site.workers_of("files"):
                    os.kill(worker, signal.SIGKILL)
                self.assertEqual(self.site.read_answer(plug, start).hash, whole)

    def test_the_spool_is_not_for_all(self):
        self.assertEqual(self.spool.stat().st_mode & 0o007, 0)
        self.assertEqual(self.site.ask("/-proviso-spool/" + next(self.spool.iterdir()).name).status, 404)

    def test_refused_while_it_cannot_write(self):
        config = configuration(self.site.state)
        gone = folder("spool-")
        pathlib.Path(config).write_text(config.read_text().replace(str(self.spool), str(gone / "none")))
        with self.assertRaisesRegex(AssertionError, "spool"):
            cgi("files", "/sources.csv", config=config)


class Csv(SiteCase):
    def test_columns_shown_and_all(self):
        every = self.get("/demands.csv").rows
        shown = self.get("/demands.csv?cols=shown").rows
        self.assertEqual(list(shown[0]), ["demand", "authority", "demand_kind", "issued_on", "due_on", "named_count",
                                          "entries_count", "is_repeated", "stated_count", "stated_count_precision"])
        self.assertLess(set(shown[0]), set(every[0]))
        self.assertFalse([name for name in every[0] if name.startswith("sort_")])
        self.assertEqual([{name: row[name] for name in shown[0]} for row in every], shown)
        self.assertEqual(self.get("/demands.csv?cols=all").rows, every)
        self.get("/demands.csv?cols=some", 400)

    def test_an_amount_shown_keeps_what_qualifies_it(self):
        """A flagged amount looks like no other, and no empty cell leaves open why it is empty."""
        for path in ("/jurisdictions", "/funding", "/awards", "/at-stake"):
            query = "program=jag&fy=2017" + ("" if path == "/awards" else "&measure=reported")
            query += "&requirement=jag-1373-certification" if path == "/at-stake" else ""
            every, shown = (self.get(f"{path}.csv?{query}&cols={cols}").rows for cols in ("all", "shown"))
            own = {"amount_state", "is_flagged", "flag_reason", "per_resident_usd_state"} & set(every[0])
            self.assertIn("amount_state", own)
            self.assertLessEqual(own, set(shown[0]), path)
        flagged = [row for row in self.get("/jurisdictions.csv?demand=doj-2018-01-24&program=jag&fy=2017&measure=reported"
                                           "&cols=shown").rows if row["is_flagged"] == "1"]
        self.assertEqual([(row["jurisdiction"], row["amount_state"]) for row in flagged], [("Oregon", "not-counted")])
        self.assertTrue(flagged[0]["flag_reason"])

    def test_a_flag_is_written_as_is_said(self):
        self.assertIn("A flag is true or false in JSON, 1 or 0 in CSV.", Page(self.get("/about/api").text).text)
        table = self.get("/claims.json?limit=1000").json
        flags = [column["name"] for column in table["columns"] if column["type"] == "flag"]
        self.assertIn("is_current", flags)
        for name in flags:
            self.assertEqual([str(int(row[name])) for row in table["rows"] if row[name] in (True, False)],
                             [row[name] for row in self.get("/claims.csv").rows], name)

    def test_byte_order_mark(self):
        plain, marked = self.get("/demands.csv").body, self.get("/demands.csv?bom=1").body
        self.assertEqual(marked, b"\xef\xbb\xbf" + plain)

    def test_download(self):
        for path, name in (("/demands.json", "demands_as-of-2026-11-30_edition-1.json"),
                           ("/jurisdictions/chicago-il.json", "chicago-il_as-of-2026-11-30_edition-1.json")):
            self.assertEqual(self.get(path).headers["content-disposition"], f'inline; filename="{name}"')
            self.assertEqual(self.get(path + "?download=1").headers["content-disposition"],
                             f'attachment; filename="{name}"')
        self.assertNotIn("content-disposition", self.get("/demands").headers)

    def test_names_say_what_they_hold(self):
        answer = self.get("/jurisdictions.csv?demand=doj-2018-01-24&fy=2016&measure=reported&as_of=2018-01-24")
        self.assertEqual(answer.headers["content-disposition"], 'attachment; filename="jurisdictions_demand-doj-2018-01-24'
                         '_fy-2016_measure-reported_as-of-2018-01-24_edition-1.csv"')
        strange = self.get("/jurisdictions.csv?q=%22a%22;%20/%C3%A9")
        self.assertRegex(strange.headers["content-disposition"], r'^attachment; filename="jurisdictions_q-[a-z0-9._-]+"$')

    def test_parts_are_refused(self):
        for extension in ("csv", "xlsx"):
            self.get(f"/demands.{extension}?limit=5", 400)
            self.get(f"/demands.{extension}?after=abc", 400)

    def test_only_files_take_the_parameters_of_files(self):
        self.get("/demands?cols=shown", 400)
        self.get("/demands.xlsx?bom=1", 400)


class Workbook(SiteCase):
    QUESTION = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported&sort=-amount"

    def book(self, path):
        return openpyxl.load_workbook(io.BytesIO(self.get(path).body))

    def test_cells_have_types(self):
        sheet = self.book(f"/jurisdictions.xlsx?{self.QUESTION}")["Data"]
        names = [cell.value for cell in sheet[1]]
        rows = [dict(zip(names, row)) for row in sheet.iter_rows(min_row=2)]
        self.assertEqual(len(rows), 23)
        first = {row["key"].value: row for row in rows}["new-york-city-ny"]
        self.assertEqual((first["amount_usd"].value, first["amount_usd"].number_format), (4120447, "#,##0.00"))
        self.assertEqual(first["disputed"].data_type, "b")
        self.assertTrue(first["jurisdiction_url"].value.startswith("http://127.0.0.1:"))
        flagged = {row["key"].value: row for row in rows}["oregon"]
        self.assertIs(flagged["is_flagged"].value, True)

    def test_dates_are_dates_and_codes_are_text(self):
        sheet = self.book("/demands.xlsx")["Data"]
        names = [cell.value for cell in sheet[1]]
        rows = {row[names.index("key")].value: dict(zip(names, row)) for row in sheet.iter_rows(min_row=2)}
        letter = rows["doj-2018-01-24"]
        self.assertEqual(letter["issued_on"].value, datetime.datetime(2018, 1, 24))
        self.assertEqual(letter["issued_on"].number_format, "yyyy-mm-dd")
        self.assertEqual(letter["due_on"].value.date(), datetime.date(2018, 2, 23))
        self.assertEqual(letter["key"].data_type, "s")

    def test_same_cells_as_csv(self):
        rows = self.get(f"/jurisdictions.csv?{self.QUESTION}").rows
        sheet = self.book(f"/jurisdictions.xlsx?{self.QUESTION}")["Data"]
        self.assertEqual([cell.value for cell in sheet[1]], list(rows[0]))
        for row, cells in zip(rows, sheet.iter_rows(min_row=2), strict=True):
            for (name, text), cell in zip(row.items(), cells):
                value = cell.value
                if name.endswith("_usd") and text:
                    self.assertEqual(f"{value:.2f}", text)
                elif isinstance(value, bool):
                    self.assertEqual(str(int(value)), text)
                else:
                    self.assertEqual("" if value is None else str(value), text)

    def test_about(self):
        lines = dict(self.book("/demands.xlsx?as_of=2018-01-24")["About"].iter_rows(min_row=2, values_only=True))
        self.assertEqual((lines["As of"], lines["Edition"], lines["Licence"]), ("2018-01-24", "1", "CC0-1.0"))
        self.assertRegex(lines["Address"], r"/demands\.xlsx\?as_of=2018-01-24&edition=1$")

    def test_same_bytes(self):
        config = configuration(self.site.state)
        one, two = (cgi("files", "/demands.xlsx", config=config).body for _ in range(2))
        self.assertEqual(one, two)
        core = zipfile.ZipFile(io.BytesIO(one)).read("docProps/core.xml").decode()
        self.assertIn(">2026-11-30T00:00:00Z<", core)

    def test_no_formula(self):
        book = zipfile.ZipFile(io.BytesIO(self.get("/demands.xlsx").body))
        self.assertNotIn(b"<f>", book.read("xl/worksheets/sheet1.xml"))


if __name__ == "__main__":
    unittest.main()
