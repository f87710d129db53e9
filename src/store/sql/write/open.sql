-- How the register is opened: a commit that was reported is on the disk, and a reference always has its target. The size of
-- pages is that of a new register: a bulk import writes them in half as many pieces.
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
