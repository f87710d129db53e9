-- with: fact_names
-- What is found by no words that the index of words holds. An award by its number, as the register has it or as files of USAspending make a
-- key of it, with hyphens or without: awards are many, and each is looked up. What is asked by words that are the names of a
-- jurisdiction and a program, with a fiscal year or without: its amounts. They stand before all records.
award_number (number) AS (SELECT lower(:q) UNION SELECT replace(lower(:q), '-', '')),
award_numbered (key) AS (
    SELECT a.key FROM award_number n CROSS JOIN award a ON a.key = n.number
    UNION
    SELECT a.key
    FROM award_number n
    CROSS JOIN award a ON a.key > 'asst-non-' || n.number || '-' AND a.key < 'asst-non-' || n.number || '-:'
    WHERE instr(substr(a.key, length(n.number) + 11), '-') = 0
),
answer AS MATERIALIZED (
    SELECT n.summary AS name, '/awards/' || f.row_key AS record_url, 'award' AS record_kind, NULL AS kind, j.state,
           row_number() OVER (ORDER BY f.row_key) - 2000000000 AS place
    FROM award_numbered a
    CROSS JOIN fact f ON f.table_name = 'award' AND f.row_key = a.key AND f.since_on <= :as_of
    JOIN fact_names n ON n.table_name = f.table_name AND n.row_key = f.row_key
    LEFT JOIN jurisdiction_row j ON j.key = f.jurisdiction_key
    UNION ALL
    SELECT j.unique_name || ', ' || p.short_name || ifnull(', ' || y.fiscal_year, '') AS name,
           '/funding?j=' || j.key || '&program=' || p.key || ifnull('&fy=' || y.fiscal_year, '') AS record_url,
           'amounts' AS record_kind, j.kind, j.state,
           row_number() OVER (ORDER BY place.hit_id, p.key, y.fiscal_year) - 1000000000 AS place
    FROM (SELECT first, last, hit_id, substr(record_url, length('/jurisdictions/') + 1) AS key FROM named_run WHERE record_kind = 'jurisdiction') place
    JOIN (SELECT first, last, substr(record_url, length('/programs/') + 1) AS key FROM named_run WHERE record_kind = 'program') subject
         ON subject.first > place.last OR subject.last < place.first
    JOIN (SELECT place AS first, place AS last, CAST(word AS INTEGER) AS fiscal_year FROM typed_word WHERE CAST(word AS INTEGER) BETWEEN 1960 AND 2100
          UNION ALL SELECT 0, -1, NULL) y
         ON y.last < y.first OR NOT (y.first BETWEEN place.first AND place.last OR y.first BETWEEN subject.first AND subject.last)
    CROSS JOIN jurisdiction_row j ON j.key = place.key
    CROSS JOIN program p ON p.key = subject.key
    WHERE (place.last - place.first + 1) + (subject.last - subject.first + 1) + (y.last - y.first + 1) = (SELECT count(*) FROM typed_word)
      AND EXISTS (SELECT 1 FROM money m WHERE m.jurisdiction_key = j.key AND m.program_key = p.key
                                          AND m.fiscal_year = ifnull(y.fiscal_year, m.fiscal_year))
    GROUP BY place.hit_id, p.key, y.fiscal_year
)
