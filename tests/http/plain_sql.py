"""How many rows a question has, counted over the tables that editors fill: no roll-up, no event, no derived span."""
import contextlib
import re
import sqlite3
import unicodedata

# The day from which a joint share, a case and an award stand.
AWARD_SINCE = ("coalesce((SELECT min(x.action_on) FROM award_action x WHERE x.award_key = {0}.key), "
               "({0}.fiscal_year - 1) || '-10-01')")
CASE_SINCE = "coalesce(c.filed_on, (SELECT min(r.ruled_on) FROM ruling r WHERE r.case_key = c.key))"
CASE_SINCE_PRECISION = "iif(c.filed_on IS NULL, (SELECT r.ruled_on_precision FROM ruling r WHERE r.case_key = c.key ORDER BY r.ruled_on, r.ruled_on_precision LIMIT 1), NULL)"

# Amounts row by row with their day; counted 0 stays out of sums.
AMOUNTS = f"""
    SELECT w.jurisdiction_key, w.program_key, w.fiscal_year, 'award' AS measure, x.action_on AS since, x.amount_usd, 1 AS counted
    FROM award w JOIN award_action x ON x.award_key = w.key WHERE w.jurisdiction_key IS NOT NULL
    UNION ALL
    SELECT s.jurisdiction_key, w.program_key, w.fiscal_year, 'joint-share', coalesce(s.from_on, {AWARD_SINCE.format("w")}), s.amount_usd, 1
    FROM award_share s JOIN award w ON w.key = s.award_key WHERE s.amount_usd IS NOT NULL
    UNION ALL
    SELECT jurisdiction_key, program_key, fiscal_year, measure, coalesce(from_on, (fiscal_year - 1) || '-10-01'), amount_usd, counted
    FROM figure WHERE jurisdiction_key IS NOT NULL"""
CELLS = f"""(
    SELECT jurisdiction_key, program_key, fiscal_year, measure, sum(amount_usd) FILTER (WHERE counted) AS counted_usd,
           coalesce(sum(amount_usd) FILTER (WHERE counted), max(amount_usd)) AS amount_usd
    FROM ({AMOUNTS}) WHERE since <= :as_of GROUP BY 1, 2, 3, 4)"""
MONEY = f"{CELLS} m JOIN jurisdiction j ON j.key = m.jurisdiction_key JOIN program p ON p.key = m.program_key"
MONEY_FILTERS = {
    "j": "j.key IN ?", "state": "j.state IN ?", "program": "(p.listing IN ? OR p.key IN ?)", "fy": "m.fiscal_year IN ?",
    "fy_from": "m.fiscal_year >= ?", "fy_to": "m.fiscal_year <= ?", "measure": "m.measure IN ?",
}
RANGE = {"min": "m.amount_usd >= ?", "max": "m.amount_usd <= ?"}
NAMED = "j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r JOIN demand d ON d.key = r.demand_key WHERE d.issued_on <= :as_of AND d.key IN ?)"
PARTY = ("(SELECT q.jurisdiction_key FROM case_party q JOIN court_case c ON c.key = q.case_key WHERE "
         f"coalesce(q.joined_on, {CASE_SINCE}) <= :as_of AND q.case_key = $)")
OF_ALL = ("j.key IN (SELECT q.jurisdiction_key FROM case_party q JOIN court_case c ON c.key = q.case_key WHERE q.case_key IN ? "
          f"AND coalesce(q.joined_on, {CASE_SINCE}) <= :as_of GROUP BY 1 "
          "HAVING count(DISTINCT q.case_key) = (SELECT count(*) FROM court_case WHERE key IN ?))")
PARTIES, JOINED = "FROM case_party q", f"coalesce(q.joined_on, {CASE_SINCE}) <= :as_of"
HAS_MONEY = "j.key IN (SELECT m.jurisdiction_key FROM " + CELLS + " m JOIN program p ON p.key = m.program_key WHERE "

# A ruling reaches everyone, its plaintiffs, or all of their states.
REACHED = ("(e.scope = 'nationwide' OR EXISTS (SELECT 1 FROM case_party q JOIN jurisdiction p ON p.key = q.jurisdiction_key JOIN jurisdiction j "
           "ON j.key = p.key OR e.scope = 'statewide' AND j.state = p.state WHERE q.case_key = r.case_key AND q.side = 'plaintiff' "
           "AND coalesce(q.joined_on, r.ruled_on) <= r.ruled_on AND {0}))")

# Requirements of claims about it, of rulings that reach it, and on programs and years that it has money of.
REQUIRED = ("(EXISTS (SELECT 1 FROM claim c JOIN jurisdiction j ON j.key = c.jurisdiction_key WHERE c.requirement_key = q.key AND c.made_on <= :as_of AND {0}) "
            "OR EXISTS (SELECT 1 FROM ruling_effect e JOIN ruling r ON r.key = e.ruling_key WHERE e.requirement_key = q.key "
            "AND r.ruled_on <= :as_of AND e.from_on <= :as_of AND " + REACHED + ") "
            "OR EXISTS (SELECT 1 FROM " + CELLS + " m JOIN requirement_program p ON p.program_key = m.program_key AND m.fiscal_year >= p.fy_from "
            "AND m.fiscal_year <= coalesce(p.fy_to, 9999) JOIN jurisdiction j ON j.key = m.jurisdiction_key WHERE p.requirement_key = q.key AND {0}))")

ABOUT = {"j": "j.key IN ?", "state": "j.state IN ?", "demand": NAMED, "case": OF_ALL}  # of one jurisdiction, all together

TOLD = "{0}.demand_key IN (SELECT d.key FROM demand d WHERE d.issued_on <= :as_of AND d.key IN ?)"

# Everything dated, once for each jurisdiction that it is about on its day and once for the whole.
OF_CASE = (f"(SELECT key AS case_key, NULL AS jurisdiction_key, '' AS joined_on FROM court_case UNION ALL "
           f"SELECT q.case_key, q.jurisdiction_key, min(coalesce(q.joined_on, '')) {PARTIES} WHERE q.jurisdiction_key IS NOT NULL GROUP BY 1, 2)")
DONE = ("coalesce((SELECT CASE WHEN a.jurisdiction_key IS NOT NULL THEN iif(coalesce(a.jurisdiction_key <> {1}, 0), 'other', 'jurisdiction') "
        "WHEN a.authority_kind = 'court' THEN 'court' WHEN a.authority_kind = 'organization' THEN 'other' ELSE 'agency' END "
        "FROM authority a WHERE a.key = {0}), 'other')")
SPOKEN = DONE.format("{0}.authority_key", "{0}.jurisdiction_key")
ACTED = DONE.format("{0}.outcome_authority_key", "{1}")
DUE = "coalesce(r.due_on, d.due_on)"
STANDING = (f"CASE WHEN coalesce(r.withdrawn_on, d.withdrawn_on) <= :as_of THEN 'withdrawn' WHEN {DUE} < :as_of THEN 'passed' "
            f"WHEN {DUE} = :as_of THEN 'today' ELSE 'due' END")
STANDS = f"coalesce(coalesce(r.withdrawn_on, d.withdrawn_on) > {DUE}, 1)"  # not withdrawn before anybody had to answer
EVENTS = f"""(
    SELECT issued_on AS event_on, issued_on AS since, 'demand' AS event_kind, 'agency' AS lane, NULL AS jurisdiction_key, NULL AS precision FROM demand
    UNION ALL SELECT issued_on, issued_on, 'demand', 'agency', jurisdiction_key, NULL FROM (
        SELECT DISTINCT d.key, d.issued_on, r.jurisdiction_key FROM demand d JOIN demand_recipient r ON r.demand_key = d.key)
    UNION ALL SELECT due_on, issued_on, 'deadline', 'agency', NULL, NULL FROM (
        SELECT DISTINCT d.key, d.issued_on, {DUE} AS due_on FROM demand d LEFT JOIN demand_recipient r ON r.demand_key = d.key WHERE {STANDS})
    UNION ALL SELECT {DUE}, d.issued_on, 'deadline', 'agency', r.jurisdiction_key, NULL
        FROM demand d JOIN demand_recipient r ON r.demand_key = d.key WHERE {STANDS}
    UNION ALL SELECT d.outcome_on, d.issued_on, 'outcome', {ACTED.format("d", "NULL")}, NULL, NULL FROM demand d WHERE d.outcome IS NOT NULL
    UNION ALL SELECT r.outcome_on, d.issued_on, 'outcome', {ACTED.format("r", "r.jurisdiction_key")}, r.jurisdiction_key, NULL
        FROM demand d JOIN demand_recipient r ON r.demand_key = d.key WHERE r.outcome IS NOT NULL
    UNION ALL SELECT made_on, made_on, 'claim', {SPOKEN.format("c")}, jurisdiction_key, made_on_precision FROM claim c
    UNION ALL SELECT max(c.filed_on, j.joined_on), c.filed_on, iif(j.joined_on > c.filed_on, 'joined', 'case'), 'court', j.jurisdiction_key, NULL
        FROM court_case c JOIN {OF_CASE} j ON j.case_key = c.key
    UNION ALL SELECT r.ruled_on, r.ruled_on, 'ruling', 'court', j.jurisdiction_key, r.ruled_on_precision
        FROM ruling r JOIN {OF_CASE} j ON j.case_key = r.case_key AND j.joined_on <= r.ruled_on
    UNION ALL SELECT s.settled_on, s.settled_on, 'settlement', 'court', j.jurisdiction_key, NULL
        FROM settlement s JOIN {OF_CASE} j ON j.case_key = s.case_key AND j.joined_on <= s.settled_on
    UNION ALL SELECT effective_on, effective_on, 'requirement', 'agency', NULL, effective_on_precision FROM requirement
    UNION ALL SELECT ended_on, effective_on, 'requirement-ended', 'agency', NULL, NULL FROM requirement WHERE ended_on IS NOT NULL
    UNION ALL SELECT n.ended_on, n.effective_on, 'requirement-ended', 'agency', g.key, NULL FROM requirement n JOIN jurisdiction g
        WHERE n.ended_on IS NOT NULL AND (
        EXISTS (SELECT 1 FROM claim c WHERE c.requirement_key = n.key AND c.jurisdiction_key = g.key AND c.made_on <= n.ended_on)
        OR EXISTS (SELECT 1 FROM ruling_effect e JOIN ruling r ON r.key = e.ruling_key WHERE e.requirement_key = n.key
                   AND r.ruled_on <= n.ended_on AND e.from_on <= n.ended_on AND e.scope <> 'nationwide'
                   AND {REACHED.format("j.key = g.key")}))
    UNION ALL SELECT effective_on, effective_on, 'policy', 'jurisdiction', jurisdiction_key, effective_on_precision FROM policy
    UNION ALL SELECT said_on, said_on, 'statement', {SPOKEN.format("t")}, jurisdiction_key, said_on_precision
        FROM statement t)"""
EVENTS_KNOWN = "e.event_on <= :as_of AND e.since <= :as_of"
# Of a year nobody can say that it is between two days unless all of it is; of a date that is not known, never.
FISCAL = "substr({0}, 1, 4) + (substr({0}, 6, 2) >= '10')"
FIRST = ("CASE ifnull({1}, 'day') WHEN 'day' THEN {0} WHEN 'month' THEN substr({0}, 1, 7) || '-01' WHEN 'year' THEN substr({0}, 1, 4) || '-01-01' "
         "WHEN 'fiscal-year' THEN (" + FISCAL + " - 1) || '-10-01' END")
LAST = ("CASE ifnull({1}, 'day') WHEN 'day' THEN {0} WHEN 'month' THEN date(substr({0}, 1, 7) || '-01', '+1 month', '-1 day') "
        "WHEN 'year' THEN substr({0}, 1, 4) || '-12-31' WHEN 'fiscal-year' THEN (" + FISCAL + ") || '-09-30' END")
EVENT_FILTERS = {
    "j": "e.jurisdiction_key IN ?", "demand": "e." + NAMED.replace("j.key", "jurisdiction_key", 1), "lane": "e.lane IN ?",
    "event": "e.event_kind IN ?",
    "from": FIRST.format("e.event_on", "e.precision") + " >= ?", "to": LAST.format("e.event_on", "e.precision") + " <= ?"}

# What an authority holds on the day: its newest claim, unless that has ended; a court, the newest of its rulings in force
# that reach the jurisdiction. It is by name but for what a ruling does nationwide.
HELD = f"""(
    SELECT c.jurisdiction_key, c.requirement_key, c.authority_key, c.stated_position AS position, 1 AS by_name
    FROM claim c
    WHERE c.made_on <= :as_of AND coalesce(c.ended_on, '9999-12-31') > :as_of AND NOT EXISTS (
        SELECT 1 FROM claim n WHERE n.jurisdiction_key = c.jurisdiction_key AND n.requirement_key = c.requirement_key
        AND n.authority_key = c.authority_key AND n.made_on <= :as_of AND (n.made_on, n.key) > (c.made_on, c.key))
    UNION ALL
    SELECT * FROM (
        SELECT g.key, e.requirement_key, r.authority_key, iif(e.effect = 'bars', 'barred-by-court', 'allowed-by-court'),
               row_number() OVER (PARTITION BY g.key, e.requirement_key, r.authority_key ORDER BY r.ruled_on DESC, e.key DESC) AS place
        FROM jurisdiction g JOIN ruling_effect e JOIN ruling r ON r.key = e.ruling_key
        WHERE r.ruled_on <= :as_of AND e.from_on <= :as_of AND coalesce(e.until_on, '9999-12-31') > :as_of
        AND {REACHED.format("j.key = g.key")}) WHERE place = 1)"""
DIFFERS = f"""(SELECT max(a.position IN ('complies', 'barred-by-court')) AND max(a.position IN ('does-not-comply', 'preliminary', 'documents-demanded'))
    FROM {HELD} a WHERE a.jurisdiction_key = h.jurisdiction_key AND a.requirement_key = h.requirement_key)"""
NAMED_BY = f"""(EXISTS (SELECT 1 FROM claim c WHERE c.jurisdiction_key = h.jurisdiction_key AND c.requirement_key = h.requirement_key
    AND c.made_on <= :as_of AND coalesce(c.ended_on, '9999-12-31') > :as_of AND NOT EXISTS (
        SELECT 1 FROM claim n WHERE n.jurisdiction_key = c.jurisdiction_key AND n.requirement_key = c.requirement_key
        AND n.authority_key = c.authority_key AND n.made_on <= :as_of AND (n.made_on, n.key) > (c.made_on, c.key)))
    OR EXISTS (SELECT 1 FROM ruling_effect e JOIN ruling r ON r.key = e.ruling_key WHERE e.requirement_key = h.requirement_key
        AND r.ruled_on <= :as_of AND e.from_on <= :as_of AND coalesce(e.until_on, '9999-12-31') > :as_of AND e.scope <> 'nationwide'
        AND {REACHED.format("j.key = h.jurisdiction_key")}))"""

# A source is known when it was published, or from the first day of what it is cited for; else when it was retrieved.
CITABLE = (("jurisdiction", "'0000'"), ("award", AWARD_SINCE.format("f")), ("figure", "coalesce(f.from_on, (f.fiscal_year - 1) || '-10-01')"),
           ("award_share", f"coalesce(f.from_on, (SELECT {AWARD_SINCE.format('w')} FROM award w WHERE w.key = f.award_key))"),
           ("requirement", "f.effective_on"), ("demand", "f.issued_on"), ("claim", "f.made_on"), ("ruling", "f.ruled_on"), ("ruling_effect", "f.from_on"),
           ("settlement", "f.settled_on"),
           ("requirement_basis", "max(f.from_on, (SELECT q.effective_on FROM requirement q WHERE q.key = f.requirement_key))"),
           ("case_appeal", f"(SELECT {CASE_SINCE} FROM court_case c WHERE c.key = f.case_key)"),
           ("demand_recipient", "(SELECT d.issued_on FROM demand d WHERE d.key = f.demand_key)"), ("policy", "f.effective_on"),
           ("court_case", f"(SELECT {CASE_SINCE} FROM court_case c WHERE c.key = f.key)"), ("statement", "f.said_on"), ("finding", "f.looked_on"),
           ("case_party", f"coalesce(f.joined_on, (SELECT {CASE_SINCE} FROM court_case c WHERE c.key = f.case_key))"))
CITED = " UNION ALL ".join(f"SELECT c.source_key, {day} AS day FROM citation c JOIN {table} f ON c.table_name = '{table}' AND c.row_key = f.key"
                           for table, day in CITABLE)
SOURCES = f"""(
    SELECT s.*, coalesce(min(s.published_on, u.day), s.published_on, u.day, s.retrieved_on) AS since
    FROM source s LEFT JOIN (SELECT source_key, min(day) AS day FROM ({CITED}) GROUP BY 1) u ON u.source_key = s.key)"""

# What a record is found by, and from when.
ALIASES = "(SELECT group_concat(a.name, ' ') FROM jurisdiction_alias a WHERE a.jurisdiction_key = j.key)"
RECIPIENTS = "(SELECT group_concat(w.recipient_name, ' ') FROM award w WHERE w.jurisdiction_key = j.key)"
STATE = "(SELECT s.name FROM jurisdiction s WHERE s.kind = 'state' AND s.state = j.state AND s.key <> j.key)"
FOUND = f"""(
    SELECT '0000' AS since, concat_words(j.name, j.key, j.state, {STATE}, {ALIASES}, {RECIPIENTS}) AS words FROM jurisdiction j
    UNION ALL SELECT d.issued_on, concat_words(d.name, d.key, a.name, a.short_name, d.signed_by, d.legal_basis, d.asked_for, d.threatened)
              FROM demand d JOIN authority a ON a.key = d.authority_key
    UNION ALL SELECT effective_on, concat_words(name, short_name, key, legal_basis) FROM requirement
    UNION ALL SELECT '0000', concat_words(name, short_name, key, listing) FROM program
    UNION ALL SELECT {CASE_SINCE}, concat_words(c.name, c.key, a.name, c.docket, c.judge)
              FROM court_case c JOIN authority a ON a.key = c.authority_key
    UNION ALL SELECT p.effective_on, concat_words(p.name, p.legal_basis, j.name) FROM policy p JOIN jurisdiction j ON j.key = p.jurisdiction_key
    UNION ALL SELECT said_on, concat_words(speaker, role, summary) FROM statement
    UNION ALL SELECT c.made_on, concat_words(j.name, a.name, a.short_name, q.short_name, c.speaker, c.summary)
              FROM claim c JOIN jurisdiction j ON j.key = c.jurisdiction_key JOIN authority a ON a.key = c.authority_key
              JOIN requirement q ON q.key = c.requirement_key
    UNION ALL SELECT since, concat_words(title, publisher, key) FROM {SOURCES})"""

# Of each resource: tables, what is always asked, and a condition a parameter. ? stands for all its values, $ for each
# of them in a condition of its own. A parameter that is not here has no plain count.
COUNTS = {
    "/jurisdictions": ("jurisdiction j", "1", {
        "j": "j.key IN ?",
        "state": "j.state IN ?", "kind": "j.kind IN ?", "demand": NAMED.replace("?", "($)"), "not_demand": "NOT " + NAMED,
        "case": f"j.key IN {PARTY}",
        "standing": "j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r JOIN demand d ON d.key = r.demand_key "
                    f"WHERE d.issued_on <= :as_of AND {DUE} IS NOT NULL AND {STANDING} IN ?)",
        "litigation": f"j.key IN (SELECT q.jurisdiction_key {PARTIES} JOIN court_case c ON c.key = q.case_key "
                      f"WHERE {JOINED} AND ('party' = ? OR coalesce(c.closed_on, '9999-12-31') > :as_of))", "min": "1", "max": "1",
        "program": HAS_MONEY + "p.listing IN ? OR p.key IN ?)", "fy": HAS_MONEY + "m.fiscal_year IN ?)", "measure": "1"}),
    "/demands": ("demand d", "d.issued_on <= :as_of", {}),
    "/demands/{key}": ("demand_recipient r JOIN demand d ON d.key = r.demand_key", "d.issued_on <= :as_of AND d.key = :key", {}),
    "/deadlines": (
        "demand d LEFT JOIN demand_recipient r ON r.demand_key = d.key LEFT JOIN jurisdiction j ON j.key = r.jurisdiction_key",
        "d.issued_on <= :as_of AND coalesce(r.due_on, d.due_on) IS NOT NULL", {
            "j": "j.key IN ?", "state": "j.state IN ?", "demand": "d.key IN ?", "case": OF_ALL, "authority": "d.authority_key IN ?",
            "from": "coalesce(r.due_on, d.due_on) >= ?", "to": "coalesce(r.due_on, d.due_on) <= ?",
            "standing": f"{STANDING} IN ?"}),
    "/requirements": ("requirement q", "q.effective_on <= :as_of", {
        **ABOUT, "program": "q.key IN (SELECT r.requirement_key FROM requirement_program r JOIN program p ON p.key = r.program_key "
                   "WHERE p.listing IN ? OR p.key IN ?)",
        "authority": "q.authority_key IN ?"}),
    "/cases": ("court_case c", f"{CASE_SINCE} <= :as_of", {
        "j": f"c.key IN (SELECT q.case_key {PARTIES} WHERE q.jurisdiction_key IN ? AND {JOINED})",
        "state": f"c.key IN (SELECT q.case_key {PARTIES} JOIN jurisdiction j ON j.key = q.jurisdiction_key WHERE j.state IN ? AND {JOINED})",
        "demand": f"c.key IN (SELECT q.case_key {PARTIES} JOIN jurisdiction j ON j.key = q.jurisdiction_key WHERE {NAMED} AND {JOINED})",
        "case": f"c.key IN (SELECT q.case_key {PARTIES} JOIN jurisdiction j ON j.key = q.jurisdiction_key WHERE {OF_ALL} AND {JOINED})",
        "authority": "c.authority_key IN ?", "from": FIRST.format(CASE_SINCE, CASE_SINCE_PRECISION) + " >= ?", "to": LAST.format(CASE_SINCE, CASE_SINCE_PRECISION) + " <= ?",
        "requirement": "EXISTS (SELECT 1 FROM ruling r JOIN ruling_effect e ON e.ruling_key = r.key "
                       "WHERE r.case_key = c.key AND e.requirement_key IN ? AND r.ruled_on <= :as_of AND e.from_on <= :as_of) "
                       "OR EXISTS (SELECT 1 FROM case_requirement i JOIN requirement q ON q.key = i.requirement_key "
                       "WHERE i.case_key = c.key AND q.key IN ? AND q.effective_on <= :as_of)"}),
    "/rulings": (
        "ruling_effect e JOIN ruling r ON r.key = e.ruling_key", "r.ruled_on <= :as_of AND e.from_on <= :as_of", {
            "j": REACHED.format("j.key IN ?"), "state": REACHED.format("j.state IN ?"), "demand": REACHED.format(NAMED),
            "case": REACHED.format(OF_ALL), "requirement": "e.requirement_key IN ?", "authority": "r.authority_key IN ?",
            "in_force": "iif(coalesce(e.until_on, '9999-12-31') > :as_of, 'yes', 'no') IN ?", "from": FIRST.format("r.ruled_on", "r.ruled_on_precision") + " >= ?",
            "to": LAST.format("r.ruled_on", "r.ruled_on_precision") + " <= ?"}),
    "/programs": ("program", "1", {}),
    "/awards": (
        f"(SELECT w.*, (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = w.key AND x.action_on <= :as_of) AS amount_usd "
        f"FROM award w WHERE {AWARD_SINCE.format('w')} <= :as_of) m "
        "JOIN program p ON p.key = m.program_key LEFT JOIN jurisdiction j ON j.key = m.jurisdiction_key", "1",
        {**MONEY_FILTERS, **RANGE}),
    "/claims": ("claim c JOIN jurisdiction j ON j.key = c.jurisdiction_key", "c.made_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "requirement": "c.requirement_key IN ?", "authority": "c.authority_key IN ?",
        "position": "c.stated_position IN ?", "demand": TOLD.format("c"), "case": OF_ALL,
        "from": FIRST.format("c.made_on", "c.made_on_precision") + " >= ?", "to": LAST.format("c.made_on", "c.made_on_precision") + " <= ?"}),
    "/policies": ("policy p JOIN jurisdiction j ON j.key = p.jurisdiction_key", "p.effective_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "demand": NAMED, "case": OF_ALL, "kind": "j.kind IN ?",
        "from": FIRST.format("p.effective_on", "p.effective_on_precision") + " >= ?", "to": LAST.format("p.effective_on", "p.effective_on_precision") + " <= ?"}),
    "/statements": ("statement t LEFT JOIN jurisdiction j ON j.key = t.jurisdiction_key", "t.said_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "authority": "t.authority_key IN ?", "demand": TOLD.format("t"), "case": OF_ALL,
        "from": FIRST.format("t.said_on", "t.said_on_precision") + " >= ?", "to": LAST.format("t.said_on", "t.said_on_precision") + " <= ?"}),
    "/findings": ("finding n LEFT JOIN jurisdiction j ON j.key = n.jurisdiction_key", "n.looked_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "demand": TOLD.format("n"), "case": OF_ALL}),
    "/sources": (SOURCES, "since <= :as_of", {"source_kind": "source_kind IN ?"}),
    "/timeline": (f"{EVENTS} e", EVENTS_KNOWN, EVENT_FILTERS),
    "/changes": (f"{EVENTS} e", EVENTS_KNOWN, {name: text for name, text in EVENT_FILTERS.items() if name != "lane"}),
    "/status": (f"{HELD} h JOIN jurisdiction j ON j.key = h.jurisdiction_key", NAMED_BY, {
        "j": "j.key IN ?", "state": "j.state IN ?", "demand": NAMED, "case": OF_ALL, "requirement": "h.requirement_key IN ?",
        "authority": "h.authority_key IN ?", "position": f"h.position IN ? OR 'disputed' IN ? AND {DIFFERS}"}),
    "/search": (f"{FOUND} f", "f.since <= :as_of", {"q": "holds(f.words, ?)"}),
    "/funding": (MONEY, "1", {**MONEY_FILTERS, **RANGE, "demand": NAMED, "case": OF_ALL}),
    "/compare": (MONEY, "1", MONEY_FILTERS),
    "/at-stake": (MONEY, "1", {**MONEY_FILTERS, "demand": NAMED, "case": OF_ALL, "requirement":
                  "EXISTS (SELECT 1 FROM requirement q WHERE q.key IN ? AND q.effective_on <= :as_of)"}),
}


def cents(text):
    whole, _, part = text.partition(".")
    return int(whole + (part + "00")[:2])


def tokens(text):
    """Words and numbers in lower case, without marks and leading zeros; initials that dots join are one word."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)).lower()
    joined = re.sub(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_](?![^\W_]))+", lambda initials: initials[0].replace(".", ""), plain)
    return [word.lstrip("0") or "0" if word.isdigit() else word for word in re.findall(r"[^\W\d_]+|\d+", joined)]


def holds(words, asked):
    """Whether every word asked for is in WORDS; of a single letter the word's first is enough, the last may be cut short."""
    there, asked = tokens(words), tokens(asked)
    begun = [len(word) == 1 and word.isalpha() or place == len(asked) and len(word) >= 3 for place, word in enumerate(asked, 1)]
    return bool(asked) and all(any(other.startswith(word) if is_begun else other == word for other in there)
                               for word, is_begun in zip(asked, begun))


def concat_words(*parts):
    return " ".join(part for part in parts if part)


def condition(text, name, values):
    """The condition with its values in it: as text in quotes, numbers as they are."""
    values = [str(cents(value)) if name in ("min", "max") else value if name.startswith("fy") or name.endswith("edition") else "'%s'" % value.replace("'", "''")
              for value in values]
    several = f"({', '.join(values)})" if " IN ?" in text else values[0]
    return " AND ".join(text.replace("$", value) for value in values) if "$" in text else text.replace("?", several)


MAPPED = {"kind": "j.kind IN ?", "demand": NAMED, "program": MONEY_FILTERS["program"], "fy": MONEY_FILTERS["fy"], "measure": "m.measure IN ?"}


def asked_of(filters, asked):
    return "".join(f" AND ({condition(filters[name], name, values)})" for name, values in asked.items() if name in filters)


def opened(edition):
    store = sqlite3.connect(f"file:{edition}?mode=ro", uri=True)
    store.create_function("holds", 2, holds, deterministic=True)
    store.create_function("concat_words", -1, concat_words, deterministic=True)
    return contextlib.closing(store)


def sized(asked):
    """The jurisdictions that have as much of a measure as is asked for, of the programs and the year asked for."""
    which = {name: MONEY_FILTERS[name] for name in ("program", "fy", "measure")}
    return ("j.key IN (SELECT m.jurisdiction_key FROM (SELECT m.jurisdiction_key, coalesce(sum(m.counted_usd), sum(m.amount_usd)) AS amount_usd "
            f"FROM {CELLS} m JOIN program p ON p.key = m.program_key WHERE 1{asked_of(which, asked)} GROUP BY m.jurisdiction_key, m.measure) m "
            f"WHERE 1{asked_of(RANGE, asked)})")


def map_sums(edition, asked, as_of):
    """Of all rows of a map: jurisdictions, cents of local governments, cents of states; the cents None where no measure
    is asked for."""
    places = {name: MAPPED[name] for name in ("kind", "demand")}
    with opened(edition) as store:
        count = store.execute(f"SELECT count(*) FROM jurisdiction j WHERE 1{asked_of(places, asked)}", {"as_of": as_of}).fetchone()
        sums = store.execute(f"SELECT sum(m.counted_usd) FILTER (WHERE j.kind NOT IN ('state', 'territory')), "
                             f"sum(m.counted_usd) FILTER (WHERE j.kind IN ('state', 'territory')) "
                             f"FROM {MONEY} WHERE 1{asked_of(MAPPED, asked)}", {"as_of": as_of}).fetchone()
    return (*count, *(sums if "measure" in asked else (None, None)))


# What a removed citation was of is in its name, not told column by column.
TOLD_CHANGES = "(c.table_name || c.change_kind <> 'citationremoved' OR c.column_name NOT IN ('row_key', 'table_name'))"


def count_changes(edition, asked, as_of):
    """Rows of /changes between two editions; None on a day of which the ledger tells only what was known then."""
    filters = {"from_edition": "c.edition > ?", "to_edition": "c.edition <= ?", "from": "h.as_of >= ?", "to": "h.as_of <= ?",
               "event": "'correction' IN ?"}
    if not set(asked) <= set(filters):
        return None
    with opened(edition) as store:
        if as_of != store.execute("SELECT as_of FROM stamp").fetchone()[0]:
            return None
        return store.execute("SELECT count(*), NULL FROM change c JOIN edition_history h ON h.edition = c.edition "
                             f"WHERE {TOLD_CHANGES}{asked_of(filters, asked)}").fetchone()


def count(edition, path, asked, as_of, key=None):
    """Rows, and cents of the counted amounts where one measure is asked for (None else); None where there is no plain
    count. ASKED is the values by parameter."""
    if path == "/map":  # 50 states, the District, five territories; map_sums tells what is in their rows
        return 56, None
    if path == "/search" and "q" not in asked:
        return 0, None
    if {"from_edition", "to_edition"} & set(asked):
        return count_changes(edition, asked, as_of)
    if path not in COUNTS or not set(asked) <= set(COUNTS[path][2]):
        return None
    tables, always, filters = COUNTS[path]
    if path == "/jurisdictions" and {"min", "max"} & set(asked):
        always += f" AND {sized(asked)}"
    if path == "/jurisdictions" and {"program", "fy"} <= set(asked) and "measure" not in asked:  # of that program in that year
        which = {name: MONEY_FILTERS[name] for name in ("program", "fy")}
        always += f" AND {HAS_MONEY}1{asked_of(which, asked)})"
    if path == "/jurisdictions" and ("measure" in asked or {"program", "fy"} <= set(asked)):  # a measure: then they choose the amounts
        asked = {name: values for name, values in asked.items() if name not in ("program", "fy")}
    if path in ("/timeline", "/changes") and not {"j", "demand"} & set(asked):  # then of the whole, and each change once
        once = " OR e.event_kind IN ('claim', 'joined', 'outcome', 'policy', 'statement')" if path == "/changes" else ""
        always += f" AND (e.jurisdiction_key IS NULL{once})"
    corrections = (0,)
    if path == "/changes" and "correction" in asked.get("event", ()):
        corrections = count_changes(edition, asked, as_of)
        if corrections is None:
            return None
    if path == "/requirements" and set(ABOUT) & set(asked):
        always += " AND " + REQUIRED.replace("{0}", "1" + asked_of(ABOUT, asked))
        asked = {name: values for name, values in asked.items() if name not in ABOUT}
    where = always + asked_of(filters, asked)
    total = "sum(m.counted_usd)" if "counted_usd" in tables and "measure" in asked else "NULL"
    with opened(edition) as store:
        found, sums = store.execute(f"SELECT count(*), {total} FROM {tables} WHERE {where}",
                                    {"as_of": as_of, **({"key": key} if key else {})}).fetchone()
        return found + corrections[0], sums
