/* A result is a table: named, typed columns and rows of cells. Statements give it, templates iterate it, CSV and JSON
 * write it, charts draw it, tests print it. There is no other shape for data between the floors.
 *
 * Ownership: a result, its cells and their text belong to the arena it was made in. */
#ifndef PROVISO_BASE_RESULT_H
#define PROVISO_BASE_RESULT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum column_type {
    COLUMN_TEXT,    /* words; guarded against formula injection in CSV */
    COLUMN_INTEGER, /* a count: shown with thousands separators */
    COLUMN_NUMBER,  /* a real number, e.g. a latitude */
    COLUMN_MONEY,   /* int64 cents; shown as dollars */
    COLUMN_DATE,    /* text YYYY-MM-DD */
    COLUMN_CODE,    /* text or integer that is a name, not a quantity (GEOID, fiscal year); a closed list may name it */
    COLUMN_URL,     /* an address; one that starts with / is a path of this site, below its prefix */
    COLUMN_KEY,     /* a record's stable key */
    COLUMN_POSITION, /* a code of the positions list: always shown as shape and word */
    COLUMN_FLAG,     /* 0 or 1: shown as no or yes, true or false in JSON */
    COLUMN_SOURCES,  /* space-separated source keys; a page turns them into numbered links */
    COLUMN_RESULT,   /* a table within a cell: only made by pages, never by a statement */
};

/* One accepted value of a closed list. An array of them ends with a NULL value. */
struct choice {
    const char *value; /* as stored and as written in a URL */
    const char *label; /* message id of the word shown */
};

/* Declared once (app/columns_*.c). name has one meaning and unit for ever. */
struct column {
    const char *name;
    enum column_type type;
    const char *label;            /* message id; may hold {measure} and {fy} */
    const char *definition;       /* one sentence for the data dictionary */
    const char *unit;             /* e.g. "US dollars"; NULL where there is none */
    const struct choice *choices; /* the closed list of accepted codes, or NULL */
    const char *serves;           /* column that it qualifies: pages show it with that one, not by itself; or NULL */
    const char *language;         /* of text that stays as written, e.g. "en"; NULL: names, and what is translated */
    bool is_expected;             /* of every row, as money is: pages say that there is no data */
    bool has_cents;               /* of money: amounts so small that pages always show the cents */
    bool is_distance;   /* of an integer: days from the as-of date, which people are told as date_distance does */
    bool is_sorted;     /* text of a register that lists are sorted by: it is not of any length */
    bool is_picture;    /* the address of a chart that stands on the page */
    bool has_precision; /* no row tells a cell of name X without its X_precision */
};

/* The declaration of a column name, or NULL. */
typedef const struct column *column_finder(const char *name);

/* How exactly a day is known. What is known of a date stands as a day, by which it is sorted and compared, and is told
 * as no more than that. The last is of a count. */
enum precision {
    PRECISION_DAY,
    PRECISION_MONTH,
    PRECISION_YEAR,
    PRECISION_FISCAL_YEAR,
    PRECISION_UNKNOWN,
    PRECISION_MORE_THAN
};

enum cell_kind { CELL_NULL, CELL_INTEGER, CELL_REAL, CELL_TEXT, CELL_RESULT };

struct result;

struct cell {
    enum cell_kind kind;
    enum precision precision; /* of a day or a count */
    union {
        int64_t integer;
        double real;
        const char *text; /* valid UTF-8, NUL-terminated */
        const struct result *result;
    };
};

struct result {
    const char *name;
    size_t n_columns;
    const struct column *const *columns; /* n_columns declarations */
    size_t n_rows;
    size_t capacity;    /* rows that fit in cells; private */
    struct cell *cells; /* n_rows * n_columns, row by row */
};

/* An empty result. columns is an array of n_columns declarations that outlives the result. */
struct result *result_new(struct arena *arena, const char *name, const struct column *const *columns, size_t n_columns);

/* Appends a row of NULL cells and returns its first cell (valid until the next append). */
struct cell *result_append(struct arena *arena, struct result *result);

/* Makes room for N rows, so that appending them moves none: RESULT has none yet. */
void result_expect(struct arena *arena, struct result *result, size_t n);

/* The N rows from FIRST on: the same cells. */
struct result *result_slice(struct arena *arena, const struct result *result, size_t first, size_t n);

/* The cell in a row, or the position of a column by name. A missing column gives NULL or SIZE_MAX. */
const struct cell *result_cell(const struct result *result, size_t row, const char *column);
size_t result_column(const struct result *result, const char *name);

/* Where X_precision stands, which tells how exactly a column X is known; SIZE_MAX: nowhere. */
size_t result_precision(const struct result *result, const char *column);

/* The same by a position that result_column gave: for going through many rows. */
const struct cell *result_at(const struct result *result, size_t row, size_t position);

/* For the program alone (the value a list is sorted by): left out of files. */
bool column_is_internal(const struct column *column);

/* The columns named in NAMES (NULL-terminated), in that order, each among those that serve it, without those that
 * RESULT lacks; NULL: all that are not internal. Cells share their text with RESULT. */
struct result *result_pick(struct arena *arena, const struct result *result, const char *const *names);

/* Text of a cell: NULL unless it is CELL_TEXT. Integer of a cell: fallback unless it is CELL_INTEGER. */
const char *result_text(const struct result *result, size_t row, const char *column);
int64_t result_integer(const struct result *result, size_t row, const char *column, int64_t fallback);

/* The same of a cell that may be missing (NULL). */
const char *cell_string(const struct cell *cell);

/* False for NULL, empty text, 0 and a result without rows: what a template section tests. */
bool cell_is_true(const struct cell *cell);
bool cell_equal(const struct cell *a, const struct cell *b);

static inline struct cell cell_null(void)
{
    return (struct cell){.kind = CELL_NULL};
}
static inline struct cell cell_text(const char *text)
{
    return text ? (struct cell){.kind = CELL_TEXT, .text = text} : cell_null();
}
/* A text of which "" means that there is none. */
static inline struct cell cell_filled(const char *text)
{
    return *text ? cell_text(text) : cell_null();
}
static inline struct cell cell_integer(int64_t value)
{
    return (struct cell){.kind = CELL_INTEGER, .integer = value};
}
static inline struct cell cell_result(const struct result *result)
{
    return (struct cell){.kind = CELL_RESULT, .result = result};
}

/* The label of a code in a closed list, or NULL. */
const char *choice_label(const struct choice *choices, const char *value);

#endif
