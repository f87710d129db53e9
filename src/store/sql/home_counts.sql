SELECT (SELECT count(*) FROM jurisdiction) AS jurisdictions_count,
       (SELECT count(*) FROM demand WHERE issued_on <= :as_of) AS demands_count,
       (SELECT count(*) FROM claim WHERE made_on <= :as_of) AS claims_count,
       (SELECT count(*) FROM ruling WHERE ruled_on <= :as_of) AS rulings_count,
       (SELECT count(*) FROM source_known WHERE since_on <= :as_of) AS sources_count
