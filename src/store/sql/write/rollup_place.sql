SELECT r.place, r.state, r.kind IN ('state', 'territory') AS is_state, r.group_id,
       (SELECT id FROM jurisdiction_group WHERE state = r.state AND kind = '*'),
       (SELECT id FROM jurisdiction_group WHERE state = '*' AND kind = r.kind),
       (SELECT id FROM jurisdiction_group WHERE state = '*' AND kind = '*')
FROM jurisdiction_row r
WHERE r.key = ?1;
