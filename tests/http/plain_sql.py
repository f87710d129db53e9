"""How many rows a question has, counted over the tables that editors fill: no roll-up, no event, no derived span."""
import sqlite3

# The day from which a joint share, a case and an award stand.
AWARD_SINCE = ("coalesce((SELECT min(x.action_on) FROM award_action x WHERE x.award_key = {0}.key), "
               "({0}.fiscal_year - 1) || '-10-01')")
CASE_SINCE = "coalesce(c.filed_on, (SELECT min(r.ruled_on) FROM ruling r WHERE r.case_key = c.key))"

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

TOLD = "{0}.demand_key IN (SELECT d.key FROM demand d WHERE d.issued_on <= :as_of AND d.key IN ?)"

# Of each resource: tables, what is always asked, and a condition a parameter. ? stands for all its values, $ for each
# of them in a condition of its own. A parameter that is not here has no plain count.
COUNTS = {
    "/jurisdictions": ("jurisdiction j", "1", {
        "j": "j.key IN ?",
        "state": "j.state IN ?", "kind": "j.kind IN ?", "demand": NAMED.replace("?", "($)"), "not_demand": "NOT " + NAMED,
        "case": f"j.key IN {PARTY}",
        "program": HAS_MONEY + "p.listing IN ? OR p.key IN ?)", "fy": HAS_MONEY + "m.fiscal_year IN ?)", "measure": "1"}),
    "/demands": ("demand d", "d.issued_on <= :as_of", {}),
    "/demands/{key}": ("demand_recipient r JOIN demand d ON d.key = r.demand_key", "d.issued_on <= :as_of AND d.key = :key", {}),
    "/deadlines": (
        "demand d LEFT JOIN demand_recipient r ON r.demand_key = d.key LEFT JOIN jurisdiction j ON j.key = r.jurisdiction_key",
        "d.issued_on <= :as_of AND coalesce(r.due_on, d.due_on) IS NOT NULL", {
            "j": "j.key IN ?", "state": "j.state IN ?", "demand": "d.key IN ?", "authority": "d.authority_key IN ?",
            "from": "coalesce(r.due_on, d.due_on) >= ?", "to": "coalesce(r.due_on, d.due_on) <= ?"}),
    "/requirements": ("requirement q", "q.effective_on <= :as_of", {
        "j": REQUIRED.format("j.key IN ?"), "state": REQUIRED.format("j.state IN ?"), "demand": REQUIRED.format(NAMED),
        "program": "q.key IN (SELECT r.requirement_key FROM requirement_program r JOIN program p ON p.key = r.program_key "
                   "WHERE p.listing IN ? OR p.key IN ?)",
        "authority": "q.authority_key IN ?"}),
    "/cases": ("court_case c", f"{CASE_SINCE} <= :as_of", {
        "j": f"c.key IN (SELECT q.case_key {PARTIES} WHERE q.jurisdiction_key IN ? AND {JOINED})",
        "state": f"c.key IN (SELECT q.case_key {PARTIES} JOIN jurisdiction j ON j.key = q.jurisdiction_key WHERE j.state IN ? AND {JOINED})",
        "demand": f"c.key IN (SELECT q.case_key {PARTIES} JOIN jurisdiction j ON j.key = q.jurisdiction_key WHERE {NAMED} AND {JOINED})",
        "authority": "c.authority_key IN ?", "from": f"{CASE_SINCE} >= ?", "to": f"{CASE_SINCE} <= ?",
        "requirement": "c.key IN (SELECT r.case_key FROM ruling r JOIN ruling_effect e ON e.ruling_key = r.key "
                       "WHERE e.requirement_key IN ? AND r.ruled_on <= :as_of AND e.from_on <= :as_of)"}),
    "/rulings": (
        "ruling_effect e JOIN ruling r ON r.key = e.ruling_key", "r.ruled_on <= :as_of AND e.from_on <= :as_of", {
            "j": REACHED.format("j.key IN ?"), "state": REACHED.format("j.state IN ?"), "demand": REACHED.format(NAMED),
            "requirement": "e.requirement_key IN ?", "authority": "r.authority_key IN ?", "from": "r.ruled_on >= ?",
            "to": "r.ruled_on <= ?"}),
    "/programs": ("program", "1", {}),
    "/awards": (
        f"(SELECT w.*, (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = w.key AND x.action_on <= :as_of) AS amount_usd "
        f"FROM award w WHERE {AWARD_SINCE.format('w')} <= :as_of) m "
        "JOIN program p ON p.key = m.program_key LEFT JOIN jurisdiction j ON j.key = m.jurisdiction_key", "1",
        {**MONEY_FILTERS, **RANGE}),
    "/claims": ("claim c JOIN jurisdiction j ON j.key = c.jurisdiction_key", "c.made_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "requirement": "c.requirement_key IN ?", "authority": "c.authority_key IN ?",
        "position": "c.stated_position IN ?", "demand": TOLD.format("c"), "from": "c.made_on >= ?", "to": "c.made_on <= ?"}),
    "/policies": ("policy p JOIN jurisdiction j ON j.key = p.jurisdiction_key", "p.effective_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "demand": NAMED, "kind": "j.kind IN ?", "from": "p.effective_on >= ?",
        "to": "p.effective_on <= ?"}),
    "/statements": ("statement t LEFT JOIN jurisdiction j ON j.key = t.jurisdiction_key", "t.said_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "authority": "t.authority_key IN ?", "demand": TOLD.format("t"),
        "from": "t.said_on >= ?", "to": "t.said_on <= ?"}),
    "/findings": ("finding n LEFT JOIN jurisdiction j ON j.key = n.jurisdiction_key", "n.looked_on <= :as_of", {
        "j": "j.key IN ?", "state": "j.state IN ?", "demand": TOLD.format("n")}),
    "/sources": ("source", "1", {"source_kind": "source_kind IN ?"}),
    "/funding": (MONEY, "1", {**MONEY_FILTERS, **RANGE, "demand": NAMED}),
    "/compare": (MONEY, "1", MONEY_FILTERS),
    "/at-stake": (MONEY, "1", {**MONEY_FILTERS, "demand": NAMED, "requirement":
                  "EXISTS (SELECT 1 FROM requirement q WHERE q.key IN ? AND q.effective_on <= :as_of)"}),
}


def cents(text):
    whole, _, part = text.partition(".")
    return int(whole + (part + "00")[:2])


def condition(text, name, values):
    """The condition with its values in it: as text in quotes, numbers as they are."""
    values = [str(cents(value)) if name in ("min", "max") else value if name.startswith("fy") else "'%s'" % value
              for value in values]
    several = f"({', '.join(values)})" if " IN ?" in text else values[0]
    return " AND ".join(text.replace("$", value) for value in values) if "$" in text else text.replace("?", several)


def count(edition, path, asked, as_of, key=None):
    """Rows, and cents of the counted amounts where one measure is asked for (None else); None where there is no plain
    count. ASKED is the values by parameter."""
    if path not in COUNTS or not set(asked) <= set(COUNTS[path][2]):
        return None
    tables, always, filters = COUNTS[path]
    if path == "/jurisdictions" and "measure" in asked:  # then they choose the amounts, not the rows
        asked = {name: values for name, values in asked.items() if name not in ("program", "fy")}
    where = " AND ".join([always, *(f"({condition(filters[name], name, values)})" for name, values in asked.items())])
    total = "sum(m.counted_usd)" if "counted_usd" in tables and "measure" in asked else "NULL"
    with sqlite3.connect(f"file:{edition}?mode=ro", uri=True) as store:
        return store.execute(f"SELECT count(*), {total} FROM {tables} WHERE {where}",
                             {"as_of": as_of, **({"key": key} if key else {})}).fetchone()
