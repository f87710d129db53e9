-- with: stake_asked, last_cell, effects
-- sort: name = jurisdiction_key
-- sort: -amount = -amount_usd
-- sort: amount = amount_usd
SELECT s.key, s.jurisdiction, s.jurisdiction_url, s.jurisdiction_key, s.kind, s.state, s.program, s.program_url, s.fiscal_year, s.measure,
       s.amount_usd, s.amount_usd_url, s.amount_state, s.is_flagged, s.flag_reason, s.step, c.name AS case_name, '/cases/' || c.key AS case_url, s.sources, s.sort_value
FROM (
    SELECT *, :sort! AS sort_value
    FROM stake_asked
    WHERE 1 = 1 [[ AND :sort! >= :after_value ]] [[ AND (:sort!, place) > (:after_value, (SELECT place FROM last_cell WHERE :after_key = :after_key)) ]]
    ORDER BY sort_value, place
    [[ LIMIT :limit ]]
) s
LEFT JOIN court_case c ON c.key = iif(s.step = 'shielded', (
    SELECT e.case_key
    FROM effects e
    WHERE e.requirement_key = :requirement AND e.effect = 'bars' AND e.in_force
      AND EXISTS (SELECT 1 FROM effect_reach x WHERE x.effect_key = e.key AND x.jurisdiction_key IN (s.jurisdiction_key, ''))
    ORDER BY e.scope = 'nationwide', e.ruled_on DESC, e.key
    LIMIT 1), NULL)
ORDER BY s.sort_value, s.place
