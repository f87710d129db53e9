-- The place of the cell :after_key in the order of the roll-up. Keys may hold the dot that stands between them, so each dot is tried.
-- Left to itself SQLite makes an index of all cells first.
dot AS (
    SELECT instr(:after_key, '.') AS place
    UNION ALL
    SELECT place + instr(substr(:after_key, place + 1), '.') FROM dot WHERE instr(substr(:after_key, place + 1), '.') > 0
),
last_cell AS (
    SELECT ifnull(max(m.rowid), 0) AS place
    FROM dot
    CROSS JOIN funding_rollup m INDEXED BY funding_rollup_cell ON m.jurisdiction_key = substr(:after_key, 1, dot.place - 1)
    WHERE m.jurisdiction_key || '.' || m.program_key || '.' || m.fiscal_year || '.' || m.measure = :after_key
),
-- The same; where there is none of that key, that of the last cell before those of :after_value, the jurisdiction. 0: before all.
named_cell AS (
    SELECT iif(c.place > 0, c.place,
               ifnull((SELECT max(m.rowid) FROM funding_rollup m
                       WHERE m.jurisdiction_key = (SELECT max(x.jurisdiction_key) FROM funding_rollup x
                                                   WHERE x.jurisdiction_key < :after_value)), 0)) AS place
    FROM last_cell c
)
