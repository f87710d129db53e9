-- with: money
-- Programs and fiscal years in which the jurisdiction :only has money.
money_programs AS (SELECT DISTINCT program_key, fiscal_year FROM money WHERE jurisdiction_key = :only)
