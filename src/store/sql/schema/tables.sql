-- The public tables. The register and every edition hold exactly these, with the same columns.
--
-- Conventions, relied on by import, check, publish and export:
--   * key is stable, lower case ([a-z0-9] then [a-z0-9.-]*), unique in its table and never reused.
--   * a column X_key refers to another table's key; its type, label and accepted values stand in app/columns_*.c.
--   * dates are TEXT YYYY-MM-DD; money (..._usd) is INTEGER cents; codes are TEXT and keep leading zeros.
--   * a table with a confidence column holds facts: each row has at least one citation, or, where it has the column, a
--     source_key.
--   * the first DATE column named below each table decides what an as-of date hides. Where no more than the month, the
--     year or the fiscal year is known, a day stands for it and X_precision says what is known; none: the day itself.

CREATE TABLE source (
    key          TEXT PRIMARY KEY NOT NULL,
    publisher    TEXT NOT NULL,           -- of the original document
    title        TEXT NOT NULL,
    url          TEXT,                    -- of the original, where it has an address
    copy_url     TEXT,                    -- of the copy that was read, where that is another one
    published_on TEXT,
    retrieved_on TEXT NOT NULL,
    source_kind  TEXT NOT NULL,
    note         TEXT
) STRICT;

CREATE TABLE jurisdiction (
    key             TEXT PRIMARY KEY NOT NULL,
    name            TEXT NOT NULL,
    kind            TEXT NOT NULL,
    state           TEXT NOT NULL,        -- USPS code
    geoid           TEXT,                 -- Census GEOID: state, county or place
    county_fips     TEXT,
    population_2020 INTEGER,              -- decennial census
    population_2021 INTEGER,              -- Census estimate
    population_2017 INTEGER,              -- Census estimate
    latitude        REAL,
    longitude       REAL,
    confidence      TEXT NOT NULL,
    note            TEXT
) STRICT;

CREATE TABLE jurisdiction_alias (
    key              TEXT PRIMARY KEY NOT NULL,
    jurisdiction_key TEXT NOT NULL REFERENCES jurisdiction (key),
    name             TEXT NOT NULL,
    alias_kind       TEXT NOT NULL,
    note             TEXT
) STRICT;

CREATE TABLE authority (
    key              TEXT PRIMARY KEY NOT NULL,
    name             TEXT NOT NULL,
    short_name       TEXT NOT NULL,
    authority_kind   TEXT NOT NULL,
    jurisdiction_key TEXT REFERENCES jurisdiction (key)   -- when the authority is a jurisdiction speaking for itself
) STRICT;

CREATE TABLE program (
    key           TEXT PRIMARY KEY NOT NULL,
    listing       TEXT NOT NULL,          -- federal assistance listing, NN.NNN
    name          TEXT NOT NULL,
    short_name    TEXT NOT NULL,
    authority_key TEXT NOT NULL REFERENCES authority (key)
) STRICT;

CREATE TABLE award (                       -- its first award_action, else the first day of fiscal_year
    key              TEXT PRIMARY KEY NOT NULL,
    fain             TEXT,                 -- none: the number is not known
    program_key      TEXT NOT NULL REFERENCES program (key),
    jurisdiction_key TEXT REFERENCES jurisdiction (key),
    recipient_name   TEXT NOT NULL,
    recipient_uei    TEXT,                 -- Unique Entity Identifier of SAM.gov
    fiscal_year      INTEGER NOT NULL,
    summary          TEXT,
    modified_on      TEXT,                 -- when the agency last changed the record that names the recipient
    source_key       TEXT REFERENCES source (key),  -- the bulk file that told it; its citations else
    confidence       TEXT NOT NULL,
    note             TEXT
) STRICT;

CREATE TABLE award_share (                 -- from_on, else its award's date. An award with shares is a joint award: it
    key               TEXT PRIMARY KEY NOT NULL,  -- counts once, in full, under its recipient
    award_key         TEXT NOT NULL REFERENCES award (key),
    jurisdiction_key  TEXT NOT NULL REFERENCES jurisdiction (key),
    amount_usd        INTEGER,              -- none: it has a part, and how much is not known
    from_on           TEXT,
    from_on_precision TEXT,
    confidence        TEXT NOT NULL,
    note              TEXT
) STRICT;

CREATE TABLE award_action (                -- action_on. A line of its award: confidence and sources are the award's
    key                 TEXT PRIMARY KEY NOT NULL,
    award_key           TEXT NOT NULL REFERENCES award (key),
    action_on           TEXT NOT NULL,
    action_on_precision TEXT,
    amount_usd          INTEGER NOT NULL,          -- negative: de-obligation
    modified_on         TEXT,                      -- when the agency last changed the record
    note                TEXT
) STRICT;

CREATE TABLE figure (                      -- from_on, else the first day of fiscal_year
    key              TEXT PRIMARY KEY NOT NULL,
    jurisdiction_key TEXT REFERENCES jurisdiction (key),  -- none: the whole program
    program_key      TEXT NOT NULL REFERENCES program (key),
    fiscal_year      INTEGER NOT NULL,
    measure          TEXT NOT NULL,
    amount_usd       INTEGER NOT NULL,
    from_on          TEXT,
    counted          INTEGER NOT NULL,     -- 0: stays out of totals, flag_reason says why
    flag_reason      TEXT,
    authority_key    TEXT NOT NULL REFERENCES authority (key),  -- who states the figure
    confidence       TEXT NOT NULL,
    note             TEXT
) STRICT;

CREATE TABLE requirement (                 -- effective_on
    key                    TEXT PRIMARY KEY NOT NULL,
    name                   TEXT NOT NULL,
    short_name             TEXT NOT NULL,
    authority_key          TEXT NOT NULL REFERENCES authority (key),
    legal_basis            TEXT,
    summary                TEXT NOT NULL,
    effective_on           TEXT NOT NULL,
    effective_on_precision TEXT,
    ended_on               TEXT,
    end_reason             TEXT,
    confidence             TEXT NOT NULL,
    note                   TEXT
) STRICT;

CREATE TABLE requirement_basis (           -- from_on. A further law, rule or order that it rests on from that day
    key             TEXT PRIMARY KEY NOT NULL,
    requirement_key TEXT NOT NULL REFERENCES requirement (key),
    legal_basis     TEXT NOT NULL,
    from_on         TEXT NOT NULL,
    confidence      TEXT NOT NULL,
    note            TEXT
) STRICT;

CREATE TABLE requirement_program (
    key             TEXT PRIMARY KEY NOT NULL,
    requirement_key TEXT NOT NULL REFERENCES requirement (key),
    program_key     TEXT NOT NULL REFERENCES program (key),
    fy_from         INTEGER NOT NULL,
    fy_to           INTEGER
) STRICT;

CREATE TABLE demand (                      -- issued_on; outcome from outcome_on, withdrawal from withdrawn_on
    key                    TEXT PRIMARY KEY NOT NULL,
    name                   TEXT NOT NULL,
    authority_key          TEXT NOT NULL REFERENCES authority (key),
    demand_kind            TEXT NOT NULL,
    issued_on              TEXT NOT NULL,
    signed_by              TEXT,
    due_on                 TEXT,
    withdrawn_on           TEXT,           -- the day from which no answer was due by due_on any more
    legal_basis            TEXT,
    asked_for              TEXT,
    threatened             TEXT,
    stated_count           INTEGER,        -- how many the issuer said it named
    stated_count_precision TEXT,           -- more-than: there were more
    outcome                TEXT,
    outcome_on             TEXT,
    outcome_authority_key  TEXT REFERENCES authority (key),  -- whose act it was; empty: of several, or not known
    confidence             TEXT NOT NULL,
    note                   TEXT
) STRICT;

CREATE TABLE demand_recipient (            -- its demand's issued_on; outcome from outcome_on
    key                   TEXT PRIMARY KEY NOT NULL,
    demand_key            TEXT NOT NULL REFERENCES demand (key),
    jurisdiction_key      TEXT NOT NULL REFERENCES jurisdiction (key),
    printed_name          TEXT NOT NULL,   -- as the letter or list prints it
    due_on                TEXT,            -- where it differs from the demand's
    withdrawn_on          TEXT,            -- where it differs from the demand's
    outcome               TEXT,
    outcome_on            TEXT,
    outcome_authority_key TEXT REFERENCES authority (key),
    confidence            TEXT NOT NULL,
    note                  TEXT
) STRICT;

CREATE TABLE claim (                       -- made_on; in force until ended_on
    key               TEXT PRIMARY KEY NOT NULL,
    jurisdiction_key  TEXT NOT NULL REFERENCES jurisdiction (key),
    requirement_key   TEXT NOT NULL REFERENCES requirement (key),
    authority_key     TEXT NOT NULL REFERENCES authority (key),
    stated_position   TEXT NOT NULL,        -- never a court's: those derive from ruling_effect
    made_on           TEXT NOT NULL,
    made_on_precision TEXT,
    ended_on          TEXT,
    end_reason        TEXT,
    speaker           TEXT,
    summary           TEXT NOT NULL,
    demand_key        TEXT REFERENCES demand (key),
    confidence        TEXT NOT NULL,
    note              TEXT
) STRICT;

CREATE TABLE court_case (                  -- filed_on, else its first ruling's ruled_on
    key           TEXT PRIMARY KEY NOT NULL,
    name          TEXT NOT NULL,
    authority_key TEXT NOT NULL REFERENCES authority (key),  -- the court
    docket        TEXT,
    judge         TEXT,
    filed_on      TEXT,
    appeal_of_key TEXT REFERENCES court_case (key),          -- the first, where it is one of several: see case_appeal
    summary       TEXT NOT NULL,
    closed_on     TEXT,
    end_reason    TEXT,
    confidence    TEXT NOT NULL,
    note          TEXT
) STRICT;

CREATE TABLE case_appeal (                 -- its case's date. A further case that the case is an appeal of: one may be
    key           TEXT PRIMARY KEY NOT NULL,   -- of several, which it decides together
    case_key      TEXT NOT NULL REFERENCES court_case (key),
    appeal_of_key TEXT NOT NULL REFERENCES court_case (key),
    confidence    TEXT NOT NULL,
    note          TEXT
) STRICT;

CREATE TABLE case_party (                  -- joined_on, else its case's date
    key              TEXT PRIMARY KEY NOT NULL,
    case_key         TEXT NOT NULL REFERENCES court_case (key),
    jurisdiction_key TEXT REFERENCES jurisdiction (key),
    name             TEXT NOT NULL,
    side             TEXT NOT NULL,
    joined_on        TEXT,
    confidence       TEXT NOT NULL,
    note             TEXT
) STRICT;

CREATE TABLE case_requirement (            -- its case's date. What the case was brought over
    key             TEXT PRIMARY KEY NOT NULL,
    case_key        TEXT NOT NULL REFERENCES court_case (key),
    requirement_key TEXT NOT NULL REFERENCES requirement (key)
) STRICT;

CREATE TABLE ruling (                      -- ruled_on
    key                TEXT PRIMARY KEY NOT NULL,
    case_key           TEXT NOT NULL REFERENCES court_case (key),
    authority_key      TEXT NOT NULL REFERENCES authority (key),  -- the court that ruled
    ruled_on           TEXT NOT NULL,
    ruled_on_precision TEXT,
    ruling_kind        TEXT NOT NULL,
    reporter           TEXT,               -- where it is printed, e.g. 264 F. Supp. 3d 933
    judge              TEXT,
    summary            TEXT NOT NULL,
    confidence         TEXT NOT NULL,
    note               TEXT
) STRICT;

CREATE TABLE ruling_effect (               -- from_on; in force until until_on
    key                TEXT PRIMARY KEY NOT NULL,
    ruling_key         TEXT NOT NULL REFERENCES ruling (key),
    requirement_key    TEXT NOT NULL REFERENCES requirement (key),
    effect             TEXT NOT NULL,      -- bars or allows the requirement
    scope              TEXT NOT NULL,      -- plaintiffs: those of its case on that day; statewide: their states
    from_on            TEXT NOT NULL,
    from_on_precision  TEXT,
    until_on           TEXT,
    until_on_precision TEXT,
    end_reason         TEXT,
    confidence         TEXT NOT NULL,
    note               TEXT
) STRICT;

CREATE TABLE settlement (                  -- settled_on. An act of the parties, no ruling of the court
    key        TEXT PRIMARY KEY NOT NULL,
    case_key   TEXT NOT NULL REFERENCES court_case (key),
    settled_on TEXT NOT NULL,
    summary    TEXT NOT NULL,              -- what they agreed on
    confidence TEXT NOT NULL,
    note       TEXT
) STRICT;

CREATE TABLE policy (                      -- effective_on
    key                    TEXT PRIMARY KEY NOT NULL,
    jurisdiction_key       TEXT NOT NULL REFERENCES jurisdiction (key),
    name                   TEXT NOT NULL,
    legal_basis            TEXT,                 -- ordinance, statute or order number
    effective_on           TEXT NOT NULL,
    effective_on_precision TEXT,
    ended_on               TEXT,
    summary                TEXT NOT NULL,
    confidence             TEXT NOT NULL,
    note                   TEXT
) STRICT;

CREATE TABLE statement (                   -- said_on
    key               TEXT PRIMARY KEY NOT NULL,
    said_on           TEXT NOT NULL,
    said_on_precision TEXT,
    speaker           TEXT NOT NULL,
    role              TEXT,
    authority_key     TEXT REFERENCES authority (key),
    jurisdiction_key  TEXT REFERENCES jurisdiction (key),  -- whom it is by or about
    demand_key        TEXT REFERENCES demand (key),
    summary           TEXT NOT NULL,        -- a paraphrase
    confidence        TEXT NOT NULL,
    note              TEXT
) STRICT;

CREATE TABLE finding (                     -- looked_on
    key              TEXT PRIMARY KEY NOT NULL,
    looked_on        TEXT NOT NULL,
    looked_for       TEXT NOT NULL,
    looked_in        TEXT NOT NULL,
    summary          TEXT NOT NULL,
    jurisdiction_key TEXT REFERENCES jurisdiction (key),
    demand_key       TEXT REFERENCES demand (key),
    confidence       TEXT NOT NULL,
    note             TEXT
) STRICT;

CREATE TABLE citation (
    key        TEXT PRIMARY KEY NOT NULL,
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    source_key TEXT NOT NULL REFERENCES source (key),
    pinpoint   TEXT                        -- page, line or paragraph
) STRICT;

CREATE TABLE accepted_warning (            -- a warning of a check that does not stop a publish
    key        TEXT PRIMARY KEY NOT NULL,  -- CHECK.TABLE.ROW, "_" as "-"; CHECK.2.TABLE.ROW of another of the row
    check_name TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    observed   TEXT NOT NULL,              -- the values warned of; other values are warned of again
    reason     TEXT NOT NULL
) STRICT;

CREATE TABLE change_note (                 -- why a row was changed; speaks of the first edition that holds it
    key         TEXT PRIMARY KEY NOT NULL,
    table_name  TEXT NOT NULL,
    row_key     TEXT NOT NULL,
    column_name TEXT,                      -- none: whatever changed in the row
    reason      TEXT NOT NULL,
    source_key  TEXT REFERENCES source (key)
) STRICT;
