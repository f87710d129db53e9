SELECT key AS value, NULL AS other_value, CASE WHEN kind IN ('state', 'territory') OR instr(name, ',') THEN name ELSE name || ', ' || state END AS label,
       NULL AS since_on
FROM jurisdiction WHERE key = :wanted
