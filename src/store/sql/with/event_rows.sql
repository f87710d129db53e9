-- Events of the jurisdictions asked for, or all; those of a demand, a case or a ruling as a whole come again for each jurisdiction that
-- it names. Of one whose date is not known nobody can say that it was between two dates: is_undated.
event_rows AS (
    SELECT e.event_on || '.' || e.event_kind || '.' || e.table_name || '.' || e.row_key || '.' || ifnull(e.jurisdiction_key, '') AS key,
           e.event_on, e.event_on_precision, e.event_kind, e.row_key, e.lane, e.jurisdiction_key,
           j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url,
           a.short_name AS authority, e.summary, e.event_url AS summary_url, e.sources,
           e.is_repeated, [[? from, to: e.event_on_precision IS 'unknown' ]] [[^ from, to: 0 ]] AS is_undated
    FROM event e
    LEFT JOIN authority a ON a.key = e.authority_key
    LEFT JOIN jurisdiction_row j ON j.key = e.jurisdiction_key
    WHERE e.event_on <= :as_of
      [[ AND e.jurisdiction_key IN (:j*) ]]
      [[ AND e.jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
      [[ AND e.lane = :lane ]]
      [[ AND e.event_kind IN (:event*) ]]
      [[ AND (e.event_on >= :from OR e.event_on_precision IS 'unknown') ]]
      [[ AND (e.event_on <= :to OR e.event_on_precision IS 'unknown') ]]
)
