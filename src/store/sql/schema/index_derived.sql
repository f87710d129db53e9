-- Indices of what an edition derives. Made once the rows are there.

CREATE UNIQUE INDEX jurisdiction_row_id ON jurisdiction_row (id);
CREATE INDEX jurisdiction_row_name ON jurisdiction_row (unique_name, place, id, key, kind, state, population_2020, latitude, longitude, sources, disputed_from, named_as);
CREATE INDEX jurisdiction_row_named ON jurisdiction_row (named_as) WHERE named_as <> '';
CREATE INDEX jurisdiction_row_population ON jurisdiction_row (ifnull(population_2020, 9223372036854775807), place);
CREATE INDEX jurisdiction_row_kind ON jurisdiction_row (kind, place);
CREATE INDEX jurisdiction_row_state ON jurisdiction_row (state, place);
CREATE INDEX jurisdiction_row_place ON jurisdiction_row (state, kind, place);
CREATE INDEX appeal_appealed ON appeal (appeal_of_key, case_key);
CREATE INDEX case_jurisdiction_cases ON case_jurisdiction (jurisdiction_key, case_key, since_on);
CREATE INDEX addressee_jurisdiction ON addressee (jurisdiction_key, demand_key, issued_on);
CREATE INDEX applied_effect_requirement ON applied_effect (requirement_key, since_on);
CREATE INDEX applied_effect_case ON applied_effect (case_key);
CREATE INDEX jurisdiction_money_largest ON jurisdiction_money (line, ifnull(-amount_usd, 9223372036854775807), place, from_on, until_on,
                                                            amount_usd, is_counted, flag_reason, source_list, group_id);
CREATE INDEX jurisdiction_money_newest ON jurisdiction_money (line, ifnull(-amount_usd, 9223372036854775807), place, until_on,
                                                           amount_usd, is_counted, flag_reason, source_list, group_id)
                                                        WHERE until_on = '9999-12-31';
CREATE INDEX jurisdiction_money_per_resident ON jurisdiction_money (line, ifnull(-per_resident_usd, 9223372036854775807), place,
                                                                 until_on, amount_usd, is_counted, flag_reason, source_list, population)
                                                               WHERE until_on = '9999-12-31';
-- Of all places, but only for those who ask for that, of past days: it does not cover what is told.
CREATE INDEX jurisdiction_money_per_resident_past ON jurisdiction_money (line, ifnull(-per_resident_usd, 9223372036854775807), place)
                                                                    WHERE place > 0;
CREATE INDEX jurisdiction_known_line ON jurisdiction_known (line, place, from_on);
CREATE INDEX funding_rollup_cell ON funding_rollup (jurisdiction_key, program_key, fiscal_year);
CREATE INDEX funding_rollup_place ON funding_rollup (measure, jurisdiction_key);
CREATE INDEX funding_rollup_of_program ON funding_rollup (program_key, measure, until_on, -amount_usd, from_on, fiscal_year, state,
                                                         counted_usd, amount_usd);
CREATE INDEX funding_rollup_of_state ON funding_rollup (state, measure, until_on, -amount_usd, from_on, fiscal_year, program_key,
                                                       counted_usd, amount_usd);
CREATE INDEX funding_rollup_latest ON funding_rollup (measure, -fiscal_year);
CREATE INDEX funding_rollup_earliest ON funding_rollup (measure, fiscal_year);
CREATE INDEX funding_rollup_largest ON funding_rollup (measure, -amount_usd, from_on, until_on, fiscal_year,
                                                      program_key, state, counted_usd, amount_usd);
CREATE INDEX funding_rollup_newest ON funding_rollup (measure, -amount_usd, from_on, until_on, fiscal_year, program_key, state,
                                                     counted_usd, amount_usd) WHERE until_on = '9999-12-31';
CREATE INDEX funding_rollup_smallest ON funding_rollup (measure, amount_usd);
CREATE INDEX funding_rollup_any_latest ON funding_rollup (-fiscal_year);
CREATE INDEX funding_rollup_any_earliest ON funding_rollup (fiscal_year);
CREATE INDEX funding_rollup_any_largest ON funding_rollup (-amount_usd);
CREATE INDEX funding_rollup_any_smallest ON funding_rollup (amount_usd);
CREATE INDEX funding_margin_newest ON funding_margin (
    measure, state, program_key, fiscal_year, from_on, is_newest, local_usd, state_usd, local_rows, state_rows, row_count, award_count,
    outside_usd, outside_rows, cells_1, cells_2, cells_3, cells_4, cells_5, awards_1, awards_2, awards_3, awards_4, awards_5
) WHERE is_newest = 1;
CREATE INDEX award_span_largest ON award_span (ifnull(-amount_usd, 9223372036854775807), award_id, from_on, until_on, amount_usd,
                                               fiscal_year, program, state);
CREATE INDEX award_span_newest ON award_span (ifnull(-amount_usd, 9223372036854775807), award_id, from_on, until_on, amount_usd,
                                              fiscal_year, program, state) WHERE until_on = '9999-12-31';
CREATE INDEX award_span_smallest ON award_span (ifnull(amount_usd, 9223372036854775807));
CREATE INDEX award_span_program ON award_span (program, until_on, ifnull(-amount_usd, 9223372036854775807), award_id, from_on, state,
                                               fiscal_year, amount_usd);
CREATE INDEX award_span_program_latest ON award_span (program, -fiscal_year, award_id, from_on, until_on, fiscal_year, amount_usd)
                                     WHERE until_on = '9999-12-31';
CREATE INDEX award_span_state ON award_span (state, program, until_on, ifnull(-amount_usd, 9223372036854775807), award_id, from_on,
                                             fiscal_year, amount_usd);
CREATE INDEX status_row_jurisdiction ON status_row (jurisdiction_key);
CREATE INDEX position_span_position ON position_span (position, requirement_key, from_on);
CREATE INDEX effect_row_requirement ON effect_row (jurisdiction_key, requirement_key, ruling_key, from_on);
CREATE INDEX event_jurisdiction ON event (jurisdiction_key, event_on DESC, event_kind, row_key);
CREATE INDEX change_edition ON change (edition, table_name, row_key);
