-- How the rows are read: in one transaction, through a cache that holds the upper pages of the indices by key.
PRAGMA register.cache_size = -65536;
BEGIN;
