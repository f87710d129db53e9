-- What an edition holds besides the public tables: its stamp, and tables made for reading, all derived by fill.sql.

CREATE TABLE stamp (
    number       INTEGER NOT NULL,
    as_of        TEXT NOT NULL,     -- newest retrieved_on of its sources, or publish --date
    content_hash TEXT NOT NULL,     -- SHA-256 of all public rows as canonical JSON
    row_count    INTEGER NOT NULL,  -- public rows
    recipe       TEXT NOT NULL,     -- SHA-256 of the source that made it
    asked        TEXT NOT NULL      -- SHA-256 of the source of the statements that were tried on it
) STRICT;

-- The public columns that the content hash is over: an edition made anew by a later program may have others besides.
CREATE TABLE published_column (
    table_name  TEXT NOT NULL,
    column_name TEXT NOT NULL,
    PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

-- Every edition up to this one, and what each changed: the corrections ledger, carried on from edition to edition.
CREATE TABLE edition_history (
    edition          INTEGER PRIMARY KEY,
    as_of            TEXT NOT NULL,
    content_hash     TEXT NOT NULL,
    row_count        INTEGER NOT NULL,
    restored_edition INTEGER            -- the edition whose content it brought back
) STRICT;

CREATE TABLE change (
    edition     INTEGER NOT NULL,
    table_name  TEXT NOT NULL,
    row_key     TEXT NOT NULL,
    change_kind TEXT NOT NULL,          -- added: one row. changed: one for each column that differs. removed: one for
    column_name TEXT,                   -- each column that had a value
    old_value   TEXT,                   -- values as CSV has them: money in dollars
    new_value   TEXT,
    reason      TEXT,
    source_key  TEXT
) STRICT;

-- A jurisdiction as lists show it, with the id it has in its own table.
CREATE TABLE jurisdiction_row (
    place           INTEGER PRIMARY KEY, -- in the order of keys
    id              INTEGER NOT NULL,
    key             TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    unique_name     TEXT NOT NULL,       -- the name, with what tells it from others of that name
    kind            TEXT NOT NULL,
    state           TEXT NOT NULL,
    population_2020 INTEGER,
    latitude        REAL,
    longitude       REAL,
    sources         TEXT,
    disputed_from   TEXT NOT NULL,   -- the first day on which dispute_span has it; 9999-12-31: none
    named_as        TEXT NOT NULL,   -- which named_jurisdiction stands for it
    group_id        INTEGER NOT NULL, -- of its state and kind
    full_name       TEXT GENERATED ALWAYS AS -- the name, with its state where that does not stand in it
                    (iif(kind IN ('state', 'territory') OR instr(name, ','), name, name || ', ' || state)) VIRTUAL
) STRICT;

-- Jurisdictions of a state and a kind, of a kind (state *), and all (both *).
CREATE TABLE jurisdiction_group (
    id        INTEGER PRIMARY KEY,
    state     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    row_count INTEGER NOT NULL,      -- jurisdictions
    UNIQUE (state, kind)
) STRICT;

CREATE TABLE group_row_source (       -- where the jurisdictions of one state and kind are from
    group_id INTEGER NOT NULL,
    sources  TEXT NOT NULL,
    PRIMARY KEY (group_id, sources)
) STRICT, WITHOUT ROWID;

-- How many of a group each value has, by day: of how many a position is held, an authority holds one, a deadline stands so. What a
-- jurisdiction holds of itself is left out of the authorities.
CREATE TABLE group_facet (
    group_id  INTEGER NOT NULL,
    facet     TEXT NOT NULL,         -- authority, demand, litigation, position or standing
    value     TEXT NOT NULL,
    from_on   TEXT NOT NULL,
    until_on  TEXT NOT NULL,         -- 9999-12-31: until today
    row_count INTEGER NOT NULL,      -- jurisdictions
    PRIMARY KEY (group_id, facet, value, from_on)
) STRICT, WITHOUT ROWID;

-- What lists are narrowed by where nothing is asked yet, on the edition's date, in the order in which it is told.
CREATE TABLE kept_facet (
    list       TEXT NOT NULL,        -- the statement that counts them on other dates
    facet      TEXT NOT NULL,
    sort_value INTEGER NOT NULL,
    row_count  INTEGER NOT NULL,
    value      TEXT NOT NULL,        -- '': row_count more values, which are not told
    label      TEXT,
    PRIMARY KEY (list, facet, sort_value, row_count DESC, value)
) STRICT, WITHOUT ROWID;

-- The years of each program that a requirement is on, in the order in which they are told.
CREATE TABLE requirement_reach (
    requirement_key TEXT NOT NULL,
    program         TEXT NOT NULL,  -- short name
    fy_from         INTEGER NOT NULL,
    key             TEXT NOT NULL,  -- of requirement_program
    fy_to           INTEGER,        -- NULL: all later years
    PRIMARY KEY (requirement_key, program, fy_from, key)
) STRICT, WITHOUT ROWID;

-- What each requirement rests on, from a day until its next.
CREATE TABLE requirement_law (
    requirement_key TEXT NOT NULL,
    from_on         TEXT NOT NULL,
    legal_basis     TEXT,
    sources         TEXT NOT NULL,  -- of the requirement too
    PRIMARY KEY (requirement_key, from_on)
) STRICT, WITHOUT ROWID;

-- Which cases a case is an appeal of, since both are known.
CREATE TABLE appeal (
    case_key      TEXT NOT NULL,
    appeal_of_key TEXT NOT NULL,
    since_on      TEXT NOT NULL,
    sources       TEXT NOT NULL,
    PRIMARY KEY (case_key, appeal_of_key)
) STRICT, WITHOUT ROWID;

-- The jurisdictions that are parties to a case, each from its first day in it.
CREATE TABLE case_jurisdiction (
    case_key         TEXT NOT NULL,
    jurisdiction_key TEXT NOT NULL,
    since_on         TEXT NOT NULL,
    PRIMARY KEY (case_key, jurisdiction_key)
) STRICT, WITHOUT ROWID;

-- How many they are, by day.
CREATE TABLE case_size (
    case_key  TEXT NOT NULL,
    from_on   TEXT NOT NULL,
    until_on  TEXT NOT NULL,         -- 9999-12-31: until today
    row_count INTEGER NOT NULL,
    PRIMARY KEY (case_key, from_on)
) STRICT, WITHOUT ROWID;

-- Money by jurisdiction, program, fiscal year and measure, so that no page sums awards. One row for each stretch of time
-- in which the cell's amounts stay the same: an as-of date falls in one of them or before the first.
CREATE TABLE funding_rollup (
    jurisdiction_key TEXT NOT NULL,
    program_key      TEXT NOT NULL,
    fiscal_year      INTEGER NOT NULL,
    measure          TEXT NOT NULL,
    from_on          TEXT NOT NULL,
    until_on         TEXT NOT NULL,  -- 9999-12-31: until today
    amount_usd       INTEGER NOT NULL, -- cents: what counts; where nothing does, the largest of what stays out of totals
    counted_usd      INTEGER,        -- the same; NULL: nothing counts
    flag_reason      TEXT,           -- why it does not count
    source_list      INTEGER NOT NULL, -- of source_list: where the amount is from
    state            TEXT NOT NULL   -- the jurisdiction's
) STRICT;                            -- in the order of jurisdiction, program, year, measure and day: of its rowid

-- What the cells of a jurisdiction come to: all of a measure, those of a program, those of a fiscal year; for each stretch of time
-- in which that stays the same.
CREATE TABLE jurisdiction_money (
    place       INTEGER NOT NULL,  -- of the jurisdiction in the order of keys
    line        INTEGER NOT NULL,  -- of money_line
    from_on     TEXT NOT NULL,
    until_on    TEXT NOT NULL,     -- 9999-12-31: until today
    amount_usd  INTEGER NOT NULL,  -- cents: what counts, or else what does not
    is_counted  INTEGER NOT NULL,
    flag_reason TEXT,              -- why it does not count
    source_list INTEGER NOT NULL,  -- of source_list: where the amount is from
    population  INTEGER,           -- the jurisdiction's of 2020
    group_id    INTEGER NOT NULL,  -- of the jurisdiction's state and kind
    per_resident_usd INTEGER GENERATED ALWAYS AS (CAST(round(amount_usd * 1.0 / nullif(population, 0)) AS INTEGER)) VIRTUAL,
    PRIMARY KEY (place, line, until_on)
) STRICT, WITHOUT ROWID;

-- What the jurisdictions of a group have of a line, from a day until the group's next.
CREATE TABLE group_money (
    group_id     INTEGER NOT NULL,
    line         INTEGER NOT NULL,
    from_on      TEXT NOT NULL,
    counted_usd  INTEGER,            -- cents; NULL: nothing counts
    counted_rows INTEGER NOT NULL,   -- jurisdictions of which something counts
    row_count    INTEGER NOT NULL,   -- those of which something is known
    rows_10k     INTEGER NOT NULL,   -- those that have at least 10,000 dollars, and more
    rows_100k    INTEGER NOT NULL,
    rows_1m      INTEGER NOT NULL,
    rows_10m     INTEGER NOT NULL,
    PRIMARY KEY (group_id, line, from_on)
) STRICT, WITHOUT ROWID;

-- Where what counts of a line in a group of one state and kind is from: each list of sources from the first day on which a cell
-- has it. Lists only grow.
CREATE TABLE group_source (
    line        INTEGER NOT NULL,
    group_id    INTEGER NOT NULL,
    source_list INTEGER NOT NULL,
    from_on     TEXT NOT NULL,
    PRIMARY KEY (line, group_id, source_list)
) STRICT, WITHOUT ROWID;

-- Since when there is anything of a program, or of a year, whatever its measure.
CREATE TABLE jurisdiction_known (
    place   INTEGER NOT NULL,
    line    INTEGER NOT NULL,        -- of no measure
    from_on TEXT NOT NULL,
    PRIMARY KEY (place, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_list (           -- keys of sources, space-separated: few lists stand for many rows
    id      INTEGER PRIMARY KEY,
    sources TEXT NOT NULL
) STRICT;

CREATE TABLE money_line (
    line        INTEGER PRIMARY KEY,
    measure     TEXT NOT NULL,       -- '': any
    program_key TEXT NOT NULL,       -- '': all programs
    fiscal_year INTEGER NOT NULL,    -- 0: all years
    UNIQUE (measure, program_key, fiscal_year)
) STRICT;

-- What the cells of the roll-up come to, by fiscal year; by state and fiscal year; by program and fiscal year. An empty
-- state or program stands for all. One row for each stretch of time in which all of it stays the same.
CREATE TABLE funding_margin (
    measure     TEXT NOT NULL,
    state       TEXT NOT NULL,
    program_key TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    from_on     TEXT NOT NULL,
    is_newest   INTEGER NOT NULL,    -- 1: until today; 0: until the next
    local_usd   INTEGER NOT NULL,    -- counted, of local governments
    state_usd   INTEGER NOT NULL,    -- counted, of states and territories
    local_rows  INTEGER NOT NULL,    -- cells that are counted
    state_rows  INTEGER NOT NULL,
    row_count   INTEGER NOT NULL,    -- cells
    award_count INTEGER NOT NULL,    -- awards, those of recipients that are no jurisdiction too
    outside_usd INTEGER NOT NULL,    -- of these, which are in no cell
    outside_rows INTEGER NOT NULL,
    cells_1     INTEGER NOT NULL,    -- cells that are counted and of at least size 1 of amount_size, and so on
    cells_2     INTEGER NOT NULL,
    cells_3     INTEGER NOT NULL,
    cells_4     INTEGER NOT NULL,
    cells_5     INTEGER NOT NULL,
    awards_1    INTEGER NOT NULL,    -- awards of at least that size
    awards_2    INTEGER NOT NULL,
    awards_3    INTEGER NOT NULL,
    awards_4    INTEGER NOT NULL,
    awards_5    INTEGER NOT NULL,
    PRIMARY KEY (measure, state, program_key, fiscal_year, from_on)
) STRICT, WITHOUT ROWID;

-- Of which sizes it is kept by day how many awards, and cells of them, are as large or larger: each has a sixth of the awards between
-- it and the next. For an amount of from_usd or more, up to the next row's, this size is the nearest in the order of amounts.
CREATE TABLE amount_size (
    size     INTEGER PRIMARY KEY,    -- 0: all; 6: none
    from_usd INTEGER NOT NULL,       -- cents
    size_usd INTEGER NOT NULL
) STRICT;

-- What the cells that are counted and of at least each size come to, from each day on which that changes.
CREATE TABLE size_money (
    measure     TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    from_on     TEXT NOT NULL,
    usd_1       INTEGER NOT NULL,
    usd_2       INTEGER NOT NULL,
    usd_3       INTEGER NOT NULL,
    usd_4       INTEGER NOT NULL,
    usd_5       INTEGER NOT NULL,
    PRIMARY KEY (measure, fiscal_year, from_on)
) STRICT, WITHOUT ROWID;

-- What an award has come to, by its rowid, which rises with its key, with what lists of awards are narrowed by: from its first action
-- until the edition's date it has one row on any day.
CREATE TABLE award_span (
    award_id    INTEGER NOT NULL,
    from_on     TEXT NOT NULL,
    until_on    TEXT NOT NULL,
    amount_usd  INTEGER,              -- none: it has no action
    fiscal_year INTEGER NOT NULL,
    program     INTEGER NOT NULL,     -- rowid
    state       TEXT NOT NULL,        -- of its jurisdiction; '': it has none
    PRIMARY KEY (award_id, from_on)
) STRICT, WITHOUT ROWID;

-- What lists of amounts are narrowed by: of each measure all, those of one fiscal year, of one program and of one state.
CREATE TABLE amount_line (
    line        INTEGER PRIMARY KEY,
    measure     TEXT NOT NULL,       -- of cells; '': awards
    narrowed_by TEXT NOT NULL,       -- fy, program or state; '': nothing
    narrowed_to TEXT NOT NULL,
    UNIQUE (measure, narrowed_by, narrowed_to)
) STRICT;

-- How many of today's amounts of a line are as large or larger, by what lists are narrowed by, and what they come to: at every few
-- thousandth in the order of amounts, and at the smallest integer, which tells of all.
CREATE TABLE amount_level (
    line         INTEGER NOT NULL,
    from_usd     INTEGER NOT NULL,   -- cents
    of_line      INTEGER NOT NULL,   -- of amount_line: those among them of one year, program or state
    row_count    INTEGER NOT NULL,
    counted_rows INTEGER,            -- those that count; this and money by year only
    counted_usd  INTEGER,
    amount_usd   INTEGER,
    PRIMARY KEY (line, from_usd, of_line)
) STRICT, WITHOUT ROWID;

-- Whom a demand names, known from its day on: by when they are to answer and from when that was no longer so, by days of their own
-- or else by the demand's. One that names nobody has a row without recipient and jurisdiction.
CREATE TABLE addressee (
    demand_key       TEXT NOT NULL,
    recipient_key    TEXT NOT NULL,  -- '': nobody
    jurisdiction_key TEXT,
    issued_on        TEXT NOT NULL,
    due_on           TEXT,           -- NULL: no day was set
    withdrawn_on     TEXT NOT NULL,  -- 9999-12-31: it stands
    PRIMARY KEY (demand_key, recipient_key)
) STRICT, WITHOUT ROWID;

-- What each ruling does to a requirement, since the day on which it was made and had begun, until its end.
CREATE TABLE applied_effect (
    key                TEXT PRIMARY KEY,
    ruling_key         TEXT NOT NULL,
    case_key           TEXT NOT NULL,
    authority_key      TEXT NOT NULL,
    requirement_key    TEXT NOT NULL,
    ruled_on           TEXT NOT NULL,
    ruled_on_precision TEXT,
    from_on            TEXT NOT NULL,   -- as the ruling has it: before it was made or later
    from_on_precision  TEXT,
    since_on           TEXT NOT NULL,
    until_on           TEXT NOT NULL,   -- 9999-12-31: no end is known
    until_on_precision TEXT,
    end_reason         TEXT,
    effect             TEXT NOT NULL,
    scope              TEXT NOT NULL,
    position           TEXT NOT NULL,   -- which the court takes by it
    note               TEXT,
    sources            TEXT
) STRICT, WITHOUT ROWID;

-- Whom the effect of a ruling reaches: those that were plaintiffs of its case when it was made, or every government of
-- their states. The jurisdiction '' stands for all.
CREATE TABLE effect_reach (
    jurisdiction_key TEXT NOT NULL,
    effect_key       TEXT NOT NULL,
    PRIMARY KEY (jurisdiction_key, effect_key)
) STRICT, WITHOUT ROWID;

-- The jurisdictions that a claim is about; of those without a claim that the same rulings reach by name one for all; and '' for
-- all others. What is held of them and ordered is kept for each in full, with what reaches everyone.
CREATE TABLE named_jurisdiction (
    key       TEXT PRIMARY KEY,
    row_count INTEGER NOT NULL       -- jurisdictions for which it stands
) STRICT, WITHOUT ROWID;

CREATE TABLE named_group (           -- how many of them are of a state and kind
    named_as  TEXT NOT NULL,         -- of named_jurisdiction
    group_id  INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    PRIMARY KEY (named_as, group_id)
) STRICT, WITHOUT ROWID;

-- What each ruling does to those that it reaches, with all that a page says of it.
CREATE TABLE effect_row (
    jurisdiction_key   TEXT NOT NULL,
    newest_holds       INTEGER NOT NULL, -- on the edition's date: 1: something that the ruling does holds
    ruled_on           TEXT NOT NULL,
    ruled_on_precision TEXT,
    ruling_key         TEXT NOT NULL,
    newest_force       INTEGER NOT NULL, -- on the edition's date: 1: it holds
    newest_first       TEXT NOT NULL,    -- on the edition's date: the first effect of the ruling that does the same
    effect_key         TEXT NOT NULL,
    requirement_key    TEXT NOT NULL,
    requirement        TEXT NOT NULL,
    effect             TEXT NOT NULL,
    scope              TEXT NOT NULL,
    from_on            TEXT NOT NULL,
    from_on_precision  TEXT,
    until_on           TEXT NOT NULL,
    until_on_precision TEXT,
    end_reason         TEXT,
    note               TEXT,
    sources            TEXT,
    ruling_kind        TEXT NOT NULL,
    summary            TEXT NOT NULL,
    case_key           TEXT NOT NULL,
    case_name          TEXT NOT NULL,
    docket             TEXT,
    authority          TEXT NOT NULL,
    PRIMARY KEY (jurisdiction_key, newest_holds DESC, ruled_on DESC, ruling_key, newest_force DESC, newest_first, effect_key)
) STRICT, WITHOUT ROWID;

-- Every position ever taken, by claim or ruling, with all that a page says of it. jurisdiction_key as in
-- effect_row.
CREATE TABLE position_row (
    jurisdiction_key     TEXT NOT NULL,
    requirement_on       TEXT NOT NULL,  -- when it took effect
    requirement_key      TEXT NOT NULL,
    newest_on            TEXT NOT NULL,  -- on the edition's date: when the authority last took one on the requirement
    authority_key        TEXT NOT NULL,
    made_on              TEXT NOT NULL,
    made_on_precision    TEXT,
    key                  TEXT NOT NULL,  -- of the claim or the ruling
    effect_key           TEXT NOT NULL,  -- '': of a claim
    shown_from           TEXT NOT NULL,
    shown_until          TEXT NOT NULL,  -- what a court did in several cases on a day is shown as one: until that is another
    current_until        TEXT NOT NULL,  -- in force until then; 9999-12-31: still
    requirement          TEXT NOT NULL,
    requirement_name     TEXT NOT NULL,
    requirement_ended_on TEXT,
    authority            TEXT NOT NULL,
    authority_name       TEXT NOT NULL,
    authority_kind       TEXT NOT NULL,
    position             TEXT NOT NULL,
    speaker              TEXT,
    summary              TEXT,
    ruling_summary       TEXT,
    scope                TEXT,
    ended_on             TEXT,
    ended_on_precision   TEXT,
    end_reason           TEXT,
    confidence           TEXT NOT NULL,
    note                 TEXT,
    sources              TEXT,
    PRIMARY KEY (jurisdiction_key, requirement_on, requirement_key, newest_on DESC, authority_key, made_on DESC, key, effect_key)
) STRICT, WITHOUT ROWID;

-- Positions by time: what an authority holds on a requirement about a jurisdiction, from a day until the day before
-- until_on; a later span begins where something changes. A court's come from its rulings.
CREATE TABLE position_span (
    jurisdiction_key TEXT NOT NULL,
    requirement_key  TEXT NOT NULL,
    authority_key    TEXT NOT NULL,
    from_on          TEXT NOT NULL,
    position         TEXT NOT NULL,
    until_on         TEXT NOT NULL,  -- 9999-12-31: still held
    PRIMARY KEY (jurisdiction_key, requirement_key, authority_key, from_on, position)
) STRICT, WITHOUT ROWID;

-- When a jurisdiction's standing on a requirement was disputed: one authority says it complies and another says it does
-- not, may not or demands documents; or a ruling in force bars what an authority still asserts.
CREATE TABLE dispute_span (
    jurisdiction_key TEXT NOT NULL,
    requirement_key  TEXT NOT NULL,
    from_on          TEXT NOT NULL,
    until_on         TEXT NOT NULL,
    PRIMARY KEY (jurisdiction_key, requirement_key, from_on)
) STRICT, WITHOUT ROWID;

-- The rows of /status in their order: the positions of each jurisdiction of which an authority holds one by name, or which a ruling
-- reaches by name, for as long as that is so.
CREATE TABLE status_row (
    jurisdiction     TEXT NOT NULL,  -- its unique_name
    key              TEXT NOT NULL,
    from_on          TEXT NOT NULL,
    until_on         TEXT NOT NULL,
    jurisdiction_key TEXT NOT NULL,
    kind             TEXT NOT NULL,
    state            TEXT NOT NULL,
    requirement_key  TEXT NOT NULL,
    authority_key    TEXT NOT NULL,
    position         TEXT NOT NULL,
    made_on          TEXT NOT NULL,  -- of the newest claim or ruling that takes it
    made_on_precision TEXT,
    sources          TEXT,           -- of that
    PRIMARY KEY (jurisdiction, key, from_on)
) STRICT, WITHOUT ROWID;

-- Everything dated, once for each jurisdiction it touches and once (jurisdiction_key NULL) for the whole.
CREATE TABLE event (
    event_on           TEXT NOT NULL,
    event_kind         TEXT NOT NULL,
    lane               TEXT NOT NULL,  -- agency, jurisdiction, court or other
    table_name         TEXT NOT NULL,
    row_key            TEXT NOT NULL,
    jurisdiction_key   TEXT,
    authority_key      TEXT,
    name               TEXT,           -- of the record, or of who spoke
    words              TEXT,           -- what was said, ruled or settled, what came of it, why it ended
    summary            TEXT GENERATED ALWAYS AS (coalesce(name || ': ' || words, name, words)) VIRTUAL,
    event_url          TEXT,
    sources            TEXT NOT NULL,
    is_repeated        INTEGER NOT NULL, -- 1: told of the whole too
    event_on_precision TEXT
) STRICT;

-- Every row that has sources: the day from which an as-of date shows it (the one date column its table decides),
-- what it says in short in words of the register, and its sources, space-separated in citation order.
CREATE TABLE fact (
    table_name         TEXT NOT NULL,
    row_key            TEXT NOT NULL,
    since_on           TEXT NOT NULL,
    since_on_precision TEXT,
    jurisdiction_key   TEXT,
    summary            TEXT,           -- NULL: of an amount; fact_names tells which
    sources            TEXT NOT NULL,
    PRIMARY KEY (table_name, row_key)
) STRICT, WITHOUT ROWID;

-- The day from which an as-of date shows a source: when it was published, or when the first row that it is cited for is known. One
-- that has neither is known since it was retrieved.
CREATE TABLE source_known (
    key      TEXT PRIMARY KEY,
    since_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- rowid is the jurisdiction's, which rises as population falls: rowid order is the ranking.
CREATE VIRTUAL TABLE jurisdiction_search USING fts5 (
    words, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4', columnsize = 0
);

CREATE TABLE vague_day (               -- the days between which one is that an event tells no more of than its precision
    day       TEXT NOT NULL,           -- stands for it
    precision TEXT NOT NULL,
    first_on  TEXT NOT NULL,           -- '': as early as you like
    last_on   TEXT NOT NULL,
    PRIMARY KEY (day, precision)
) STRICT, WITHOUT ROWID;
