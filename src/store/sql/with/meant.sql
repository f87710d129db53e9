-- What may be meant by words that nothing has: a statement names beside it what was asked. Each word stands for the known word
-- nearest to it: words that share most of their three-letter parts are compared letter by letter.
typed AS (
    SELECT w.key AS place, w.value AS word
    FROM asked a
    CROSS JOIN json_each(ifnull(:words, '[]')) w
    WHERE NOT a.is_found
),
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
                 row_number() OVER (PARTITION BY n.typed
                                    ORDER BY edit_distance(n.typed, n.word), n.parts DESC, n.uses DESC, n.word) AS place
          FROM near n
          WHERE edit_distance(n.typed, n.word) <= iif(length(n.typed) < 6, 1, 2))
    WHERE place = 1
),
meant AS MATERIALIZED (
    SELECT t.place, t.word AS typed, ifnull(b.word, t.word) AS word
    FROM typed t
    LEFT JOIN best b ON b.typed = t.word
    ORDER BY t.place
),
-- Words next to each other that are the whole name of a record: of each name the first record comes before the second.
run (first, last, name) AS (
    SELECT place, place, word FROM meant
    UNION ALL
    SELECT r.first, m.place, r.name || ' ' || m.word FROM run r JOIN meant m ON m.place = r.last + 1
),
named AS MATERIALIZED (
    SELECT id, min(place) AS name_place
    FROM (SELECT n.hit_id AS id, row_number() OVER (PARTITION BY r.first, r.last ORDER BY n.hit_id) AS place
          FROM run r
          JOIN hit_name n ON n.name = r.name
          CROSS JOIN hit h ON h.id = n.hit_id AND h.since_on <= :as_of
                          AND h.record_kind = ifnull((SELECT record_kind FROM asked), h.record_kind))
    GROUP BY id
),
-- How many of the words each record has, and the most that any has.
counted AS MATERIALIZED (
    SELECT h.id, count(*) AS words_had
    FROM meant m
    CROSS JOIN hit_search s ON s.hit_search MATCH '"' || m.word || '"'
    CROSS JOIN hit h ON h.id = s.rowid AND h.since_on <= :as_of
                    AND h.record_kind = ifnull((SELECT record_kind FROM asked), h.record_kind)
    GROUP BY h.id
),
bounds AS MATERIALIZED (
    SELECT (SELECT count(*) FROM meant) AS words, (SELECT max(words_had) FROM counted) AS most,
           ifnull((SELECT max(c.words_had) FROM named n JOIN counted c ON c.id = n.id), 0) AS most_named
),
-- Records with all the words that are meant; where there is none, those that some of the words name, and those with more words
-- than these have; and the words that each has not.
meant_rows AS (
    SELECT h.*, f.place, f.words_had,
           (SELECT group_concat(m.typed, ', ') FROM meant m
            WHERE NOT EXISTS (SELECT 1 FROM hit_search s
                              WHERE s.hit_search MATCH '"' || m.word || '"' AND s.rowid = f.id)) AS left_out
    FROM (SELECT c.id, c.words_had, ifnull(n.name_place, 1000000) AS place
          FROM bounds b
          CROSS JOIN counted c
          LEFT JOIN named n ON n.id = c.id
          WHERE iif(b.most = b.words, c.words_had = b.most, n.id IS NOT NULL OR (c.words_had = b.most AND b.most > b.most_named))
          ORDER BY place, c.words_had DESC, c.id
          LIMIT 12) f
    JOIN hit h ON h.id = f.id
)
