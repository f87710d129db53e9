SELECT key, reason
FROM accepted_warning
WHERE check_name = ?1 AND table_name = ?2 AND row_key = ?3 AND observed = ?4;
