SELECT EXISTS (SELECT 1 FROM removed_action), (SELECT ifnull(max(rowid), 0) FROM award_action);
