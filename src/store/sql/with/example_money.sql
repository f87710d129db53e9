-- with: money, example_places
-- Counted money of the jurisdictions that an example may be of, looked up place by place: it does not grow with the rest.
example_money AS MATERIALIZED (
    SELECT jurisdiction_key, program_key, fiscal_year, measure, counted_usd
    FROM money
    WHERE jurisdiction_key IN (SELECT key FROM example_places) AND counted_usd > 0
)
