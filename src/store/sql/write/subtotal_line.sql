INSERT INTO money_line (measure, program_key, fiscal_year, line) VALUES (?1, ?2, ?3, ?4);
