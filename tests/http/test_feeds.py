"""Feeds and calendars: whole, well formed, stable, and silent on what the date hides."""
import datetime
import re
import unittest
import xml.etree.ElementTree

import icalendar
from page import Page
from served import SiteCase, cgi, configuration
from test_ledger import Register

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"^\d{4}-\d{2}-\d{2}T00:00:00Z$")
CASE = "california-v-sessions-cand-2017"
FEEDS = ("/jurisdictions", "/jurisdictions?state=IL", "/jurisdictions/chicago-il", "/demands",
         "/demands/doj-2018-01-24", "/deadlines", "/cases", "/cases/" + CASE,
         "/changes?from=2017-01-01&to=2018-06-30")
CALENDARS = ("/jurisdictions/watsonville-ca", "/demands", "/demands/doj-2018-01-24", "/deadlines")


def with_extension(path, extension):
    bare, mark, query = path.partition("?")
    return f"{bare}.{extension}{mark}{query}"


class Feeds(SiteCase):
    def feed(self, path):
        answer = self.get(with_extension(path, "atom"))
        self.assertEqual(answer.type, "application/atom+xml")
        return xml.etree.ElementTree.fromstring(answer.body)

    def calendar(self, path):
        answer = self.get(with_extension(path, "ics"))
        self.assertEqual(answer.type, "text/calendar")
        for line in answer.body.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
        return icalendar.Calendar.from_ical(answer.body)

    def test_what_a_feed_must_have(self):
        """The rules of RFC 4287, sections 4.1.1, 4.1.2, 4.2.6, 4.2.7."""
        for path in FEEDS:
            feed = self.feed(path)
            ids = []
            for element in [feed, *feed.findall(f"{ATOM}entry")]:
                for name in ("id", "title", "updated"):
                    self.assertEqual(len(element.findall(ATOM + name)), 1, f"{path}: {name}")
                ids.append(element.findtext(f"{ATOM}id"))
                self.assertRegex(ids[-1], r"^(https?|tag):\S+$")
                self.assertRegex(element.findtext(f"{ATOM}updated"), MOMENT)
                self.assertTrue(element.findtext(f"{ATOM}title").strip())
            self.assertEqual(len(set(ids)), len(ids), path)
            links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
            self.assertEqual(links["self"], self.site.base + with_extension(path, "atom"))
            self.assertEqual(links["alternate"], self.site.base + path)
            self.assertTrue(feed.findtext(f"{ATOM}author/{ATOM}name"))
            updated = [element.text for element in feed.findall(f"{ATOM}entry/{ATOM}updated")]
            self.assertEqual(feed.findtext(f"{ATOM}updated"), max(updated), path)

    def test_an_entry_for_each_row(self):
        for path in ("/demands", "/deadlines", "/cases"):
            rows = self.get(f"{path}.csv").rows
            self.assertEqual(len(self.feed(path).findall(f"{ATOM}entry")), len(rows), path)
        due = [row for row in self.get("/deadlines.csv").rows if row["due_on"]]
        self.assertEqual(len(self.calendar("/deadlines").walk("vevent")), len(due))
        self.assertGreater(len(due), 23)

    def test_the_day_is_all_day(self):
        days = {event["uid"]: event for event in self.calendar("/jurisdictions/watsonville-ca").walk("vevent")}
        event = days["tag:127.0.0.1,2018:deadline/doj-2018-01-24.watsonville-ca"]
        self.assertIs(type(event["dtstart"].dt), datetime.date)
        self.assertEqual((event["dtstart"].dt, event["dtend"].dt),
                         (datetime.date(2018, 2, 23), datetime.date(2018, 2, 24)))
        self.assertIn("Letters to 23 jurisdictions", event["summary"])
        self.assertEqual(event["url"], f"{self.site.base}/demands/doj-2018-01-24")

    def test_calendars_are_whole(self):
        for path in CALENDARS:
            calendar = self.calendar(path)
            self.assertEqual((calendar["version"], calendar["method"]), ("2.0", "PUBLISH"))
            events = calendar.walk("vevent")
            self.assertTrue(events)
            self.assertEqual(len({event["uid"] for event in events}), len(events), path)
            for event in events:
                self.assertEqual(event["dtend"].dt - event["dtstart"].dt, datetime.timedelta(days=1))
                self.assertEqual(event["dtstamp"].dt.isoformat(), "2026-11-30T00:00:00+00:00")

    def test_one_event_for_a_batch(self):
        (event,) = self.calendar("/demands/doj-2018-01-24").walk("vevent")
        self.assertEqual(event["dtstart"].dt, datetime.date(2018, 2, 23))

    def test_an_event_for_whom_another_day_was_set(self):
        days = {event["uid"].rpartition("/")[2]: (event["dtstart"].dt, event["summary"])
                for event in self.calendar("/demands/ice-2020-01-13").walk("vevent")}
        of_all, own = days.pop("ice-2020-01-13"), days.pop("ice-2020-01-13.denver-co.3-days")
        self.assertEqual((of_all[0], own[0]), (datetime.date(2020, 1, 27), datetime.date(2020, 1, 16)))
        self.assertIn("Denver", own[1])
        self.assertFalse(days)

    def test_a_deadline_is_one_event_in_every_calendar(self):
        """Whoever takes in several keeps one event of each UID, so that all must say the same of it (RFC 5545, 3.8.4.7)."""
        for query in ("", "?as_of=2018-02-01", "?lang=es"):
            day = query.replace("?", "&")
            demands, places = ([row["key"] for row in self.get(f"/{name}.json?limit=1000{day}").json["rows"]]
                               for name in ("demands", "jurisdictions"))
            texts = {}
            for path in ["/deadlines", "/demands", *(f"/demands/{key}" for key in demands), *(f"/jurisdictions/{key}" for key in places)]:
                for event in self.calendar(path + query).walk("vevent"):
                    texts.setdefault(event["uid"], []).append(event.to_ical())
            self.assertFalse({uid for uid, told in texts.items() if len(set(told)) > 1})
            self.assertGreater(sum(len(told) > 1 for told in texts.values()), 50)

    def test_an_entry_is_one_in_every_feed(self):
        """Entries with one id are the same entry (RFC 4287, 4.1.1): a reader of two feeds keeps one of them."""
        for query in ("", "?as_of=2018-02-01"):
            paths = ["/jurisdictions", "/deadlines", "/changes?from=2017-01-01&to=2018-02-01"]
            for name in ("demands", "cases", "jurisdictions"):
                rows = self.get(f"/{name}.json{query or '?as_of='}&limit=1000").json["rows"]
                paths += [f"/{name}", *(f"/{name}/{row['key']}" for row in rows)]
            texts = {}
            for path in dict.fromkeys(paths):
                for entry in self.feed(path + (query.replace("?", "&") if "?" in path else query)).findall(f"{ATOM}entry"):
                    texts.setdefault(entry.findtext(f"{ATOM}id"), []).append(xml.etree.ElementTree.tostring(entry, encoding="unicode"))
            self.assertFalse({name for name, told in texts.items() if len(set(told)) > 1})
            self.assertGreater(sum(len(told) > 1 for told in texts.values()), 100)

    def test_the_date_hides_what_came_later(self):
        for path in ("/jurisdictions/chicago-il", "/demands", "/jurisdictions?state=IL", "/cases"):
            mark = "&" if "?" in path else "?"
            for entry in self.feed(f"{path}{mark}as_of=2017-10-20").findall(f"{ATOM}entry"):
                self.assertLess(entry.findtext(f"{ATOM}updated"), "2017-10-21")
                self.assertNotIn("2018-01-24", xml.etree.ElementTree.tostring(entry, encoding="unicode"))
        self.assertEqual(self.site.ask("/demands/doj-2018-01-24.atom?as_of=2017-10-20").status, 404)
        self.assertEqual(self.site.ask("/demands/doj-2018-01-24.ics?as_of=2017-10-20").status, 404)

    def test_ids_stay(self):
        ids = [entry.findtext(f"{ATOM}id") for entry in self.feed("/demands").findall(f"{ATOM}entry")]
        fixed = [entry.findtext(f"{ATOM}id") for entry in self.feed("/demands?edition=1").findall(f"{ATOM}entry")]
        self.assertEqual(ids, fixed)
        self.assertIn("tag:127.0.0.1,2018:demand/doj-2018-01-24", ids)

    def entries(self, path):
        """Of each entry, by the end of its id: the day of its last change, and its text."""
        return {entry.findtext(f"{ATOM}id").partition(":")[2].partition(":")[2]:
                (entry.findtext(f"{ATOM}updated")[:10], entry.findtext(f"{ATOM}content")) for entry in self.feed(path).findall(f"{ATOM}entry")}

    def test_a_ruling_changes_the_entry_of_its_case(self):
        day, text = self.entries("/cases?as_of=2017-09-20")["docket/chicago-v-sessions-ilnd-2017"]
        self.assertEqual(day, "2017-09-15")
        self.assertIn("Ruled on: September 15, 2017", text)
        self.assertEqual(self.entries("/cases?as_of=2017-09-14")["docket/chicago-v-sessions-ilnd-2017"][0], "2017-08-07")
        self.assertEqual(self.entries("/cases?j=west-palm-beach-fl&as_of=2018-04-01")["docket/west-palm-beach-v-sessions-flsd-2018"][0], "2018-03-27")

    def test_a_case_is_followed_through_its_appeals(self):
        entries = self.entries("/cases/chicago-v-sessions-ilnd-2017")
        self.assertIn("case/chicago-v-sessions-ilnd-2017", entries)
        self.assertIn("ruling/chicago-v-sessions-ca7-2017.2018-04-19", entries)
        self.assertIn("Case: City of Chicago v. Sessions", entries["ruling/chicago-v-sessions-ca7-2017.2018-04-19"][1])
        self.assertNotIn("ruling/chicago-v-sessions-ca7-2017.2018-04-19", self.entries("/cases/chicago-v-sessions-ilnd-2017?as_of=2018-04-18"))
        self.assertIn("ruling/barr-v-san-francisco-scotus-2020.2021-03-04", self.entries("/cases/san-francisco-v-sessions-cand-2017"),
                      "the appeal from an appeal")
        for case in ("chicago-v-sessions-ilnd-2017", "chicago-v-sessions-ilnd-2018"):
            self.assertIn("ruling/chicago-v-barr-ca7-2018.2020-04-30", self.entries(f"/cases/{case}"), "an appeal in both")
            self.assertNotIn("ruling/chicago-v-barr-ca7-2018.2020-04-30", self.entries(f"/cases/{case}?as_of=2020-04-29"))

    def test_the_title_says_the_question(self):
        title = self.feed("/jurisdictions?state=IL&demand=doj-2018-01-24").findtext(f"{ATOM}title")
        self.assertIn("Illinois", title)
        self.assertIn("Letters to 23 jurisdictions", title)

    def test_parts_are_refused(self):
        for extension in ("atom", "ics"):
            self.get(f"/demands.{extension}?limit=5", 400)

    def test_pages_lead_to_them(self):
        page = Page(self.get("/jurisdictions/watsonville-ca").text).root
        alternates = {link["type"]: link["href"] for link in page.all("link", rel="alternate")}
        self.assertEqual(alternates["application/atom+xml"], "/jurisdictions/watsonville-ca.atom")
        self.assertTrue(alternates["text/calendar; charset=utf-8"].endswith(".ics"))
        words = {link.text: link["href"] for link in page.all("a")}
        self.assertEqual(words["Add to calendar"], "/jurisdictions/watsonville-ca.ics")

    def test_saved_or_shown(self):
        self.assertTrue(self.get("/demands.ics").headers["content-disposition"].startswith("attachment"))
        self.assertTrue(self.get("/demands.atom").headers["content-disposition"].startswith("inline"))


class Withdrawn(unittest.TestCase):
    """A made register in which one deadline of a batch is taken back, then all of it are."""

    @classmethod
    def setUpClass(cls):
        register = Register()
        register.put("demand_recipient", "doj-2018-01-24.watsonville-ca", withdrawn_on="2018-02-10")
        register.publish()
        register.put("demand", "doj-2018-01-24", withdrawn_on="2018-02-15")
        register.publish()
        cls.config = configuration(register.state)

    def events(self, path, query=""):
        answer = cgi("pages", path, query, config=self.config)
        self.assertEqual(answer.status, 200, answer.text)
        return {str(event["UID"]).rpartition("/")[2]: event for event in icalendar.Calendar.from_ical(answer.body).walk("VEVENT")}

    def test_it_is_cancelled_not_gone(self):
        key, other = "doj-2018-01-24.watsonville-ca", "doj-2018-01-24.chicago-il"
        editions = [self.events("/deadlines.ics", f"edition={number}") for number in (1, 2, 3)]
        self.assertEqual([str(events[key]["STATUS"]) for events in editions], ["CONFIRMED", "CANCELLED", "CANCELLED"])
        self.assertEqual([str(events[other]["STATUS"]) for events in editions], ["CONFIRMED", "CONFIRMED", "CANCELLED"])
        for events in (key, other):
            sequences = [edition[events]["SEQUENCE"] for edition in editions]
            self.assertEqual(sequences, sorted(set(sequences)), "it rises")
            self.assertEqual({edition[events]["DTSTART"].dt for edition in editions}, {datetime.date(2018, 2, 23)})
        self.assertEqual(self.events("/jurisdictions/watsonville-ca.ics")[key]["STATUS"], "CANCELLED")
        for path in ("/demands.ics", "/demands/doj-2018-01-24.ics"):
            self.assertEqual(self.events(path)["doj-2018-01-24"]["STATUS"], "CANCELLED")
        batch = [self.events("/demands/doj-2018-01-24.ics", f"edition={number}") for number in (1, 2, 3)]
        self.assertEqual([set(events) for events in batch], [{"doj-2018-01-24"}] + 2 * [{"doj-2018-01-24", key}])
        self.assertEqual(batch[1][key]["STATUS"], "CANCELLED")

    def test_before_the_day_it_stands(self):
        key = "doj-2018-01-24.watsonville-ca"
        before, on = (self.events("/deadlines.ics", f"as_of=2018-02-{day}")[key] for day in ("09", "10"))
        self.assertEqual((before["STATUS"], on["STATUS"]), ("CONFIRMED", "CANCELLED"))
        self.assertGreater(on["SEQUENCE"], before["SEQUENCE"])
        for path in ("/deadlines", "/deadlines.json", "/jurisdictions/watsonville-ca", "/jurisdictions/watsonville-ca.json",
                     "/demands/doj-2018-01-24"):
            text = cgi("pages", path, "as_of=2018-02-09", config=self.config).text
            self.assertFalse("2018-02-10" in text or "2018-02-15" in text, path)

    def test_pages_say_so(self):
        profile = Page(cgi("pages", "/jurisdictions/watsonville-ca", config=self.config).text)
        self.assertTrue("withdrawn on February 10, 2018" in profile.root.text)
        rows = {row["key"]: row for row in cgi("pages", "/deadlines.json", "j=watsonville-ca&limit=1000", config=self.config).json["rows"]}
        row = rows["doj-2018-01-24.watsonville-ca"]
        self.assertEqual((row["due_state"], row["days_left"], row["withdrawn_on"]), ("withdrawn", None, "2018-02-10"))
        recipients = cgi("pages", "/demands/doj-2018-01-24.json", config=self.config).json["rows"]
        self.assertEqual({row["withdrawn_on"] for row in recipients if row["jurisdiction_key"] == "watsonville-ca"}, {"2018-02-10"})


class Settled(unittest.TestCase):
    """A made register in which a settlement has the key of a ruling, and a case is known by a settlement alone."""

    @classmethod
    def setUpClass(cls):
        register = Register()
        cls.ruling = next(row for row in register.records("ruling") if row["case_key"] == CASE)
        register.put("settlement", cls.ruling["key"], case_key=CASE, settled_on=cls.ruling["ruled_on"], summary="They settle a part of it.")
        register.put("court_case", "settled", name="Settled v. Settled", docket="", filed_on="", closed_on="", appeal_of_key="")
        register.put("settlement", "settled.2018-05-01", case_key="settled", settled_on="2018-05-01", summary="They settle it.")
        register.publish()
        cls.config = configuration(register.state)

    def get(self, path, query="", status=200):
        answer = cgi("pages", path, query, config=self.config)
        self.assertEqual(answer.status, status, path)
        return answer

    def test_a_settlement_is_no_ruling(self):
        feed = xml.etree.ElementTree.fromstring(self.get(f"/cases/{CASE}.atom").body)
        ids = [entry.findtext(f"{ATOM}id").partition(":")[2].partition(":")[2] for entry in feed.findall(f"{ATOM}entry")]
        self.assertEqual(len(set(ids)), len(ids), ids)
        self.assertLessEqual({f"ruling/{self.ruling['key']}", f"settlement/{self.ruling['key']}"}, set(ids))

    def test_a_case_is_known_by_its_settlement(self):
        self.assertIn("They settle it.", self.get("/cases/settled").text)
        self.assertIn("settled", {row["key"] for row in self.get("/cases.json", "as_of=2018-05-01").json["rows"]})
        self.get("/cases/settled", "as_of=2018-04-30", status=404)


if __name__ == "__main__":
    unittest.main()
