-- How many jurisdictions each position in force is about; the list of positions lets the index answer.
SELECT s.position, sum(n.row_count) AS jurisdictions_count,
       '/jurisdictions?position=' || s.position || '&requirement=' || :key AS jurisdictions_count_url
FROM (SELECT DISTINCT position, jurisdiction_key
      FROM position_span
      WHERE position IN ('complies', 'no-evidence', 'preliminary', 'does-not-comply', 'documents-demanded', 'under-review',
                         'no-statement', 'barred-by-court', 'allowed-by-court')
        AND requirement_key = :key AND from_on <= :as_of AND until_on > :as_of) s
JOIN named_jurisdiction n ON n.key = s.jurisdiction_key
GROUP BY s.position
HAVING jurisdictions_count > 0
ORDER BY jurisdictions_count DESC, s.position
