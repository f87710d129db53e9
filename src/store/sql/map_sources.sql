-- with: map_placed, group_sums, money
-- Where the amounts of the local governments that fit are from; where no money is asked for, the jurisdictions. What is kept
-- by group tells; of a demand's, and of programs in a year, the cells.
[[^ measure, demand: SELECT sources FROM group_row_source WHERE group_id IN (SELECT id FROM paired_groups) ]]
[[^ measure ? demand: SELECT sources FROM placed ]]
[[^ demand, program ? measure | ^ demand, fy ? measure:
SELECT (SELECT l.sources FROM source_list l WHERE l.id = s.source_list) AS sources
FROM asked_line a
CROSS JOIN paired_groups g
CROSS JOIN group_source s ON s.line = a.line AND s.group_id = g.id AND s.from_on <= :as_of
WHERE g.kind NOT IN ('state', 'territory') ]]
[[? measure ? demand | ? measure ? program ? fy:
SELECT sources FROM placed_money WHERE counted_usd IS NOT NULL AND kind NOT IN ('state', 'territory') ]]
GROUP BY sources
LIMIT :limit
