-- with: stake_asked, funding_page, effects
-- sort: name = jurisdiction_key
-- sort: -amount = -amount_usd
-- sort: amount = amount_usd
SELECT s.key, s.jurisdiction, s.jurisdiction_url, s.jurisdiction_key, s.kind, s.state, s.program, s.program_url, s.fiscal_year, s.measure,
       s.amount_usd, s.amount_usd_url, s.amount_state, s.is_flagged, s.flag_reason, s.step, c.name AS case_name, '/cases/' || c.key AS case_url, s.sources,
       [[^ step ? @placed: s.jurisdiction_key AS sort_value ]] [[^ @placed | ? step: page.sort_value ]]
FROM (
    SELECT place, [[^ step: sort_value ]] [[? step: :sort! AS sort_value ]]
    FROM [[^ step: funding_page ]] [[? step: stake_asked ]]
    WHERE 1 = 1
      [[? step ? after_value: AND :sort! >= :after_value AND (:sort!, place) > (:after_value, (SELECT place FROM last_cell WHERE :after_key = :after_key)) ]]
    [[? step: ORDER BY sort_value, place ]]
    [[? step ? limit: LIMIT :limit ]]
) page
CROSS JOIN stake_rows s ON s.place = page.place
LEFT JOIN court_case c ON c.key = iif(s.step = 'shielded', (
    SELECT e.case_key
    FROM effects e
    WHERE e.requirement_key = :requirement AND e.effect = 'bars' AND e.in_force
      AND EXISTS (SELECT 1 FROM effect_reach x WHERE x.effect_key = e.key AND x.jurisdiction_key IN (s.jurisdiction_key, ''))
    ORDER BY e.scope = 'nationwide', e.ruled_on DESC, e.key
    LIMIT 1), NULL)
ORDER BY page.sort_value, page.place
