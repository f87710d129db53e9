/* Running totals down the order of amounts. One walk serves all lines of a measure: SQL would sort the amounts once for
 * each kind of line. */
#include "store/level.h"

#include "store/bulk.h"
#include "store/execute.h"

#include <glib.h>
#include <string.h>

/* Columns of write/level_cells.sql and write/level_awards.sql; rows of a measure come together, the largest first. */
enum { MEASURE, FISCAL_YEAR, PROGRAM, STATE, AMOUNT, COUNTED };

/* What lists are narrowed by, and the column that has it. */
static const struct {
    const char *name;
    int column;
} facets[] = {{"fy", FISCAL_YEAR}, {"program", PROGRAM}, {"state", STATE}};
enum { FACETS = G_N_ELEMENTS(facets) };

/* Amounts from one level of a line to the next. Those between are found by program and by state; of a year they are
 * found among those of all years. */
enum { STEP = 2048, YEAR_STEP = 512 };

/* What the amounts of a line that have a value come to so far. */
struct sums {
    int64_t row_count, counted_rows, counted_usd, amount_usd;
};

/* Amounts of a measure: all, or those of one value of a facet. Each value has a line, in which others may occur. */
struct line {
    int64_t number; /* its row in amount_line */
    const char *facet, *value;
    int step, n_pending; /* amounts since the last level */
    int64_t last_usd;
    GArray *sums; /* struct sums, by the place of the value's own line */
};

struct filling {
    struct bulk *put_line, *put_level;
    GString *measure;           /* of the lines */
    GPtrArray *lines;           /* struct line, from that of all on */
    GHashTable *places[FACETS]; /* value -> the place of its line; the lines' text */
    int64_t n_lines;            /* of all measures */
};

static void line_free(void *memory)
{
    struct line *line = memory;
    g_array_free(line->sums, TRUE);
    g_free((char *)line->value);
    g_free(line);
}

static struct line *add_line(struct filling *filling, const char *facet, const char *value, GError **error)
{
    struct line *line = g_new(struct line, 1);
    *line = (struct line){.number = ++filling->n_lines,
                          .facet = facet,
                          .value = g_strdup(value),
                          .step = facet == facets[0].name ? YEAR_STEP : STEP,
                          .sums = g_array_new(FALSE, TRUE, sizeof(struct sums))};
    g_ptr_array_add(filling->lines, line);
    const struct cell values[] = {cell_integer(line->number), cell_text(filling->measure->str), cell_text(facet),
                                  cell_text(value)};
    return bulk_put(filling->put_line, values, G_N_ELEMENTS(values), error) ? line : NULL;
}

/* Keeps what there is of at least FROM_USD; money by year only, as pages tell it. */
static bool put_level(struct filling *filling, struct line *line, int64_t from_usd, GError **error)
{
    line->n_pending = 0;
    for (guint i = 1; i < line->sums->len; i++) {
        const struct sums *sums = &g_array_index(line->sums, struct sums, i);
        const struct line *of = filling->lines->pdata[i];
        bool is_year = of->facet == facets[0].name;
        const struct cell values[] = {cell_integer(line->number),
                                      cell_integer(from_usd),
                                      cell_integer(of->number),
                                      cell_integer(sums->row_count),
                                      is_year ? cell_integer(sums->counted_rows) : cell_null(),
                                      is_year ? cell_integer(sums->counted_usd) : cell_null(),
                                      is_year ? cell_integer(sums->amount_usd) : cell_null()};
        if (sums->row_count > 0 && !bulk_put(filling->put_level, values, G_N_ELEMENTS(values), error))
            return false;
    }
    return true;
}

/* The lowest level of each line has all of it. */
static bool end_measure(struct filling *filling, GError **error)
{
    for (guint i = 0; i < filling->lines->len; i++)
        if (!put_level(filling, filling->lines->pdata[i], INT64_MIN, error))
            return false;
    g_ptr_array_set_size(filling->lines, 0);
    for (size_t i = 0; i < FACETS; i++)
        g_hash_table_remove_all(filling->places[i]);
    return true;
}

static bool begin_measure(struct filling *filling, const char *measure, GError **error)
{
    if (!end_measure(filling, error))
        return false;
    g_string_assign(filling->measure, measure);
    return add_line(filling, "", "", error) != NULL;
}

/* The place of the row's line of a facet; 0: it has no such value. */
static bool find_place(struct filling *filling, size_t facet, sqlite3_stmt *row, int *place, GError **error)
{
    const char *value = execute_text(row, facets[facet].column);
    *place = GPOINTER_TO_INT(g_hash_table_lookup(filling->places[facet], value));
    if (*place || !*value)
        return true;
    *place = (int)filling->lines->len;
    struct line *line = add_line(filling, facets[facet].name, value, error);
    if (line)
        g_hash_table_insert(filling->places[facet], (char *)line->value, GINT_TO_POINTER(*place));
    return line != NULL;
}

/* Amounts of the same size are on one side of a level. */
static bool add_amount(struct filling *filling, struct line *line, const int *places, sqlite3_stmt *row, GError **error)
{
    int64_t amount = sqlite3_column_int64(row, AMOUNT);
    if (line->n_pending >= line->step && amount < line->last_usd && !put_level(filling, line, line->last_usd, error))
        return false;
    line->n_pending++;
    line->last_usd = amount;
    if (line->sums->len < filling->lines->len)
        g_array_set_size(line->sums, filling->lines->len);
    for (size_t i = 0; i < FACETS; i++) {
        struct sums *sums = &g_array_index(line->sums, struct sums, places[i]);
        sums->row_count++;
        sums->counted_rows += sqlite3_column_type(row, COUNTED) != SQLITE_NULL;
        sums->counted_usd += sqlite3_column_int64(row, COUNTED);
        sums->amount_usd += amount;
    }
    return true;
}

static bool take_row(struct filling *filling, sqlite3_stmt *row, GError **error)
{
    const char *measure = execute_text(row, MEASURE);
    if ((filling->lines->len == 0 || strcmp(filling->measure->str, measure) != 0) &&
        !begin_measure(filling, measure, error))
        return false;
    int places[FACETS];
    for (size_t i = 0; i < FACETS; i++)
        if (!find_place(filling, i, row, &places[i], error))
            return false;
    if (!add_amount(filling, filling->lines->pdata[0], places, row, error))
        return false;
    for (size_t i = 0; i < FACETS; i++)
        if (places[i] && !add_amount(filling, filling->lines->pdata[places[i]], places, row, error))
            return false;
    return true;
}

static bool read_rows(struct filling *filling, struct sqlite3 *db, const char *name, GError **error)
{
    g_autoptr(sqlite3_stmt) rows = execute_prepare(db, &(struct pattern){.name = name}, error);
    bool row, ok = rows != NULL;
    while (ok && (ok = execute_step(rows, &row, error)) && row)
        ok = take_row(filling, rows, error);
    return ok && end_measure(filling, error);
}

bool level_fill(struct sqlite3 *db, GError **error)
{
    struct filling filling = {.put_line = bulk_new(db, "write/level_line"),
                              .put_level = bulk_new(db, "write/level_put"),
                              .measure = g_string_new(NULL),
                              .lines = g_ptr_array_new_with_free_func(line_free)};
    for (size_t i = 0; i < FACETS; i++)
        filling.places[i] = g_hash_table_new(g_str_hash, g_str_equal);
    bool ok = read_rows(&filling, db, "write/level_awards", error) &&
              read_rows(&filling, db, "write/level_cells", error) && bulk_end(filling.put_line, error) &&
              bulk_end(filling.put_level, error);
    for (size_t i = 0; i < FACETS; i++)
        g_hash_table_destroy(filling.places[i]);
    g_ptr_array_free(filling.lines, TRUE);
    g_string_free(filling.measure, TRUE);
    bulk_free(filling.put_line);
    bulk_free(filling.put_level);
    return ok;
}
