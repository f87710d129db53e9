-- Every deadline as it stands on :as_of, once for each recipient that is to answer by it; one of a demand without recipients once.
standings AS NOT MATERIALIZED (
    SELECT demand_key, recipient_key, jurisdiction_key, due_on, iif(withdrawn_on <= :as_of, withdrawn_on, NULL) AS withdrawn_on,
           CASE WHEN withdrawn_on <= :as_of THEN 'withdrawn' WHEN due_on > :as_of THEN 'due' WHEN due_on = :as_of THEN 'today'
                ELSE 'passed' END AS due_state
    FROM addressee
    WHERE issued_on <= :as_of AND due_on IS NOT NULL
)
