-- with: asked_money
-- Which jurisdictions have an amount of the size asked for.
-- when: sized = ? min, max
-- What each jurisdiction has of any measure. link: as asked_money has it.
any_line AS NOT MATERIALIZED (
    SELECT line
    FROM money_line
    WHERE measure <> ''
      [[^ program: AND program_key = '' ]] [[ AND program_key IN (:program*) ]]
      [[^ fy: AND fiscal_year = 0 ]] [[ AND fiscal_year = :fy ]]
),
line_money AS NOT MATERIALIZED (
    SELECT line, place, group_id, amount_usd, is_counted
    FROM jurisdiction_money
    WHERE [[^ past: until_on = '9999-12-31' ]] [[? past: from_on <= :as_of AND until_on > :as_of ]]
),
any_money AS NOT MATERIALIZED (
    [[? @kept:
    SELECT place AS link, amount_usd FROM line_money WHERE line IN (SELECT line FROM any_line) ]]
    [[^ fy ? program_count:
    SELECT m.place AS link, CAST(ifnull(sum(iif(m.is_counted, m.amount_usd, NULL)), sum(m.amount_usd)) AS INTEGER) AS amount_usd
    FROM line_money m
    CROSS JOIN money_line l ON l.line = m.line
    WHERE m.line IN (SELECT line FROM any_line)
    GROUP BY m.place, l.measure ]]
    [[? @of_cells:
    SELECT jurisdiction_key AS link, CAST(ifnull(sum(counted_usd), sum(amount_usd)) AS INTEGER) AS amount_usd
    FROM money
    WHERE program_key IN (:program*) AND +fiscal_year = :fy
    GROUP BY jurisdiction_key, measure ]]
),
-- Those with an amount of that size: of the measure asked for, or of any. They are read in the order of amounts, or it is looked up
-- whether one is among them (is_sized).
sized AS NOT MATERIALIZED (
    SELECT link
    FROM [[^ measure: any_money ]] [[? measure: asked_money ]]
    WHERE 1 = 1
      [[ AND ifnull(-amount_usd, 9223372036854775807) <= -:min ]]
      [[ AND ifnull(-amount_usd, 9223372036854775807) >= -:max AND amount_usd IS NOT NULL ]]
),
is_sized AS NOT MATERIALIZED (
    SELECT link
    FROM [[^ measure: any_money ]] [[? measure: asked_money ]]
    WHERE 1 = 1 [[ AND +amount_usd >= :min ]] [[ AND +amount_usd <= :max ]]
)
