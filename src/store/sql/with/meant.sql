-- What may be meant by words that nothing has: a statement names beside it what was asked. Each word stands for the known word
-- nearest to it: words that share most of their three-letter parts are compared letter by letter. SQLite takes a CTE apart anew at each
-- mention, and so those that it mentions: each mention that can be spared is.
typed AS (
    SELECT w.key AS place, w.value AS word, s.value AS said
    FROM asked a
    CROSS JOIN json_each(ifnull(:words, '[]')) w
    JOIN json_each(ifnull(:said, '[]')) s ON s.key = w.key
    WHERE NOT a.is_found
),
-- A word that some record has is the one nearest to itself.
unknown AS (
    SELECT word FROM typed t WHERE NOT EXISTS (SELECT 1 FROM hit_search s WHERE s.hit_search MATCH '"' || t.word || '"')
),
part (word, place) AS (
    SELECT word, 1 FROM unknown WHERE length(word) >= 4
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
-- A letter too many or two swapped leave a short word no part: what it is without each letter, and with each two swapped.
spot (word, place) AS (
    SELECT word, 1 FROM unknown WHERE length(word) BETWEEN 4 AND 5 AND upper(word) <> word
    UNION ALL
    SELECT word, place + 1 FROM spot WHERE place < length(word)
),
turned AS (
    SELECT DISTINCT s.word AS typed,
           substr(s.word, 1, s.place - 1) || iif(h.swaps, substr(s.word, s.place + 1, 1) || substr(s.word, s.place, 1)
                                                          || substr(s.word, s.place + 2), substr(s.word, s.place + 1)) AS word
    FROM spot s
    CROSS JOIN (SELECT 0 AS swaps UNION ALL SELECT 1) h
    WHERE iif(h.swaps, s.place < length(s.word), length(s.word) = 5)
),
around AS (
    SELECT typed, word, uses, parts FROM near
    UNION ALL
    SELECT t.typed, t.word, 0, 0 FROM turned t
    WHERE EXISTS (SELECT 1 FROM hit_search s WHERE s.hit_search MATCH '"' || t.word || '"')
),
best AS (
    SELECT typed, word
    FROM (SELECT n.typed, n.word,
                 row_number() OVER (PARTITION BY n.typed
                                    ORDER BY edit_distance(n.typed, n.word), n.parts DESC, n.uses DESC, n.word) AS place
          FROM around n
          WHERE edit_distance(n.typed, n.word) <= iif(length(n.typed) < 6, 1, 2))
    WHERE place = 1
),
meant AS MATERIALIZED (
    SELECT t.place, t.said, ifnull(b.word, t.word) AS word, count(*) OVER () AS n_words
    FROM typed t
    LEFT JOIN best b ON b.typed = t.word
    ORDER BY t.place
),
-- Words next to each other that are the whole name of a record: of each name the first record comes before the second.
run (first, last, name, n_words) AS (
    SELECT place, place, word, n_words FROM meant
    UNION ALL
    SELECT r.first, m.place, r.name || ' ' || m.word, r.n_words FROM run r JOIN meant m ON m.place = r.last + 1
),
named AS MATERIALIZED (
    SELECT id, min(place) AS name_place, n_words
    FROM (SELECT n.hit_id AS id, r.n_words, row_number() OVER (PARTITION BY r.first, r.last ORDER BY n.hit_id) AS place
          FROM run r
          JOIN hit_name n ON n.name = r.name
          CROSS JOIN hit h ON h.id = n.hit_id AND h.since_on <= :as_of
                          AND h.record_kind = ifnull((SELECT record_kind FROM asked), h.record_kind))
    GROUP BY id
),
-- How many of the words those have that are named.
named_had AS MATERIALIZED (
    SELECT n.id, n.name_place AS place, n.n_words,
           (SELECT count(*) FROM meant m
            WHERE EXISTS (SELECT 1 FROM hit_search s WHERE s.hit_search MATCH '"' || m.word || '"' AND s.rowid = n.id)) AS words_had
    FROM named n
),
-- The first others with all the words that are meant, as the index has them.
whole AS MATERIALIZED (
    SELECT h.id
    FROM hit_search s
    CROSS JOIN hit h ON h.id = s.rowid AND h.since_on <= :as_of
                    AND h.record_kind = ifnull((SELECT record_kind FROM asked), h.record_kind)
    WHERE s.hit_search MATCH ifnull((SELECT group_concat('"' || word || '"', ' ') FROM meant), '""') AND s.rowid NOT IN (SELECT id FROM named)
    ORDER BY s.rowid
    LIMIT 12
),
-- Where none has all: how many of the words each of the others has. Of those that have only the word that most have (common), which may
-- be very many, the first are enough.
none_whole AS NOT MATERIALIZED (
    SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM whole) AND NOT EXISTS (SELECT 1 FROM named_had WHERE words_had = n_words)
),
part_word AS MATERIALIZED (
    SELECT word, times, uses_place, max(iif(uses_place = 1, word, NULL)) OVER () AS common, max(iif(uses_place = 1, times, 0)) OVER () AS common_times
    FROM (SELECT word, times, row_number() OVER (ORDER BY uses DESC, word) AS uses_place
          FROM (SELECT word, count(*) AS times, (SELECT count(*) FROM hit_search s WHERE s.hit_search MATCH '"' || m.word || '"') AS uses
                FROM none_whole
                CROSS JOIN meant m
                GROUP BY word))
),
had AS NOT MATERIALIZED (
    SELECT s.rowid AS id, iif(b.is_both, 0, r.times) AS times, iif(b.is_both, r.common_times, 0) AS common_times
    FROM part_word r
    CROSS JOIN (SELECT 0 AS is_both UNION ALL SELECT 1) b
    CROSS JOIN hit_search s ON s.hit_search MATCH iif(b.is_both, '"' || r.common || '" ', '') || '"' || r.word || '"'
    WHERE r.uses_place > 1
    UNION ALL
    SELECT id, 0, times
    FROM (SELECT s.rowid AS id, (SELECT common_times FROM part_word LIMIT 1) AS times
          FROM hit_search s
          CROSS JOIN hit h ON h.id = s.rowid AND h.since_on <= :as_of
                          AND h.record_kind = ifnull((SELECT record_kind FROM asked), h.record_kind)
          WHERE s.hit_search MATCH ifnull((SELECT '"' || common || '"' FROM part_word LIMIT 1), '""') AND s.rowid NOT IN (SELECT id FROM named)
          ORDER BY s.rowid
          LIMIT 12)
),
counted AS NOT MATERIALIZED (
    SELECT id, sum(times) + max(common_times) AS words_had
    FROM had
    CROSS JOIN (SELECT record_kind FROM asked) a
    WHERE id NOT IN (SELECT id FROM hit WHERE since_on > :as_of) AND id NOT IN (SELECT id FROM named)
      AND (a.record_kind IS NULL OR EXISTS (SELECT 1 FROM hit h WHERE h.id = had.id AND h.record_kind = a.record_kind))
    GROUP BY id
),
-- Those with all of the words; where there are none, those that some of the words name and, of the others, those with the most of the
-- words, if that is more than any of these have.
near_or_whole AS NOT MATERIALIZED (
    SELECT id, place, words_had, words_had < n_words AS is_part, 1 AS is_named FROM named_had WHERE words_had > 0
    UNION ALL
    SELECT id, 1000000, 0, 0, 0 FROM whole
    UNION ALL
    SELECT id, 1000000, words_had, 1, 0 FROM counted
),
-- And the reader's words for what each has not.
meant_rows AS (
    SELECT h.*, f.place, f.words_had,
           (SELECT replace(group_concat(DISTINCT m.said), ',', ', ') FROM meant m
            WHERE NOT EXISTS (SELECT 1 FROM hit_search s
                              WHERE s.hit_search MATCH '"' || m.word || '"' AND s.rowid = f.id)) AS left_out
    FROM (SELECT id, words_had, place
          FROM (SELECT id, words_had, place, is_part, is_named, min(is_part) OVER () AS are_parts,
                       max(iif(is_named, words_had, 0)) OVER () AS named_most, max(iif(is_named, 0, words_had)) OVER () AS others_most
                FROM near_or_whole)
          WHERE is_part = are_parts AND (is_named OR NOT is_part OR words_had = others_most AND words_had > named_most)
          ORDER BY place, words_had DESC, id
          LIMIT 12) f
    JOIN hit h ON h.id = f.id
)
