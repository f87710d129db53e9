-- with: timeline_rows
-- The newest of the same events as marks, as many as a timeline can show, lane by lane: a position lasts, no longer than what it is
-- about, and anything else happens on a day. What ends later than the day asked about has not ended. row_count is of all.
SELECT CASE WHEN e.position IS NOT NULL THEN e.authority || ', ' || e.requirement
            WHEN e.event_kind = 'requirement-ended' THEN said('{requirement} ended', 'requirement', e.name)
            WHEN e.event_kind = 'deadline' THEN said('Due: {demand}', 'demand', e.name)
            WHEN e.event_kind = 'statement' THEN said('{speaker}: statement', 'speaker', e.name)
            ELSE ifnull(e.name, e.summary) END AS event_title,
       e.lane, e.event_on, e.event_on_precision, e.until_on, NULL AS until_on_precision, e.position,
       CASE WHEN e.position IS NOT NULL THEN 'bar' WHEN e.event_kind = 'deadline' THEN 'flag' ELSE 'tick' END AS mark_form,
       e.summary_url, e.sources, e.row_count
FROM (SELECT r.*, count(*) OVER () AS row_count, c.stated_position AS position, q.short_name AS requirement,
             nullif(min(iif(s.until_on <= :as_of, s.until_on, '9999-12-31'), iif(q.ended_on > r.event_on AND q.ended_on <= :as_of, q.ended_on, '9999-12-31')),
                    '9999-12-31') AS until_on
      FROM timeline_rows r
      LEFT JOIN claim c ON r.event_kind = 'claim' AND c.key = r.row_key
      LEFT JOIN requirement q ON q.key = c.requirement_key
      LEFT JOIN position_span s ON s.jurisdiction_key = c.jurisdiction_key AND s.requirement_key = c.requirement_key
                               AND s.authority_key = c.authority_key AND s.from_on = c.made_on
      ORDER BY r.event_on DESC, r.key
      LIMIT 200) e
ORDER BY CASE e.lane WHEN 'agency' THEN 1 WHEN 'jurisdiction' THEN 2 WHEN 'court' THEN 3 ELSE 4 END, e.event_on DESC, e.key
