-- with: stake_rows
-- Those of the step asked for. If few amounts are of programs that the requirement is on, what is reached is looked up by them; of many,
-- and of what is not reached, the order asked for soon meets enough.
some_reached AS MATERIALIZED (
    SELECT m.place
    FROM (SELECT DISTINCT program_key FROM reached) r
    CROSS JOIN funding_found m ON m.program_key = r.program_key
    LIMIT 2000
),
stake_asked AS NOT MATERIALIZED (
    SELECT *
    FROM stake_rows
    [[ WHERE step = :step AND (:step = 'not-reached' OR (SELECT count(*) FROM some_reached) = 2000)
    UNION ALL
    SELECT *
    FROM stake_rows
    WHERE step = :step AND place IN (SELECT place FROM some_reached)
      AND :step <> 'not-reached' AND (SELECT count(*) FROM some_reached) < 2000 ]]
)
