-- with: money, positions, disputes
-- The jurisdictions that a question asks for, before order and page.
asked AS (SELECT :measure AS measure, :authority AS authority),
amounts AS (
    SELECT m.jurisdiction_key, sum(m.counted_usd) AS counted_usd, sum(m.uncounted_usd) AS uncounted_usd,
           max(m.flag_reason) AS flag_reason, group_concat(m.sources, ' ') AS sources
    FROM money m
    WHERE m.measure = :measure
      [[ AND m.fiscal_year = :fy ]]
      [[ AND m.program_key IN (SELECT key FROM program WHERE listing IN (:program*) OR key IN (:program*)) ]]
    GROUP BY +m.jurisdiction_key
),
asked_positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, position
    FROM positions
    WHERE 1 = 1
      [[ AND requirement_key = :requirement ]]
      [[ AND authority_key = :authority ]]
    UNION ALL
    SELECT jurisdiction_key, 'disputed'
    FROM disputes
    WHERE (SELECT authority FROM asked) IS NULL
      [[ AND requirement_key = :requirement ]]
),
jurisdiction_rows AS NOT MATERIALIZED (
    SELECT j.key, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state,
           j.population_2020, j.latitude, j.longitude,
           CASE WHEN j.kind IN ('state', 'territory') THEN 'states' ELSE 'local' END AS panel,
           ifnull(a.counted_usd, a.uncounted_usd) AS amount_usd, a.counted_usd, a.uncounted_usd,
           CASE WHEN a.counted_usd IS NOT NULL THEN 'counted'
                WHEN a.uncounted_usd IS NOT NULL THEN 'not-counted'
                [[ WHEN (:fy - 1) || '-10-01' > :as_of THEN 'not-yet-known' ]]
                ELSE 'no-data' END AS amount_state,
           a.counted_usd IS NULL AND a.uncounted_usd IS NOT NULL AS is_flagged,
           a.flag_reason,
           CAST(round(ifnull(a.counted_usd, a.uncounted_usd) * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) AS per_resident_usd,
           EXISTS (SELECT 1 FROM dispute_span d
                   WHERE d.jurisdiction_key = j.key AND d.from_on <= :as_of AND d.until_on > :as_of) AS disputed,
           a.sources AS amount_sources
    FROM jurisdiction j
    LEFT JOIN amounts a ON a.jurisdiction_key = j.key
    WHERE 1 = 1
      [[ AND j.rowid IN (SELECT rowid FROM jurisdiction_search WHERE jurisdiction_search MATCH :match) ]]
      [[ AND j.key IN (:j*) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                       JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                       WHERE r.demand_key IN (:demand*)
                       GROUP BY r.jurisdiction_key
                       HAVING count(DISTINCT r.demand_key) = :demand_count) ]]
      [[ AND j.key IN (SELECT p.jurisdiction_key FROM case_party p
                       JOIN fact f ON f.table_name = 'case_party' AND f.row_key = p.key AND f.since_on <= :as_of
                       WHERE p.case_key IN (:case*)
                       GROUP BY p.jurisdiction_key
                       HAVING count(DISTINCT p.case_key) = :case_count) ]]
      [[ AND j.key NOT IN (SELECT r.jurisdiction_key FROM demand_recipient r
                           JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                           WHERE r.demand_key IN (:not_demand*)) ]]
      [[ AND ((SELECT measure FROM asked) IS NOT NULL
              OR EXISTS (SELECT 1 FROM money m WHERE m.jurisdiction_key = j.key AND m.program_key IN
                         (SELECT key FROM program WHERE listing IN (:program*) OR key IN (:program*)))) ]]
      [[ AND ((SELECT measure FROM asked) IS NOT NULL
              OR EXISTS (SELECT 1 FROM money m WHERE m.jurisdiction_key = j.key AND m.fiscal_year = :fy)) ]]
      [[ AND EXISTS (SELECT 1 FROM asked_positions p WHERE p.jurisdiction_key = j.key AND p.position IN (:position*)) ]]
      [[ AND EXISTS (SELECT 1 FROM asked_positions p WHERE p.jurisdiction_key = j.key AND :requirement = :requirement) ]]
      [[ AND EXISTS (SELECT 1 FROM asked_positions p WHERE p.jurisdiction_key = j.key AND :authority = :authority) ]]
)
