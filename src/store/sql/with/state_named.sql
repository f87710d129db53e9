-- Which named_jurisdiction stand for governments of the states asked for.
state_named AS (
    SELECT n.named_as AS key
    FROM named_group n
    JOIN jurisdiction_group g ON g.id = n.group_id
    WHERE 1 = 1 [[ AND g.state IN (:state*) ]]
)
