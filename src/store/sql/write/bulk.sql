-- Room for the pages that a bulk import goes back to.
PRAGMA cache_size = -65536;
