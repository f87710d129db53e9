-- Events of the jurisdictions asked for, or all; those of a demand, a case or a ruling as a whole come again for each jurisdiction that
-- it names. Of one whose date is not known exactly nobody can say that it was between two dates within its year or month, or, where
-- nothing is known, before the day that stands for it: is_undated.
event_rows AS (
    SELECT e.event_on || '.' || e.event_kind || '.' || e.table_name || '.' || e.row_key || '.' || ifnull(e.jurisdiction_key, '') AS key,
           e.event_on, e.event_on_precision, e.event_kind, e.row_key, e.lane, e.jurisdiction_key,
           j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url,
           a.short_name AS authority, e.name, e.summary, e.event_url AS summary_url, e.sources,
           e.is_repeated, ifnull(0 [[ OR v.first_on < :from ]] [[ OR v.last_on > :to OR v.first_on = '' ]], 0) AS is_undated
    FROM event e
    LEFT JOIN vague_day v ON v.day = e.event_on AND v.precision = e.event_on_precision
    LEFT JOIN authority a ON a.key = e.authority_key
    LEFT JOIN jurisdiction_row j ON j.key = e.jurisdiction_key
    WHERE e.event_on <= :as_of
      [[ AND e.jurisdiction_key IN (:j*) ]]
      [[ AND e.jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
      [[ AND e.lane = :lane ]]
      [[ AND e.event_kind IN (:event*) ]]
      [[ AND ifnull(v.last_on, e.event_on) >= :from ]]
      [[ AND ifnull(v.first_on, e.event_on) <= :to ]]
)
