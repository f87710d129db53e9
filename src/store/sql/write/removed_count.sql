SELECT count(*) FROM removed_action;
