/* The only door to SQLite. Public programs read one immutable edition at a time; the command line writes the register.
 * Statements are named files of src/store/sql, embedded at build; nobody else writes SQL. Gives results; knows no
 * resource, no page and no HTTP. */
#ifndef PROVISO_STORE_STORE_H
#define PROVISO_STORE_STORE_H

#include "base/catalog.h"
#include "base/error.h"
#include "base/result.h"

/* One value for a :name of a statement. Several bindings of one name fill a (:name*) list. */
struct binding {
    const char *name;
    struct cell value;
};

/* How many values of a facet are told; the form offers all of them. An edition keeps no more of its lists: a row
 * without a value says how many more there are. */
enum { STORE_FACET_VALUES = 12 };

/* What an open edition is. Text lives as long as the edition is open. */
struct edition_stamp {
    int64_t number;
    const char *as_of;        /* newest retrieved_on of its sources, or publish --date */
    const char *content_hash; /* SHA-256 of all public rows as canonical JSON */
    int64_t n_rows;           /* public rows */
};

struct edition;
struct store;

/* For programs whose answers are of any length: sorts that outgrow memory go to files of DIR, deleted while they are in
 * use. For all stores of the process; called before store_open. */
void store_spill(const char *dir);

/* DIR holds editions and the link "current". find_column gives the declaration of a column name, or NULL.
 * milliseconds: how long one request's statements may take together. Opens the directory, not yet an edition. */
struct store *store_open(const char *dir, column_finder *find_column, int milliseconds, GError **error);
void store_free(struct store *store);

/* Looks at the link once (fstatat) and opens a new edition; keeps the old one when the new one fails (logged). One that
 * this version of the program cannot read is not tried again. */
void store_refresh(struct store *store);

/* The current edition (number 0) or a kept one. ERROR_UNAVAILABLE: none published yet, or it cannot be read; its words
 * say which and why.
 * ERROR_NOT_FOUND: above the newest. ERROR_GONE: no longer kept, or not to be read by this version. Valid until the
 * next store_refresh or store_edition. */
const struct edition *store_edition(struct store *store, int64_t number, GError **error);
const struct edition_stamp *edition_stamp(const struct edition *edition);

/* What can be told of an edition's file without reading it. */
struct edition_file {
    int64_t n_bytes;
    const char *sha256; /* as it was made; NULL where that is not told */
};

/* Gets the bytes of a file, a piece at a time; they last until it returns. False with ERROR set ends the reading. */
typedef bool edition_take(void *self, const void *bytes, size_t n, GError **error);

/* The file of an edition: a whole SQLite database. ERROR_GONE: it has been removed since. ERROR_UNAVAILABLE: it cannot
 * be read. */
bool edition_describe(const struct edition *edition, struct arena *arena, struct edition_file *file, GError **error);
bool edition_read(const struct edition *edition, edition_take *take, void *self, GError **error);

/* Starts a request: its time budget, which store_edition starts anew when it had to open the edition, and the language
 * of what statements say, until the next. */
void store_begin(struct store *store, const struct catalog *catalog);

/* One run of a statement. Clauses in [[ ]] stay when all their parameters are bound. */
struct query {
    const char *statement; /* its name */
    const struct binding *bindings;
    size_t n_bindings;
    const char *sort; /* one of the statement's declared orders; NULL: the first */
};

/* The rows of a statement. ERROR_LATE: the request's time is over; ERROR_UNAVAILABLE: memory; ERROR_INTERNAL: anything
 * else. */
struct result *store_run(const struct edition *edition, struct arena *arena, const struct query *query, GError **error);

/* The rows of a statement without parameters: a dictionary, read once an edition and kept with it, whatever language is
 * asked next: its rows are the register's words and codes. NULL on an error. */
const struct result *store_dictionary(const struct edition *edition, const char *name, GError **error);

/* Gets the rows of store_each a batch at a time, the first also when there are none. What it allocates from ARENA lives
 * until it returns. It must not run statements. False with ERROR set ends the run. */
typedef bool store_take(void *self, struct arena *arena, struct result *batch, GError **error);

/* Runs a statement whose rows need not fit in memory. Errors are store_run's and TAKE's. */
bool store_each(const struct edition *edition, const struct query *query, store_take *take, void *self, GError **error);

/* The columns that NAME gives, as a result without rows; NULL when there is no such statement. */
struct result *store_shape(const struct edition *edition, struct arena *arena, const char *name, GError **error);

/* Does the text of NAME have the parameter? */
bool store_reads(const struct edition *edition, const char *name, const char *parameter);

#endif
