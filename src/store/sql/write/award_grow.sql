-- What further records of an award that this import added tell of it, where they tell the same else: see award_change.sql
-- and award_year.sql.
UPDATE award SET fiscal_year = ?2, modified_on = ?3 WHERE key = ?1;
