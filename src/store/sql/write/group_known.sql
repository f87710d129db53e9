-- A jurisdiction has something of a line from one day on.
SELECT g.id, of_kind.id, of_all.id, k.place, k.line, k.from_on, 0 AS amount_usd, 0 AS is_counted
FROM jurisdiction_group g
CROSS JOIN jurisdiction_group of_kind ON of_kind.state = '*' AND of_kind.kind = g.kind
CROSS JOIN jurisdiction_group of_all ON of_all.state = '*' AND of_all.kind = '*'
CROSS JOIN jurisdiction_row r ON r.state = g.state AND r.kind = g.kind
CROSS JOIN jurisdiction_known k ON k.place = r.place
ORDER BY g.id, r.place, k.line;
