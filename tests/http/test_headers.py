"""The headers of every answer, the cache, conditional requests."""
import re

from page import Page
from served import SiteCase, cgi, configuration

ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "x-permitted-cross-domain-policies": "none",
}
PAGE_POLICY = ("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
               "object-src 'none'; frame-ancestors 'none'")
CHART_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
CHART = "?demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported"


class Headers(SiteCase):
    def check(self, answer, policy=PAGE_POLICY, **others):
        for name, value in (ALWAYS | others).items():
            self.assertEqual([v for n, v in answer.header_list if n == name], [value], name)
        self.assertIn("camera=()", answer.headers.get("permissions-policy", ""))
        self.assertEqual([v for n, v in answer.header_list if n == "content-security-policy"], [policy] if policy else [])
        for name in ("set-cookie", "x-powered-by", "status", "x-accel-redirect"):
            self.assertNotIn(name, answer.headers)
        self.assertEqual(answer.headers.get("server"), "nginx")

    def style(self):
        return next(link for tag, _, link in Page(self.get("/").text).links() if tag == "link" and ".css" in link)

    def test_every_status(self):
        etag = self.get("/jurisdictions").headers["etag"]
        for status, path, options in (
                (200, "/", {}), (200, "/jurisdictions", {}), (200, "/jurisdictions.json", {}),
                (200, "/jurisdictions.csv", {}), (200, "/healthz", {}), (200, "/readyz", {}),
                (304, "/jurisdictions", {"headers": {"If-None-Match": etag}}),
                (400, "/jurisdictions?nope=1", {}), (404, "/nope", {}), (404, "/assets/x.css", {}),
                (404, "/jurisdictions.exe", {}), (405, "/", {"method": "POST"}), (405, "/", {"method": "TRACE"}),
                (405, "/healthz", {"method": "POST"}), (405, "/readyz", {"method": "PUT"}), (200, "/healthz", {"method": "HEAD"}),
                (414, "/?q=" + "a" * 9000, {}), (413, "/", {"method": "POST", "headers": {"Content-Length": "9999"}})):
            with self.subTest(f"{status} {path[:40]}"):
                self.check(self.get(path, status=status, **options))

    def test_style_sheet(self):
        link = self.style()
        self.assertRegex(link, r"/assets/[a-z0-9-]+\.[0-9a-f]{12}\.css$")
        answer = self.get(link.removeprefix(self.site.base).removeprefix(self.site.prefix))
        self.check(answer)
        self.assertIn("immutable", answer.headers["cache-control"])
        self.assertEqual(answer.type, "text/css")

    def test_icon(self):
        answer = self.get("/favicon.ico")
        self.check(answer)
        self.assertEqual((answer.type, answer.body[:4]), ("image/png", b"\x89PNG"))

    def test_charts(self):
        self.check(self.get(f"/jurisdictions.svg{CHART}"), CHART_POLICY)
        self.check(self.get(f"/jurisdictions.png{CHART}"), **{"cross-origin-resource-policy": "cross-origin"})
        self.check(self.get(f"/jurisdictions.pdf{CHART}"), None)

    def test_data_may_be_read_on_any_site(self):
        etag = self.get(f"/jurisdictions.png{CHART}").headers["etag"]
        again = self.get(f"/jurisdictions.png{CHART}", headers={"If-None-Match": etag}, status=304)
        self.assertEqual(again.headers["cross-origin-resource-policy"], "cross-origin")
        for path, origin in (("/jurisdictions", None), (f"/jurisdictions.svg{CHART}", None), ("/healthz", None),
                             ("/jurisdictions.json", "*"), ("/jurisdictions.csv", "*"), ("/jurisdictions.xlsx", "*"),
                             ("/deadlines.atom", "*"), ("/deadlines.ics", "*"), (f"/jurisdictions.png{CHART}", "*"),
                             ("/openapi.json", "*")):
            with self.subTest(path):
                headers = self.get(path).headers
                self.assertEqual(headers.get("access-control-allow-origin"), origin)
                self.assertEqual("Link" in headers.get("access-control-expose-headers", ""), origin == "*")

    def test_malformed_requests(self):
        for data in (b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n"):
            with self.subTest(data[:30]):
                answer = self.site.raw(data)
                self.assertIn(answer.status, (400, 405, 414, 505))
                self.check(answer)

    def test_too_many_requests(self):
        """127.0.0.1 is not limited; another address is."""
        answers = [self.site.ask("/jurisdictions?q=burst", source="127.0.0.2") for _ in range(120)]
        refused = [answer for answer in answers if answer.status == 429]
        self.assertTrue(refused)
        self.assertEqual({answer.status for answer in answers}, {200, 429})
        self.check(refused[0])
        self.assertEqual(refused[0].headers["retry-after"], "1")
        self.assertIn("again in a few seconds", refused[0].text)
        self.assertIn("vuelva a pedirla en unos segundos", refused[0].text)


class Cache(SiteCase):
    def test_head_first_leaves_no_empty_page(self):
        for path in ("/jurisdictions?q=cook", "/jurisdictions.json?q=cook", "/jurisdictions.csv?q=cook"):
            head = self.get(path, method="HEAD")
            full = self.get(path)
            self.assertEqual(head.body, b"")
            self.assertGreater(len(full.body), 100)
            self.assertEqual(head.headers["content-length"], str(len(full.body)))
            self.assertEqual(head.headers.get("etag"), full.headers.get("etag"))

    def test_etag(self):
        for path in ("/", "/jurisdictions?state=IL", "/jurisdictions.json", f"/jurisdictions.svg{CHART}",
                     f"/jurisdictions.png{CHART}", "/jurisdictions/chicago-il"):
            with self.subTest(path):
                answer = self.get(path)
                etag = answer.headers["etag"]
                self.assertRegex(etag, r'^"[^"]+"$')
                self.assertEqual(self.get(path, headers={"If-None-Match": etag}, status=304).body, b"")
                self.assertEqual(self.get(path, headers={"If-None-Match": '"other"'}).body, answer.body)

    def test_another_configuration_is_another_answer(self):
        """What an operator changes between two starts stands in answers: what is kept of the old is not new."""
        asked = (("pages", "/about/privacy"), ("pages", "/jurisdictions.json"), ("files", "/jurisdictions.xlsx"),
                 ("pages", "/openapi.json"), ("pages", "/sitemap.xml"))
        etags = []
        for keys in ({"contact": "a@example.org"}, {"contact": "b@example.org"}, {}, {"prefix": "/a"}, {"milliseconds": 9000}):
            config = configuration(self.site.state, name="etag.conf", **keys)
            etags.append([cgi(program, keys.get("prefix", "") + path, config=config).headers["etag"] for program, path in asked])
        self.assertEqual(etags[4], etags[2], "how long a question may take is not told")
        for of_path in zip(*etags[:4]):
            self.assertEqual(len(set(of_path)), 4)

    def test_every_answer_tells_its_length(self):
        for path in ("/", "/jurisdictions", "/jurisdictions.csv", "/jurisdictions.json", "/nope", "/jurisdictions?nope=1",
                     f"/jurisdictions.png{CHART}", "/healthz", "/readyz"):
            answer = self.site.ask(path)
            self.assertEqual(answer.headers.get("content-length"), str(len(answer.body)), path)

    def test_a_pinned_edition_is_kept_for_a_day(self):
        self.assertIn("max-age=86400", self.get("/jurisdictions?edition=1").headers.get("cache-control", ""))
        plain = self.get("/jurisdictions").headers.get("cache-control", "")
        age = re.search(r"max-age=(\d+)", plain)
        self.assertTrue(age is None or int(age[1]) <= 5, plain)

    def test_files_and_images_of_a_page_name_its_edition(self):
        page = Page(self.get(f"/jurisdictions{CHART}&limit=10").text)
        links = [link for tag, name, link in page.links()
                 if name in ("src", "srcset") or re.search(r"\.(csv|json|png|svg|pdf)\b", link) or "after=" in link]
        self.assertGreater(len(links), 4)
        for link in links:
            if "/assets/" not in link:
                self.assertIn("edition=1", link)

    def test_compression(self):
        answer = self.get("/jurisdictions", headers={"Accept-Encoding": "gzip"})
        self.assertEqual(answer.headers.get("content-encoding"), "gzip")
        self.assertIn("Accept-Encoding", answer.headers.get("vary", ""))
        self.assertTrue(answer.headers["etag"].startswith("W/"))

    def test_health_is_never_kept(self):
        for path in ("/healthz", "/readyz"):
            self.assertRegex(self.get(path).headers.get("cache-control", ""), "no-store|no-cache")
