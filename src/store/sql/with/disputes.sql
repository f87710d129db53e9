-- with: positions
-- Jurisdiction and requirement where one authority says it complies and another says it does not, may not or demands
-- documents; or where a ruling in force bars what an authority still asserts.
disputes AS (
    SELECT jurisdiction_key, requirement_key
    FROM positions
    GROUP BY jurisdiction_key, requirement_key
    HAVING max(position IN ('does-not-comply', 'preliminary', 'documents-demanded'))
       AND max(position IN ('complies', 'barred-by-court'))
)
