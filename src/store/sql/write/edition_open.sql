-- How a new edition is written: to a file that nobody reads and that is thrown away when anything fails. Durability is
-- the file's fsync before it is put in place. What an index is made of is sorted in a thread of its own while the table is
-- read and the index written: half the time for the same work.
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA main.locking_mode = EXCLUSIVE;
PRAGMA threads = 1;
PRAGMA trusted_schema = OFF;
