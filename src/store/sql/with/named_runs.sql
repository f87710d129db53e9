-- Words of those typed that stand next to each other and are the whole name of a record. A question has few words.
typed_word AS MATERIALIZED (
    SELECT w.key AS place, w.value AS word
    FROM json_each(ifnull(:words, '[]')) w
    WHERE w.value <> 'fy' AND (SELECT count(*) FROM json_each(:words)) <= 8
),
word_run (first, last, name) AS (
    SELECT place, place, word FROM typed_word
    UNION ALL
    SELECT r.first, w.place, r.name || ' ' || w.word FROM word_run r JOIN typed_word w ON w.place = r.last + 1
),
named_run AS MATERIALIZED (
    SELECT r.first, r.last, n.hit_id, h.record_kind, h.record_url
    FROM word_run r
    CROSS JOIN hit_name n ON n.name = r.name
    CROSS JOIN hit h ON h.id = n.hit_id AND h.since_on <= :as_of
    WHERE h.record_kind IN ('jurisdiction', 'program')
)
