-- Of each facet that has more than ?1 values, one without a value says how many more there are.
INSERT INTO kept_facet (list, facet, sort_value, row_count, value)
SELECT list, facet, 9223372036854775807, count(*) - ?1, '' FROM kept_facet GROUP BY list, facet HAVING count(*) > ?1;
