-- Every position known on the date, newest first within requirement and authority; is_current marks what is in force.
SELECT x.requirement_key, x.requirement, x.requirement_name, '/requirements/' || x.requirement_key AS requirement_url,
       (SELECT l.legal_basis FROM requirement_law l WHERE l.requirement_key = x.requirement_key AND l.from_on <= :as_of
        ORDER BY l.from_on DESC LIMIT 1) AS legal_basis,
       CASE WHEN x.requirement_ended_on <= :as_of THEN x.requirement_ended_on END AS condition_ended_on,
       x.requirement_key IN (SELECT d.requirement_key FROM dispute_span d
                             WHERE d.jurisdiction_key = :only AND d.from_on <= :as_of AND d.until_on > :as_of) AS disputed,
       x.authority, x.authority_name, x.authority_kind,
       x.position, x.made_on, x.made_on_precision, x.speaker, x.summary, x.ruling_summary, x.scope, x.current_until > :as_of AS is_current,
       CASE WHEN x.ended_on <= :as_of THEN x.ended_on END AS ended_on,
       CASE WHEN x.ended_on <= :as_of THEN x.ended_on_precision END AS ended_on_precision,
       CASE WHEN x.ended_on <= :as_of THEN x.end_reason END AS end_reason,
       x.confidence, x.confidence IN ('low', 'unverified') AS is_unsure, x.note, x.sources
FROM position_row x
WHERE x.jurisdiction_key = (SELECT j.named_as FROM jurisdiction_row j WHERE j.key = :only)
  AND x.shown_from <= :as_of AND x.shown_until > :as_of
ORDER BY x.requirement_on, x.requirement_key,
         [[^ past: x.newest_on DESC, ]]
         [[? past: (SELECT max(n.made_on) FROM position_row n
          WHERE n.jurisdiction_key = x.jurisdiction_key AND n.requirement_on = x.requirement_on AND n.requirement_key = x.requirement_key
            AND n.authority_key = x.authority_key AND n.shown_from <= :as_of AND n.shown_until > :as_of) DESC, ]]
         x.authority_key, x.made_on DESC, x.key
