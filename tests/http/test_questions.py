"""Questions over the records: sums that add up, each step and amount with its rows, matrices that lose nothing."""
import re
import unittest

from page import Page
from served import SiteCase, cgi, configuration
from test_ledger import Register, figure

STAKE = "requirement=jag-1373-certification&measure=reported&fy=2017&as_of=2018-01-24"
FOUR = "j=chicago-il&j=cook-county-il&j=los-angeles-ca&j=new-york-city-ny"


def cents(text):
    return round(float(text) * 100)


class Funding(SiteCase):
    def test_every_amount_leads_to_its_rows(self):
        """The parts behind a cell add up to it."""
        for row in self.get("/funding.json?j=chicago-il&j=salinas-ca&j=oregon").json["rows"]:
            below = row["amount_usd_url"].removeprefix(self.site.base)
            with self.subTest(below):
                cell = self.get(below.replace("/funding?", "/funding.json?")).json
                self.assertEqual([each["key"] for each in cell["rows"]], [row["key"]])
                parts = [part for part in cell["parts"] if part["amount_state"] == row["amount_state"] and part["amount_usd"]]
                amounts = [cents(part["amount_usd"]) for part in parts]
                self.assertEqual(sum(amounts) if row["amount_state"] == "counted" else max(amounts), cents(row["amount_usd"]))

    def test_no_sum_of_unlike_measures(self):
        self.assertIsNone(self.get("/funding.json?j=chicago-il").json["meta"]["total"]["total_usd"])
        one = self.get("/funding.json?j=chicago-il&measure=reported").json
        counted = [cents(row["amount_usd"]) for row in one["rows"] if row["amount_state"] == "counted"]
        self.assertEqual(cents(one["meta"]["total"]["total_usd"]), sum(counted))

    def test_ranges(self):
        years = {row["fiscal_year"] for row in self.get("/funding.csv?fy_from=2014&fy_to=2016").rows}
        self.assertEqual(years, {"2014", "2015", "2016"})
        amounts = [cents(row["amount_usd"]) for row in self.get("/funding.csv?min=1000000&max=2500000.50").rows]
        self.assertTrue(amounts and min(amounts) >= 100000000 and max(amounts) <= 250000050)

    def test_a_year_that_has_not_begun_is_hidden(self):
        years = {int(row["fiscal_year"]) for row in self.get("/funding.csv?as_of=2016-09-30").rows}
        self.assertLessEqual(max(years), 2016)


class AtStake(SiteCase):
    def steps(self, query):
        return {row["step_line"]: row for row in self.get(f"/at-stake.json?{query}").json["steps"]}

    def test_the_steps_subtract_and_lead_to_their_rows(self):
        for query in (STAKE, STAKE.replace("1373-certification", "notice"), STAKE.replace("2018-01-24", "2026-11-30"),
                      "requirement=jag-access&measure=reported&as_of=2018-12-31"):
            steps = self.steps(query)
            amounts = {name: cents(row["amount_usd"]) for name, row in steps.items()}
            self.assertEqual(amounts["gross"] - amounts["not-reached"] - amounts["shielded"], amounts["remaining"], query)
            for name, row in steps.items():
                rows = self.get(row["record_url"].removeprefix(self.site.base).replace("/at-stake?", "/at-stake.csv?")).rows
                counted = [cents(each["amount_usd"]) for each in rows if each["amount_state"] == "counted"]
                self.assertEqual((len(rows), sum(counted)), (row["row_count"], amounts[name]), name)
                self.assertLessEqual({each["step"] for each in rows}, {name} if name != "gross" else
                                     {"not-reached", "shielded", "remaining"})

    def test_a_ruling_shields(self):
        """The notice condition was barred nationwide on 15 September 2017, and not the day before."""
        query = "requirement=jag-notice&measure=reported&fy=2017&as_of="
        self.assertEqual(cents(self.steps(f"{query}2017-09-14")["shielded"]["amount_usd"]), 0)
        self.assertGreater(cents(self.steps(f"{query}2017-09-15")["shielded"]["amount_usd"]), 0)
        rows = self.get(f"/at-stake.json?{query}2017-09-15&step=shielded").json["rows"]
        self.assertEqual({row["case_url"].split("?")[0].rsplit("/", 1)[1] for row in rows}, {"chicago-v-sessions-ilnd-2017"})

    def test_only_rulings_that_reach_those_asked_about_are_told(self):
        ask = "/at-stake.json?requirement=jag-1373-certification&measure=award&fy=2017&as_of=2020-01-01"
        everyone = self.get(ask).json["rulings"]
        for filters in ("j=chicago-il", "state=OR", "demand=doj-2018-01-24", "case=chicago-v-sessions-ilnd-2017"):
            with self.subTest(filters):
                told = self.get(f"{ask}&{filters}").json["rulings"]
                self.assertTrue(0 < len(told) < len(everyone), (len(told), len(everyone)))
        self.assertEqual({row["authority"] for row in self.get(f"{ask}&j=chicago-il").json["rulings"]} - {"N.D. Ill.", "7th Cir.", "N.D. Cal."}, set())

    def test_money_of_other_programs_and_years_is_not_told_as_none(self):
        """Nothing of the years that the requirement reaches is on record of Chicago: that is not $0 at stake."""
        ask = "/at-stake?requirement=federal-funds-2025&measure=award&j=chicago-il"
        for text in (self.get(ask).text, self.get(ask.replace("?", ".svg?")).text):
            said = " ".join(text.split())
            self.assertIn("is of a program and year that the requirement reaches", said)
            self.assertNotIn("$0 of", said)

    def test_what_reaches_nothing_leads_to_what_does(self):
        """From a requirement that has ended to its last day, from a measure that it reaches nothing of to one that it does."""
        ask = "/at-stake.json?requirement=jag-notice&measure=award&j=chicago-il"
        ended = self.get(ask).json
        self.assertEqual(([row["in_force_on"] for row in ended["last_day"]], ended["elsewhere"]), (["2021-04-27"], []))
        leads = self.get(f"{ask}&as_of=2021-04-27").json
        self.assertEqual((leads["last_day"], [(row["measure"], row["fiscal_year"]) for row in leads["elsewhere"]]),
                         ([], [("allocation", 2018), ("reported", 2017)]))
        for row in leads["elsewhere"]:
            reached = self.get(row["record_url"].removeprefix(self.site.base).replace("/at-stake?", "/at-stake.json?")).json
            self.assertIn(row["fiscal_year"], [each["fiscal_year"] for each in reached["rows"] if each["step"] != "not-reached"])
            self.assertEqual(reached["elsewhere"], [])
        self.assertEqual(self.get(f"{ask}&as_of=2021-04-27&fy=2017").json["elsewhere"][0]["measure"], "reported")
        self.assertEqual(self.get(f"{ask.removesuffix('&j=chicago-il')}&as_of=2021-04-27").json["elsewhere"], [])

    def test_what_it_is_not(self):
        page = Page(self.get(f"/at-stake?{STAKE}").text)
        self.assertIn("A record of documents, not legal advice", page.text)

    def test_a_requirement_that_did_not_exist_yet(self):
        query = "requirement=federal-funds-2025&measure=reported&as_of=2018-01-24"
        page = Page(self.get(f"/at-stake?{query}").text)
        self.assertIn("Did not exist yet", page.text)
        self.assertNotIn("Directives", page.text)
        self.assertEqual(self.get(f"/at-stake.json?{query}").json["rows"], [])

    def test_what_a_date_hides_has_no_name_and_no_key(self):
        """A question about a record of a later day says that it is not known, in its words and in those of its filters."""
        for path, key in (("/at-stake?requirement=jag-notice&measure=reported", "jag-notice"),
                          ("/status?requirement=jag-notice", "jag-notice"), ("/charts?of=status&requirement=jag-notice", "jag-notice"),
                          ("/jurisdictions?demand=doj-2018-01-24", "doj-2018-01-24"),
                          ("/jurisdictions?case=chicago-v-sessions-ilnd-2017", "chicago-v-sessions-ilnd-2017"),
                          ("/reports/group?demand=doj-2018-01-24", "doj-2018-01-24")):
            for language, words in (("en", "not known on this date"), ("es", "no se conoce en esta fecha")):
                with self.subTest(path, language=language):
                    page = Page(self.get(f"{path}&as_of=2015-01-01&lang={language}").text)
                    said = re.sub(r"https?://\S+", "", page.text)
                    self.assertIn(words, said)
                    self.assertNotIn(key, said)
        table = self.get("/at-stake.json?requirement=jag-notice&measure=reported&as_of=2015-01-01").json["requirement"]
        self.assertEqual([(row["requirement_name"], row["force_state"]) for row in table], [(None, "not-yet")])

    def test_an_authority_has_its_name_on_any_day(self):
        self.assertIn("Who says it: U.S. Department of Justice", Page(self.get("/claims?authority=doj&as_of=2015-01-01").text).text)

    def test_nothing_asked_yet(self):
        for query in ("", "requirement=jag-access", "measure=award"):
            page = Page(self.get(f"/at-stake?{query}").text)
            self.assertIn("Choose a requirement and a measure", page.text)
            example = next(link for _, _, link in page.links() if "/at-stake?" in link and "program=" in link)
            self.assertGreater(len(self.get(f"{example.replace('/at-stake', '/at-stake.csv').removeprefix(self.site.prefix)}").rows), 1)

    def test_records_lead_to_the_money(self):
        """A profile, a requirement and a case lead to amounts; the example for one place has amounts of that place."""
        for path, words, to in (("/requirements/jag-notice", "Money at stake", "/at-stake?requirement=jag-notice&measure=reported"),
                                ("/requirements/jag-harboring", "Money at stake", "/at-stake?requirement=jag-harboring&measure=award"),
                                ("/requirements/federal-funds-2025", "Money at stake", None),
                                ("/cases/philadelphia-v-sessions-paed-2017", "Money by jurisdiction", "/funding?case=philadelphia-v-sessions-paed-2017"),
                                ("/cases/philadelphia-v-sessions-paed-2017?as_of=2017-10-01", "Money by jurisdiction",
                                 "/funding?case=philadelphia-v-sessions-paed-2017&as_of=2017-10-01")):
            links = [link["href"] for fact in Page(self.get(path).text).root.all("dd") for link in fact.all("a") if link.text == words]
            self.assertEqual(links, [to] if to else [], path)
            for link in links:
                self.assertGreater(len(self.get(link.replace("?", ".csv?")).rows), 1, link)
        for key in ("chicago-il", "denver-co", "california"):
            (link,) = [link["href"] for link in Page(self.get(f"/jurisdictions/{key}").text).root.all("a") if link.text == "Money at stake"]
            self.assertEqual(link, f"/at-stake?j={key}")
            (example,) = [each["href"] for each in Page(self.get(link).text).root.all("a") if each.text == "See an example"]
            rows = self.get(example.replace("?", ".csv?")).rows
            self.assertEqual({row["jurisdiction_key"] for row in rows}, {key}, example)

    def test_the_finding_says_that_the_requirement_has_ended(self):
        ask = "/at-stake?requirement=jag-1373-certification&measure=award"
        for text, is_told in ((self.get(ask).text, True), (self.get(ask.replace("?", ".svg?")).text, True),
                              (self.get(f"{ask}&as_of=2021-04-27").text, False)):
            self.assertEqual("remains under the requirement, which ended on April 28, 2021" in " ".join(text.split()), is_told)


class Compare(SiteCase):
    @staticmethod
    def section(page, name):
        return page.root.one("section", **{"aria-labelledby": name})

    def test_the_page_has_a_column_for_each(self):
        page = Page(self.get(f"/compare?{FOUR}&program=16.738&measure=reported&fy_from=2012&fy_to=2017").text)
        table = self.section(page, "results")
        heads = [head.text.strip() for head in table.one("thead").all("th")]
        self.assertEqual(heads[-4:], ["Chicago", "Cook County", "Los Angeles", "New York City"])
        self.assertIn("$4,120,447", page.text)
        self.assertIn("No data", table.one("tbody").text)

    def test_unlike_kinds_are_told(self):
        page = Page(self.get(f"/compare?{FOUR}").text)
        rows = [" ".join(row.text.split()) for row in self.section(page, "compare-unlike").one("tbody").all("tr")]
        self.assertEqual(rows, ["City Chicago, Los Angeles, New York City", "County Cook County"])
        self.assertNotIn("unlike kinds", self.get("/compare?j=chicago-il&j=los-angeles-ca").text)

    def test_one_without_an_amount_is_told_and_has_a_column(self):
        query = "j=chicago-il&j=king-county-wa&measure=award"
        places = self.get(f"/compare.json?{query}").json["places"]
        self.assertEqual([(row["jurisdiction"], row["amounts_count"]) for row in places], [("Chicago", 5), ("King County", 0)])
        table = self.section(Page(self.get(f"/compare?{query}").text), "results")
        self.assertEqual([head.text.strip() for head in table.one("thead").all("th")][-2:], ["Chicago", "King County"])
        self.assertEqual([row.all("td")[-1].text.strip() for row in table.one("tbody").all("tr")], ["No data"] * 5)

    def test_two_without_an_amount_are_not_to_be_dropped(self):
        for query, advice in (("j=wyoming&j=vermont", "Ask another question below."), ("j=wyoming&j=vermont&measure=award", "Ask another question below."),
                              ("j=wyoming&j=vermont&measure=award&fy=2017", "Drop several above")):
            text = Page(self.get(f"/compare?{query}").text).text
            self.assertIn(advice, text, query)
            self.assertEqual("Drop several" in text, "fy" in query)

    def test_the_matrix_loses_no_amount(self):
        rows = self.get(f"/compare.csv?{FOUR}").rows
        page = Page(self.get(f"/compare?{FOUR}").text)
        shown = re.findall(r"\$[\d,]+(?:\.\d\d)?", self.section(page, "results").one("tbody").text)
        self.assertEqual(sorted(cents(amount.strip("$").replace(",", "")) for amount in shown),
                         sorted(cents(row["amount_usd"]) for row in rows))

    def test_a_long_comparison_comes_in_pages_of_whole_lines(self):
        rows = self.get(f"/compare.csv?{FOUR}").rows
        lines, address = [], f"/compare?{FOUR}&limit=5"
        while address:
            page = Page(self.get(address).text)
            self.assertEqual(page.heading, f"{len(rows)} amounts compared")
            table = self.section(page, "results")
            self.assertEqual(len(table.one("thead").all("th", class_="n")), 5 if "after" not in address else 4)
            lines += [" ".join(cell.text for cell in row.all("th", "td")[-7:-4]) for row in table.one("tbody").all("tr")]
            address = next((link["href"].removeprefix(self.site.base) for link in page.root.all("a", rel="next")), None)
        self.assertEqual(len(lines), len(set(lines)))
        self.assertEqual(len(lines), len({(row["program"], row["fiscal_year"], row["measure"]) for row in rows}))

    def test_two_to_twelve(self):
        keys = [row["key"] for row in self.get("/jurisdictions.csv").rows]
        for count, status in ((1, 400), (2, 200), (12, 200), (13, 400)):
            query = "&".join(f"j={key}" for key in keys[:count])
            answer = self.get(f"/compare?{query}", status=status)
            self.assertEqual("choose 2 to 12" in answer.text, status == 400, count)
        self.assertIn("Choose 2 to 12", self.get("/compare").text)

    def test_unlike_measures_are_refused(self):
        answer = self.get(f"/compare?{FOUR}&measure=award&measure=reported", status=400)
        self.assertIn("Unlike measures are never added or compared", answer.text)

    def test_joint_awards_are_named(self):
        self.assertTrue(self.get(f"/compare.json?{FOUR}").json["joint"])

    def test_ticking_on_a_list(self):
        page = Page(self.get("/jurisdictions?demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported").text)
        form = page.root.one("form", id="select")
        ticks = form.all("input", type="checkbox", name="j")
        self.assertEqual(len(ticks), 23)
        self.assertEqual({node["name"] for node in form.all("input") if node not in ticks}, {"program", "fy", "measure"})


class Status(SiteCase):
    def heads(self, path):
        """Where the heads of the matrix lead, by their words."""
        head = Page(self.get(path).text).root.all("thead")[-1]
        return {node.text: [link["href"] for link in node.all("a")] for node in head.all("th")}

    def test_the_head_of_a_column_leads_to_what_it_is_of(self):
        """To the claims by an authority, the cases before a court, whom a comparison compares; not to what positions are."""
        heads = self.heads("/status?lang=es")
        agencies = {row["authority"] for row in self.get("/claims.json?limit=1000").json["rows"]}
        self.assertEqual(heads["DOJ"], ["/claims?authority=doj&lang=es"])
        self.assertEqual(heads["9th Cir."], ["/cases?authority=ca9&lang=es"])
        self.assertEqual(heads["La propia jurisdicci\u00f3n"], [])
        for words, links in heads.items():
            for link in links:
                if "glossary" in link:
                    self.assertIn((words, link.partition("#")[2]), (("Requisito", "requirement"), ("En disputa", "disputed")))
                if link.startswith(("/claims", "/cases")):
                    self.assertEqual(link.startswith("/claims"), words in agencies, words)
                    path, _, query = link.partition("?")
                    rows = self.get(f"{path}.json?{query}").json["rows"]
                    self.assertTrue(rows, link)
                    self.assertEqual({row["authority"] for row in rows}, {words})
        self.assertEqual(self.heads(f"/compare?{FOUR}&measure=reported")["Chicago"], ["/jurisdictions/chicago-il"])

    def test_the_matrix_shows_every_position(self):
        rows = self.get("/status.csv?requirement=jag-1373-certification&demand=doj-2018-01-24").rows
        page = Page(self.get("/status?requirement=jag-1373-certification&demand=doj-2018-01-24&limit=1000").text)
        cells = [cell for cell in page.root.all("tbody")[0].all("td") if "position" in (cell["class"] or "")]
        self.assertEqual(len(cells), len(rows))
        self.assertTrue(rows)

    def test_a_position_has_its_day(self):
        page = Page(self.get("/status?j=denver-co&as_of=2018-02-01").text)
        table = page.root.one("section", **{"aria-labelledby": "results"}).one("tbody").text
        self.assertRegex(" ".join(table.split()), r"Documents demanded January 24, 2018 \[\d+\].* Says it complies 2017 \[")

    def test_positions_on_what_has_ended_are_told_as_such(self):
        for day, some in (("2021-04-27", False), ("2021-04-28", True), ("2026-11-30", True)):
            rows = self.get(f"/status.csv?j=chicago-il&requirement=jag-1373-certification&as_of={day}").rows
            self.assertEqual({row["condition_ended_on"] for row in rows}, {"2021-04-28" if some else ""})
            page = Page(self.get(f"/status?j=chicago-il&requirement=jag-1373-certification&as_of={day}").text)
            self.assertEqual(page.root.one("h1").text, f"{len(rows)} positions")
            self.assertNotIn("in force", page.root.one("h1").text + page.root.one("title").text)
            self.assertEqual(f"On requirements that have ended by this date: {len(rows)}. Those are" in page.text, some, day)
        rows = self.get("/status.csv?j=chicago-il").rows
        ended = sum(bool(row["condition_ended_on"]) for row in rows)
        self.assertLess(0, ended)
        self.assertLess(ended, len(rows))
        self.assertIn(f"ended by this date: {ended}. Those are", Page(self.get("/status?j=chicago-il").text).text)
        self.assertIn(f"Positions on this date: {len(rows)}, about", Page(self.get("/reports/jurisdiction?j=chicago-il").text).text)
        self.assertIn(f"ended by this date: {ended}; those are", Page(self.get("/reports/jurisdiction?j=chicago-il").text).text)
        for path in ("/status?j=chicago-il", "/reports/jurisdiction?j=chicago-il"):
            self.assertIn(f"requisitos ya terminados en esta fecha: {ended}", Page(self.get(f"{path}&lang=es").text).text)

    def test_a_position_has_its_sign(self):
        """Of each position one, on a page as in the chart: as many outlines and fillings, those of no other."""
        def figure(symbol):
            return tuple(sorted((node["class"] or "", node["d"]) for node in symbol.all("path")))

        for path in ("/status?requirement=jag-1373-certification&limit=1000", "/jurisdictions/chicago-il",
                     "/reports/jurisdiction?j=chicago-il", "/claims/chicago-il.doj.2018-01-24"):
            page = Page(self.get(path).text)
            symbols = {symbol["id"]: figure(symbol) for symbol in page.root.all("symbol")}
            self.assertEqual(len(set(symbols.values())), len(symbols), path)
            used = {use["href"].removeprefix("#") for use in page.root.all("use")}
            self.assertEqual(used, set(symbols), path)
            self.assertTrue(used, path)
        page = Page(self.get("/status?requirement=jag-1373-certification&limit=1000").text)
        told = {(cell.one("use")["href"], cell.all("a")[0].text)
                for cell in page.root.all("td", class_="position")}
        self.assertEqual({len(told)}, {len(set(each)) for each in zip(*told)}, "each word has one sign, each sign one word")

    def test_editions_that_are_not_there_yet_are_refused(self):
        for name in ("from_edition", "to_edition"):
            answer = self.get(f"/changes.json?{name}=50", status=400).json
            self.assertEqual([(field["name"], field["message"].split(",")[0][-12:]) for field in answer["fields"]], [(name, "later than 1")])
        self.assertIn("no puede ser posterior a 1, la edici\u00f3n que responde", Page(self.get("/changes?from_edition=2&lang=es", status=400).text).text)
        self.get("/changes?from_edition=1")

    def test_disputed_is_asked_of_places_and_of_positions_alike(self):
        """A position by itself is not disputed: all of those that differ are told."""
        for query in ("", "&as_of=2018-01-24", "&requirement=jag-1373-certification", "&state=IL", "&position=complies&as_of=2017-10-20"):
            rows = self.get(f"/status.csv?position=disputed{query}").rows
            self.assertTrue(rows and all(row["disputed"] or row["position"] == "complies" for row in rows), query)
            places = {row["key"] for row in self.get(f"/jurisdictions.csv?position=disputed{query}").rows}
            self.assertEqual({row["jurisdiction_key"] for row in rows}, places, query)
            self.assertEqual(self.get(f"/status.json?position=disputed{query}").json["meta"]["total"]["row_count"], len(rows))

    def test_claims_are_asked_for_by_what_one_can_say(self):
        """What rulings do, and what several claims amount to, is no claim's: to find none would say that there is none."""
        offered = [option["value"] for option in Page(self.get("/claims").text).root.one("select", name="position").all("option")]
        self.assertIn("no-statement", offered)
        for position in ("disputed", "barred-by-court", "allowed-by-court"):
            self.assertNotIn(position, offered)
            [field] = self.get(f"/claims.json?position={position}", status=400).json["fields"]
            self.assertEqual(field["name"], "position")

    def test_chicago_on_20_october_2017(self):
        rows = self.get("/status.json?j=chicago-il&requirement=jag-1373-certification&as_of=2017-10-20").json["rows"]
        said = {row["voice"]: row["position"] for row in rows}
        self.assertEqual((said["DOJ"], said["itself"]), ("preliminary", "complies"))
        self.assertTrue(all(row["disputed"] for row in rows))

    def test_pages_end_where_a_line_ends(self):
        """Also where a line is longer than a page: then the page is as long as the line."""
        for whole, limits in (("/status", (1, 2, 20)), ("/timeline", (1, 20)), ("/timeline?j=chicago-il", (1, 3))):
            rows = self.get(whole.replace("?", ".csv?") if "?" in whole else f"{whole}.csv").rows
            names = ("jurisdiction_key", "requirement_key") if whole == "/status" else ("event_on", "event_kind")
            for limit in limits:
                path, pages = f"{whole}{'&' if '?' in whole else '?'}limit={limit}".replace("?", ".json?", 1), []
                while path:
                    table = self.get(path).json
                    pages.append(table["rows"])
                    path = table["next"] and table["next"].removeprefix(self.site.base)
                lines = [{tuple(row[name] for name in names) for row in page} for page in pages]
                self.assertEqual(sum(map(len, lines)), len(set().union(*lines)), f"{whole} {limit}")
                self.assertTrue(all(len(page) <= limit or len(line) == 1 for page, line in zip(pages, lines)), f"{whole} {limit}")
                self.assertEqual([row["key"] for page in pages for row in page], [row["key"] for row in rows], f"{whole} {limit}")


class Time(SiteCase):
    def test_lanes(self):
        page = Page(self.get("/timeline?j=chicago-il&to=2018-02-01").text)
        heads = [head.text.split()[0] for head in page.root.all("thead")[0].all("th")]
        self.assertEqual(sorted(heads), ["Court", "Date", "Event", "Federal", "Jurisdiction", "No.", "Others"])

    def test_what_others_say_is_no_act_of_an_agency_or_the_jurisdiction(self):
        for place, speaker, lane in (("chicago-il", "City and County of Denver", "other"), ("chicago-il", "Rahm Emanuel", "jurisdiction"),
                                     ("chicago-il", "News article", "other"), ("oregon", "Oregon Public Broadcasting", "other"),
                                     ("chicago-il", "Bureau of Justice Assistance", "agency"), ("denver-co", "City and County of Denver", "jurisdiction")):
            rows = self.get(f"/timeline.csv?j={place}&event=statement").rows
            self.assertEqual({row["lane"] for row in rows if row["summary"].startswith(speaker)}, {lane}, speaker)

    def test_an_outcome_is_the_act_of_whoever_brought_it_about(self):
        """Not always of whoever made the demand: a component of its department, or the one asked. A settlement is litigation."""
        said = {(place, row["event_on"], row["event_kind"]): (row["lane"], row["authority"])
                for place in ("chicago-il", "denver-co", "clark-county-nv", "west-palm-beach-fl")
                for row in self.get(f"/timeline.csv?j={place}&event=outcome&event=settlement").rows}
        for place, day, kind, lane, authority in (
                ("chicago-il", "2017-04-21", "outcome", "agency", "DOJ OJP"), ("chicago-il", "2017-10-12", "outcome", "agency", "DOJ"),
                ("clark-county-nv", "2017-08-07", "outcome", "agency", "DOJ OJP"), ("denver-co", "2020-01-15", "outcome", "jurisdiction", "Denver"),
                ("west-palm-beach-fl", "2018-03-27", "outcome", "other", ""), ("west-palm-beach-fl", "2018-03-27", "settlement", "court", "")):
            self.assertEqual(said[place, day, kind], (lane, authority), place)

    def test_changes_between_two_dates(self):
        query = "from=2017-10-01&to=2018-02-01&demand=doj-2018-01-24"
        rows = self.get(f"/changes.csv?{query}").rows
        self.assertTrue(rows)
        self.assertTrue(all("2017-10-01" <= row["event_on"] <= "2018-02-01" for row in rows))
        named = {row["jurisdiction"] for row in self.get("/jurisdictions.csv?demand=doj-2018-01-24").rows}
        self.assertLessEqual({row["jurisdiction"] for row in rows}, named)

    def test_changes_between_two_editions(self):
        self.assertEqual(self.get("/changes.json?from_edition=1").json["rows"], [])

    def test_map(self):
        rows = self.get("/map.csv?measure=reported&fy=2017&program=16.738").rows
        self.assertEqual(len(rows), 56)
        self.assertEqual(len({(row["tile_column"], row["tile_row"]) for row in rows}), 56)
        by_state = {row["state"]: row for row in rows}
        local = self.get("/jurisdictions.csv?state=CA&measure=reported&fy=2017&program=16.738").rows
        expected = sum(cents(row["amount_usd"]) for row in local if row["amount_state"] == "counted" and row["kind"] != "state")
        self.assertEqual(cents(by_state["CA"]["local_usd"]), expected)
        self.assertEqual(int(by_state["CA"]["jurisdictions_count"]), len(self.get("/jurisdictions.csv?state=CA").rows))

    def test_map_tells_not_counted_from_no_data(self):
        """Of sums that are kept and of those that are added up for the question."""
        for query in ("program=jag&fy=2017", "fy=2017", "", "program=jag&fy=2017&demand=doj-2018-01-24"):
            rows = {row["state"]: row for row in self.get(f"/map.csv?measure=reported&{query}").rows}
            self.assertEqual([(rows[state]["state_usd_state"], rows[state]["local_usd_state"]) for state in ("CA", "OR", "AK")],
                             [("counted", "counted"), ("not-counted", "no-data"), ("no-data", "no-data")], query)
        page = Page(self.get("/map?measure=reported&fy=2017&program=jag").text)
        row = next(row for row in page.root.all("tr") if "Oregon" in row.text)
        self.assertIn("Not counted in totals", row.text)
        picture = self.get("/map.svg?measure=reported&fy=2017&program=jag&kind=state").text
        self.assertIn("No data, Not counted in totals", picture)


class OneName(unittest.TestCase):
    """Governments of one name are not taken for one."""

    @classmethod
    def setUpClass(cls):
        register = Register()
        for key, kind, state, amount in (("albany-ga", "city", "GA", "900000.00"), ("albany-ny-2", "town", "NY", "1100000.00")):
            table, row, cells = figure(2017, amount, key, jurisdiction_key=key)
            register.put("jurisdiction", key, name="Albany", kind=kind, state=state, geoid="", county_fips="")
            register.put(table, row, **cells)
            register.put("claim", f"{key}.claim", jurisdiction_key=key, requirement_key="jag-1373-certification", authority_key="doj",
                         stated_position="does-not-comply", made_on="2017-11-15", demand_key="")
        for key, state in (("oregon-il", "IL"), ("oregon-or", "OR")):
            register.put("jurisdiction", key, name="Oregon", kind="city", state=state, geoid="", county_fips="", population_2020="")
        register.publish()
        cls.config = configuration(register.state)

    def get(self, path, query):
        answer = cgi("pages", path, query, config=self.config)
        self.assertEqual(answer.status, 200, answer.text)
        return answer

    def test_a_state_keeps_its_name(self):
        rows = Page(self.get("/jurisdictions", "q=oregon").text).root.one("section", **{"aria-labelledby": "results"}).one("tbody").all("tr")
        said = {row.one("th").text.split("[")[0].strip(): row.all("td")[-1].text.strip() for row in rows}
        self.assertEqual(said, {"Oregon": "4,237,256", "Oregon, IL": "No data", "Oregon, OR": "No data", "Multnomah County": "815,428"})

    def test_each_has_its_column(self):
        page = Page(self.get("/compare", "j=albany-ny&j=albany-ga&j=albany-ny-2&measure=outlay").text)
        table = page.root.one("section", **{"aria-labelledby": "results"}).one("table")
        self.assertEqual([head.text.strip() for head in table.one("thead").all("th")][-3:],
                         ["Albany, GA", "Albany, NY (albany-ny)", "Albany, NY (albany-ny-2)"])
        self.assertEqual([cell.text.split()[0] for cell in table.one("tbody").all("td")][-3:], ["$900,000", "No", "$1,100,000"])

    def test_each_has_its_name_in_lists(self):
        for path, query in (("/jurisdictions.json", "q=albany&measure=outlay"), ("/claims.json", "authority=doj&requirement=jag-1373-certification&limit=1000")):
            names = {row["jurisdiction"] for row in self.get(path, query).json["rows"]}
            self.assertLessEqual({"Albany, GA", "Albany, NY (albany-ny)", "Albany, NY (albany-ny-2)"}, names, path)

    def test_each_has_its_line(self):
        page = Page(self.get("/status", "j=albany-ny&j=albany-ga&requirement=jag-1373-certification&authority=doj").text)
        lines = page.root.one("section", **{"aria-labelledby": "results"}).one("tbody").all("tr")
        self.assertEqual([line.all("th")[0].text.split("[")[0].strip() for line in lines], ["Albany, GA", "Albany, NY (albany-ny)"])

    def test_each_has_its_bar(self):
        words = cgi("charts", "/compare.svg", "j=albany-ny&j=albany-ga&j=albany-ny-2&measure=outlay&fy=2017", config=self.config).text
        for name in ("Albany, GA", "Albany, NY (albany-ny)", "Albany, NY (albany-ny-2)"):
            self.assertIn(name, words)


if __name__ == "__main__":
    unittest.main()
