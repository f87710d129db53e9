-- Of each facet the first twelve values stay, as a page tells them, and one without a value says how many more there are.
INSERT INTO kept_facet (list, facet, sort_value, row_count, value)
SELECT list, facet, 9223372036854775807, count(*) - 12, '' FROM kept_facet GROUP BY list, facet HAVING count(*) > 12;
DELETE FROM kept_facet
WHERE value <> ''
  AND (SELECT count(*) FROM kept_facet b
       WHERE b.list = kept_facet.list AND b.facet = kept_facet.facet
         AND (b.sort_value, -b.row_count, b.value) < (kept_facet.sort_value, -kept_facet.row_count, kept_facet.value)) >= 12;
