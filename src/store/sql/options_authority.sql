SELECT a.key AS value, NULL AS other_value, a.short_name AS label, min(x.since_on) AS since_on
FROM authority a
JOIN (SELECT authority_key, made_on AS since_on FROM claim
      UNION ALL
      SELECT authority_key, ruled_on FROM applied_effect) x ON x.authority_key = a.key
GROUP BY a.key
ORDER BY a.authority_kind, a.short_name, a.key
