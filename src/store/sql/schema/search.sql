-- What /search finds, made at publish after fill.sql: records with the words they are found by, and the words themselves
-- for those who misspell them.

CREATE TABLE hit (
    id          INTEGER PRIMARY KEY,  -- rises with the kind, and among jurisdictions as population falls: the ranking
    record_kind TEXT NOT NULL,
    record_url  TEXT NOT NULL,
    name        TEXT NOT NULL,
    kind        TEXT,                 -- of a jurisdiction
    state       TEXT,
    docket      TEXT,                 -- of a case
    dated_on    TEXT,                 -- its own day: issued, said, made, filed or in effect on it
    dated_on_precision TEXT,
    since_on    TEXT NOT NULL         -- the day from which an as-of date shows it
) STRICT;

CREATE INDEX hit_since ON hit (since_on);

CREATE TABLE hit_name (               -- all names of a record, as terms
    name   TEXT NOT NULL,
    hit_id INTEGER NOT NULL,
    PRIMARY KEY (name, hit_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE hit_search USING fts5 (
    words, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4', columnsize = 0
);

CREATE TABLE word (
    id   INTEGER PRIMARY KEY,         -- its length << 32, and more by its place among all words
    word TEXT NOT NULL,
    uses INTEGER NOT NULL             -- in how many records
) STRICT;

CREATE VIRTUAL TABLE word_search USING fts5 ( -- by each three letters in a row
    word, content = '', tokenize = 'trigram', detail = none, columnsize = 0
);

CREATE TEMP TABLE found (
    id INTEGER PRIMARY KEY, -- hit.id
    rank INTEGER, place INTEGER, record_kind TEXT, record_url TEXT, name TEXT, kind TEXT, state TEXT,
    docket TEXT, dated_on TEXT, dated_on_precision TEXT, since_on TEXT,
    names TEXT, -- each between bars
    words TEXT
);

INSERT INTO found (rank, place, record_kind, record_url, name, kind, state, since_on, names, words)
SELECT 1, j.rowid, 'jurisdiction', '/jurisdictions/' || j.key, j.name, j.kind, j.state, '0000-00-00',
       '|' || j.name || '|' || ifnull(a.bars, '') || '|',
       j.name || ' ' || j.key || ' ' || j.state || ' ' || ifnull(s.name, '') || ' ' || ifnull(a.names, '') || ' ' || ifnull(w.names, '')
FROM jurisdiction j
LEFT JOIN jurisdiction s ON s.kind = 'state' AND s.state = j.state AND s.key <> j.key
LEFT JOIN (SELECT jurisdiction_key, group_concat(name, '|') AS bars, group_concat(name, ' ') AS names
           FROM jurisdiction_alias GROUP BY jurisdiction_key) a ON a.jurisdiction_key = j.key
LEFT JOIN (SELECT jurisdiction_key, group_concat(recipient_name, ' ') AS names
           FROM (SELECT DISTINCT jurisdiction_key, recipient_name FROM award NOT INDEXED)
           GROUP BY jurisdiction_key) w ON w.jurisdiction_key = j.key
ORDER BY j.rowid;

INSERT INTO found (rank, place, record_kind, record_url, name, kind, state,
                   docket, dated_on, dated_on_precision, since_on, names, words)
SELECT 2, d.rowid, 'demand', '/demands/' || d.key, d.name, NULL, NULL, NULL, d.issued_on, NULL, d.issued_on, '|' || d.name || '|',
       d.name || ' ' || d.key || ' ' || a.name || ' ' || a.short_name || ' ' || ifnull(d.signed_by, '') || ' ' ||
       ifnull(d.legal_basis, '') || ' ' || ifnull(d.asked_for, '') || ' ' || ifnull(d.threatened, '')
FROM demand d JOIN authority a ON a.key = d.authority_key
UNION ALL
SELECT 3, q.rowid, 'requirement', '/requirements/' || q.key, q.name, NULL, NULL, NULL, q.effective_on,
       q.effective_on_precision, q.effective_on,
       '|' || q.name || '|' || q.short_name || '|',
       q.name || ' ' || q.short_name || ' ' || q.key || ' ' || ifnull(q.legal_basis, '')
FROM requirement q
UNION ALL
SELECT 4, p.rowid, 'program', '/programs/' || p.key, p.name, NULL, NULL, NULL, NULL, NULL, '0000-00-00',
       '|' || p.name || '|' || p.short_name || '|' || p.listing || '|',
       p.name || ' ' || p.short_name || ' ' || p.key || ' ' || p.listing
FROM program p
UNION ALL
SELECT 5, c.rowid, 'case', '/cases/' || c.key, c.name || ' (' || a.short_name || ')', NULL, NULL, c.docket, c.filed_on, NULL,
       f.since_on,
       '|' || c.name || '|' || ifnull(replace(c.docket, ', ', '|'), '') || '|',
       c.name || ' ' || c.key || ' ' || a.name || ' ' || ifnull(c.docket, '') || ' ' || ifnull(c.judge, '')
FROM court_case c
JOIN authority a ON a.key = c.authority_key
JOIN fact f ON f.table_name = 'court_case' AND f.row_key = c.key
UNION ALL
SELECT 6, p.rowid, 'policy', '/policies/' || p.key, p.name, NULL, j.state, NULL, p.effective_on, p.effective_on_precision,
       p.effective_on, '|' || p.name || '|',
       p.name || ' ' || ifnull(p.legal_basis, '') || ' ' || j.name
FROM policy p JOIN jurisdiction j ON j.key = p.jurisdiction_key
UNION ALL
SELECT 7, t.rowid, 'statement', '/statements/' || t.key, t.speaker || ': ' || t.summary, NULL, NULL, NULL, t.said_on,
       t.said_on_precision, t.said_on,
       '|' || t.speaker || '|', t.speaker || ' ' || ifnull(t.role, '') || ' ' || t.summary
FROM statement t
UNION ALL
SELECT 8, c.rowid, 'claim', '/claims/' || c.key,
       j.name || iif(a.jurisdiction_key IS j.key, '', ', ' || a.short_name) || ': ' || c.summary, NULL, j.state, NULL, c.made_on,
       c.made_on_precision, c.made_on, '',
       j.name || ' ' || a.name || ' ' || a.short_name || ' ' || q.short_name || ' ' || ifnull(c.speaker, '') || ' ' || c.summary
FROM claim c
JOIN jurisdiction j ON j.key = c.jurisdiction_key
JOIN authority a ON a.key = c.authority_key
JOIN requirement q ON q.key = c.requirement_key
UNION ALL
SELECT 9, s.rowid, 'source', '/sources/' || s.key, s.title, NULL, NULL, NULL, NULL, NULL, k.since_on,
       '|' || s.title || '|', s.title || ' ' || s.publisher || ' ' || s.key
FROM source s JOIN source_known k ON k.key = s.key
ORDER BY 1, 2;

INSERT INTO hit
SELECT id, record_kind, record_url, name, kind, state, docket, dated_on, dated_on_precision, since_on FROM found ORDER BY id;

INSERT INTO hit_search (rowid, words)
SELECT id, terms_of(words) FROM found ORDER BY id;

-- rest is what follows the bar after name.
INSERT OR IGNORE INTO hit_name
WITH RECURSIVE part (hit_id, name, rest) AS (
    SELECT id, '', ltrim(names, '|') FROM found
    UNION ALL
    SELECT hit_id, substr(rest, 1, instr(rest, '|') - 1), substr(rest, instr(rest, '|') + 1) FROM part WHERE rest <> ''
)
SELECT terms_of(name) AS terms, hit_id FROM part WHERE terms <> '' ORDER BY terms, hit_id;

DROP TABLE found;

CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, hit_search, row);
INSERT INTO word
SELECT (length(term) << 32) + row_number() OVER (ORDER BY length(term), term), term, doc
FROM temp.vocabulary
WHERE length(term) >= 4 AND term GLOB '*[a-z]*' AND length(term) <= 40;
DROP TABLE temp.vocabulary;

INSERT INTO word_search (rowid, word) SELECT id, word FROM word ORDER BY id;
