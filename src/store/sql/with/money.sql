-- Money of each jurisdiction, program, fiscal year and measure as known on :as_of.
money AS NOT MATERIALIZED (
    SELECT jurisdiction_key, program_key, fiscal_year, measure, counted_usd, uncounted_usd, flag_reason, sources
    FROM funding_rollup
    WHERE from_on <= :as_of AND until_on > :as_of
)
