-- How many jurisdictions each position in force is about; the list of positions lets the index answer.
SELECT s.position, count(DISTINCT s.jurisdiction_key) AS jurisdictions_count,
       '/jurisdictions?position=' || s.position || '&requirement=' || :key AS jurisdictions_count_url
FROM position_span s
WHERE s.position IN ('complies', 'no-evidence', 'preliminary', 'does-not-comply', 'documents-demanded', 'under-review',
                     'no-statement', 'barred-by-court', 'allowed-by-court')
  AND s.requirement_key = :key AND s.from_on <= :as_of AND s.until_on > :as_of AND s.jurisdiction_key <> ''
GROUP BY s.position
ORDER BY jurisdictions_count DESC, s.position
