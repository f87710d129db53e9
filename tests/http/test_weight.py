"""No page of the shipped register is heavier than the contract allows."""
import re

from served import SiteCase

MOST = 60 * 1024  # bytes of HTML, as read without compression
FIXED = "edition=1&as_of=2026-11-30"  # as an address that is kept says it
TWELVE = ("alameda-county-ca", "chicago-il", "connecticut", "contra-costa-county-ca", "cook-county-il", "florida", "houston-tx", "illinois",
          "milwaukee-wi", "monterey-county-ca", "nevada", "texas")  # those that are compared with most markup

# Pages that the site map does not name: questions whose answers are long.
LONG = ("/jurisdictions?demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported&sort=-amount",
        "/compare?j=chicago-il&j=cook-county-il&j=new-york-city-ny&j=los-angeles-ca&j=san-francisco-ca&program=16.738",
        "/compare?" + "&".join(f"j={key}" for key in TWELVE),
        "/at-stake?requirement=jag-notice&measure=reported&fy=2017", "/at-stake?requirement=jag-notice&measure=award",
        "/changes?from=2017-10-01", "/search?q=chicago", "/search?q=justice", "/timeline?j=chicago-il",
        "/status?requirement=jag-1373-certification&demand=doj-2018-01-24", "/status?demand=doj-2018-01-24", "/claims?sort=made",
        "/map?measure=statewide-award", "/map?measure=award", "/awards?sort=-amount", "/at-stake?requirement=jag-1373-certification&measure=award",
        "/jurisdictions?measure=statewide-award&program=scaap&fy=2020", "/funding?measure=award&sort=-amount",
        "/jurisdictions/chicago-il?as_of=2018-03-01",
        *(f"/jurisdictions?measure={measure}&sort=-amount" for measure in ("award", "allocation", "reported", "statewide-award", "joint-share")))


class Weight(SiteCase):
    def test_pages(self):
        named = re.findall(r"<loc>(.*?)</loc>", self.get("/sitemap.xml").text)
        paths = [address.removeprefix(self.site.base).replace("&amp;", "&") for address in named]
        self.assertGreater(len(paths), 150)
        questions = [*paths, *LONG]
        questions += [f"{path}{'&' if '?' in path else '?'}{form}" for form in ("lang=es", FIXED, f"{FIXED}&lang=es")
                      for path in questions if form == "lang=es" or (path not in ("/verify", "/about/data") and "as_of" not in path)]
        sizes = {path: len(self.get(path).body) for path in questions}
        self.assertEqual({path: size for path, size in sizes.items() if size > MOST}, {})
