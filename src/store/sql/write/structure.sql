-- Whether the pages of a file hold together. That indices agree with their tables is not asked again: SQLite just made them.
PRAGMA quick_check(1);
