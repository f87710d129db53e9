"""Hostile requests and files: each is answered as its row says, never with 5xx, and the site serves on as before."""
import csv
import io
import re
import socket
import unittest

import openpyxl

from awards import COLUMNS, Transactions, transaction
from page import Page
from served import Site, SiteCase, cgi, configuration, folder, proviso, wait_for
from test_import import Case
from test_ledger import Register

FTS = ("fts5", "syntax error", "unterminated", "no such column", "unknown special")
MAP = ("CREATE TABLE",)
FILE = ("SQLite format 3",)
ANY, REFUSED = (200, 301, 400), (400, 404)
LISTS, SEARCHED = ("/jurisdictions",), ("/jurisdictions", "/search")

# Lists asked, the query, the statuses that are right, words of which one must be in the answer, words that must not be.
QUERIES = (
    (SEARCHED, "q=a+b", (200,), ("a b",), ()),
    (SEARCHED, "q=%27%20onclick%3Dalert(1)%20x%3D%27", (200,), ("&#39;", "&#x27;", "&apos;"), ("=' onclick=alert(1)",)),
    (SEARCHED, "q=javascript%3Aalert(1)", (200,), (), ('href="javascript:',)),
    (SEARCHED, "q=a%00b", (400,), ("q",), ("\0",)),
    (SEARCHED, "q=%ED%A0%80", (400,), (), ()),
    (SEARCHED, "q=%", (400,), (), ()),
    (SEARCHED, "q=a" + "%CC%81" * 400, (200, 400), (), ()),
    (SEARCHED, "q=" + "a" * 9000, (414,), (), ()),
    (SEARCHED, "q=%27%20UNION%20SELECT%20sqlite_version()--", (200,), (), ("3.40.",)),
    (SEARCHED, "q=%22%22%22", (200,), (), FTS),
    (SEARCHED, "q=NEAR(", (200,), (), FTS),
    (SEARCHED, "q=*", (200,), (), FTS),
    (SEARCHED, "q=a%20-b", (200,), (), FTS),
    (SEARCHED, "q=a%20AND%20%22", (200,), (), FTS),
    (SEARCHED, "q=%5B%5E%5D*", (200,), (), FTS),
    (SEARCHED, "q[]=a", ANY, (), ()),
    (SEARCHED, "__proto__[x]=1&constructor=1", ANY, (), ()),
    (LISTS, "state=ca", ANY, (), ()),
    (LISTS, "state=CA%27%20OR%20%271%27%3D%271", REFUSED, (), ()),
    (LISTS, "state=%20CA", REFUSED, (), ()),
    (LISTS, "state=%EF%BC%A3%EF%BC%A1", REFUSED, (), ()),
    (LISTS, "program=-20.205", REFUSED, (), ()),
    (LISTS, "program=20.205.1", REFUSED, (), ()),
    (("/funding", "/awards"), "fy_from=0x7E4", (400,), ("From fiscal year",), ()),
    (("/funding", "/awards"), "fy_from=inf", (400,), ("From fiscal year",), ()),
    (("/funding", "/awards"), "fy_from=%D9%A2%D9%A0%D9%A2%D9%A0", (400,), ("From fiscal year",), ()),
    (("/funding", "/awards"), "fy_to=9223372036854775808", (400,), ("To fiscal year",), ()),
    (LISTS, "sort=(SELECT%20sql%20FROM%20sqlite_master)", (400,), (), MAP),
    (LISTS, "sort=name%20DESC", (400,), (), MAP),
    (LISTS, "page=0", (400,), (), ()),
    (LISTS, "page=9223372036854775808", (400,), (), ()),
    (LISTS, "page=", (400,), (), ()),
    (LISTS, "after=%00", (400, 414), (), ()),
    (LISTS, "limit=1000000", ANY, (), ()),
    (LISTS, "as_of=0000-00-00", (400,), (), ()),
    (LISTS, "as_of=2460000.5", (400,), (), ()),
    (LISTS, "as_of=2024-01-01T00:00:00Z", (200, 400), (), ()),
)
PATHS = (
    ("/jurisdictions.csv?q=%3Dcmd%7C%27%2Fc%20calc%27%21A1", (200,), ("\n=cmd",)),
    ("/jurisdictions.json?q=%3C%2Fscript%3E", (200,), ("</script>",)),
    ("/search.json?q=%3C%2Fscript%3E", (200,), ("</script>",)),
    ("/jurisdictions.csv.png", (404,), FILE),
    ("/jurisdictions~", (404,), FILE),
    ("/jurisdictions.png;x=.css", (404,), FILE),
    ("/%5Cevil.example/", REFUSED, ()),
    ("/jurisdictions/%ff%fe", REFUSED, ("\xff\xfe",)),
    ("/.env", (404, 403), ()),
)
# Bytes that are no request, and the statuses that are right; a closed connection has none.
BARE = (
    ("GET /jurisdictions x HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", (400,)),
    ("GET /jurisdictions HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", (400,)),
    ("POST /jurisdictions HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", (400,)),
    ("POST /jurisdictions HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", (400, 405)),
    ("GET /jurisdictions HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nX-A: " + "a" * 9000 + "\r\n\r\n", (400, 431)),
    ("GET /jurisdictions HTTP/1.1\r\nHost: {host}\r\nX-", (None, 400, 408)),
)
# What a client of the workers' own socket can send instead of a request: nothing; names of a length that no memory
# holds; another version; a request that is called off halfway.
RECORDS = ("", "0101000100080000000100000000000001040001000c0000fffffffefffffffe41414141", "02010001000800000001000000000000",
           "0101000100080000000100000000000001040001000000000102000100000000")


class Requests(SiteCase):
    def check(self, answer, where, statuses, wanted=(), unwanted=()):
        text = answer.body.decode("latin-1")
        head = "\n".join(f"{name}: {value}" for name, value in answer.header_list)
        self.assertIn(answer.status, statuses, f"{where}\n{text[:1500]}")
        self.assertTrue(not wanted or any(word in text for word in wanted), f"{where}: none of {wanted}\n{text[:1500]}")
        for word in unwanted:
            self.assertNotIn(word, text + head, where)

    def test_queries(self):
        for lists, query, statuses, wanted, unwanted in QUERIES:
            for path in lists:
                for form in ("", ".json"):
                    with self.subTest(f"{path}{form}?{query[:60]}"):
                        self.check(self.site.ask(f"{path}{form}?{query}"), query, statuses,
                                   wanted if not form and path != "/search" else (), unwanted)

    def test_years_are_refused_with_what_is_accepted(self):
        page = Page(self.get("/funding?fy_from=0x7E4", status=400).text)
        self.assertIn("'From fiscal year' must be a whole number from 1960 to 2100", page.text)

    def test_paths(self):
        for path, statuses, unwanted in PATHS:
            with self.subTest(path):
                answer = self.site.ask(path)
                self.check(answer, path, statuses, (), unwanted)
                self.assertFalse(answer.headers.get("location", "").startswith(("/\\", "\\")))

    def test_headers_of_a_proxy_change_nothing(self):
        path = "/jurisdictions?limit=6"
        hostile = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", "X-Forwarded-Port": "99"}
        answer = self.get(path, headers=hostile)
        self.check(answer, path, (200,), (), ("evil.example", "gopher:"))
        self.assertEqual(self.get(path).body, answer.body)

    def test_a_user_is_not_told_by_a_header(self):
        """There is nothing that a user could be let into."""
        for name in ("Remote-User", "X-Remote-User", "REMOTE_USER"):
            for path in ("/admin", "/admin/register", "/register"):
                self.get(path, status=404, headers={name: "admin"})

    def test_many_ranges(self):
        whole = self.get("/jurisdictions.csv")
        answer = self.site.ask("/jurisdictions.csv", headers={"Range": f"bytes={'0-,' * 300}0-"})
        self.assertIn(answer.status, (200, 206, 416))
        self.assertLessEqual(len(answer.body), len(whole.body) + 1000)

    def test_a_type_that_is_not_known(self):
        self.assertIn(self.site.ask("/jurisdictions", headers={"Accept": "application/" + "x" * 2000}).status, (200, 406))

    def test_methods(self):
        for method in ("PUT", "POST"):
            answer = self.get("/jurisdictions", status=405, method=method)
            self.assertEqual(answer.headers["allow"], "GET, HEAD")
        self.assertIn(self.site.ask("/jurisdictions", method="FOO").status, (405, 400, 501))
        head, get = self.get("/jurisdictions", method="HEAD"), self.get("/jurisdictions")
        self.assertEqual(head.body, b"")
        self.assertEqual({name: value for name, value in head.header_list if name != "date"},
                         {name: value for name, value in get.header_list if name != "date"})
        self.assertEqual(head.type, "text/html")

    def test_nothing_can_be_posted(self):
        """Whatever is sent, with a token or without: the public programs write nothing."""
        before = {path.name: path.stat().st_mtime_ns for path in self.site.state.glob("editions/*")}
        for body, kind in (("id=1&name=x", "application/x-www-form-urlencoded"),
                           ("csrf=a&id=1&name=%zz&return_to=//evil.example/", "application/x-www-form-urlencoded"),
                           ('--x\r\nContent-Disposition: form-data; name="csrf"; filename="../../x"\r\n\r\nx\r\n--x--',
                            "multipart/form-data; boundary=x")):
            for path, statuses in (("/jurisdictions", (405,)), ("/admin", (404, 405))):
                with self.subTest(f"{path} {body[:20]}"):
                    answer = self.site.raw(f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.site.port}\r\nConnection: close\r\nOrigin: null\r\n"
                                           f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
                    self.check(answer, path, statuses, (), ("//evil.example",))
        self.assertEqual({path.name: path.stat().st_mtime_ns for path in self.site.state.glob("editions/*")}, before)

    def test_bytes_that_are_no_request(self):
        for data, statuses in BARE:
            with self.subTest(data[:60]):
                answer = self.site.raw(data.format(host=f"127.0.0.1:{self.site.port}").encode())
                self.assertIn(answer and answer.status, statuses)

    def test_half_a_header_is_waited_for_in_vain(self):
        """The connection is closed by the server while the client holds it open."""
        with socket.create_connection(("127.0.0.1", self.site.port), timeout=120) as plug:
            plug.sendall(BARE[-1][0].format(host="x").encode())
            answer = self.site.read_answer(plug)
        self.assertIn(answer and answer.status, (None, 408))


class Lasting(Site):
    """A site of which a worker may end when it is told of names longer than memory: libfcgi asks for that much before
    anybody can refuse, and the address sanitizer, too, ends a program there."""

    @property
    def log(self):
        return re.sub(r".*AddressSanitizer: (?:requested allocation size 0xfffffffffffffffe|allocation-size-too-big).*", "", super().log)


class Records(SiteCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Lasting().start()

    def test_records_that_are_no_request(self):
        """On the workers' own socket: a worker may end of it, and is started again; no other request is lost."""
        nginx = "".join(path.read_text() for path in sorted((self.site.state / "run").glob("*.conf")))
        for pool in ("pages", "charts", "files"):
            address = re.search(rf'unix:([^"]*/{pool}\.sock)', nginx)[1]
            for record in RECORDS:
                for _ in range(3):
                    with socket.socket(socket.AF_UNIX) as plug:
                        plug.settimeout(30)
                        plug.connect(address)
                        plug.sendall(bytes.fromhex(record))
                for number in range(6):
                    with self.subTest(f"{pool} {record[:30]} {number}"):
                        for path in (f"/jurisdictions?limit={number + 60}", f"/jurisdictions.csv?state=CA&state=I{'LDN'[number % 3]}"):
                            self.get(path)
            self.assertTrue(wait_for(lambda name=pool: len(self.site.workers_of(name)) == self.site.workers), f"workers of {pool}")


class Files(Case):
    """Files of awards that are not what they should be."""

    def text(self, *records):
        return Transactions(*records).text()

    def test_refused(self):
        header = ",".join(COLUMNS)
        for words, file in (("empty", b""), ("UTF-8", b"\xff\xfe" + header.encode("utf-16-le")),
                            (":2", f"{header}\n1,2\n".encode()),
                            (":2", self.text(transaction(1, recipient_name="a" * 5_000_000)).encode()),
                            ("federal_action_obligation", self.text(transaction(1, federal_action_obligation="99999999999999999999.99")).encode()),
                            ("federal_action_obligation", self.text(transaction(1, federal_action_obligation="1,234.50")).encode())):
            with self.subTest(words):
                self.assertIn(words, self.refused(file))

    def test_accepted(self):
        said = self.put(self.text(transaction(1, recipient_name='He said "hi", ok')).encode()).stdout
        self.assertIn("1", said)
        said = self.put(self.text(transaction(2), transaction(2)).encode(), name="twice.csv").stdout
        self.assertRegex(said, r"(?i)repeat|twice|same|unchanged")
        self.put(self.text(transaction(3, recipient_name="=1+1")).encode(), name="formula.csv")


class Formulas(unittest.TestCase):
    NAMES = ("=1+1", "\uff1d1+1", "@SUM(A1)", "+1", "-1+1")

    @classmethod
    def setUpClass(cls):
        register = Register()
        for number, name in enumerate(cls.NAMES):
            register.put("policy", f"made-up-{number}", name=name)
        register.publish()
        cls.state = register.state
        cls.config = configuration(register.state)

    def ask(self, path):
        answer = cgi("files", path, config=self.config)
        self.assertEqual(answer.status, 200)
        return answer

    def test_no_cell_of_a_csv_file_is_one(self):
        answer = self.ask("/policies.csv")
        names = {row["key"]: row["policy"] for row in answer.rows}
        self.assertEqual([names[f"made-up-{number}"] for number in range(len(self.NAMES))], [f"'{name}" for name in self.NAMES])
        for cell in (cell for row in answer.rows for cell in row.values()):
            self.assertNotRegex(cell, r"^[=+@\t\uff1d]")
        for start in ("\n", ",", '"'):
            self.assertNotIn(f"{start}=1+1", answer.text)

    def test_a_workbook_has_text(self):
        sheet = openpyxl.load_workbook(io.BytesIO(self.ask("/policies.xlsx").body))["Data"]
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value in self.NAMES]
        self.assertEqual(len(cells), len(self.NAMES))
        self.assertEqual({cell.data_type for cell in cells}, {"s"})

    def test_a_tab_before_one_is_not_let_in(self):
        register = Register()
        register.put("policy", "made-up", name="\t=1")
        done = proviso("import", "--replace", register.files, "--state", register.state, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("name: holds the control character U+0009", done.stderr)

    def test_an_export_is_as_it_was(self):
        target = folder()
        proviso("export", target, "--state", self.state)
        with open(target / "policy.csv", newline="", encoding="utf-8") as file:
            names = {row["key"]: row["name"] for row in csv.DictReader(file)}
        self.assertEqual([names[f"made-up-{number}"] for number in range(len(self.NAMES))], list(self.NAMES))


if __name__ == "__main__":
    unittest.main()
