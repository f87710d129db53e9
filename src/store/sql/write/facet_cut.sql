-- Of each facet the first ?1 values stay, and the one that says how many more there are.
DELETE FROM kept_facet
WHERE value <> ''
  AND (SELECT count(*) FROM kept_facet b
       WHERE b.list = kept_facet.list AND b.facet = kept_facet.facet
         AND (b.sort_value, -b.row_count, b.value) < (kept_facet.sort_value, -kept_facet.row_count, kept_facet.value)) >= ?1;
