-- with: money, named_runs
-- What is asked by words that are the names of a jurisdiction and a program, with a fiscal year or without: its amounts.
SELECT j.name AS jurisdiction, j.kind, j.state, p.short_name AS program, y.fiscal_year, count(*) AS amounts_count,
       '/funding?j=' || j.key || '&program=' || p.key || ifnull('&fy=' || y.fiscal_year, '') AS record_url
FROM (SELECT first, last, hit_id, substr(record_url, length('/jurisdictions/') + 1) AS key FROM named_run WHERE record_kind = 'jurisdiction') place
JOIN (SELECT first, last, substr(record_url, length('/programs/') + 1) AS key FROM named_run WHERE record_kind = 'program') subject
     ON subject.first > place.last OR subject.last < place.first
JOIN (SELECT place AS first, place AS last, CAST(word AS INTEGER) AS fiscal_year FROM typed_word WHERE CAST(word AS INTEGER) BETWEEN 1960 AND 2100
      UNION ALL SELECT 0, -1, NULL) y
     ON y.last < y.first OR NOT (y.first BETWEEN place.first AND place.last OR y.first BETWEEN subject.first AND subject.last)
CROSS JOIN jurisdiction_row j ON j.key = place.key
CROSS JOIN program p ON p.key = subject.key
CROSS JOIN money m ON m.jurisdiction_key = j.key AND m.program_key = p.key AND m.fiscal_year = ifnull(y.fiscal_year, m.fiscal_year)
WHERE (place.last - place.first + 1) + (subject.last - subject.first + 1) + (y.last - y.first + 1) = (SELECT count(*) FROM typed_word)
GROUP BY place.hit_id, p.key, y.fiscal_year
ORDER BY place.hit_id, p.key, y.fiscal_year
LIMIT 5
