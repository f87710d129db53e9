-- What an index is made of is sorted in runs of this size, which the processor's cache holds, and the runs are merged:
-- larger ones take longer and more memory.
PRAGMA main.cache_size = -4096;
