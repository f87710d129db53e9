-- when: of_cells = ? program ? fy
-- Money of each jurisdiction, program, fiscal year and measure as known on :as_of. Nothing is kept of days after the edition's date, so
-- that on it what has not ended holds.
money AS NOT MATERIALIZED (
    SELECT rowid AS place, jurisdiction_key, program_key, fiscal_year, measure, counted_usd, amount_usd,
           flag_reason, source_list, (SELECT l.sources FROM source_list l WHERE l.id = source_list) AS sources, state
    FROM funding_rollup
    WHERE from_on <= :as_of AND [[^ past: until_on = '9999-12-31' ]] [[? past: until_on > :as_of ]]
)
