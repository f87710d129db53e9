"""Feeds and calendars: whole, well formed, stable, and silent on what the date hides."""
import datetime
import re
import unittest
import xml.etree.ElementTree

import icalendar
from page import Page
from served import SiteCase

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
            dated = [row for row in rows if row.get("filed_on", "-")]
            self.assertEqual(len(self.feed(path).findall(f"{ATOM}entry")), len(dated), path)
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
                self.assertEqual(event["dtstamp"].dt.isoformat(), "2026-11-24T00:00:00+00:00")

    def test_one_event_for_a_batch(self):
        (event,) = self.calendar("/demands/doj-2018-01-24").walk("vevent")
        self.assertEqual(event["dtstart"].dt, datetime.date(2018, 2, 23))

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


if __name__ == "__main__":
    unittest.main()
