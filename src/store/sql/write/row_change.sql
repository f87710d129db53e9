-- The row is there (?1 is its key, the first column). Writes nothing when it is equal.
UPDATE {table} SET ({columns}) = ({placeholders}) WHERE key = ?1 AND ({columns}) IS NOT ({placeholders});
