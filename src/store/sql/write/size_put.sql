-- When a row ends tells the next one.
INSERT INTO size_money (measure, fiscal_year, from_on, usd_1, usd_2, usd_3, usd_4, usd_5)
SELECT column1, column2, column3, column5, column6, column7, column8, column9
FROM (VALUES {rows});
