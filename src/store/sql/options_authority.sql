SELECT a.key AS value, NULL AS other_value, a.short_name AS label, min(x.since_on) AS since_on
FROM authority a
JOIN (SELECT authority_key, made_on AS since_on FROM claim
      UNION ALL
      SELECT r.authority_key, r.ruled_on FROM ruling_effect e JOIN ruling r ON r.key = e.ruling_key) x ON x.authority_key = a.key
GROUP BY a.key
ORDER BY a.authority_kind, a.short_name, a.key
