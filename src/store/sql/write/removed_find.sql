SELECT modified_on FROM removed_action WHERE key = ?1;
