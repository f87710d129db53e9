-- Derives an edition's reading tables from its public tables, all but those that sum money and those that count what narrows
-- a list, which C fills. Runs once, inside publish.

-- The sources of each row that cites any, space-separated in citation order. Also read by write/rollup_amounts.
CREATE TEMP TABLE cited (
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    sources    TEXT NOT NULL,
    PRIMARY KEY (table_name, row_key)
) STRICT, WITHOUT ROWID;

INSERT INTO cited
SELECT table_name, row_key, group_concat(source_key, ' ')
FROM (SELECT table_name, row_key, source_key FROM citation ORDER BY table_name, row_key, rowid)
GROUP BY table_name, row_key;

-- Awards first and by key: there may be millions, and rows that come in order are appended.
INSERT INTO fact
SELECT 'award', a.key,
       ifnull(x.action_on, (a.fiscal_year - 1) || '-10-01'), iif(x.key IS NULL, 'fiscal-year', x.action_on_precision),
       a.jurisdiction_key, NULL, ifnull(c.sources, a.source_key)
FROM award a
LEFT JOIN award_action x ON x.rowid = (SELECT n.rowid FROM award_action n WHERE n.award_key = a.key ORDER BY n.action_on, n.key LIMIT 1)
LEFT JOIN cited c ON c.table_name = 'award' AND c.row_key = a.key
ORDER BY a.key;

INSERT INTO fact
WITH act AS (
    SELECT case_key, ruled_on AS acted_on, ruled_on_precision AS acted_on_precision FROM ruling
    UNION ALL
    SELECT case_key, settled_on, NULL FROM settlement
),
first_act AS (
    SELECT case_key, acted_on, acted_on_precision
    FROM (SELECT *, row_number() OVER (PARTITION BY case_key ORDER BY acted_on, acted_on_precision) AS number FROM act)
    WHERE number = 1
),
suit AS (
    SELECT c.key, c.name || ' (' || o.short_name || ')' AS name, coalesce(c.filed_on, a.acted_on, '9999-12-31') AS since_on,
           iif(c.filed_on IS NULL, a.acted_on_precision, NULL) AS since_on_precision
    FROM court_case c
    JOIN authority o ON o.key = c.authority_key
    LEFT JOIN first_act a ON a.case_key = c.key
),
dated AS (
    SELECT 'jurisdiction' AS table_name, key, '0000-00-00' AS since_on, NULL AS since_on_precision,
           key AS jurisdiction_key, name AS summary FROM jurisdiction
    UNION ALL SELECT 'award_share', s.key, ifnull(s.from_on, a.since_on),
                     iif(s.from_on IS NULL, a.since_on_precision, s.from_on_precision), s.jurisdiction_key, NULL
              FROM award_share s JOIN fact a ON a.table_name = 'award' AND a.row_key = s.award_key
    UNION ALL SELECT 'figure', f.key, ifnull(f.from_on, (f.fiscal_year - 1) || '-10-01'),
                     iif(f.from_on IS NULL, 'fiscal-year', NULL), f.jurisdiction_key, NULL FROM figure f
    UNION ALL SELECT 'requirement', key, effective_on, effective_on_precision, NULL, name FROM requirement
    UNION ALL SELECT 'requirement_basis', b.key, max(b.from_on, q.effective_on), NULL, NULL, q.name || ': ' || b.legal_basis
              FROM requirement_basis b JOIN requirement q ON q.key = b.requirement_key
    UNION ALL SELECT 'demand', key, issued_on, NULL, NULL, name FROM demand
    UNION ALL SELECT 'demand_recipient', r.key, d.issued_on, NULL, r.jurisdiction_key, d.name || ': ' || r.printed_name
              FROM demand_recipient r JOIN demand d ON d.key = r.demand_key
    UNION ALL SELECT 'claim', key, made_on, made_on_precision, jurisdiction_key, summary FROM claim
    UNION ALL SELECT 'court_case', key, since_on, since_on_precision, NULL, name FROM suit
    UNION ALL SELECT 'case_appeal', l.key, c.since_on, c.since_on_precision, NULL, c.name || '; ' || o.name
              FROM case_appeal l JOIN suit c ON c.key = l.case_key JOIN suit o ON o.key = l.appeal_of_key
    UNION ALL SELECT 'case_party', p.key, ifnull(p.joined_on, c.since_on), iif(p.joined_on IS NULL, c.since_on_precision, NULL),
                     p.jurisdiction_key, c.name || ': ' || p.name
              FROM case_party p JOIN suit c ON c.key = p.case_key
    UNION ALL SELECT 'ruling', r.key, r.ruled_on, r.ruled_on_precision, NULL, c.name || ' (' || a.short_name || '): ' || r.summary
              FROM ruling r JOIN court_case c ON c.key = r.case_key JOIN authority a ON a.key = r.authority_key
    UNION ALL SELECT 'ruling_effect', e.key, e.from_on, e.from_on_precision, NULL, c.name || ' (' || a.short_name || '): ' || q.name
              FROM ruling_effect e JOIN ruling r ON r.key = e.ruling_key JOIN court_case c ON c.key = r.case_key
              JOIN authority a ON a.key = r.authority_key JOIN requirement q ON q.key = e.requirement_key
    UNION ALL SELECT 'settlement', key, settled_on, NULL, NULL, summary FROM settlement
    UNION ALL SELECT 'policy', key, effective_on, effective_on_precision, jurisdiction_key, name FROM policy
    UNION ALL SELECT 'statement', key, said_on, said_on_precision, jurisdiction_key, speaker || ': ' || summary FROM statement
    UNION ALL SELECT 'finding', key, looked_on, NULL, jurisdiction_key, looked_for || ': ' || summary FROM finding
)
SELECT d.table_name, d.key, d.since_on, d.since_on_precision, d.jurisdiction_key, d.summary, c.sources
FROM dated d JOIN cited c ON c.table_name = d.table_name AND c.row_key = d.key
WHERE d.since_on IS NOT NULL;

INSERT INTO source_known
WITH used AS (
    SELECT c.source_key, f.since_on FROM citation c JOIN fact f ON f.table_name = c.table_name AND f.row_key = c.row_key
    UNION ALL
    SELECT c.source_key, f.since_on FROM change c JOIN fact f ON f.table_name = c.table_name AND f.row_key = c.row_key
    UNION ALL
    SELECT a.source_key, f.since_on FROM award a JOIN fact f ON f.table_name = 'award' AND f.row_key = a.key
    WHERE a.source_key IS NOT NULL
)
SELECT s.key, coalesce(min(s.published_on, u.since_on), s.published_on, u.since_on, s.retrieved_on)
FROM source s
LEFT JOIN (SELECT source_key, min(since_on) AS since_on FROM used GROUP BY source_key) u ON u.source_key = s.key
ORDER BY s.key;

INSERT INTO requirement_reach
SELECT r.requirement_key, p.short_name, r.fy_from, r.key, r.fy_to
FROM requirement_program r
JOIN program p ON p.key = r.program_key
ORDER BY r.requirement_key, p.short_name, r.fy_from, r.key;

INSERT INTO requirement_law
WITH basis AS (
    SELECT 'requirement' AS table_name, key, key AS requirement_key, legal_basis FROM requirement
    UNION ALL
    SELECT 'requirement_basis', key, requirement_key, legal_basis FROM requirement_basis
),
dated AS (
    SELECT b.requirement_key, f.since_on, b.table_name, b.key, b.legal_basis, f.sources
    FROM basis b
    JOIN fact f ON f.table_name = b.table_name AND f.row_key = b.key
)
SELECT requirement_key, since_on, group_concat(legal_basis, '; '), group_concat(sources, ' ')
FROM (SELECT d.requirement_key, d.since_on, e.legal_basis, e.sources
      FROM (SELECT DISTINCT requirement_key, since_on FROM dated) d
      JOIN dated e ON e.requirement_key = d.requirement_key AND e.since_on <= d.since_on
      ORDER BY d.requirement_key, d.since_on, e.since_on, e.table_name, e.key)
GROUP BY requirement_key, since_on;

INSERT OR IGNORE INTO appeal
SELECT l.case_key, l.appeal_of_key, max(f.since_on, o.since_on), f.sources
FROM (
    SELECT 'court_case' AS table_name, key AS row_key, key AS case_key, appeal_of_key FROM court_case WHERE appeal_of_key IS NOT NULL
    UNION ALL
    SELECT 'case_appeal', key, case_key, appeal_of_key FROM case_appeal
) l
JOIN fact f ON f.table_name = l.table_name AND f.row_key = l.row_key
JOIN fact o ON o.table_name = 'court_case' AND o.row_key = l.appeal_of_key
ORDER BY l.case_key, l.appeal_of_key, l.table_name DESC, l.row_key;

INSERT INTO case_jurisdiction
SELECT p.case_key, p.jurisdiction_key, min(f.since_on)
FROM case_party p
JOIN fact f ON f.table_name = 'case_party' AND f.row_key = p.key
WHERE p.jurisdiction_key IS NOT NULL
GROUP BY p.case_key, p.jurisdiction_key;

INSERT INTO case_size
SELECT case_key, since_on, lead(since_on, 1, '9999-12-31') OVER days, sum(count(*)) OVER days
FROM case_jurisdiction
GROUP BY case_key, since_on
WINDOW days AS (PARTITION BY case_key ORDER BY since_on);

INSERT INTO addressee
SELECT d.key, ifnull(r.key, ''), r.jurisdiction_key, d.issued_on, ifnull(r.due_on, d.due_on),
       coalesce(r.withdrawn_on, d.withdrawn_on, '9999-12-31')
FROM demand d
LEFT JOIN demand_recipient r ON r.demand_key = d.key
ORDER BY d.key, r.key;

INSERT INTO jurisdiction_search (rowid, words)
SELECT j.rowid,
       terms_of(j.name || ' ' || j.key || ' ' || j.state || ' '
                || ifnull((SELECT group_concat(a.name, ' ') FROM jurisdiction_alias a WHERE a.jurisdiction_key = j.key), ''))
FROM jurisdiction j
ORDER BY j.rowid;

INSERT INTO applied_effect
SELECT e.key, r.key, r.case_key, r.authority_key, e.requirement_key, r.ruled_on, r.ruled_on_precision, e.from_on,
       e.from_on_precision, max(e.from_on, r.ruled_on), ifnull(e.until_on, '9999-12-31'), e.until_on_precision,
       e.end_reason, e.effect, e.scope,
       iif(e.effect = 'bars', 'barred-by-court', 'allowed-by-court'), e.note, f.sources
FROM ruling_effect e
JOIN ruling r ON r.key = e.ruling_key
LEFT JOIN fact f ON f.table_name = 'ruling_effect' AND f.row_key = e.key
ORDER BY e.key;

INSERT INTO effect_reach
WITH plaintiff AS (
    SELECT e.key AS effect_key, e.scope, j.key, j.state
    FROM applied_effect e
    JOIN case_party p ON p.case_key = e.case_key AND p.side = 'plaintiff' AND ifnull(p.joined_on, e.ruled_on) <= e.ruled_on
    JOIN jurisdiction j ON j.key = p.jurisdiction_key
)
SELECT key, effect_key FROM plaintiff WHERE scope <> 'nationwide'
UNION
SELECT j.key, p.effect_key FROM plaintiff p JOIN jurisdiction j ON j.state = p.state WHERE p.scope = 'statewide'
UNION
SELECT '', key FROM applied_effect WHERE scope = 'nationwide';

-- Whoever a claim is about stands for itself. Of those that the same effects reach, such as all governments of a state, the first
-- stands for all.
CREATE TEMP TABLE named (
    key      TEXT PRIMARY KEY,
    named_as TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO named
SELECT DISTINCT jurisdiction_key, jurisdiction_key FROM claim;

INSERT INTO named
SELECT jurisdiction_key, min(jurisdiction_key) OVER (PARTITION BY effects)
FROM (SELECT jurisdiction_key, group_concat(effect_key, ' ') AS effects
      FROM (SELECT jurisdiction_key, effect_key FROM effect_reach ORDER BY jurisdiction_key, effect_key)
      WHERE jurisdiction_key <> '' AND jurisdiction_key NOT IN (SELECT key FROM named)
      GROUP BY jurisdiction_key);

INSERT INTO named_jurisdiction
SELECT named_as, count(*) FROM named GROUP BY named_as
UNION ALL
SELECT '', (SELECT count(*) FROM jurisdiction) - count(*) FROM named;

INSERT INTO effect_row
WITH done AS (
    SELECT n.key AS jurisdiction_key, e.*, q.short_name AS requirement, r.ruling_kind, r.summary, c.name AS case_name, c.docket,
           a.short_name AS authority, e.from_on <= s.as_of AS is_known, e.until_on > s.as_of AS in_force
    FROM named_jurisdiction n
    JOIN effect_reach x ON x.jurisdiction_key IN (n.key, '')
    JOIN applied_effect e ON e.key = x.effect_key
    JOIN requirement q ON q.key = e.requirement_key
    JOIN ruling r ON r.key = e.ruling_key
    JOIN court_case c ON c.key = e.case_key
    JOIN authority a ON a.key = e.authority_key
    JOIN stamp s
)
SELECT jurisdiction_key, max(is_known AND in_force) OVER (PARTITION BY jurisdiction_key, ruling_key),
       ruled_on, ruled_on_precision, ruling_key, in_force,
       min(key) OVER (PARTITION BY jurisdiction_key, ruling_key, is_known, in_force, iif(in_force, NULL, until_on),
                                   iif(in_force, NULL, until_on_precision), iif(in_force, NULL, end_reason), effect, scope,
                                   from_on, from_on_precision, note, sources),
       key, requirement_key, requirement, effect, scope, from_on, from_on_precision, until_on, until_on_precision,
       end_reason, note, sources, ruling_kind, summary, case_key,
       case_name, docket, authority
FROM done
ORDER BY 1, 2 DESC, 3 DESC, 5, 6 DESC, 7, 8;

INSERT INTO position_row
WITH taken AS (
    SELECT jurisdiction_key, requirement_key, authority_key, made_on, 'claim' AS table_name, key, '' AS effect_key,
           made_on AS shown_from, '9999-12-31' AS shown_until,
           min(ifnull(ended_on, '9999-12-31'),
               lead(made_on, 1, '9999-12-31') OVER (PARTITION BY jurisdiction_key, requirement_key, authority_key
                                                    ORDER BY made_on, key)) AS current_until,
           stated_position AS position, speaker, summary, NULL AS ruling_summary, NULL AS scope, ended_on,
           NULL AS ended_on_precision,
           end_reason, confidence, note
    FROM claim
    UNION ALL
    SELECT n.key, e.requirement_key, e.authority_key, e.ruled_on, 'ruling', r.key, e.key, e.since_on,
           ifnull(min(e.since_on)
                  OVER (PARTITION BY n.key, e.requirement_key, e.authority_key, e.ruled_on, e.effect, e.scope, r.summary
                        ORDER BY e.key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '9999-12-31'),
           e.until_on, e.position, NULL, NULL, r.summary, e.scope, nullif(e.until_on, '9999-12-31'),
           e.until_on_precision, e.end_reason, r.confidence, r.note
    FROM named_jurisdiction n
    JOIN effect_reach x ON x.jurisdiction_key IN (n.key, '')
    JOIN applied_effect e ON e.key = x.effect_key
    JOIN ruling r ON r.key = e.ruling_key
)
SELECT t.jurisdiction_key, q.effective_on, q.key,
       ifnull(max(t.made_on) FILTER (WHERE t.shown_from <= s.as_of AND t.shown_until > s.as_of)
              OVER (PARTITION BY t.jurisdiction_key, t.requirement_key, t.authority_key), ''),
       a.key, t.made_on, f.since_on_precision, t.key, t.effect_key, t.shown_from, t.shown_until, t.current_until,
       q.short_name, q.name, q.ended_on, a.short_name, a.name, a.authority_kind, t.position, t.speaker, t.summary,
       t.ruling_summary, t.scope, t.ended_on, t.ended_on_precision, t.end_reason, t.confidence, t.note, f.sources
FROM taken t
JOIN stamp s
JOIN requirement q ON q.key = t.requirement_key
JOIN authority a ON a.key = t.authority_key
LEFT JOIN fact f ON f.table_name = t.table_name AND f.row_key = t.key
WHERE t.shown_from < t.shown_until
ORDER BY 1, 2, 3, 4 DESC, 5, 6 DESC, 7, 8;

-- Of an authority's claims the newest counts, as position_row has it.
INSERT INTO position_span
SELECT jurisdiction_key, requirement_key, authority_key, made_on, position, current_until
FROM position_row
WHERE effect_key = '' AND made_on < current_until;

-- Of a court's rulings in force that reach the jurisdiction the newest counts.
INSERT INTO position_span
WITH applied AS (
    SELECT n.key AS jurisdiction_key, e.key, e.requirement_key, e.authority_key, e.ruled_on, e.since_on AS from_on, e.until_on, e.position
    FROM named_jurisdiction n
    JOIN effect_reach x ON x.jurisdiction_key IN (n.key, '')
    JOIN applied_effect e ON e.key = x.effect_key
),
edge AS (
    SELECT jurisdiction_key, requirement_key, authority_key, from_on AS edge_on FROM applied
    UNION
    SELECT jurisdiction_key, requirement_key, authority_key, until_on FROM applied
),
slice AS (
    SELECT *, lead(edge_on) OVER (PARTITION BY jurisdiction_key, requirement_key, authority_key ORDER BY edge_on) AS next_on
    FROM edge
)
SELECT jurisdiction_key, requirement_key, authority_key, edge_on, position, next_on
FROM (
    SELECT s.*, a.position,
           row_number() OVER (PARTITION BY s.jurisdiction_key, s.requirement_key, s.authority_key, s.edge_on
                              ORDER BY a.ruled_on DESC, a.key DESC) AS newest
    FROM slice s
    JOIN applied a ON a.jurisdiction_key = s.jurisdiction_key AND a.requirement_key = s.requirement_key
                  AND a.authority_key = s.authority_key AND a.from_on <= s.edge_on AND a.until_on > s.edge_on
    WHERE s.next_on IS NOT NULL
)
WHERE newest = 1;

INSERT INTO dispute_span
WITH held AS (
    SELECT s.jurisdiction_key, s.requirement_key, s.from_on, s.until_on, s.position
    FROM (SELECT DISTINCT jurisdiction_key, requirement_key FROM claim) a
    JOIN position_span s ON s.jurisdiction_key = a.jurisdiction_key AND s.requirement_key = a.requirement_key
),
edge AS (
    SELECT jurisdiction_key, requirement_key, from_on AS edge_on FROM held
    UNION
    SELECT jurisdiction_key, requirement_key, until_on FROM held
),
slice AS (
    SELECT *, lead(edge_on) OVER (PARTITION BY jurisdiction_key, requirement_key ORDER BY edge_on) AS next_on FROM edge
)
SELECT s.jurisdiction_key, s.requirement_key, s.edge_on, s.next_on
FROM slice s
JOIN held h ON h.jurisdiction_key = s.jurisdiction_key AND h.requirement_key = s.requirement_key
           AND h.from_on <= s.edge_on AND h.until_on > s.edge_on
GROUP BY s.jurisdiction_key, s.requirement_key, s.edge_on
HAVING max(h.position IN ('does-not-comply', 'preliminary', 'documents-demanded'))
   AND max(h.position IN ('complies', 'barred-by-court'));

INSERT INTO jurisdiction_group (state, kind, row_count)
SELECT state, kind, count(*) FROM jurisdiction GROUP BY state, kind
UNION ALL
SELECT '*', kind, count(*) FROM jurisdiction GROUP BY kind
UNION ALL
SELECT '*', '*', count(*) FROM jurisdiction;

INSERT INTO jurisdiction_row
SELECT row_number() OVER (ORDER BY j.key), j.rowid, j.key, j.name,
       CASE WHEN count(*) OVER (PARTITION BY j.name) = 1 THEN j.name
            WHEN j.kind = 'state' AND count(*) OVER (PARTITION BY j.name, j.kind) = 1 THEN j.name
            WHEN count(*) FILTER (WHERE j.kind <> 'state') OVER (PARTITION BY j.name, j.state) = 1 THEN j.name || ', ' || j.state
            ELSE j.name || ', ' || j.state || ' (' || j.key || ')' END,
       j.kind, j.state, j.population_2020, j.latitude, j.longitude, f.sources,
       ifnull((SELECT min(d.from_on) FROM dispute_span d WHERE d.jurisdiction_key = j.key), '9999-12-31'), ifnull(n.named_as, ''), g.id
FROM jurisdiction j
LEFT JOIN named n ON n.key = j.key
JOIN jurisdiction_group g ON g.state = j.state AND g.kind = j.kind
LEFT JOIN fact f ON f.table_name = 'jurisdiction' AND f.row_key = j.key
ORDER BY j.key;

INSERT INTO named_group
SELECT named_as, group_id, count(*) FROM jurisdiction_row GROUP BY named_as, group_id;

-- Whoever has a position of an authority, or a ruling that reaches it by name, has a row for each position on that requirement,
-- those of rulings that reach all too, for as long.
INSERT INTO status_row
WITH named AS (
    SELECT jurisdiction_key, requirement_key, from_on, until_on
    FROM position_span
    WHERE jurisdiction_key <> '' AND position NOT IN ('barred-by-court', 'allowed-by-court')
    UNION
    SELECT x.jurisdiction_key, e.requirement_key, e.since_on, e.until_on
    FROM effect_reach x
    JOIN applied_effect e ON e.key = x.effect_key
    WHERE x.jurisdiction_key <> ''
),
edged AS (
    SELECT *, from_on > ifnull(max(until_on) OVER (PARTITION BY jurisdiction_key, requirement_key ORDER BY from_on
                                                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '') AS begins
    FROM named
    WHERE from_on < until_on
),
numbered AS (
    SELECT *, sum(begins) OVER (PARTITION BY jurisdiction_key, requirement_key ORDER BY from_on) AS stretch FROM edged
),
stretch AS (
    SELECT jurisdiction_key, requirement_key, min(from_on) AS from_on, max(until_on) AS until_on
    FROM numbered
    GROUP BY jurisdiction_key, requirement_key, stretch
),
held AS (
    SELECT n.jurisdiction_key, j.named_as, p.requirement_key, p.authority_key, p.position, max(p.from_on, n.from_on) AS from_on,
           min(p.until_on, n.until_on) AS until_on
    FROM stretch n
    JOIN jurisdiction_row j ON j.key = n.jurisdiction_key
    JOIN position_span p ON p.jurisdiction_key = j.named_as AND p.requirement_key = n.requirement_key
)
SELECT j.unique_name, h.jurisdiction_key || '.' || h.requirement_key || '.' || h.authority_key || '.' || h.position, h.from_on, h.until_on,
       h.jurisdiction_key, j.kind, j.state, h.requirement_key, h.authority_key, h.position, p.made_on, p.made_on_precision, p.sources
FROM held h
JOIN jurisdiction_row j ON j.key = h.jurisdiction_key
JOIN requirement q ON q.key = h.requirement_key
JOIN position_row p ON p.jurisdiction_key = h.named_as AND p.requirement_on = q.effective_on AND p.requirement_key = q.key
     AND (p.key, p.effect_key) = (
         SELECT key, effect_key
         FROM (SELECT x.key, x.effect_key, x.made_on, x.current_until > h.from_on AS is_current
               FROM position_row x
               WHERE x.jurisdiction_key = h.named_as AND x.requirement_on = q.effective_on AND x.requirement_key = q.key
                 AND x.authority_key = h.authority_key AND x.position = h.position AND x.shown_from <= h.from_on)
         ORDER BY is_current DESC, made_on DESC, key DESC, effect_key
         LIMIT 1)
WHERE h.from_on < h.until_on
ORDER BY 1, 2, 3;

-- What is held of a named_jurisdiction is held of all for which it stands.
INSERT INTO group_facet
WITH held AS (
    SELECT jurisdiction_key AS key, authority_key, position, from_on, until_on FROM position_span
    UNION ALL
    SELECT jurisdiction_key, NULL, 'disputed', from_on, until_on FROM dispute_span
),
due AS (
    SELECT jurisdiction_key AS key, issued_on, due_on, date(due_on, '+1 day') AS next_on, withdrawn_on FROM addressee WHERE due_on IS NOT NULL
),
valued AS (
    SELECT key, 'position' AS facet, position AS value, from_on, until_on FROM held
    UNION ALL
    SELECT h.key, 'authority', a.key, h.from_on, h.until_on
    FROM held h
    JOIN authority a ON a.key = h.authority_key AND a.authority_kind <> 'jurisdiction'
    UNION ALL
    SELECT jurisdiction_key, 'demand', demand_key, issued_on, '9999-12-31' FROM addressee
    UNION ALL SELECT key, 'standing', 'due', issued_on, min(due_on, withdrawn_on) FROM due
    UNION ALL SELECT key, 'standing', 'today', max(issued_on, due_on), min(next_on, withdrawn_on) FROM due
    UNION ALL SELECT key, 'standing', 'passed', max(issued_on, next_on), withdrawn_on FROM due
    UNION ALL SELECT key, 'standing', 'withdrawn', max(issued_on, withdrawn_on), '9999-12-31' FROM due
    UNION ALL
    SELECT jurisdiction_key, 'litigation', 'party', since_on, '9999-12-31' FROM case_jurisdiction
    UNION ALL
    SELECT p.jurisdiction_key, 'litigation', 'open', p.since_on, ifnull(c.closed_on, '9999-12-31')
    FROM case_jurisdiction p
    JOIN court_case c ON c.key = p.case_key
),
edge AS (
    SELECT key, facet, value, from_on AS edge_on, 1 AS more FROM valued WHERE from_on < until_on
    UNION ALL
    SELECT key, facet, value, until_on, -1 FROM valued WHERE from_on < until_on AND until_on < '9999-12-31'
),
level AS (
    SELECT key, facet, value, edge_on, sum(sum(more)) OVER (PARTITION BY key, facet, value ORDER BY edge_on) > 0 AS is_held
    FROM edge
    GROUP BY key, facet, value, edge_on
),
turn AS (
    SELECT key, facet, value, edge_on, is_held - lag(is_held, 1, 0) OVER (PARTITION BY key, facet, value ORDER BY edge_on) AS more
    FROM level
),
counted AS (
    SELECT e.facet, e.value, e.edge_on, r.group_id, e.more
    FROM turn e
    JOIN jurisdiction_row r ON r.key = e.key
    WHERE e.facet NOT IN ('position', 'authority')
    UNION ALL
    SELECT e.facet, e.value, e.edge_on, n.group_id, e.more * n.row_count
    FROM turn e
    JOIN named_group n ON n.named_as = e.key
    WHERE e.facet IN ('position', 'authority')
),
told AS (
    SELECT g.id AS group_id, c.facet, c.value, c.edge_on, c.more
    FROM counted c
    JOIN jurisdiction_group p ON p.id = c.group_id
    JOIN jurisdiction_group g ON g.state IN (p.state, '*') AND g.kind IN (p.kind, '*')
    WHERE c.more <> 0
)
SELECT group_id, facet, value, edge_on, lead(edge_on, 1, '9999-12-31') OVER days, sum(sum(more)) OVER days
FROM told
GROUP BY group_id, facet, value, edge_on
WINDOW days AS (PARTITION BY group_id, facet, value ORDER BY edge_on);

INSERT INTO group_row_source
SELECT DISTINCT group_id, sources FROM jurisdiction_row WHERE sources IS NOT NULL;

INSERT INTO event
SELECT d.issued_on, 'demand', 'agency', 'demand', d.key, NULL, d.authority_key, d.name, NULL, '/demands/' || d.key, s.sources,
       0, NULL
FROM demand d JOIN fact s ON s.table_name = 'demand' AND s.row_key = d.key;

INSERT INTO event
SELECT d.issued_on, 'demand', 'agency', 'demand_recipient', min(r.key), r.jurisdiction_key, d.authority_key, d.name, NULL,
       '/demands/' || d.key, max(s.sources), 1, NULL
FROM demand_recipient r
JOIN demand d ON d.key = r.demand_key
JOIN fact s ON s.table_name = 'demand_recipient' AND s.row_key = r.key
GROUP BY d.key, r.jurisdiction_key;

INSERT INTO event
SELECT DISTINCT x.due_on, 'deadline', 'agency', 'demand', d.key, NULL, d.authority_key, d.name, NULL, '/demands/' || d.key,
       s.sources, 0, NULL
FROM addressee x
JOIN demand d ON d.key = x.demand_key
JOIN fact s ON s.table_name = 'demand' AND s.row_key = d.key
WHERE x.due_on < x.withdrawn_on;

INSERT INTO event
SELECT x.due_on, 'deadline', 'agency', 'demand_recipient', x.recipient_key, x.jurisdiction_key, d.authority_key, d.name, NULL,
       '/demands/' || d.key, s.sources, 1, NULL
FROM addressee x
JOIN demand d ON d.key = x.demand_key
JOIN fact s ON s.table_name = 'demand_recipient' AND s.row_key = x.recipient_key
WHERE x.due_on < x.withdrawn_on;

-- What a government says of another is no act of the one that it is about.
INSERT INTO event
SELECT t.event_on, t.event_kind,
       CASE WHEN a.authority_kind IN ('agency', 'official') THEN 'agency'
            WHEN a.jurisdiction_key IS t.jurisdiction_key AND a.authority_kind = 'jurisdiction' OR a.jurisdiction_key IS NOT NULL AND t.jurisdiction_key IS NULL
                 THEN 'jurisdiction'
            WHEN a.authority_kind = 'court' THEN 'court'
            ELSE 'other' END,
       t.table_name, t.key, t.jurisdiction_key, t.authority_key, t.name, t.words, t.event_url, s.sources, 0, s.since_on_precision
FROM (
    SELECT made_on AS event_on, 'claim' AS event_kind, 'claim' AS table_name, key, jurisdiction_key, authority_key, NULL AS name,
           summary AS words, '/claims/' || key AS event_url
    FROM claim
    UNION ALL
    SELECT said_on, 'statement', 'statement', key, jurisdiction_key, authority_key,
           speaker || ifnull(', ' || role, ''), summary, '/statements/' || key
    FROM statement
    UNION ALL
    SELECT outcome_on, 'outcome', 'demand', key, NULL, outcome_authority_key, NULL, outcome, '/demands/' || key FROM demand
    UNION ALL
    SELECT outcome_on, 'outcome', 'demand_recipient', key, jurisdiction_key, outcome_authority_key, NULL, outcome,
           '/demands/' || demand_key
    FROM demand_recipient
) t
LEFT JOIN authority a ON a.key = t.authority_key
JOIN fact s ON s.table_name = t.table_name AND s.row_key = t.key
WHERE t.event_on IS NOT NULL AND t.words IS NOT NULL;

INSERT INTO event
SELECT max(c.filed_on, p.since_on), iif(p.since_on > c.filed_on, 'joined', 'case'), 'court', 'court_case', c.key, p.jurisdiction_key,
       c.authority_key, c.name, NULL, '/cases/' || c.key, s.sources, p.jurisdiction_key IS NOT NULL AND p.since_on <= c.filed_on,
       NULL
FROM court_case c
JOIN fact s ON s.table_name = 'court_case' AND s.row_key = c.key
JOIN (SELECT case_key, jurisdiction_key, since_on FROM case_jurisdiction UNION ALL SELECT key, NULL, filed_on FROM court_case) p
  ON p.case_key = c.key
WHERE c.filed_on IS NOT NULL;

INSERT INTO event
SELECT t.acted_on, t.table_name, 'court', t.table_name, t.key, p.jurisdiction_key, t.authority_key, c.name, t.summary,
       '/cases/' || c.key, s.sources, p.jurisdiction_key IS NOT NULL, s.since_on_precision
FROM (
    SELECT 'ruling' AS table_name, key, case_key, authority_key, ruled_on AS acted_on, summary FROM ruling
    UNION ALL
    SELECT 'settlement', key, case_key, NULL, settled_on, summary FROM settlement
) t
JOIN court_case c ON c.key = t.case_key
JOIN fact s ON s.table_name = t.table_name AND s.row_key = t.key
JOIN (SELECT case_key, jurisdiction_key, since_on FROM case_jurisdiction UNION ALL SELECT key, NULL, '' FROM court_case) p
  ON p.case_key = t.case_key AND p.since_on <= t.acted_on;

INSERT INTO event
SELECT q.effective_on, 'requirement', 'agency', 'requirement', q.key, NULL, q.authority_key, q.name, NULL,
       '/requirements/' || q.key, s.sources, 0, s.since_on_precision
FROM requirement q JOIN fact s ON s.table_name = 'requirement' AND s.row_key = q.key;

-- It ends for the whole, and for those of which someone had claimed something on it or whom a ruling on it had reached by name.
INSERT INTO event
WITH touched AS (
    SELECT requirement_key, jurisdiction_key, made_on AS since_on FROM claim
    UNION ALL
    SELECT e.requirement_key, x.jurisdiction_key, e.since_on
    FROM effect_reach x
    JOIN applied_effect e ON e.key = x.effect_key
    WHERE x.jurisdiction_key <> ''
    UNION ALL
    SELECT key, NULL, effective_on FROM requirement
)
SELECT DISTINCT q.ended_on, 'requirement-ended', 'agency', 'requirement', q.key, t.jurisdiction_key, q.authority_key,
       q.name, q.end_reason, '/requirements/' || q.key, s.sources,
       t.jurisdiction_key IS NOT NULL, NULL
FROM requirement q
JOIN touched t ON t.requirement_key = q.key AND t.since_on <= q.ended_on
JOIN fact s ON s.table_name = 'requirement' AND s.row_key = q.key;

INSERT INTO event
SELECT p.effective_on, 'policy', 'jurisdiction', 'policy', p.key, p.jurisdiction_key, NULL, p.name, NULL, '/policies/' || p.key,
       s.sources, 0, s.since_on_precision
FROM policy p JOIN fact s ON s.table_name = 'policy' AND s.row_key = p.key;

INSERT INTO vague_day
WITH told (day, precision) AS (
    SELECT event_on, event_on_precision FROM event WHERE event_on_precision IS NOT NULL
    UNION
    SELECT said_on, said_on_precision FROM statement WHERE said_on_precision IS NOT NULL
),
begun AS (
    SELECT day, precision,
           CASE precision WHEN 'month' THEN date(day, 'start of month')
                          WHEN 'year' THEN date(day, 'start of year')
                          WHEN 'fiscal-year' THEN date(day, '+3 months', 'start of year', '-3 months')
                          ELSE '' END AS first_on
    FROM told
)
SELECT day, precision, first_on, iif(first_on = '', day, date(first_on, iif(precision = 'month', '+1 month', '+1 year'), '-1 day'))
FROM begun;

-- By some thousand awards. What no part of them has is larger than all.
INSERT INTO amount_size
WITH RECURSIVE picked (id, step) AS (
    SELECT 1, max(rowid) / 4096 + 1 FROM award
    UNION ALL
    SELECT id + step, step FROM picked WHERE id + step <= (SELECT max(rowid) FROM award)
),
amount AS (
    SELECT (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = a.key) AS amount_usd
    FROM picked p
    CROSS JOIN award a ON a.rowid = p.id
),
part AS (
    SELECT part, max(amount_usd) AS amount_usd
    FROM (SELECT amount_usd, ntile(12) OVER (ORDER BY amount_usd) AS part FROM amount WHERE amount_usd IS NOT NULL)
    GROUP BY part
),
size (size) AS (VALUES (0), (1), (2), (3), (4), (5), (6))
SELECT s.size,
       iif(s.size = 0, -9223372036854775808, ifnull((SELECT amount_usd FROM part WHERE part = 2 * s.size - 1), 9223372036854775807)),
       CASE s.size WHEN 0 THEN -9223372036854775808 WHEN 6 THEN 9223372036854775807
                   ELSE ifnull((SELECT amount_usd FROM part WHERE part = 2 * s.size), 9223372036854775807) END
FROM size s;
