-- Claims made by :as_of with what had become of each: in force while it has not ended and its authority has said nothing
-- newer of the jurisdiction and the requirement.
claims_known AS NOT MATERIALIZED (
    SELECT c.key, c.jurisdiction_key, c.requirement_key, c.authority_key, c.stated_position AS position,
           c.made_on, c.made_on_precision, c.speaker,
           c.summary, c.demand_key,
           (c.ended_on IS NULL OR c.ended_on > :as_of)
           AND NOT EXISTS (SELECT 1 FROM claim n
                           WHERE n.jurisdiction_key = c.jurisdiction_key AND n.requirement_key = c.requirement_key
                             AND n.authority_key = c.authority_key AND n.made_on <= :as_of
                             AND (n.made_on, n.key) > (c.made_on, c.key)) AS is_current,
           CASE WHEN c.ended_on <= :as_of THEN c.ended_on END AS ended_on,
           CASE WHEN c.ended_on <= :as_of THEN c.end_reason END AS end_reason, c.confidence, c.note
    FROM claim c
    WHERE c.made_on <= :as_of
)
