-- Every action of every award with its day, in the order of award_span; an award without any counts from the first day of
-- its fiscal year.
SELECT a.rowid AS award_id, ifnull(j.state, '') AS state, a.program_key, a.fiscal_year,
       ifnull(x.action_on, (a.fiscal_year - 1) || '-10-01') AS from_on, x.amount_usd, p.rowid AS program
FROM award a
JOIN program p ON p.key = a.program_key
LEFT JOIN jurisdiction j ON j.key = a.jurisdiction_key
LEFT JOIN award_action x ON x.award_key = a.key
ORDER BY a.rowid, x.action_on;
