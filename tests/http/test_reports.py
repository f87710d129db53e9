"""Reports: the page, the PDF set from it, the lists attached to it, its manifest, and whether it still holds."""
import csv
import itertools
import json
import os
import re
import shutil
import subprocess
import unicodedata
import unittest
import urllib.parse

from page import Page, days_in
from served import REGISTER, Site, SiteCase, cgi, configuration, folder, proviso

CHICAGO = "jurisdiction?j=chicago-il&as_of=2017-10-20"
THE_23 = "group?demand=doj-2018-01-24"
FOUR = "comparison?j=chicago-il&j=los-angeles-ca&j=new-york-city-ny&j=oregon"
BETWEEN = "changes?from=2018-01-01&to=2018-03-01"
YEARS = range(1955, 1999)
CROWDED = ("CA", "GA", "NJ", "NY", "FL")
MOST_CROWDED, MORE_YEARS = ("GA", "NJ"), (*range(1900, 1955), *range(1999, 2016))
CROWDED_CASE = "san-francisco-v-trump-cand-2025"
REPORTS = (CHICAGO, THE_23, FOUR, BETWEEN)


def tool(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout.decode()[:2000]}{done.stderr.decode()[:2000]}"
    return done.stdout


def on_paper(report):
    path, _, query = report.partition("?")
    return f"/reports/{path}.pdf?{query}"


def bare(text):
    """Letters and digits alone: words may be broken over lines."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LN")


class Reports(SiteCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder, cls.pages, cls.files = folder("reports-"), {}, {}
        for number, report in enumerate(REPORTS):
            cls.pages[report] = Page(cls.site.ask(f"/reports/{report}").text)
            answer = cls.site.ask(on_paper(report))
            assert answer.status == 200 and answer.type == "application/pdf", answer.body[:500]
            cls.files[report] = cls.folder / f"{number}.pdf"
            cls.files[report].write_bytes(answer.body)

    def each(self):
        return [(report, self.pages[report].root.one("article"), self.files[report]) for report in REPORTS]

    def test_a_ready_made_report_is_called_by_its_title(self):
        for language in ("en", "es"):
            links = [link for link in Page(self.get(f"/reports?lang={language}").text).root.all("a") if "group?demand=" in link["href"]]
            self.assertGreater(len(links), 5)
            for link in links:
                self.assertEqual(Page(self.get(link["href"]).text).root.one("h1").text, link.text)

    def test_what_it_covers_is_said(self):
        """On the page and on paper: what was asked for, and of which rows a chart is that cannot show all."""
        narrow = f"{CHICAGO}&requirement=jag-1373-certification"
        whole = "jurisdiction?j=chicago-il"
        rows = self.get("/status.csv?j=chicago-il").rows
        n_requirements = len({row["requirement_key"] for row in rows})
        for report, said, not_said in (
                (narrow, ["Asked for: Jurisdiction: Chicago, IL. Requirement: 1373 certification."], "shows only Requirement"),
                (whole, ["Asked for: Jurisdiction: Chicago, IL.", f"on requirements: {n_requirements}",
                         f"The chart shows only Requirement: 1373 certification (1 of {n_requirements}). The table shows all."],
                 "Asked for: Jurisdiction: Chicago, IL. Requirement")):
            pdf = self.folder / "covers.pdf"
            pdf.write_bytes(self.get(on_paper(report)).body)
            paper = bare(tool("pdftotext", pdf, "-").decode())
            text = Page(self.get(f"/reports/{report}").text).root.one("article").text
            for words in said:
                self.assertIn(words, text)
                self.assertIn(bare(words), paper)
            self.assertNotIn(not_said, text)

    def test_amounts_are_of_its_years(self):
        """A list that takes no years tells no amounts of all of them, and those of one year where the report is of one."""
        money = f"{THE_23}&program=16.738&measure=reported".replace("?", ".json?")
        for years, n_told in (("fy_from=2016&fy_to=2017", 0), ("fy_from=2017&fy_to=2017", 23)):
            first = self.get(f"/reports/{money}&{years}").json["sections"][0]
            rows = self.get(first["csv"].removeprefix(self.site.base)).rows
            self.assertEqual((len(rows), sum(bool(row.get("amount_usd")) for row in rows)), (23, n_told), years)

    def test_years_widen_no_section(self):
        of_all = {section["section"]: section["row_count"]
                  for section in self.get(f"/reports/{THE_23}&program=16.738&measure=reported".replace("?", ".json?")).json["sections"]}
        of_some = self.get(f"/reports/{THE_23}&program=16.738&measure=reported&fy_from=2016&fy_to=2017".replace("?", ".json?")).json
        for section in of_some["sections"]:
            self.assertLessEqual(section["row_count"], of_all[section["section"]], section["section"])

    def test_each_position_has_its_day_and_source(self):
        text = self.pages[THE_23].root.one("section", **{"aria-labelledby": "status"})
        lines = text.one("tbody").all("tr")
        self.assertGreater(len(lines), 23)
        for line in lines:
            self.assertRegex(" ".join(line.text.split()), r"\[\d+\].* [12]\d{3}$")

    def test_a_demand_and_those_it_names(self):
        """What was said or looked for of the demand and of each recipient on its own: each row once, and which is which."""
        named = "&".join(f"j={row['key']}" for row in self.get("/jurisdictions.csv?demand=doj-2018-01-24").rows)
        sections = {each["section"]: each for each in self.get(f"/reports/{THE_23}".replace("?", ".json?")).json["sections"]}
        summary = " ".join(self.pages[THE_23].root.one("section", **{"aria-labelledby": "summary"}).text.split())
        for name in ("statements", "findings"):
            of_demand = {row["key"] for row in self.get(f"/{name}.csv?demand=doj-2018-01-24&cols=all").rows}
            of_places = {row["key"] for row in self.get(f"/{name}.csv?{named}&cols=all").rows}
            keys = [key for key, _ in sections[name]["rows"]]
            self.assertTrue(of_demand and of_places - of_demand, name)
            self.assertEqual(sorted(keys), sorted(of_demand | of_places))
            self.assertIn(f": {len(keys)}. About the demand: {len(of_demand)}; about its recipients, and not about the demand: "
                          f"{len(of_places - of_demand)}.", summary)
        text = self.get("/reports/group?j=chicago-il&section=statements").text
        self.assertNotIn("About the demand", text, "where there is none")

    def test_sound(self):
        for _, _, pdf in self.each():
            self.assertNotIn(b"WARNING", tool("qpdf", "--check", pdf))
            for font in tool("pdffonts", pdf).decode().splitlines()[2:]:
                self.assertRegex(font, r" yes (yes|no) +(yes|no) +\d+ +0$")
            told = tool("pdfinfo", pdf).decode()
            self.assertRegex(told, r"Tagged: +yes")
            self.assertRegex(told, r"Page size: +612 x 792")

    def test_structure(self):
        for _, article, pdf in self.each():
            kinds = re.findall(r"^ *([A-Z]\w*)", tool("pdfinfo", "-struct", pdf).decode(), re.M)
            self.assertEqual(kinds[0], "Document")
            self.assertEqual(kinds.count("Table"), len(article.all("table")))
            self.assertEqual(kinds.count("Figure"), len(article.all("img")) + 1, "charts and the code to scan")
            self.assertGreaterEqual(kinds.count("TH"), len(article.all("th", scope="col")))
            self.assertIn("H1", kinds)

    def test_outline(self):
        for _, article, pdf in self.each():
            said = json.loads(tool("qpdf", "--json=2", "--json-key=outlines", pdf))["outlines"]
            titles = [entry["title"] for entry in said]
            self.assertGreaterEqual(len(titles), 7)
            self.assertEqual([title for title in titles if title != "Contents"],
                             [head.text for head in article.all("h2")])

    def test_every_figure_of_the_page_is_on_paper(self):
        for _, article, pdf in self.each():
            found = bare(tool("pdftotext", "-raw", pdf, "-").decode())
            figures = set(re.findall(r"\$?\d[\d,.]*\d", article.text))
            self.assertGreater(len(figures), 50)
            self.assertEqual([figure for figure in figures if bare(figure) not in found], [])
            for head in article.all("h1", "h2", "th"):
                self.assertIn(bare(head.text), found)

    def test_what_has_no_room_gives_way_to_what_must_stand(self):
        """A long title to the date and edition behind it, rows of a chart higher than a page to letters that can be read."""
        for report, _, pdf in self.each():
            pages = tool("pdftotext", "-layout", pdf, "-").decode().split("\f")[:-1]
            for page in pages:
                self.assertRegex(page.split("\n")[0], r"as of \w+ \d+, 20\d\d \u00b7 edition 1 +\d+ of \d+$", report)
        places = "&".join(f"j={row['key']}" for row in self.get("/jurisdictions.csv?demand=doj-2018-01-24").rows[:12])
        pdf = self.folder / "wide.pdf"
        pdf.write_bytes(self.get(on_paper(f"comparison?{places}&section=places")).body)
        head = tool("pdftotext", "-layout", pdf, "-").decode().split("\n")[0]
        self.assertRegex(head, r"^Side by side: .*\u2026 \u00b7 as of .* \u00b7 edition 1 +1 of")
        n_rows = len(self.get("/deadlines.csv").rows)
        pdf.write_bytes(self.get(on_paper("changes?from=2017-01-01&section=deadlines")).body)
        text = tool("pdftotext", "-layout", pdf, "-").decode()
        n_more = int(re.search(r"and (\d+) more", text)[1])
        self.assertTrue(0 < n_more < n_rows, n_more)

    def test_month_and_day_stand_in_one_line(self):
        for report, _, pdf in self.each():
            self.assertNotRegex(tool("pdftotext", "-raw", pdf, "-").decode(), r"September\n\d+, 20", report)

    def test_lists_attached_are_those_of_the_web(self):
        for _, article, pdf in self.each():
            links = [link["href"] for link in article.all("a") if ".csv?" in (link["href"] or "")]
            names = tool("qpdf", "--list-attachments", pdf).decode().split()[::3]
            self.assertGreaterEqual(len(links), 5)
            wanted = {self.get(link.removeprefix(self.site.prefix)).body for link in links}
            found = {tool("qpdf", f"--show-attachment={name}", pdf) for name in names if name.endswith(".csv")}
            self.assertLessEqual(wanted, found)
            manifest = json.loads(tool("qpdf", "--show-attachment=manifest.json", pdf))
            for section in manifest["sections"]:
                self.assertEqual(section["row_count"], len(section["rows"]))
                self.assertEqual(section["row_count"], len(self.get(
                    section["csv"].removeprefix(self.site.base)).rows))

    def test_as_of_hides_what_came_later(self):
        text = tool("pdftotext", "-layout", self.files[CHICAGO], "-").decode()
        body = text[:text.rindex("\nSources")]
        allowed = {self.get("/sources.json").json["meta"]["edition"]["as_of"]}
        self.assertEqual({day for day in days_in(body) if day > "2017-10-20"} - allowed - {"2017-10-27"}, set())
        self.assertIn("October 27, 2017", " ".join(body.split()), "a deadline that was ahead")
        self.assertNotIn("2018-01-24", body)

    def test_same_bytes(self):
        for report, _, pdf in self.each():
            self.assertEqual(self.get(on_paper(report)).body, pdf.read_bytes())
        out = self.folder / "cli.pdf"
        config = self.site.state / "run/proviso.conf"
        for report, ending in ((CHICAGO, ".pdf"), (THE_23, "")):
            address = f"/reports/{report.replace('?', ending + '?')}"
            proviso("report", address, "-o", out, "--config", config, env={"PATH": os.environ["PATH"], "TZ": "Asia/Tokyo", "LANG": "tr_TR"})
            self.assertEqual(out.read_bytes(), self.files[report].read_bytes())
        proviso("chart", f"{self.site.base}/funding.svg?measure=award", "-o", out, "--config", config)
        self.assertEqual(out.read_bytes(), self.get("/funding.svg?measure=award").body)

    def test_profile_on_paper_is_its_report(self):
        self.assertEqual(self.get("/jurisdictions/chicago-il.pdf?as_of=2017-10-20").body, self.files[CHICAGO].read_bytes())

    def test_paper_language_and_sections(self):
        pdf = self.folder / "es.pdf"
        pdf.write_bytes(self.get(f"{on_paper(CHICAGO)}&paper=a4&lang=es&section=money&section=cases").body)
        self.assertRegex(tool("pdfinfo", pdf).decode(), r"Page size: +595")
        titles = [entry["title"] for entry in json.loads(tool("qpdf", "--json=2", "--json-key=outlines", pdf))["outlines"]]
        self.assertIn("1. Fondos", titles)
        self.assertIn("2. Casos", titles)
        self.assertNotIn("Requisitos", " ".join(titles))

    def test_what_becomes_of_the_money_is_told(self):
        ask = "demand=doj-2018-01-24&requirement=jag-access&program=16.738&measure=reported&as_of="
        rows = self.get(f"/at-stake.csv?{ask}2020-07-14").rows
        sums = {step: sum(float(row["amount_usd"]) for row in rows if row["step"] == step and row["amount_state"] == "counted")
                for step in ("not-reached", "shielded", "remaining")}
        self.assertTrue(all(sums.values()))
        self.assertIn(f"Amounts that are asked about (Reported amount): {len(rows)}; those that count come to ${sum(sums.values()):,.0f}. "
                      f"The requirement does not reach ${sums['not-reached']:,.0f}, rulings in force on this date shield "
                      f"${sums['shielded']:,.0f}, and ${sums['remaining']:,.0f} remains under it.",
                      Page(self.get(f"/reports/group?{ask}2020-07-14").text).text)
        self.assertIn("The requirement ended on April 28, 2021: it reaches none of them on this date.",
                      Page(self.get(f"/reports/group?{ask}2021-04-28").text).text)

    def test_what_is_missing_is_asked_for(self):
        page = Page(self.get("/reports/group").text)
        self.assertEqual(len(page.root.all("input", name="j")), 2)
        self.assertIn("Choose a group", page.text)
        self.assertEqual(page.root.all("article"), [])
        self.assertIn("One of these fields is needed", Page(self.get("/reports/group.pdf", status=400).text).text)
        self.get("/reports/group.pdf?state=ZZ", status=400)
        self.get("/reports/jurisdiction.pdf?j=atlantis-zz", status=404)
        self.assertEqual(proviso("report", "/reports/group?state=ZZ", "--config", self.site.state / "run/proviso.conf",
                                 check=False).returncode, 2)

    def test_a_report_is_of_its_group_alone(self):
        rows = self.get("/reports/group.json?state=IL").json["sections"]
        self.assertEqual({key for section in rows if section["section"] == "places" for key, _ in section["rows"]},
                         {row["key"] for row in self.get("/jurisdictions.csv?state=IL").rows})
        parties = self.get("/reports/group.json?case=chicago-v-sessions-ilnd-2017").json["sections"][0]["rows"]
        self.assertEqual([key for key, _ in parties],
                         [row["key"] for row in self.get("/jurisdictions.csv?case=chicago-v-sessions-ilnd-2017").rows])

    def test_holds(self):
        config = self.site.state / "run/proviso.conf"
        for report, article, pdf in self.each():
            self.assertIn("holds", proviso("verify", pdf, "--config", config).stdout)
            link = next(link["href"] for link in article.all("a") if "/verify?" in (link["href"] or ""))
            address = link.removeprefix(self.site.base)
            self.assertIn("It holds", Page(self.get(address).text).text)
            other = re.sub(r"sha256=\w{8}", "sha256=00000000", address)
            self.assertIn("the report was altered", Page(self.get(other).text).text)
            self.assertFalse(self.get(other.replace("/verify", "/verify.json")).json["holds"])
            big = re.sub(r"sha256=\w+", lambda match: "sha256=" + match[0][7:].upper(), address)
            self.assertIn("It holds", Page(self.get(big).text).text)
            for wrong in ("abc", "g" * 64):
                page = Page(self.get(re.sub(r"sha256=\w+", f"sha256={wrong}", address), status=400).text)
                self.assertIn("must be 64 digits and letters a to f", page.text)
        for url in ("https://example.org/reports/group?state=IL", "/reports/group", "/funding", "/reports/none?j=x"):
            self.get("/verify?" + urllib.parse.urlencode({"url": url, "sha256": "a" * 64}), status=400)
        broken = self.folder / "broken.pdf"
        for content in (b"", b"%PDF-1.5\n", self.files[CHICAGO].read_bytes()[:5000]):
            broken.write_bytes(content)
            done = proviso("verify", broken, "--config", config, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn("broken.pdf", done.stderr)

    def test_what_is_none_is_told_what_is_taken(self):
        """A file or an address of another kind: which one, and what the command takes."""
        config, there = self.site.state / "run/proviso.conf", folder("other-")
        chart, drawn = there / "chart.png", there / "chart.pdf"
        chart.write_bytes(self.get("/funding.png?measure=award").body)
        drawn.write_bytes(self.get("/funding.pdf?measure=award").body)
        edition = "verify takes the number of an edition, or a report of the site as PDF"
        report, picture = "that gives a report: one below /reports", "that gives a chart: that of a page which has one"
        for command, argument, status, taken in (
                ("verify", chart, 1, edition), ("verify", drawn, 1, edition), ("verify", there, 1, edition),
                ("verify", there / "none.pdf", 1, edition), ("verify", self.site.base + "/reports/group?state=IL", 1, edition),
                ("report", "/jurisdictions.pdf", 2, report), ("report", "/jurisdictions", 2, report), ("report", chart, 2, report),
                ("report", "https://example.org/reports/group?state=IL", 2, report), ("chart", "/sources.png", 2, picture),
                ("chart", "/reports/group.pdf?state=IL", 2, picture), ("chart", chart, 2, picture)):
            done = proviso(command, argument, "--config", config, check=False)
            self.assertEqual((done.returncode, done.stdout), (status, ""), done.stderr)
            self.assertIn(str(argument).partition("?")[0], done.stderr)
            self.assertIn(taken, done.stderr)
        for argument in ("/reports/group?state=ZZ", "/reports/group", "/reports/jurisdiction?j=nowhere-zz"):
            self.assertIn(argument.partition("?")[0], proviso("report", argument, "--config", config, check=False).stderr)

    def test_a_file_that_is_refused_is_told_in_one_form(self):
        """The command, the file, what cannot be done with it, and why; a file made in writing it is neither named nor left."""
        there = folder("refused-")
        none, state, gone = there / "none", self.site.state, "No such file or directory"
        site = ("--config", state / "run/proviso.conf")
        for command, path, why, *rest in (
                ("verify", none, f"read: {gone}; verify takes ", none, *site), ("verify", there, "read: Is a directory; verify takes ", there, *site),
                ("report", none / "a.pdf", f"written: {gone}\n", "/reports/group?state=IL", *site, "-o", none / "a.pdf"),
                ("chart", none / "a.svg", f"written: {gone}\n", "/funding?measure=award", *site, "-o", none / "a.svg"),
                ("chart", there, "written: Is a directory\n", "/funding?measure=award", *site, "-o", there),
                ("chart", none, f"read: {gone}\n", "/funding?measure=award", "--config", none),
                ("import", none, f"opened: {gone}\n", none, "--state", state), ("check", none, f"opened: {gone}\n", none, "--state", state),
                ("backup", none / "a.db", f"written: {gone}\n", none / "a.db", "--state", state)):
            done = proviso(command, *rest, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertTrue(done.stderr.startswith(f"proviso {command}: {path}: cannot be {why}"), done.stderr)
        self.assertEqual(list(there.iterdir()), [])


class Mounted(SiteCase):
    """Below a prefix with which the paths of reports begin too."""
    prefix = "/reports"

    def test_report(self):
        answer = self.site.ask(on_paper(THE_23))
        self.assertEqual(answer.status, 200)
        held = self.site.ask(f"/reports/{THE_23}".replace("?", ".json?")).json
        self.assertEqual(self.site.ask(held["verify"].removeprefix(self.site.base)).status, 200)
        pdf = folder("mounted-") / "report.pdf"
        pdf.write_bytes(answer.body)
        done = proviso("verify", pdf, "--config", self.site.state / "run/proviso.conf")
        self.assertIn(f"  holds  {held['sha256']}\n", done.stdout)
        self.assertEqual(self.site.ask("/jurisdictions/chicago-il.pdf").status, 200)


class Corrected(unittest.TestCase):
    """What became of a report when the register is corrected."""

    def test_rows_that_changed_are_listed(self):
        with Site() as site:
            report = f"/reports/{CHICAGO}"
            pdf = folder("held-") / "held.pdf"
            pdf.write_bytes(site.ask(on_paper(CHICAGO)).body)
            held = site.ask(report.replace("?", ".json?")).json
            register = folder("register-")
            shutil.copytree(REGISTER, register, dirs_exist_ok=True)
            changed = self.correct(register / "figure.csv")
            proviso("import", "--replace", register, "--state", site.state)
            proviso("publish", "--state", site.state)
            self.assertEqual(site.ask("/readyz").status, 200)
            page = Page(site.ask(held["verify"].removeprefix(site.base)).text)
            self.assertIn("It does not hold as it is", page.text)
            self.assertIn("rows that differ: 1.", page.text)
            [row] = [cells.text for cells in page.root.one("table").all("tr")[1:]]
            for word in ("chicago-il", "changed", "Amount: $2,019,194", "Amount: $2,019,195"):
                self.assertIn(word, row)
            for edition in ("edition=1", "%65dition=1", "edition=01"):
                verdict = site.ask("/verify.json?url=" + urllib.parse.quote(f"{report}&{edition}")).json
                self.assertEqual((verdict["holds"], verdict["differing_count"]), (False, 1), edition)
            done = proviso("verify", pdf, "--config", site.state / "run/proviso.conf", check=False)
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stdout, rf"money {changed}: changed\n.*rows that differ: 1")
            fixed = site.ask(on_paper(CHICAGO) + "&edition=1")
            self.assertNotEqual(fixed.body, site.ask(on_paper(CHICAGO)).body)

    def test_a_page_that_shows_some_of_many_says_so(self):
        with Site() as site:
            held = site.ask("/reports/changes.json?from=1970-01-01&to=2026-11-24").json
            register = folder("register-")
            shutil.copytree(REGISTER, register, dirs_exist_ok=True)
            for table in ("claim", "statement", "ruling", "policy", "court_case"):
                self.rewrite(register / f"{table}.csv", lambda row: row.update(summary=row["summary"] + " Mended."))
            proviso("import", "--replace", register, "--state", site.state)
            proviso("publish", "--state", site.state)
            link = held["verify"].removeprefix(site.base)
            page = Page(site.ask(link).text)
            everything = site.ask(link.replace("/verify?", "/verify.json?")).json
            self.assertGreater(everything["differing_count"], 500)
            self.assertEqual(len(everything["differences"]), everything["differing_count"])
            self.assertEqual(len(page.root.one("table").all("tr")), 501)
            self.assertIn(f"Shown here: the first 500 of {everything['differing_count']:,}. All of them as JSON", page.text)
            self.assertTrue([each for _, _, each in page.links() if each.startswith("/verify.json?")])

    def rewrite(self, path, change):
        with open(path, newline="", encoding="utf-8") as file:
            table = csv.DictReader(file)
            names, rows = table.fieldnames, list(table)
        for row in rows:
            change(row)
        with open(path, "w", newline="", encoding="utf-8") as file:
            table = csv.DictWriter(file, names)
            table.writeheader()
            table.writerows(rows)

    def correct(self, path):
        found = []

        def change(row):
            if row["jurisdiction_key"] == "chicago-il" and row["amount_usd"] == "2019194.00":
                row["amount_usd"] = "2019195.00"
                found.append(f"chicago-il.{row['program_key']}.{row['fiscal_year']}.{row['measure']}")
            if row["key"] == "jag-2017-reported.twenty-three":  # the total that its source states
                row["amount_usd"] = "53067196.00"
        self.rewrite(path, change)
        [changed] = found
        return changed


class Long(unittest.TestCase):
    """Reports of a register with thousands of made amounts."""

    @classmethod
    def setUpClass(cls):
        register, cls.state = folder("register-"), folder("state-")
        shutil.copytree(REGISTER, register, dirs_exist_ok=True)
        with open(register / "figure.csv", newline="", encoding="utf-8") as file:
            names = csv.DictReader(file).fieldnames
        with open(register / "jurisdiction.csv", newline="", encoding="utf-8") as file:
            state_of = {row["key"]: row["state"] for row in csv.DictReader(file) if row["state"] in CROWDED}
        places, cls.compared = list(state_of), [place for place, state in state_of.items() if state in MOST_CROWDED]
        measures = ("allocation", "reported", "outlay", "sub-award", "joint-share")
        with open(register / "figure.csv", "a", newline="", encoding="utf-8") as file:
            table = csv.DictWriter(file, names)
            made = itertools.chain(itertools.product(places, ("cops", "jag", "scaap"), YEARS, measures),
                                   itertools.product(cls.compared, ("cops", "jag", "scaap"), MORE_YEARS, measures))
            for place, program, year, measure in made:
                table.writerow({"key": f"made.{place}.{program}.{year}.{measure}", "jurisdiction_key": place, "program_key": program,
                                "fiscal_year": year, "measure": measure, "amount_usd": f"{year}.00", "counted": 1,
                                "authority_key": "omb", "confidence": "low", "note": "A made amount.",
                                "sources": "federal-program-inventory-2023"})
        cls.parties = places  # more than one address can name
        with open(register / "case_party.csv", newline="", encoding="utf-8") as file:
            there = {row["jurisdiction_key"] for row in csv.DictReader(file) if row["case_key"] == CROWDED_CASE}
        with open(register / "case_party.csv", "a", newline="", encoding="utf-8") as file:
            for place in sorted(set(cls.parties) - there):
                file.write(f"made.{place},{CROWDED_CASE},{place},{place},plaintiff,,low,A made party.,federal-program-inventory-2023\n")
        proviso("import", "--replace", register, "--state", cls.state)
        proviso("publish", "--state", cls.state)
        cls.config = configuration(cls.state)

    def test_as_many_parties_as_a_case_has(self):
        query = f"case={CROWDED_CASE}&section=places&section=money&fy_from=1960&fy_to=1961"
        sections = cgi("pages", "/reports/group.json", query, config=self.config).json["sections"]
        places = {key for key, _ in sections[0]["rows"]}
        self.assertLessEqual(set(self.parties), places)
        of_money = {key.split(".")[0] for key, _ in sections[1]["rows"]}
        self.assertTrue(set(self.parties) & of_money <= of_money <= places)

    def test_300_pages(self):
        pdf = folder("long-") / "long.pdf"
        proviso("report", "/reports/group.pdf?state=CA", "-o", pdf, "--config", self.config)
        pages = int(re.search(r"Pages: +(\d+)", tool("pdfinfo", pdf).decode())[1])
        rows = cgi("files", "/funding.csv", "state=CA", config=self.config).rows
        self.assertGreater(pages, 300)
        self.assertNotIn(b"WARNING", tool("qpdf", "--check", pdf))
        text = tool("pdftotext", "-layout", pdf, "-").decode()
        self.assertIn(f"{pages} of {pages}", text)
        self.assertIn(f"Amounts on record: {len(rows):,};", text)
        for year in YEARS:
            made = sum(row["amount_usd"] == f"{year}.00" for row in rows)
            self.assertGreaterEqual(len(re.findall(rf"\${year // 1000},{year % 1000:03}\b", text)), made, year)

    def test_too_long_is_refused_before_anything_is_written(self):
        group = "&".join(f"state={state}" for state in CROWDED)
        compared = "&".join(f"j={place}" for place in self.compared)
        for path, query in (("group", group), ("group.pdf", group), ("comparison", compared), ("comparison.json", compared)):
            answer = cgi("files" if path.endswith("pdf") else "pages", f"/reports/{path}", query, config=self.config)
            self.assertEqual(answer.status, 400, path)
            words = answer.json["detail"] if path.endswith("json") else Page(answer.text).text
            self.assertRegex(words, r"would have [23]\d,\d{3} rows. A report has at most 20,000: ask for fewer")

    def test_too_slow_is_told_with_the_limit(self):
        """With a thousandth of a second for its statements no report is made, by halves neither."""
        config = configuration(self.state, name="hasty.conf", milliseconds=1)
        said = "not ready after 0.001 seconds, the most that one question gets, so none of it was written. Ask for less"
        for program, path in (("pages", "/reports/group"), ("pages", "/reports/group.json"), ("files", "/reports/group.pdf")):
            answer = cgi(program, path, "state=CA", config=config)
            self.assertEqual((answer.status, answer.headers["retry-after"], answer.headers["cache-control"]), (503, "5", "no-store"))
            self.assertIn(said, answer.json["detail"] if path.endswith("json") else Page(answer.text).text)
            self.assertNotIn(b"%PDF", answer.body)
        out = folder("late-") / "late.pdf"
        done = proviso("report", "/reports/group.pdf?state=CA", "-o", out, "--config", config, check=False)
        self.assertEqual((done.returncode, done.stdout, out.exists()), (1, "", False))
        self.assertIn(said, done.stderr)
        spanish = cgi("files", "/reports/group.pdf", "state=CA&lang=es", config=config)
        self.assertIn("0.001 segundos", Page(spanish.text).text)

    def test_a_limit_that_is_none_is_refused(self):
        for value in ("0", "-5", "soon", "3600001"):
            config = configuration(self.state, name="wrong.conf", milliseconds=value)
            done = proviso("report", "/reports/group.pdf?state=IL", "--config", config, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn("milliseconds must be a number from 1 to 3600000", done.stderr)


if __name__ == "__main__":
    unittest.main()
