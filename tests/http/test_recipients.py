"""More than 300 spellings of recipients as award files have them, and as the letters of the register print its own
governments: none matched to a wrong one; of those that a government of the register has, at least 85 of 100 matched and 95
of 100 dollars. Aliases of the register are taken out, so that names have to match by what they say."""
import csv
import pathlib
import sqlite3
import unittest

from awards import Transactions, transaction
from served import REGISTER, folder, proviso

DATA = pathlib.Path(__file__).parent / "data"
NONE = ("", "?")  # no government; one that the register has not, or that the name does not tell for sure


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def spellings():
    """(name, state, business types, city, county, expected key) of the collected ones and of the printed names."""
    places = {row["key"]: row for row in read(REGISTER / "jurisdiction.csv")}
    types = {"state": "A", "territory": "A", "county": "B", "city": "C", "town": "C", "consolidated": "C"}
    for row in read(DATA / "recipients.csv"):
        yield (row["recipient_name"], row["state"], row["business_types"], row["city"], row["county_geoid"], row["expected"])
    printed = {(row["name"], row["jurisdiction_key"]) for row in read(REGISTER / "jurisdiction_alias.csv")
               if row["alias_kind"] in ("official", "printed", "recipient")}
    printed |= {(row["printed_name"], row["jurisdiction_key"]) for row in read(REGISTER / "demand_recipient.csv")}
    for name, key in sorted(printed):
        place = places[key]
        city = place["name"] if place["kind"] == "city" else ""
        yield name, place["state"], types[place["kind"]], city, place["county_fips"], key


class Spellings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = list(spellings())
        cls.state = folder("recipients-")
        place = folder("tables-")
        for name in ("source", "authority", "program"):
            (place / f"{name}.csv").write_bytes((REGISTER / f"{name}.csv").read_bytes())
        jurisdictions = read(REGISTER / "jurisdiction.csv")
        columns = list(jurisdictions[0])
        for row in read(DATA / "recipients_jurisdictions.csv"):
            jurisdictions.append({column: "" for column in columns} | row | {"confidence": "high", "sources": jurisdictions[0]["sources"]})
        with open(place / "jurisdiction.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(jurisdictions)
        proviso("import", "--state", cls.state, place)
        file = Transactions()
        for number, (name, state, types, city, county, _) in enumerate(cls.rows):
            file.add(transaction(number, recipient_name=name, recipient_state_code=state, business_types_code=types,
                                 recipient_city_name=city, prime_award_transaction_recipient_county_fips_code=county,
                                 federal_action_obligation=f"{1000 + number}.00"))
        path = cls.state / "Assistance_PrimeTransactions_2024-01-01.csv"
        file.write(path)
        cls.said = proviso("import", "--state", cls.state, path).stdout
        with sqlite3.connect(cls.state / "register.db") as register:
            cls.matched = dict(register.execute("SELECT fain, jurisdiction_key FROM award"))

    def test_enough_of_them(self):
        self.assertGreaterEqual(len({row[:2] for row in self.rows}), 300)

    def test_none_is_wrong(self):
        for number, (name, state, types, _, _, expected) in enumerate(self.rows):
            found = self.matched[f"F{number:06}"]
            with self.subTest(f"{name}, {state}, {types}"):
                self.assertIn(found, (None, expected or None) if expected not in NONE else (None,))

    def test_most_are_found(self):
        known = [(number, row) for number, row in enumerate(self.rows) if row[5] not in NONE]
        found = [(number, row) for number, row in known if self.matched[f"F{number:06}"]]
        missed = [row[:3] for number, row in known if not self.matched[f"F{number:06}"]]
        dollars = lambda rows: sum(1000 + number for number, _ in rows)
        print(f"# {len(self.rows)} spellings; of {len(known)} with a government {len(found)} matched "
              f"({100 * len(found) / len(known):.1f} %), {100 * dollars(found) / dollars(known):.1f} % of money")
        print("".join(f"# missed: {', '.join(row)}\n" for row in missed), end="")
        self.assertGreaterEqual(len(found), 0.85 * len(known))
        self.assertGreaterEqual(dollars(found), 0.95 * dollars(known))

    def test_the_account_adds_up(self):
        total = sum(1000 + number for number in range(len(self.rows)))
        lines = [line for line in self.said.splitlines() if "total of the files" in line]
        self.assertEqual([line.split()[-2:] for line in lines], [[str(len(self.rows)), f"{total}.00"]] * 2)
