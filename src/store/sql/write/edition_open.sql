-- How a new edition is written: to a file that nobody reads and that is thrown away when anything fails. Durability is
-- the file's fsync before it is put in place. One thread: a sort in a second one costs the time that it saves.
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA main.locking_mode = EXCLUSIVE;
PRAGMA threads = 0;
PRAGMA trusted_schema = OFF;
