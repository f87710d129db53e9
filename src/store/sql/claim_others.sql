-- What else was said on the same jurisdiction and requirement.
SELECT c.made_on, c.made_on_precision, '/claims/' || c.key AS record_url, a.short_name AS authority,
       c.stated_position AS position, c.summary, f.sources
FROM claim o
JOIN claim c ON c.jurisdiction_key = o.jurisdiction_key AND c.requirement_key = o.requirement_key AND c.key <> o.key
            AND c.made_on <= :as_of
JOIN authority a ON a.key = c.authority_key
LEFT JOIN fact f ON f.table_name = 'claim' AND f.row_key = c.key
WHERE o.key = :key AND o.made_on <= :as_of
ORDER BY c.made_on DESC, c.key
