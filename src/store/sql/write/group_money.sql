-- In the order in which the rows are stored, group by group.
SELECT g.id, of_kind.id, of_all.id, m.place, m.line, m.from_on, m.amount_usd, m.is_counted
FROM jurisdiction_group g
CROSS JOIN jurisdiction_group of_kind ON of_kind.state = '*' AND of_kind.kind = g.kind
CROSS JOIN jurisdiction_group of_all ON of_all.state = '*' AND of_all.kind = '*'
CROSS JOIN jurisdiction_row r ON r.state = g.state AND r.kind = g.kind
CROSS JOIN jurisdiction_money m ON m.place = r.place
ORDER BY g.id, r.place, m.line, m.until_on;
