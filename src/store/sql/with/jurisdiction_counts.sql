-- with: jurisdiction_rows
counted AS (SELECT state, kind, count(*) AS n FROM jurisdiction_rows GROUP BY state, kind)
