UPDATE temp.recipient SET records = records + ?2, amount = ?3 + amount WHERE id = ?1;
