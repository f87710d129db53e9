-- Every deadline as it stands on :as_of, once for each recipient that is to answer by it; one of a demand without recipients once.
standings AS NOT MATERIALIZED (
    SELECT d.key AS demand_key, r.key AS recipient_key, r.jurisdiction_key, ifnull(r.due_on, d.due_on) AS due_on,
           iif(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, ifnull(r.withdrawn_on, d.withdrawn_on), NULL) AS withdrawn_on,
           CASE WHEN ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of THEN 'withdrawn'
                WHEN ifnull(r.due_on, d.due_on) > :as_of THEN 'due'
                WHEN ifnull(r.due_on, d.due_on) = :as_of THEN 'today' ELSE 'passed' END AS due_state
    FROM demand d
    LEFT JOIN demand_recipient r ON r.demand_key = d.key
    WHERE d.issued_on <= :as_of AND ifnull(r.due_on, d.due_on) IS NOT NULL
)
