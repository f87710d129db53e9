PRAGMA query_only = 1;
PRAGMA cell_size_check = 1;
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 0;
-- Virtual tables connect on their first use, which the authorizer set afterwards would refuse.
SELECT rowid FROM jurisdiction_search WHERE jurisdiction_search MATCH '"a"*' LIMIT 1;
SELECT rowid FROM hit_search WHERE hit_search MATCH '"a"*' LIMIT 1;
SELECT rowid FROM word_search WHERE word_search MATCH '"aaa"' LIMIT 1;
SELECT value FROM json_each('[1]');
-- The file never changes, so one reading of it goes on for as long as it is open: no statement begins and ends its own.
BEGIN;
SELECT number FROM stamp;
