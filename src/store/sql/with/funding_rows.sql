-- with: parties, money
-- The cells of the roll-up that a question asks for: jurisdiction, program, fiscal year, measure. Years hold too many of all
-- programs to be found by year; those of one state or program are found by measure, since in the order of amounts SQLite would read all states.
funding_found AS NOT MATERIALIZED (
    SELECT *
    FROM money m
    WHERE 1 = 1
      [[ AND m.jurisdiction_key IN (:j*) ]]
      [[? case: AND m.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND m.state IN (:state*) ]]
      [[^ measure, j, demand, case, state_count, program_count, min, max ? state, program: AND m.measure IN (SELECT measure FROM money_line) ]]
      [[ AND m.jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
      [[ AND m.program_key IN (:program*) ]]
      [[ AND +m.fiscal_year = :fy ]]
      [[ AND +m.fiscal_year >= :fy_from ]]
      [[ AND +m.fiscal_year <= :fy_to ]]
      [[^ j, demand, case ? measure: AND m.measure = :measure ]]
      [[? j, demand, case ? measure: AND +m.measure = :measure ]]
),
funding_rows AS NOT MATERIALIZED (
    SELECT m.jurisdiction_key || '.' || m.program_key || '.' || m.fiscal_year || '.' || m.measure AS key, m.place,
           m.jurisdiction_key, m.program_key, j.unique_name AS jurisdiction, '/jurisdictions/' || m.jurisdiction_key AS jurisdiction_url,
           j.kind, j.state, p.short_name AS program, '/programs/' || m.program_key AS program_url, m.fiscal_year, m.measure,
           m.amount_usd,
           '/funding?j=' || m.jurisdiction_key || '&program=' || m.program_key || '&fy=' || m.fiscal_year || '&measure=' || m.measure AS amount_usd_url,
           iif(m.counted_usd IS NULL, 'not-counted', 'counted') AS amount_state, m.counted_usd IS NULL AS is_flagged,
           m.flag_reason, m.counted_usd,
           nullif(CAST(round(m.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER), iif(m.amount_usd = 0, NULL, 0)) AS per_resident_usd,
           CASE WHEN ifnull(j.population_2020, 0) = 0 THEN 'no-population'
                WHEN m.amount_usd <> 0 AND abs(m.amount_usd) * 2 < j.population_2020 THEN 'below-cent'
                WHEN m.counted_usd IS NULL THEN 'not-counted'
                ELSE 'counted' END AS per_resident_usd_state,
           m.sources
    FROM funding_found m
    CROSS JOIN jurisdiction_row j ON j.key = m.jurisdiction_key
    JOIN program p ON p.key = m.program_key
    WHERE 1 = 1
      [[ AND m.amount_usd >= :min ]]
      [[ AND m.amount_usd <= :max ]]
)
