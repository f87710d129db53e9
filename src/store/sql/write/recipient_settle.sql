UPDATE temp.recipient SET how = ?2, jurisdiction_key = ?3, suggested_key = ?4, reason = ?5 WHERE id = ?1;
