-- with: effects_known, money, requirement_years
-- The conditions on programs that it receives from, or that an authority or a court has applied to it. What rulings do to
-- them is in jurisdiction_rulings.
SELECT q.key AS requirement_key, q.short_name AS requirement, q.name AS requirement_name, '/requirements/' || q.key AS requirement_url,
       l.legal_basis, q.summary,
       q.effective_on, q.effective_on_precision,
       CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS ended_on,
       CASE WHEN q.ended_on <= :as_of THEN q.end_reason END AS end_reason,
       (SELECT y.years FROM requirement_years y WHERE y.requirement_key = q.key) AS programs,
       (SELECT count(DISTINCT e.ruling_key) FROM effects_known e WHERE e.requirement_key = q.key) AS rulings_count,
       q.note, l.sources
FROM requirement q
JOIN requirement_law l ON l.requirement_key = q.key
 AND l.from_on = (SELECT max(n.from_on) FROM requirement_law n WHERE n.requirement_key = q.key AND n.from_on <= :as_of)
WHERE q.effective_on <= :as_of
  AND (EXISTS (SELECT 1 FROM claim c WHERE c.jurisdiction_key = :only AND c.requirement_key = q.key AND c.made_on <= :as_of)
       OR EXISTS (SELECT 1 FROM effects_known e WHERE e.requirement_key = q.key)
       OR EXISTS (SELECT 1 FROM requirement_program rp
                  JOIN money m ON m.jurisdiction_key = :only AND m.program_key = rp.program_key AND m.fiscal_year >= rp.fy_from
                              AND m.fiscal_year <= ifnull(rp.fy_to, 9999)
                  WHERE rp.requirement_key = q.key))
ORDER BY q.effective_on, q.key
