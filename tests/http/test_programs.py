"""The programs as plain CGI give what they give behind nginx; one program does not do another's work."""
import os
import subprocess
import unittest

from served import BUILD, POOLS, SiteCase, cgi, configuration, folder, wait_for

QUERY = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported"
ROUTES = (  # program, path, query
    ("pages", "/", ""), ("pages", "/jurisdictions", QUERY), ("pages", "/jurisdictions.json", QUERY),
    ("pages", "/jurisdictions", "nope=1"), ("pages", "/jurisdictions/chicago-il", "as_of=2017-10-20"),
    ("pages", "/demands/doj-2018-01-24", ""), ("pages", "/healthz", ""), ("pages", "/nowhere", ""),
    ("charts", "/jurisdictions.svg", QUERY), ("charts", "/jurisdictions.png", QUERY),
    ("charts", "/jurisdictions.pdf", QUERY), ("files", "/jurisdictions.csv", QUERY), ("files", "/sources.csv", ""),
)


class Programs(SiteCase):
    prefix = "/a/b"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.config = configuration(cls.site.state, cls.prefix, cls.site.port)

    def test_cgi_and_fastcgi_agree(self):
        for program, path, query in ROUTES:
            with self.subTest(f"{path}?{query}"):
                plain = cgi(program, self.prefix + path, query, config=self.config)
                served = self.site.ask(f"{path}?{query}" if query else path)
                self.assertEqual((plain.status, plain.headers.get("content-type")),
                                 (served.status, served.headers.get("content-type")))
                self.assertEqual(plain.headers.get("etag"), served.headers.get("etag"))
                self.assertEqual(plain.body, served.body)

    def test_head_and_not_modified(self):
        full = cgi("pages", "/a/b/jurisdictions", "state=IL", config=self.config)
        head = cgi("pages", "/a/b/jurisdictions", "state=IL", method="HEAD", config=self.config)
        self.assertEqual((head.body, head.headers["content-length"]), (b"", str(len(full.body))))
        same = cgi("pages", "/a/b/jurisdictions", "state=IL", config=self.config,
                   HTTP_IF_NONE_MATCH=f'"x", {full.headers["etag"]}')
        self.assertEqual((same.status, same.body), (304, b""))

    def test_another_build_has_other_etags(self):
        note = b"\4\0\0\0\x14\0\0\0\3\0\0\0GNU\0"
        program = (BUILD / "pages").read_bytes()
        at = program.index(note) + len(note)
        other = folder() / "pages"
        other.write_bytes(program[:at] + bytes(20) + program[at + 20:])
        other.chmod(0o700)
        answers = [cgi(each, "/a/b/jurisdictions", "state=IL", config=self.config) for each in ("pages", other)]
        self.assertEqual(answers[0].body, answers[1].body)
        self.assertNotEqual(answers[0].headers["etag"], answers[1].headers["etag"])

    def test_outside_of_the_prefix(self):
        for path in ("/jurisdictions", "/a/bx/jurisdictions", "/a", "/a/b\r\nSet-Cookie: a=b", "/a/b/\xff"):
            answer = cgi("pages", path, config=self.config)
            self.assertEqual(answer.status, 404)
            self.assertNotIn("set-cookie", answer.headers)

    def test_arguments_are_not_looked_at(self):
        done = subprocess.run([BUILD / "pages", "--help"], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                              env={"PROVISO_CONFIG": str(self.config), "REQUEST_METHOD": "GET",
                                   "DOCUMENT_URI": "/a/b/healthz", "QUERY_STRING": "-d"})
        self.assertIn(b"Status: 4", done.stdout[:200], "the query, not the argument, decides")

    def test_wrong_configuration_is_said_and_not_served(self):
        for program in POOLS:
            done = subprocess.run([BUILD / program], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                                  env={"PROVISO_CONFIG": "/nonexistent", "REQUEST_METHOD": "GET", "DOCUMENT_URI": "/"})
            self.assertNotEqual(done.returncode, 0)
            self.assertIn(b"/nonexistent", done.stderr)

    def test_log_has_one_line_a_request_and_no_address(self):
        before = self.site.log.count("\n")
        for query in ("q=secretword", "q=%0d%0aforged=line"):
            self.site.ask(f"/jurisdictions?{query}")
        wait_for(lambda: self.site.log.count("\n") >= before + 2)  # the answer comes before its line
        lines = self.site.log.splitlines()[before:]
        self.assertEqual(len(lines), 2, lines)
        for line in lines:
            self.assertNotIn("127.0.0.1", line)
            self.assertNotIn("secretword", line)


class Sockets(SiteCase):
    def test_only_the_group_may_connect(self):
        run = self.site.state / "run"
        self.assertEqual(run.stat().st_mode & 0o777, 0o750)
        for pool in POOLS:
            self.assertEqual((run / f"{pool}.sock").stat().st_mode & 0o777, 0o660)

    def test_nobody_runs_as_root(self):
        if os.getuid() != 0:
            self.skipTest("not root")
        for pool in POOLS:
            for worker in self.site.workers_of(pool):
                self.assertNotEqual(os.stat(f"/proc/{worker}").st_uid, 0)


if __name__ == "__main__":
    unittest.main()
