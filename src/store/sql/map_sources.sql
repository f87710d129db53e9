-- with: map_rows, money
-- Where the amounts that are drawn are from; where no money is asked for, the jurisdictions. What is kept by group tells; of a
-- demand's, and of programs in a year, the cells.
[[^ measure, demand: SELECT sources FROM group_row_source WHERE group_id IN (SELECT id FROM paired_groups) ]]
[[^ measure ? demand: SELECT sources FROM placed ]]
[[^ demand, @of_cells ? measure:
SELECT (SELECT l.sources FROM source_list l WHERE l.id = s.source_list) AS sources
FROM asked_line a
CROSS JOIN paired_groups g
CROSS JOIN group_source s ON s.line = a.line AND s.group_id = g.id AND s.from_on <= :as_of
WHERE (g.kind IN ('state', 'territory')) = (SELECT of_states FROM drawn) ]]
[[? measure ? demand, @of_cells:
SELECT sources FROM placed_money WHERE counted_usd IS NOT NULL AND (kind IN ('state', 'territory')) = (SELECT of_states FROM drawn) ]]
GROUP BY sources
ORDER BY sources
LIMIT :limit
