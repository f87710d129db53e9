-- Indices of the public tables in an edition. Made once the rows are there, which is many times faster.

CREATE INDEX alias_jurisdiction ON jurisdiction_alias (jurisdiction_key);
CREATE INDEX jurisdiction_county ON jurisdiction (county_fips, population_2020 DESC, key) WHERE county_fips IS NOT NULL;
CREATE INDEX figure_cell ON figure (jurisdiction_key, program_key, fiscal_year, measure);
CREATE INDEX award_cell ON award (jurisdiction_key, program_key, fiscal_year, key, source_key);
CREATE INDEX award_latest ON award (-fiscal_year);
CREATE INDEX award_earliest ON award (fiscal_year);
CREATE INDEX award_name ON award (recipient_name);
CREATE INDEX action_award ON award_action (award_key, action_on, amount_usd);
CREATE INDEX share_jurisdiction ON award_share (jurisdiction_key);
CREATE INDEX share_award ON award_share (award_key);
CREATE INDEX recipient_demand ON demand_recipient (demand_key, jurisdiction_key);
CREATE INDEX recipient_jurisdiction ON demand_recipient (jurisdiction_key, demand_key);
CREATE INDEX claim_jurisdiction ON claim (jurisdiction_key, requirement_key, authority_key, made_on);
CREATE INDEX party_case ON case_party (case_key, side, jurisdiction_key);
CREATE INDEX party_jurisdiction ON case_party (jurisdiction_key, side, case_key);
CREATE INDEX ruling_case ON ruling (case_key, ruled_on, key);
CREATE INDEX policy_jurisdiction ON policy (jurisdiction_key, effective_on DESC, key);
CREATE INDEX statement_jurisdiction ON statement (jurisdiction_key, said_on DESC, key);
CREATE INDEX statement_demand ON statement (demand_key, said_on);
CREATE INDEX finding_jurisdiction ON finding (jurisdiction_key);
CREATE INDEX finding_demand ON finding (demand_key);
CREATE INDEX citation_row ON citation (table_name, row_key, source_key);
CREATE INDEX citation_source ON citation (source_key, table_name, row_key);
CREATE INDEX program_requirement ON requirement_program (requirement_key, program_key);
