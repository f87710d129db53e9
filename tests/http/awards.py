"""Award files in the form of USAspending, made small for a test."""
import csv
import io

COLUMNS = """assistance_transaction_unique_key assistance_award_unique_key award_id_fain modification_number award_id_uri
federal_action_obligation action_date recipient_uei recipient_duns recipient_name recipient_city_code recipient_city_name
prime_award_transaction_recipient_county_fips_code recipient_county_name prime_award_transaction_recipient_state_fips_code
recipient_state_code recipient_state_name cfda_number cfda_title transaction_description awarding_sub_agency_name
business_types_code correction_delete_indicator_code last_modified_date""".split()


def transaction(number, modification="0", **values):
    """A record as a dictionary; number makes the award."""
    fain = f"F{number:06}"
    record = dict.fromkeys(COLUMNS, "") | {
        "assistance_transaction_unique_key": f"1550_{fain}_-NONE-_16.738_{modification}",
        "assistance_award_unique_key": f"ASST_NON_{fain}_1550",
        "award_id_fain": fain,
        "modification_number": modification,
        "federal_action_obligation": "1000.00",
        "action_date": "2017-03-01",
        "recipient_name": "CITY OF CHICAGO",
        "recipient_state_code": "IL",
        "recipient_city_name": "CHICAGO",
        "business_types_code": "C",
        "cfda_number": "16.738",
        "cfda_title": "EDWARD BYRNE MEMORIAL JUSTICE ASSISTANCE GRANT",
        "awarding_sub_agency_name": "Office of Justice Programs",
        "last_modified_date": "2017-04-01",
    }
    return record | values


class Transactions:
    """A file of them."""

    def __init__(self, *records, columns=COLUMNS):
        self.records, self.columns = list(records), list(columns)

    def add(self, record):
        self.records.append(record)

    def text(self):
        sink = io.StringIO(newline="")
        writer = csv.DictWriter(sink, self.columns, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(self.records)
        return sink.getvalue()

    def write(self, path, encoding="utf-8"):
        path.write_bytes(self.text().encode(encoding))
        return path
