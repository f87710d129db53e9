-- The fiscal year of an award is that of its first action.
UPDATE award SET fiscal_year = ?2 WHERE key = ?1 AND fiscal_year > ?2;
