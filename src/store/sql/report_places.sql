-- with: jurisdiction_found
SELECT count(*) AS row_count, count(*) FILTER (WHERE kind NOT IN ('state', 'territory')) AS local_count,
       count(*) FILTER (WHERE kind IN ('state', 'territory')) AS states_count,
       count(*) FILTER (WHERE disputed_from <= :as_of
                          AND EXISTS (SELECT 1 FROM dispute_span d
                                      WHERE d.jurisdiction_key = j.key AND d.from_on <= :as_of AND d.until_on > :as_of)) AS disputed_count
FROM jurisdiction_found j
