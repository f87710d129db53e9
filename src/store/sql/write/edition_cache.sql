-- Room for the pages that look-ups go back to. It bounds the memory of a publish, whatever the register's size.
PRAGMA main.cache_size = -65536;
