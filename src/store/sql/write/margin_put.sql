-- When a row ends tells the next one.
INSERT INTO funding_margin (measure, state, program_key, fiscal_year, from_on, is_newest, local_usd, state_usd, local_rows,
                            state_rows, row_count, award_count, outside_usd, outside_rows, cells_1, cells_2, cells_3, cells_4,
                            cells_5, awards_1, awards_2, awards_3, awards_4, awards_5)
SELECT column1, column2, column3, column4, column5, column6 = '9999-12-31', column7, column8, column9, column10, column11,
       column12, column13, column14, column15, column16, column17, column18, column19, column20, column21, column22, column23, column24
FROM (VALUES {rows});
