-- How a new edition is written: to a file that nobody reads and that is thrown away when anything fails. Durability is
-- the file's fsync before it is put in place. The cache bounds the memory of a publish, whatever the register's size.
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA main.locking_mode = EXCLUSIVE;
PRAGMA main.cache_size = -262144;
PRAGMA threads = 1;
PRAGMA trusted_schema = OFF;
