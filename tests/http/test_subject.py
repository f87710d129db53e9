"""The first subject as a reader finds it: what the article of 24 January 2018 reports, money counted once, what rulings
stop."""
import collections
import csv
import re
import unittest

from page import Page
from served import REGISTER, SiteCase

ARTICLE = "article-2018-01-24"


def has(text, *words):
    """Do all the words stand in the text, whatever their case?"""
    return all(word.lower() in text.lower() for word in words)


def cents(amount):
    return round(float(amount) * 100)


class Subject(SiteCase):
    def profile(self, key, as_of=None):
        return self.get(f"/jurisdictions/{key}.json" + (f"?as_of={as_of}" if as_of else "")).json

    def page(self, key, as_of=None):
        return Page(self.get(f"/jurisdictions/{key}" + (f"?as_of={as_of}" if as_of else "")).text)

    def list(self, query):
        return {row["key"]: row for row in self.get(f"/jurisdictions.csv?{query}").rows}

    def total(self, query):
        return self.get(f"/jurisdictions.json?{query}&limit=1").json["meta"]["total"]

    def items(self, path):
        """The text of each item and row of a page, with the keys of the sources that its numbers lead to."""
        page = Page(self.get(path).text)
        number = {}
        for node in page.root.all("li"):
            if re.fullmatch(r"n\d+", node["id"] or ""):
                number["#" + node["id"]] = node.all("a")[0]["href"].rpartition("/")[2].split("?")[0]
        return [(node.text, {number[a["href"]] for a in node.all("a") if a["href"] in number})
                for node in page.root.all("li", "tr", "p", "dd") if not re.fullmatch(r"n\d+", node["id"] or "")]

    def assertSaid(self, path, *words):
        """An item of the page says it, and the article is one of its sources."""
        said = [sources for text, sources in self.items(path) if has(text, *words)]
        self.assertTrue(said, f"{path}: nothing says {words}")
        self.assertTrue(any(ARTICLE in sources for sources in said), f"{path}: {words} without the article: {said}")


class Article(Subject):
    """Each thing that the article reports stands on a page, with the article as its source."""
    LETTERS = "/demands/doj-2018-01-24"

    def test_the_front_page_begins_with_it(self):
        home = Page(self.get("/").text)
        said = next(node.text for node in home.root.all("p") if "asked for" in node.text)
        (named,) = [link["href"] for link in home.root.all("a") if link.text == "Who was named, with the money on record"]
        self.assertTrue(named.endswith("&measure=reported&sort=-amount"), named)
        self.assertTrue(said.startswith("Issued on January 24, 2018 by the U.S. Department of Justice. Jurisdictions named: 23. "), said)

    def test_the_demand(self):
        page = Page(self.get(self.LETTERS).text)
        self.assertTrue(has(page.text, "23", "subpoena", "documents", "orders, directives, instructions or guidance"))
        rows = {row["jurisdiction"] for row in self.get(f"{self.LETTERS}.json").json["rows"]}
        self.assertEqual(len(rows), 23)
        self.assertLessEqual({"New York City", "Chicago", "Los Angeles", "California", "Oregon", "Illinois"}, rows)
        self.assertSaid(self.LETTERS, "department of justice", "letter", "2018")

    def test_how_many_limit_cooperation(self):
        self.assertSaid(self.LETTERS, "more than 300 local governments")

    def test_grants(self):
        self.assertSaid("/jurisdictions/chicago-il", "more than $2 million", "year before", "police vehicles",
                        "non-profit groups")
        self.assertSaid("/jurisdictions/los-angeles-ca", "garcetti", "MS-13", "withhold money")

    def test_earlier_threat(self):
        self.assertSaid(self.LETTERS, "year before", "attorney general", "threatened to withhold millions", "cooperate")

    def test_courts(self):
        self.assertSaid("/jurisdictions/chicago-il", "california and illinois", "leinenweber", "september 2017",
                        "41 pages", "irreparable")

    def test_federal_position(self):
        self.assertSaid(self.LETTERS, "depends on compliance with federal law", "before they release", "local jails")

    def test_local_position(self):
        self.assertSaid(self.LETTERS, "do not stop cooperation", "federal responsibility", "constitution prohibits",
                        "challenge in court is likely")

    def test_sessions(self):
        self.assertSaid(self.LETTERS, "jeff sessions", "attorney general", "urges", "reconsider", "risk",
                        "common sense", "rule of law")

    def test_landrieu(self):
        for path in (self.LETTERS, "/jurisdictions/new-orleans-la"):
            self.assertSaid(path, "mitch landrieu", "conference of mayors", "infrastructure", "82 percent", "untenable",
                            "will not attend")

    def test_de_blasio(self):
        for path in (self.LETTERS, "/jurisdictions/new-york-city-ny"):
            self.assertSaid(path, "bill de blasio", "will not attend", "racist assault", "no one safer")

    def test_garcetti(self):
        self.assertSaid("/jurisdictions/los-angeles-ca", "eric garcetti", "subpoenas and arrests",
                        "fighting for the constitution", "the month before", "immigrant community", "perverse")

    def test_context(self):
        self.assertSaid(self.LETTERS, "talks on immigration", "three-day government shutdown",
                        "two blocks from the white house")

    def test_the_source_page_lists_what_it_is_cited_for(self):
        cited = self.get(f"/sources/{ARTICLE}.json").json["rows"]
        self.assertGreaterEqual(len(cited), 11)
        self.assertEqual({fact["table_name"] for fact in cited}, {"demand", "statement"})


class Recipients(Subject):
    """A demand's recipients are jurisdictions, however often it names one, or are not on record."""

    def test_jurisdictions_are_counted(self):
        rows = {row["key"]: row for row in self.get("/demands.csv").rows}
        for key, words in (("ice-2020-01-13", "1, in 2 entries"), ("doj-2025-08-05", "34, in 35 entries"), ("doj-2018-01-24", "23")):
            page = Page(self.get(f"/demands/{key}").text)
            self.assertIn(f"Recipients {words} ", page.text, key)
            self.assertEqual(int(rows[key]["named_count"]), len(self.list(f"demand={key}")), key)
            self.assertEqual(int(rows[key]["entries_count"]), len(self.get(f"/demands/{key}.csv").rows), key)

    def test_why_one_is_named_twice_stands_beside_it(self):
        for key, notes in (("ice-2020-01-13", ("Three subpoenas, 14 days each.", "One subpoena, 3 days.")),
                           ("doj-2025-08-05", ("Listed twice: here as a city.", "Listed twice: here as a county."))):
            table = Page(self.get(f"/demands/{key}").text).root.one("table")
            for note in notes:
                self.assertIn(note, table.text)
            self.assertNotIn("Withdrawn", table.one("thead").text)

    def test_a_count_that_is_a_lower_bound_is_told_as_one(self):
        self.assertIn("(Stated count: more than 500)", Page(self.get("/demands/dhs-2025-05-29").text).text)
        self.assertIn("(Número declarado: más de 500)", Page(self.get("/demands/dhs-2025-05-29?lang=es").text).text)
        counts = [cell.text for row in Page(self.get("/demands").text).root.one("table").all("tr") for cell in row.all("td")[-1:]]
        self.assertIn("more than 500", counts)
        self.assertNotIn("500", counts)
        row = next(row for row in self.get("/demands.csv").rows if row["key"] == "dhs-2025-05-29")
        self.assertEqual((row["stated_count"], row["stated_count_precision"]), ("500", "more-than"))

    def test_names_that_are_not_on_record(self):
        page = Page(self.get("/demands/doj-2025-08-13").text)
        self.assertIn("Recipients The names are not on record (Stated count: 35)", page.text)
        self.assertIn("The names of its recipients are not on record.", page.text)
        self.assertEqual(page.root.all("table"), [])
        row = next(row for row in self.get("/demands.csv").rows if row["key"] == "doj-2025-08-13")
        self.assertEqual((row["named_count"], row["stated_count"]), ("", "35"))
        self.assertNotIn("doj-2025-08-13", [option["value"] for option in Page(self.get("/").text).root.all("option")])

    def test_a_day_before_the_first_demand(self):
        text = Page(self.get("/?as_of=2015-01-01").text).text
        self.assertIn("Deadlines No deadline is on record by this date.", text)
        self.assertIn("Latest events No event is on record by this date.", Page(self.get("/?as_of=1900-01-01").text).text)


class Joint(Subject):
    """A joint award counts once, under its recipient, and every partner's profile says so."""
    # recipient, partner, fiscal year, amount of the award (None: not known), share of the partner (None: not known)
    AWARDS = [("seattle-wa", "king-county-wa", 2016, "673166.00", None),
              ("seattle-wa", "king-county-wa", 2012, "668782.00", None),
              ("seattle-wa", "king-county-wa", 2017, None, None),
              ("seattle-wa", "king-county-wa", 2019, None, None),
              ("milwaukee-wi", "milwaukee-county-wi", 2022, "955716.00", None),
              ("milwaukee-county-wi", "milwaukee-wi", 2020, None, "347652.00"),
              ("salinas-ca", "monterey-county-ca", 2017, None, "18019.00"),
              ("salinas-ca", "monterey-county-ca", 2012, None, "15801.00"),
              ("alameda-county-ca", "berkeley-ca", 2018, "713055.00", None),
              ("alameda-county-ca", "fremont-ca", 2019, "654144.00", None),
              ("chicago-il", "cook-county-il", 2009, "6973163.00", None),
              ("chicago-il", "cook-county-il", 2017, None, "376582.00"),
              ("portland-or", "multnomah-county-or", 2014, "483619.00", None)]

    def test_a_profile_says_of_what_it_has_nothing(self):
        words = {what: f"No {what} found on or before this date." for what in ("demand", "case", "policy", "statement")}
        self.assertEqual([what for what in words if words[what] in self.page("watsonville-ca").text], ["case", "policy", "statement"])
        self.assertEqual([what for what in words if words[what] in self.page("chicago-il").text], [])
        self.assertIn("something may still have happened", self.page("chicago-il").text)

    def test_a_profile_leads_to_its_neighbours(self):
        chicago, state = self.page("chicago-il"), self.page("illinois")
        links = [link["href"].removeprefix(self.site.prefix) for link in chicago.root.one("main").all("a")]
        self.assertIn("/jurisdictions/illinois", links)
        self.assertIn("In the same county: Cook County (County).", chicago.text)
        self.assertIn("2,746,388 residents in 2020", chicago.text)
        self.assertIn("/jurisdictions?state=IL", [link["href"].removeprefix(self.site.prefix) for link in state.root.one("main").all("a")])

    def test_a_profile_shows_its_charts(self):
        for key, charts in (("chicago-il", ["/funding.svg?j=chicago-il&program=jag&measure=allocation&edition=1",
                                            "/timeline.svg?j=chicago-il&edition=1"]), ("mississippi", [])):
            pictures = [image["src"].removeprefix(self.site.prefix) for image in self.page(key).root.one("main").all("img")]
            self.assertEqual(pictures, charts)
            for picture in pictures:
                self.get(picture)

    def test_a_page_does_not_lead_to_itself(self):
        for path in ("/jurisdictions/chicago-il", "/jurisdictions/chicago-il?edition=1&as_of=2026-11-30", "/at-stake?requirement=jag-notice&measure=award"):
            main = Page(self.get(path).text).root.one("main")
            own = {self.site.prefix + path, self.site.prefix + path.removesuffix("&as_of=2026-11-30")}
            self.assertEqual([link["href"] for link in main.all("a") if link["href"] in own], [], path)

    def test_a_partner_is_led_to_the_awards_that_count_under_another(self):
        shares = [row["award_key"] for row in self.profile("cook-county-il")["joint_awards"]]
        self.assertTrue(shares)
        for query, some in (("j=cook-county-il", shares), ("j=cook-county-il&fy=2017", [key for key in shares if "2017" in key]), ("j=chicago-il", []), ("", [])):
            page = Page(self.get(f"/awards?{query}").text)
            self.assertEqual("Shares in joint awards" in page.text, bool(some), query)
            links = {link.rpartition("/")[2].split("?")[0] for _, _, link in page.links() if "/awards/" in link}
            self.assertLessEqual(set(some), links, query)

    def test_both_profiles_say_so(self):
        for recipient, partner, year, amount, share in self.AWARDS:
            for key in (recipient, partner):
                with self.subTest(f"{key} {year}"):
                    rows = [row for row in self.profile(key)["joint_awards"]
                            if row["fiscal_year"] == year and f"/{partner}" in row["partner_url"]]
                    self.assertEqual(len(rows), 1)
                    self.assertEqual((rows[0]["award_usd"], rows[0]["share_usd"]), (amount, share))
                    self.assertTrue(rows[0]["counted_under_url"].endswith(f"/jurisdictions/{recipient}"))
                    self.assertTrue(rows[0]["sources"])

    def test_words(self):
        text = self.page("king-county-wa").text
        self.assertIn("FY2016 JAG: joint award of $673,166 to City of Seattle, counted once under Seattle", text)
        self.assertIn("Share of King County: not known", text)
        text = self.page("monterey-county-ca").text
        self.assertIn("FY2017 JAG: joint award (its total is not known) to City of Salinas, counted once under Salinas",
                      text)
        self.assertIn("Share of Monterey County: $18,019", text)

    def test_counted_once(self):
        """The recipient alone has the award; shares are another measure; the rows add up to the total."""
        for year, recipient, partner, amount in ((2016, "seattle-wa", "king-county-wa", 67316600),
                                                 (2022, "milwaukee-wi", "milwaukee-county-wi", 95571600),
                                                 (2009, "chicago-il", "cook-county-il", 697316300),
                                                 (2008, "chicago-il", "cook-county-il", 155096000)):
            with self.subTest(year):
                rows = self.list(f"program=16.738&fy={year}&measure=award")
                self.assertEqual(cents(rows[recipient]["amount_usd"]), amount)
                self.assertEqual(rows[partner]["amount_state"], "no-data")
                total = self.total(f"program=16.738&fy={year}&measure=award")
                counted = [row for row in rows.values() if row["amount_state"] == "counted"]
                self.assertEqual(sum(cents(row["amount_usd"]) for row in counted), cents(total["total_usd"]))
                self.assertEqual(len(counted), total["counted_rows"])

    def test_shares_of_2008(self):
        shares = self.list("program=16.738&fy=2008&measure=joint-share")
        self.assertEqual(shares["chicago-il"]["amount_usd"], "1106707.00")
        self.assertEqual(shares["cook-county-il"]["amount_state"], "no-data")

    def test_who_took_part_as_either_copy_says(self):
        """King County in the award of FY2019: one copy of the memorandum names it, the next says that it declined."""
        said = {row["said_on"]: row["summary"] for row in self.get("/statements.csv?j=king-county-wa").rows if "FY2019" in row["summary"]}
        self.assertEqual([(day, "declined" in words) for day, words in sorted(said.items())], [("2020-01-09", False), ("2020-03-01", True)])
        self.assertTrue(has(self.page("king-county-wa").text, "name the county as taking part", "says that it declined"))
        early = self.page("king-county-wa", "2020-02-01").text
        self.assertTrue(has(early, "take part in the FY2019 JAG award") and "declined" not in early.split("Looked for")[0].split("Statements")[-1])

    def test_share_is_not_known_before_its_day(self):
        early = self.profile("cook-county-il", "2017-10-20")["joint_awards"]
        self.assertEqual({row["fiscal_year"] for row in early}, {2008, 2009})
        self.assertNotIn("376,582", self.page("cook-county-il", "2017-10-20").text)


class Money(Subject):
    def test_scaap_by_state(self):
        for year, total, states in ((2020, 21023867400, 48), (2021, 22112806500, 46)):
            question = f"program=16.606&fy={year}&measure=statewide-award"
            with self.subTest(year):
                rows = self.list(question)
                counted = [row for row in rows.values() if row["amount_state"] == "counted"]
                self.assertEqual(sum(cents(row["amount_usd"]) for row in counted), total)
                self.assertEqual(len(counted), states)
                self.assertEqual(cents(self.total(question)["total_usd"]), total)
                listed = self.get(f"/jurisdictions.json?{question}&limit=1000").json["rows"]
                self.assertEqual(sum(cents(row["amount_usd"]) for row in listed if row["amount_usd"]), total)
                funding = self.get(f"/funding.csv?{question}").rows
                self.assertEqual(sum(cents(row["amount_usd"]) for row in funding), total)
                for path in ("/jurisdictions", "/funding"):
                    self.assertIn(f"{total // 100:,}", Page(self.get(f"{path}?{question}").text).text)

    def test_scaap_of_a_state_and_of_its_government_are_two_measures(self):
        money = {row["measure"]: row["amount_usd"] for row in self.profile("california")["money"]
                 if row["fiscal_year"] == 2020 and row["program"] == "SCAAP"}
        self.assertEqual(money, {"statewide-award": "79770997.00", "award": "68687249.00"})

    def test_ten_of_the_inspector_general(self):
        rows = self.list("program=doj-all&fy=2016&measure=active")
        counted = {key: cents(row["amount_usd"]) for key, row in rows.items() if row["amount_state"] == "counted"}
        self.assertEqual(len(counted), 10)
        self.assertEqual(sum(counted.values()), 34216840100)
        self.assertEqual(counted["california"], 13240963500)
        row = next(row for row in self.profile("chicago-il")["money"] if row["authority"] == "DOJ OIG")
        self.assertEqual((row["amount_usd"], row["confidence"]), ("28523222.00", "unverified"))

    def test_active_awards_of_all_programs_are_not_added_to_a_program_of_the_year(self):
        """They hold the program's money, and that of other years."""
        for question, cents_of_all in (("measure=reported", 5060000000), ("measure=active", 13240963500)):
            row = self.list(f"{question}&fy=2016")["california"]
            self.assertEqual((cents(row["amount_usd"]), row["flag_reason"]), (cents_of_all, ""))
            kinds = {one["program"] for one in self.get(f"/funding.csv?j=california&fy=2016&{question}").rows}
            self.assertTrue(kinds.isdisjoint({"DOJ, all programs"}) or kinds == {"DOJ, all programs"}, kinds)

    def test_sources_of_an_amount_are_those_that_print_it(self):
        """Not those of rounded figures that are left out."""
        for key, printed in (("illinois", {"cis-2018-01-25"}), ("california", {"cis-2018-01-25"})):
            row = self.list("program=jag&fy=2017&measure=reported")[key]
            self.assertEqual((set(row["sources"].split()), row["flag_reason"]), (printed, ""), key)

    def test_conflict_keeps_both_sides(self):
        """Oregon's FY2017 amount: what is printed and what the suit says, neither counted, each with its reason."""
        rows = [row for row in self.profile("oregon")["money"]
                if row["fiscal_year"] == 2017 and row["measure"] == "reported"]
        self.assertEqual({row["amount_usd"] for row in rows}, {"18244126.00", "2000000.00"})
        for row in rows:
            self.assertEqual(row["amount_state"], "not-counted")
            self.assertTrue(row["flag_reason"])
        text = self.page("oregon").text
        self.assertTrue(has(text, "probable misprint", "lower bound", "not counted in totals"))
        shown = self.list("program=16.738&fy=2017&measure=reported")["oregon"]
        self.assertEqual((shown["amount_usd"], shown["amount_state"]), ("18244126.00", "not-counted"))

    def test_an_amount_that_a_share_contradicts_says_so(self):
        """Which share, is known from its own day only."""
        (row,) = [row for row in self.profile("cook-county-il")["money"] if row["amount_usd"] == "17233.00"]
        self.assertEqual((row["confidence"], row["amount_state"]), ("low", "counted"))
        self.assertIn("its money comes as a share of the joint award to Chicago", row["note"])

    def test_rounded_side_is_kept_and_not_counted(self):
        rows = {row["amount_usd"]: row["amount_state"] for row in self.profile("california")["money"]
                if row["fiscal_year"] == 2017 and row["measure"] == "reported"}
        self.assertEqual(rows, {"17701281.00": "counted", "17000000.00": "not-counted"})

    def test_state_totals_stay_apart_from_allocations(self):
        statewide = self.list("program=16.738&fy=2018&measure=statewide-allocation")
        self.assertEqual(statewide["california"]["amount_usd"], "30200000.00")
        allocations = self.list("program=16.738&fy=2018&measure=allocation")
        self.assertEqual(allocations["california"]["amount_state"], "no-data")
        self.assertEqual(allocations["houston-tx"]["amount_usd"], "1700000.00")

    def test_less_than_a_cent_is_not_nothing(self):
        for path in ("/funding?program=scaap&fy=2021&measure=statewide-award&j=alabama", "/jurisdictions?program=scaap&fy=2021&measure=statewide-award&j=alabama",
                     "/reports/jurisdiction?j=alabama"):
            text = Page(self.get(path).text).text
            self.assertIn("Less than 1 cent", text)
            self.assertNotIn("$0.00", text)
        row = self.get("/funding.csv?program=scaap&fy=2021&measure=statewide-award&j=alabama").rows[0]
        self.assertEqual((row["amount_usd"], row["per_resident_usd"], row["per_resident_usd_state"]), ("8567.00", "", "below-cent"))

    def test_a_city_is_not_its_county(self):
        for year, amount in ((2017, "248327.00"), (2018, "252397.00"), (2019, "246833.00")):
            rows = self.list(f"program=16.738&fy={year}&measure=award")
            self.assertEqual((rows["sacramento-ca"]["amount_usd"], rows["sacramento-county-ca"]["amount_state"]), (amount, "no-data"))

    def test_award_has_its_own_day(self):
        """SCAAP awards of FY2020 were obligated in June 2022, and are not known before."""
        before = self.list("program=16.606&fy=2020&measure=award&as_of=2022-06-14")
        after = self.list("program=16.606&fy=2020&measure=award&as_of=2022-06-15")
        self.assertEqual(before["california"]["amount_state"], "no-data")
        self.assertEqual(after["california"]["amount_usd"], "68687249.00")


class Rulings(Subject):
    EO = "eo-13768-section-9a"

    def positions(self, key, requirement, as_of):
        return {(row["authority"], row["position"]) for row in self.profile(key, as_of)["claims"]
                if row["requirement_key"] == requirement and row["is_current"]}

    def disputed(self, key, requirement, as_of):
        return {row["disputed"] for row in self.profile(key, as_of)["claims"] if row["requirement_key"] == requirement}

    def test_executive_order_of_2017(self):
        barred = {("N.D. Cal.", "barred-by-court")}
        self.assertEqual(self.positions("denver-co", self.EO, "2017-04-24"), set())
        self.assertEqual(self.positions("denver-co", self.EO, "2017-04-25"), barred)
        self.assertEqual(self.positions("denver-co", self.EO, "2018-07-31"), barred)
        self.assertEqual(self.positions("denver-co", self.EO, "2018-08-01"), set(), "the nationwide scope was vacated")
        for key in ("san-francisco-ca", "watsonville-ca"):  # it stands within California
            self.assertEqual(self.positions(key, self.EO, "2018-08-01"), {("9th Cir.", "barred-by-court")})

    def test_executive_order_in_the_list(self):
        keys = set(self.list(f"requirement={self.EO}&position=barred-by-court&as_of=2017-06-01"))
        self.assertGreater(len(keys), 100, "nationwide: every jurisdiction")
        california = set(self.list("state=CA"))
        self.assertEqual(set(self.list(f"requirement={self.EO}&position=barred-by-court&as_of=2018-08-02")), california)
        self.assertIn("watsonville-ca", california)

    def test_nationwide_scope_for_chicago_is_stayed(self):
        self.assertEqual(self.positions("denver-co", "jag-notice", "2018-06-25"),
                         {("7th Cir.", "barred-by-court"), ("N.D. Ill.", "barred-by-court")})
        self.assertEqual(self.positions("denver-co", "jag-notice", "2018-06-26"), set())
        self.assertEqual(self.positions("chicago-il", "jag-notice", "2018-06-26"), {("7th Cir.", "barred-by-court")})

    def test_ruling_for_the_governments_of_a_state(self):
        """The Ninth Circuit in July 2020: notice and access for all of California, the certification for the plaintiffs."""
        barred = ("9th Cir.", "barred-by-court")
        for key, access, certification in (("san-francisco-ca", True, True), ("sonoma-county-ca", True, False),
                                           ("portland-or", False, False)):
            with self.subTest(key):
                self.assertEqual(barred in self.positions(key, "jag-access", "2020-07-13"), access)
                self.assertEqual(barred in self.positions(key, "jag-1373-certification", "2020-07-13"), certification)

    def test_money_shielded_for_the_governments_of_a_state(self):
        question = "requirement=jag-access&program=16.738&fy=2017&measure=reported&as_of=2020-07-14"
        rows = {row["jurisdiction"]: row for row in self.get(f"/at-stake.json?{question}&limit=1000").json["rows"]}
        self.assertEqual((rows["Watsonville"]["step"], rows["Albany"]["step"]), ("shielded", "remaining"))
        self.assertIn("/cases/san-francisco-v-barr-ca9-2018", rows["Watsonville"]["case_url"])

    def test_a_suit_over_a_requirement_is_found_before_any_ruling_on_it(self):
        def found(query):
            rows = self.get(f"/cases.csv?requirement={query}").rows
            return {row["key"] for row in rows}

        self.assertEqual(found("jag-notice&as_of=2017-09-01"), {"chicago-v-sessions-ilnd-2017", "california-v-sessions-cand-2017",
                                                                "philadelphia-v-sessions-paed-2017", "san-francisco-v-sessions-cand-2017"})
        self.assertEqual(found("jag-notice&as_of=2017-08-06"), set())
        self.assertIn("west-palm-beach-v-sessions-flsd-2018", found("jag-1373-certification"))
        for key in ("jag-1373-certification", "jag-harboring", "cops-cooperation-points"):
            for day in ("2017-09-30", "2018-09-01", "2026-11-30"):
                answer = self.site.ask(f"/requirements/{key}.json?as_of={day}")
                if answer.status == 200:
                    self.assertEqual(answer.json["record"]["cases_count"], len(found(f"{key}&as_of={day}")), (key, day))
        page = Page(self.get("/cases/chicago-v-sessions-ilnd-2017?as_of=2017-09-01").text)
        self.assertIn("Requirements it is about", page.text)
        links = [link["href"].partition("?")[0] for link in page.root.one("main").all("a")]
        self.assertEqual(links.count("/requirements/jag-notice"), 1)
        reach = self.get("/jurisdictions/chicago-il.json").json["requirements"]
        self.assertTrue(reach and all("program" not in row and row["programs"] for row in reach if row["requirement"] == "notice"))

    def test_one_word_for_what_a_court_allows(self):
        main = Page(self.get("/jurisdictions/chicago-il?as_of=2017-10-20").text).root.one("main").text
        self.assertIn("Allowed by court", main)
        self.assertIn("1373 certification: Allows, Plaintiffs only", main)
        self.assertNotIn("Does not bar", main)
        self.assertEqual({row["effect"] for row in self.get("/rulings.csv").rows}, {"bars", "allows"})

    def test_a_settlement_is_no_ruling(self):
        key = "west-palm-beach-v-sessions-flsd-2018"
        for path in ("/timeline", "/changes"):
            rows = [row for row in self.get(f"{path}.csv?j=west-palm-beach-fl&from=2018-03-27&to=2018-03-27").rows
                    if "West Palm Beach v." in row["summary"]]
            self.assertEqual([(row["event_kind"], row["authority"]) for row in rows], [("settlement", "")], path)
        page = Page(self.get(f"/cases/{key}").text)
        self.assertIn("No ruling by this date.", page.text)
        self.assertIn("Settlement Settled Summary Confidence Note March 27, 2018", page.text)
        self.assertNotIn("March 27, 2018", Page(self.get(f"/cases/{key}?as_of=2018-03-26").text).root.one("main").text)
        self.assertEqual({row["rulings_count"] for row in self.get("/cases.csv?j=west-palm-beach-fl").rows}, {"0"})
        profile = Page(self.get("/jurisdictions/west-palm-beach-fl").text).text
        self.assertIn("Settled March 27, 2018.", profile)
        self.assertNotIn("Latest ruling:", profile)
        self.assertIn("<title>Settlement</title>", self.get(f"/cases/{key}.atom").text)
        self.assertIn("rulings in them: 0.", Page(self.get("/reports/jurisdiction?j=west-palm-beach-fl").text).text)

    def test_an_appeal_may_be_of_several_cases(self):
        appeal, earlier, later = ("/cases/" + key for key in ("chicago-v-barr-ca7-2018", "chicago-v-sessions-ilnd-2017",
                                                              "chicago-v-sessions-ilnd-2018"))
        def section(path, heading):
            root = Page(self.get(path).text).root.one("main")
            found = [part for part in root.all("section") if any(h.text == heading for h in part.all("h2"))]
            return [link["href"].partition("?")[0] for part in found[:1] for link in part.all("a") if "/cases/" in link["href"]]

        self.assertEqual(section(appeal, "Appeal of"), [earlier, later])
        self.assertIn(appeal, section(earlier, "Appealed in"))
        self.assertIn(appeal, section(earlier, "Rulings on appeal"))
        self.assertEqual(section(later, "Appealed in"), [appeal])
        self.assertEqual(section(f"{later}?as_of=2020-04-29", "Appealed in"), [])
        self.assertEqual(section(f"{later}?as_of=2020-04-29", "Rulings on appeal"), [])
        document = self.get(f"{appeal}.json").json
        self.assertEqual([row["docket"] for row in document["appeal_of"]], ["1:17-cv-05720", "1:18-cv-06859"])
        self.assertEqual([row["ruled_on"] for row in self.get(f"{later}.json").json["appeal_rulings"]], ["2020-04-30"])
        rows = {row["key"]: row for row in self.get("/cases.csv").rows}
        self.assertEqual(rows["san-francisco-v-trump-ca9-2017"]["appeal_of_keys"],
                         "san-francisco-v-trump-cand-2017 santa-clara-county-v-trump-cand-2017")
        self.assertEqual(rows["san-francisco-v-trump-ca9-2017"]["appeal_of"],
                         "City and County of San Francisco v. Trump (3:17-cv-00485); County of Santa Clara v. Trump (3:17-cv-00574)")
        self.assertEqual({key for key, row in rows.items() if " " in row["appeal_of_keys"]},
                         {"chicago-v-barr-ca7-2018", "new-york-v-doj-ca2-2019", "san-francisco-v-barr-ca9-2018",
                          "san-francisco-v-trump-ca9-2017"})
        for number in ("18-2885", "19-3290"):
            self.assertEqual(self.get(f"/search.json?q={number}").json["rows"][0]["record_url"].partition("/cases/")[2],
                             "chicago-v-barr-ca7-2018")

    def test_what_a_ruling_bars_is_told_with_its_note(self):
        self.assertIn("The nationwide scope is stayed. ", Page(self.get("/cases/chicago-v-sessions-ilnd-2017").text).text)
        effects = {row["ruled_on"]: row for row in self.get("/cases/san-francisco-v-trump-cand-2025.json").json["effects"]}
        self.assertEqual(sorted(effects), ["2025-04-24", "2025-05-09", "2025-08-22"])
        self.assertIn("reaches Executive Order 14287 too", effects["2025-05-09"]["note"])

    PARTS = {"figure": ("/programs/{program_key}", "figures"), "ruling": ("/cases/{case_key}", "rulings"),
             "settlement": ("/cases/{case_key}", "settlements"), "award_share": ("/awards/{award_key}", "shares")}

    def test_a_part_of_a_record_says_how_sure_it_is_why_and_by_which_sources(self):
        for table, (pattern, name) in self.PARTS.items():
            with open(REGISTER / f"{table}.csv", newline="", encoding="utf-8") as file:
                facts = [row for row in csv.DictReader(file) if table != "figure" or not row["jurisdiction_key"]]
            told, shown = {}, {}
            for path in {pattern.format(**fact) for fact in facts}:
                told[path] = [(row["confidence"], row["note"] or "", set(row["sources"].split()))
                              for row in self.get(f"{path}.json").json[name]]
                shown[path] = self.items(path)
            for fact in facts:
                path, sources = pattern.format(**fact), set(fact["sources"].split())
                self.assertIn((fact["confidence"], fact["note"], sources), told[path], fact["key"])
                self.assertTrue(any(has(text, fact["confidence"], fact["note"]) and sources <= numbers for text, numbers in shown[path]),
                                f"{path}: {fact['key']}")
            self.assertGreater(len(facts), 0)

    def test_what_a_requirement_rests_on_is_told_from_its_day(self):
        for as_of, last in (("2025-01-31", "Executive Order 14159 of 20 January 2025"), ("2025-02-18", "Directive of the Attorney General of 5 February 2025"),
                            ("2025-04-27", "Executive Order 14218 of 19 February 2025"), ("2026-11-30", "Executive Order 14287 of 28 April 2025")):
            profile = ("/jurisdictions/san-francisco-ca.json",) if as_of >= "2025-04-24" else ()  # the day of the first ruling
            for path in ("/requirements/federal-funds-2025.json", "/requirements.json", *profile):
                document = self.get(f"{path}?as_of={as_of}").json
                rows = [document["record"], *document.get("requirements", ())] if "record" in document else document["rows"]
                row = next(row for row in rows if "federal-funds-2025" in (row.get("key"), row.get("requirement_key")))
                self.assertTrue(row["legal_basis"].startswith("Executive Order 14159"), path)
                self.assertTrue(row["legal_basis"].endswith(last), (path, as_of, row["legal_basis"]))
        self.assertIn("14287", Page(self.get("/requirements/federal-funds-2025").text).text)
        self.assertNotIn("14287", Page(self.get("/requirements/federal-funds-2025?as_of=2025-04-27").text).text)

    def test_who_reads_a_position_out_of_a_list_says_so(self):
        claims = self.get("/claims.csv?requirement=federal-funds-2025&cols=all").rows
        listed = [row for row in claims if row["position"] == "does-not-comply"]
        self.assertEqual(len(listed), 34 + 7)
        for row in listed:
            self.assertIn("is how this register reads it", self.get(f"/claims/{row['key']}.json").json["record"]["note"], row["key"])
        for key in ("doj-2025-08-05", "dhs-2025-05-29"):
            self.assertIn("is how this register reads the list", Page(self.get(f"/demands/{key}").text).text)

    def test_an_order_reaches_only_who_was_a_party(self):
        """Chicago joined the suit of 2025 when the injunction was extended to it: the order of April did not reach it."""
        rulings = [row["ruled_on"] for row in self.profile("chicago-il")["rulings"]
                   if "2025 directives" in row["requirements"]]
        self.assertEqual(rulings, ["2025-08-22"])
        self.assertIn("2025-04-24", [row["ruled_on"] for row in self.profile("seattle-wa")["rulings"]])

    def test_sums_of_unlike_years_are_told_and_not_ranked(self):
        """Without a fiscal year California's three years stand beside Chicago's one: each says how many, and no largest is named."""
        for ask in ("demand=doj-2018-01-24&program=jag&measure=reported", "measure=award&state=CA", "measure=award&program=jag&program=cops",
                    "measure=award&state=CA&as_of=2018-03-01"):
            with self.subTest(ask):
                found = {}
                for row in self.get(f"/funding.csv?{ask}").rows:
                    if row["amount_state"] == "counted":
                        found.setdefault(row["jurisdiction"], set()).add(row["fiscal_year"])
                rows = self.get(f"/jurisdictions.csv?{ask}").rows
                self.assertEqual({row["jurisdiction"]: int(row["years_count"]) for row in rows if int(row["years_count"])},
                                 {name: len(years) for name, years in found.items()})
        ask = "demand=doj-2018-01-24&program=jag&measure=reported"
        title = lambda query: re.search(r'"og:title" content="(.*?)"', self.get(f"/jurisdictions?{query}").text)[1]
        self.assertEqual(title(ask), "Reported JAG amount: 23 jurisdictions")
        self.assertIn("has the largest", title(f"{ask}&fy=2017"))
        self.assertNotIn("years_count", self.get(f"/jurisdictions.json?{ask}&fy=2017").json["rows"][0])

    def test_a_list_of_amounts_says_of_what_kind_its_sources_are(self):
        """All 23 rest on one table of an advocacy group, few on a record: the reader need not follow each number to see it."""
        ask = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported"
        page = Page(self.get(f"/jurisdictions?{ask}").text)
        rows, kinds = self.get(f"/jurisdictions.json?{ask}").json, {}
        of = {source["key"]: source["source_kind"] for source in rows["sources"]}
        for row in rows["rows"]:
            for kind in {of[key] for key in row["sources"].split()}:
                kinds[kind] = kinds.get(kind, 0) + 1
        said = page.text.split("Rows here, by kind of source cited:")[1].split("Compare those ticked")[0]
        self.assertEqual(kinds["advocacy"], 23)
        self.assertEqual(dict(re.findall(r"([A-Z][a-z ]+) (\d+)", said)),
                         {kind.replace("-", " ").capitalize(): str(n) for kind, n in kinds.items()})

    def test_what_was_published_later_says_so(self):
        """An amount counts from its fiscal year; that nobody could read it yet is told beside it."""
        cells = lambda day: {(row["fiscal_year"], row["measure"]): row["first_published_on"]
                             for row in self.get(f"/jurisdictions/chicago-il.json?as_of={day}").json["money"]}
        self.assertEqual((cells("2017-10-20")[2017, "reported"], cells("2018-01-25")[2017, "reported"]), ("2018-01-25", None))
        self.assertIn("Published later: January 25, 2018", self.page("chicago-il", "2017-10-20").text)
        self.assertNotIn("Published later", self.page("chicago-il").text)

    def test_rulings_in_force_come_first(self):
        """On any day: those of which anything holds, then those that have ended, each the newest first."""
        for day in ("2018-03-01", "2020-06-01", ""):
            with self.subTest(day):
                query = f"?as_of={day}" if day else ""
                rows = self.get(f"/jurisdictions/chicago-il.json{query}").json["rulings"]
                self.assertEqual({row["ruling_holds"] for row in rows}, {True, False})
                for holds in (True, False):
                    part = [row for row in rows if row["ruling_holds"] is holds]
                    self.assertEqual([row["ruled_on"] for row in part], sorted((row["ruled_on"] for row in part), reverse=True))
                    for key in {row["ruling_key"] for row in part}:
                        self.assertEqual(any(row["is_current"] for row in part if row["ruling_key"] == key), holds, key)
                self.assertEqual([row["ruling_holds"] for row in rows], sorted((row["ruling_holds"] for row in rows), reverse=True))
                section = Page(self.get(f"/jurisdictions/chicago-il{query}").text).root.one("section", **{"aria-labelledby": "rulings"})
                self.assertEqual([head.text for head in section.all("h3")], ["In force on this date", "Ended by this date"])

    def test_a_ruling_that_reaches_everyone_is_told_where_no_position_names_anyone(self):
        """On any day: those of the list of rulings that are nationwide and in force."""
        for day in ("2017-05-01", "2018-03-01", "2018-07-01", "2026-11-24"):
            for query in ("", "requirement=jag-notice&", "requirement=eo-13768-section-9a&"):
                with self.subTest(f"{query}{day}"):
                    rows = self.get(f"/rulings.json?{query}as_of={day}&in_force=yes&limit=100").json["rows"]
                    told = self.get(f"/status.json?{query}as_of={day}").json["everyone"]
                    self.assertEqual(sorted((row["ruled_on"], row["requirement"], row["effect"], row["case_url"]) for row in told),
                                     sorted((row["ruled_on"], row["requirement"], row["effect"], row["case_url"]) for row in rows
                                            if row["scope"] == "nationwide"))
        page = Page(self.get("/status?requirement=jag-notice&as_of=2018-03-01").text)
        self.assertIn("Rulings in force on this date that reach everyone", page.text)
        for filters, language in (("", ""), ("&j=chicago-il", ""), ("&position=barred-by-court", ""), ("&j=chicago-il", "&lang=es")):
            page = Page(self.get(f"/status?requirement=jag-notice&as_of=2018-03-01{filters}{language}").text).root
            heading = "Fallos vigentes que alcanzan a todos: 1" if language else "Rulings in force that reach everyone: 1"
            self.assertEqual((page.one("h1").text, page.one("title").text), (heading, f"{heading} - Proviso"))
            self.assertTrue(page.one("meta", property="og:title")["content"].startswith(f"{heading}, "))
            for none in ("0 positions", "0 posturas", "Nothing", "No se encontró nada", "Nada de lo que"):
                self.assertNotIn(none, page.one("main").text)
            self.assertEqual(page.one("main").text.count("what one filter less would leave") + page.one("main").text.count("un filtro menos"),
                             filters != "")
        page = Page(self.get("/status?requirement=jag-notice&as_of=2018-03-01&position=documents-demanded").text).root
        self.assertEqual(page.one("h1").text, "0 positions")
        self.assertEqual(self.get("/status.json?position=documents-demanded&as_of=2018-03-01").json["everyone"], [])

    def test_what_a_source_is_cited_for_is_named_and_leads_to_it(self):
        for source, said in (("nd-ill-opinion-2018-07-27", {"/cases/chicago-v-sessions-ilnd-2017": 4}),
                             ("oig-memo-2016-05-31", {"/demands/doj-oig-2016-05-31": 11, "/claims/chicago-il.doj-oig.2016-05-31": 1}),
                             ("courthousenews-2018-06", {"/cases/chicago-v-sessions-ca7-2017": 5}),
                             ("ca1-opinion-2020-03-24", {"/cases/providence-v-barr-ca1-2019": 8, "/cases/providence-v-barr-rid-2018": 1})):
            facts = self.get(f"/sources/{source}.json").json["rows"]
            named = [(row["jurisdiction"], row["measure"], row["summary"], row["ruled_on"]) for row in facts]
            self.assertEqual(len(set(named)), len(named), source)
            found = collections.Counter((row["summary_url"] or "").removeprefix(self.site.base) for row in facts)
            self.assertEqual({url: found[url] for url in said}, said)
            page = Page(self.get(f"/sources/{source}").text)
            self.assertLessEqual(set(said), {link for _, _, link in page.links()})
            for url in said:
                self.get(url)
        for row in self.get("/sources/nd-ill-opinion-2018-07-27.json").json["rows"]:
            self.assertTrue(row["summary"].startswith("City of Chicago v. Sessions (N.D. Ill.): "), row["summary"])

    def test_what_a_court_did_twice_in_a_case_is_told_apart_by_its_day(self):
        for language, days in (("en", ("April 19, 2018", "June 2018")), ("es", ("19 de abril de 2018", "junio de 2018"))):
            page = Page(self.get(f"/sources/courthousenews-2018-06?lang={language}").text)
            rows = [row.text for row in page.root.all("tr") if "(7th Cir.): Notice to DHS before a release" in row.text]
            self.assertEqual([[day in row for day in days] for row in rows], [[True, False], [False, True]], language)

    def test_demands_that_name_one_government_twice_are_told_apart_by_its_day(self):
        for language, day in (("en", "January 16, 2020"), ("es", "16 de enero de 2020")):
            page = Page(self.get(f"/sources/ap-lexisnexis-2020-01-16?lang={language}").text)
            rows = [row.text for row in page.root.all("tr") if "Administrative subpoenas to Denver: Denver" in row.text]
            self.assertEqual([day in row for row in rows], [False, True], language)

    def test_a_source_of_no_amounts_has_no_column_of_them(self):
        """Of those that have some, it is said of the others that they are none."""
        for source, words in (("courthousenews-2018-06", set()), ("cis-2018-01-25", {"Not applicable"})):
            text = Page(self.get(f"/sources/{source}").text).root.one("table").text
            self.assertEqual({each for each in ("No data", "Not applicable", "Amount") if each in text}, words | ({"Amount"} if words else set()))

    def test_disputed(self):
        for key, requirement, as_of in (("chicago-il", "jag-1373-certification", "2017-10-20"),
                                        ("west-palm-beach-fl", "jag-1373-certification", "2018-02-10"),
                                        ("denver-co", "jag-1373-certification", "2018-01-24"),
                                        ("philadelphia-pa", "jag-1373-certification", "2017-11-20"),
                                        ("oregon", "jag-1373-certification", "2019-08-08"),
                                        ("baltimore-county-md", "federal-funds-2025", "2025-08-06")):
            with self.subTest(f"{key} {as_of}"):
                self.assertEqual(self.disputed(key, requirement, as_of), {True})
                self.assertIn("Disputed", self.page(key, as_of).text)
        for key, as_of in (("chicago-il", "2017-08-06"), ("west-palm-beach-fl", "2018-04-01"),
                           ("clark-county-nv", "2017-04-20")):
            with self.subTest(f"not {key} {as_of}"):
                self.assertEqual(self.disputed(key, "jag-1373-certification", as_of), {False})

    def test_no_subpoena_was_found(self):
        page = Page(self.get("/demands/doj-2018-01-24").text)
        self.assertTrue(has(page.text, "looked for", "a subpoena of the department", "none found"))


    def test_a_search_is_not_called_vain_before_its_answer(self):
        """Of some findings a part was found: the source's page says what came of each, in words of the register."""
        findings = {row["key"]: row for row in self.get("/findings.csv").rows}
        for source, key in (("thehill-2018-03-27", "doj-2018-01-24.outcomes"), ("doj-release-2018-01-24", "doj-2018-01-24.subpoena")):
            finding = findings[key]
            for language in ("en", "es"):
                text = Page(self.get(f"/sources/{source}?lang={language}").text).text
                self.assertNotIn("Looked for, not found", text)
                self.assertIn(f"{finding['looked_for']}: {finding['summary']}", text, source)


class Words(Subject):
    NOT_OURS = re.compile(r"sanctuary", re.I)

    def test_a_title_tells_its_page_from_others(self):
        """Of findings that looked for the same; a statement's holds more than its speaker."""
        keys = [row["key"] for row in self.get("/findings.csv").rows]
        titles = {Page(self.get(f"/findings/{key}").text).root.one("title").text for key in keys}
        self.assertEqual(len(titles), len(keys), titles)
        self.assertRegex(Page(self.get("/statements/2018-08-30.feuer").text).root.one("title").text, "^Mike Feuer: The Department")
        page = Page(self.get("/findings/jag-2017-record.albany-ny").text)
        self.assertEqual(page.root.one("h1").text, "Albany: An official record of the FY2017 JAG amount")

    def test_a_date_does_not_say_when_an_undated_amount_was_known(self):
        """The amounts of 2017 that a page of January 2018 reports: no day is on record, and the pages say how they count."""
        path = "/funding?measure=reported&fy=2017&program=jag&as_of=2016-10-01"
        self.assertTrue(self.get(path.replace("?", ".csv?")).rows)
        for page in (path, "/about/method", "/about/glossary"):
            text = Page(self.get(page).text).text
            self.assertIn("An amount with no day on record counts from the first day of its fiscal year", text, page)
            self.assertNotIn("was known on that day", text, page)

    def test_a_position_read_out_of_a_list_says_so(self):
        """The list of August 2025 names an order and no requirement; the county says that it is an error."""
        for key, words in (("doj", "under Executive Order 14287"), ("baltimore-county-md", "Listing the county is an error.")):
            text = Page(self.get(f"/claims/baltimore-county-md.{key}.2025-08-05").text).text
            self.assertIn(words, text)
            self.assertIn("is how this register reads it", text)

    def test_the_word_stands_in_quotation_marks_or_titles(self):
        """No profile calls a place a sanctuary in words of its own."""
        for key in ("chicago-il", "california", "nevada", "clark-county-nv"):
            for name, rows in self.profile(key).items():
                for row in rows if isinstance(rows, list) and name != "sources" else []:
                    for column in ("summary", "note", "flag_reason", "outcome"):
                        for match in self.NOT_OURS.finditer(row.get(column) or ""):
                            quoted = row[column][:match.start()].count('"') % 2
                            self.assertTrue(quoted, f"{key} {name}: {row[column]}")

    def test_counts_of_limiting_governments_each_by_its_authority(self):
        counts = collections.Counter()
        for path in ("/sources/fair-2013-10-25", "/sources/openthebooks-2017-02", "/sources/reuters-2017-04-21",
                     "/sources/cis-2017-07", "/sources/denver-peer-cities-2017-07-18", f"/sources/{ARTICLE}",
                     "/sources/telesur-2025-06-03", "/sources/doj-release-2025-08-05"):
            text = Page(self.get(path).text).text
            for count in ("103", "106", "more than 150", "more than 300", "more than 650", "more than 500", "35"):
                counts[count] += count in text
        for count, places in counts.items():
            self.assertTrue(places, count)


if __name__ == "__main__":
    unittest.main()
