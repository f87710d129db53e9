-- Where nothing is found: records with the known words that are nearest to those typed. :words is a JSON array. Words
-- that share most of their three-letter parts are compared letter by letter.
WITH RECURSIVE typed AS (SELECT value AS word FROM json_each(ifnull(:words, '[]'))),
part (word, place) AS (
    SELECT word, 1 FROM typed WHERE length(word) >= 4
    UNION ALL
    SELECT word, place + 1 FROM part WHERE place + 3 <= length(word)
),
shared AS (
    SELECT p.word AS typed, w.rowid AS id, count(*) AS parts
    FROM part p
    JOIN word_search w ON w.word_search MATCH '"' || substr(p.word, p.place, 3) || '"'
         AND w.rowid >= (length(p.word) - 2) << 32 AND w.rowid < (length(p.word) + 3) << 32
    GROUP BY p.word, w.rowid
),
near AS (
    SELECT s.typed, w.word, w.uses, s.parts
    FROM shared s
    JOIN word w ON w.id = s.id
    ORDER BY s.parts DESC, s.typed, w.word
    LIMIT 400
),
best AS (
    SELECT typed, word
    FROM (SELECT n.typed, n.word,
                 row_number() OVER (PARTITION BY n.typed ORDER BY edit_distance(n.typed, n.word), n.parts DESC, n.uses DESC, n.word) AS place
          FROM near n
          WHERE edit_distance(n.typed, n.word) <= iif(length(n.typed) < 6, 1, 2))
    WHERE place = 1
),
corrected AS (
    SELECT group_concat('"' || ifnull(b.word, t.word) || '"', ' ') AS match
    FROM typed t
    LEFT JOIN best b ON b.typed = t.word
)
SELECT h.name, h.record_url, h.record_kind, h.kind, h.state
FROM hit_search s
CROSS JOIN hit h ON h.id = s.rowid AND h.since_on <= :as_of
WHERE hit_search MATCH iif(EXISTS (SELECT 1 FROM hit_search x CROSS JOIN hit y ON y.id = x.rowid AND y.since_on <= :as_of
                                    WHERE x.hit_search MATCH ifnull(:match, '""')),
                           '""', ifnull((SELECT match FROM corrected), '""'))
ORDER BY s.rowid
LIMIT 12
