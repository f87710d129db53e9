SELECT p.name, p.legal_basis, p.effective_on, p.effective_on_precision,
       CASE WHEN p.ended_on <= :as_of THEN p.ended_on END AS ended_on, p.summary,
       p.confidence, p.confidence IN ('low', 'unverified') AS is_unsure, p.note, f.sources
FROM policy p
LEFT JOIN fact f ON f.table_name = 'policy' AND f.row_key = p.key
WHERE p.jurisdiction_key = :key AND p.effective_on <= :as_of
ORDER BY p.effective_on DESC, p.key
