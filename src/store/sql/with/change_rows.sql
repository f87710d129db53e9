-- with: event_rows, fact_names, part_names
-- Between two dates: what happened, once each: of what concerns several, as a whole; and, where it is asked for, what editions of these
-- days say otherwise. Between two editions: what the record says otherwise, column by column. A citation is named by its source and its
-- fact: as it stands, or, where it is gone, as its old values tell, of which then only the source has a row. It is told of whoever it is
-- of, of whoever it was of before, and, as what happened is, of each whom a case, a ruling or a demand concerns. On an earlier date only
-- rows known then are told of, and of these no column that tells what became of them later or that names a record of a later day; and no
-- citation, which a later source may be the one of.
newest AS (SELECT as_of = :as_of AS is_asked FROM stamp),
concerning AS (
    SELECT e.table_name, e.row_key
    FROM event e
    WHERE e.event_on <= :as_of AND coalesce(:j*, :demand, NULL) IS NOT NULL
      [[ AND e.jurisdiction_key IN (:j*) ]]
      [[ AND e.jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
    UNION ALL
    SELECT 'demand', d.demand_key
    FROM addressee d
    WHERE d.issued_on <= :as_of AND coalesce(:j*, :demand, NULL) IS NOT NULL
      [[ AND d.jurisdiction_key IN (:j*) ]]
      [[ AND d.demand_key = :demand ]]
),
change_asked AS (
    SELECT key, event_on, event_on_precision, event_on AS changed_on, event_on_precision AS changed_on_precision,
           NULL AS edition, event_kind, jurisdiction, jurisdiction_url, authority, summary, summary_url,
           NULL AS table_name, NULL AS row_key, NULL AS change_kind, NULL AS column_name, NULL AS old_value, NULL AS new_value,
           NULL AS reason, sources, is_undated
    FROM event_rows
    WHERE :from_edition IS NULL AND :to_edition IS NULL AND :from IS NOT NULL
      [[^ j, demand: AND NOT is_repeated ]]
    UNION ALL
    SELECT c.edition || '.' || c.table_name || '.' || c.row_key || '.' || ifnull(c.column_name, ''),
           iif(coalesce(:from_edition, :to_edition) IS NULL, h.as_of, NULL), NULL, h.as_of, NULL, c.edition, 'correction', j.unique_name, '/jurisdictions/' || j.key, NULL,
           coalesce(iif(c.table_name = 'citation',
                        said('{source}, cited for: {fact}', 'source', s.title, 'fact', f.summary), f.summary),
                    (SELECT n.name FROM part_names n WHERE (n.table_name, n.row_key) = (c.table_name, c.row_key)), c.row_key),
           ifnull(f.summary_url, (SELECT n.url FROM part_names n WHERE (n.table_name, n.row_key) = (c.table_name, c.row_key))),
           c.table_name, c.row_key, c.change_kind, c.column_name, c.old_value, c.new_value,
           c.reason, c.source_key, 0
    FROM change c
    JOIN edition_history h ON h.edition = c.edition
    LEFT JOIN citation t ON c.table_name = 'citation' AND t.key = c.row_key
    LEFT JOIN change wt ON c.table_name = 'citation' AND t.key IS NULL
                       AND (wt.edition, wt.table_name, wt.row_key, wt.column_name) = (c.edition, 'citation', c.row_key, 'table_name')
    LEFT JOIN change wr ON (wr.edition, wr.table_name, wr.row_key, wr.column_name) = (wt.edition, 'citation', wt.row_key, 'row_key')
    LEFT JOIN change ws ON (ws.edition, ws.table_name, ws.row_key, ws.column_name) = (wt.edition, 'citation', wt.row_key, 'source_key')
    LEFT JOIN source s ON s.key = ifnull(t.source_key, ws.old_value)
    LEFT JOIN fact_names f ON f.table_name = coalesce(t.table_name, wt.old_value, c.table_name)
                          AND f.row_key = coalesce(t.row_key, wr.old_value, c.row_key)
    LEFT JOIN change wj ON c.change_kind <> 'added'
                       AND (wj.edition, wj.table_name, wj.row_key, wj.column_name) =
                           (c.edition, ifnull(wt.old_value, c.table_name), ifnull(wr.old_value, c.row_key), 'jurisdiction_key')
    LEFT JOIN jurisdiction_row j
           ON j.key = coalesce(f.jurisdiction_key, wj.old_value,
                               (SELECT n.jurisdiction_key FROM part_names n WHERE (n.table_name, n.row_key) = (c.table_name, c.row_key)))
    LEFT JOIN ruling_effect e ON f.table_name = 'ruling_effect' AND e.key = f.row_key
    WHERE (:from_edition IS NOT NULL OR :to_edition IS NOT NULL [[ OR h.as_of <= :as_of AND 'correction' IN (:event*) ]])
      AND (c.table_name <> 'citation' OR c.change_kind <> 'removed' OR c.column_name NOT IN ('row_key', 'table_name'))
      AND ((SELECT is_asked FROM newest)
           OR (f.since_on <= :as_of AND c.table_name <> 'citation'
               AND ifnull(c.column_name, '') NOT IN ('outcome', 'outcome_on', 'outcome_authority_key', 'ended_on', 'end_reason', 'until_on',
                                                         'until_on_precision', 'closed_on', 'withdrawn_on', 'note')
               AND NOT EXISTS (SELECT 1 FROM fact t
                               WHERE substr(c.column_name, -4) = '_key'
                                 AND t.table_name IN (replace(c.column_name, '_key', ''), 'court_case')
                                 AND t.row_key IN (c.old_value, c.new_value) AND t.since_on > :as_of)))
      [[ AND c.edition > :from_edition ]]
      [[ AND c.edition <= :to_edition ]]
      [[ AND 'correction' IN (:event*) ]]
      [[ AND h.as_of >= :from ]]
      [[ AND h.as_of <= :to ]]
      [[ AND (j.key IN (:j*) OR wj.old_value IN (:j*)
              OR (iif(e.key IS NULL, f.table_name, 'ruling'), ifnull(e.ruling_key, f.row_key)) IN concerning) ]]
      [[ AND (j.key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of)
              OR wj.old_value IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of)
              OR (iif(e.key IS NULL, f.table_name, 'ruling'), ifnull(e.ruling_key, f.row_key)) IN concerning) ]]
),
change_rows AS (
    SELECT key, event_on, event_on_precision, changed_on, changed_on_precision, edition, event_kind, jurisdiction, jurisdiction_url,
           authority, summary, summary_url, table_name, row_key, change_kind, column_name, old_value, new_value, reason, sources
    FROM change_asked
    WHERE NOT is_undated
)
