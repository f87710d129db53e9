-- What a question asks of money, as an address repeats it.
money_query (query) AS NOT MATERIALIZED (
    SELECT ''
           [[ || ifnull((SELECT group_concat('&program=' || key, '')
                         FROM (SELECT key FROM program WHERE key IN (:program*) ORDER BY key)), '') ]]
           [[ || '&fy=' || :fy ]]
           [[ || '&fy_from=' || :fy_from ]]
           [[ || '&fy_to=' || :fy_to ]]
           [[ || '&measure=' || :measure ]]
)
