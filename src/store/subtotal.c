/* Sums by day over the cells of one jurisdiction after the other. In C because SQL would sort all cells three times;
 * here the few of a jurisdiction are sorted. */
#include "store/subtotal.h"

#include "base/arena.h"
#include "store/bulk.h"
#include "store/daily.h"
#include "store/execute.h"
#include "store/rollup.h"

#include <string.h>

/* What a step changes, beside how its cell then stands. */
struct step {
    struct subtotal_step to;
    int cell; /* the cells of a jurisdiction are numbered */
    int64_t counted_more;
};

/* What is summed up at a time; of the last two, of whatever measure, only since when there is anything. */
enum grouping { OF_ALL, OF_PROGRAM, OF_YEAR, HAS_PROGRAM, HAS_YEAR, GROUPINGS };

/* The first day on which a list of sources is behind what counts of a line in a group. */
struct cited {
    int64_t line, group, list;
    char from_on[sizeof UNTIL_OPEN];
};

struct subtotals {
    struct bulk *put, *put_known;
    sqlite3_stmt *put_line, *put_sources;
    char as_of[sizeof UNTIL_OPEN]; /* the edition's date */
    struct arena *arena;           /* of the jurisdiction: its steps' text */
    GArray *steps;                 /* struct step */
    struct subtotal_place place;
    GHashTable *cited; /* struct cited, told by all but the day */
    GHashTable *lines; /* measure, program and fiscal year, each after a line break -> number */
    GHashTable *lists; /* sources, space-separated -> number */
    GString *name;     /* of the line at hand */
    GString *sources;  /* of the sum at hand: of what counts */
    GTree *uncounted;  /* of the sum at hand: cell -> the subtotal_step in which it does not count */
};

/* A sum as it is from a day. What counts stands alone. */
struct sum {
    int64_t line, cents;
    bool is_counted;
    const char *from_on, *reason;
    GString *sources;
};

static guint cited_hash(const void *memory)
{
    const struct cited *cited = memory;
    return (guint)((cited->line * 1021 + cited->group) * 4093 + cited->list);
}

static gboolean cited_same(const void *a, const void *b)
{
    const struct cited *one = a, *other = b;
    return one->line == other->line && one->group == other->group && one->list == other->list;
}

static int compare_cells(const void *a, const void *b)
{
    return GPOINTER_TO_INT(a) - GPOINTER_TO_INT(b);
}

struct subtotals *subtotal_new(struct sqlite3 *db, GError **error)
{
    struct subtotals *subtotals = g_new0(struct subtotals, 1);
    *subtotals = (struct subtotals){
        .arena = arena_new(),
        .steps = g_array_new(FALSE, FALSE, sizeof(struct step)),
        .cited = g_hash_table_new_full(cited_hash, cited_same, g_free, NULL),
        .lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .name = g_string_new(NULL),
        .sources = g_string_new(NULL),
        .uncounted = g_tree_new(compare_cells),
        .put = bulk_new(db, "write/subtotal_put"),
        .put_known = bulk_new(db, "write/subtotal_known"),
    };
    struct cell as_of;
    if (execute_value(subtotals->arena, db, "write/as_of", &as_of, error) &&
        (subtotals->put_line = execute_prepare(db, &(struct pattern){.name = "write/subtotal_line"}, error)) &&
        (subtotals->put_sources = execute_prepare(db, &(struct pattern){.name = "write/subtotal_sources"}, error))) {
        g_strlcpy(subtotals->as_of, as_of.text, sizeof subtotals->as_of);
        return subtotals;
    }
    subtotal_free(subtotals);
    return NULL;
}

void subtotal_free(struct subtotals *subtotals)
{
    if (!subtotals)
        return;
    bulk_free(subtotals->put);
    bulk_free(subtotals->put_known);
    sqlite3_finalize(subtotals->put_line);
    sqlite3_finalize(subtotals->put_sources);
    arena_free(subtotals->arena);
    g_array_free(subtotals->steps, TRUE);
    g_hash_table_destroy(subtotals->cited);
    g_hash_table_destroy(subtotals->lines);
    g_hash_table_destroy(subtotals->lists);
    g_string_free(subtotals->name, TRUE);
    g_string_free(subtotals->sources, TRUE);
    g_tree_destroy(subtotals->uncounted);
    g_free(subtotals);
}

static bool same_cell(const struct subtotal_step *one, const struct subtotal_step *other)
{
    return one->fiscal_year == other->fiscal_year && strcmp(one->program, other->program) == 0 &&
           strcmp(one->measure, other->measure) == 0;
}

static void append(struct subtotals *subtotals, const struct subtotal_step *to)
{
    const struct step *last =
        subtotals->steps->len ? &g_array_index(subtotals->steps, struct step, subtotals->steps->len - 1) : NULL;
    const struct step *before = last && same_cell(&last->to, to) ? last : NULL;
    struct step step = {.to = *to, .cell = last ? last->cell + !before : 1};
    if (to->is_counted)
        step.counted_more = to->cents - (before && before->to.is_counted ? before->to.cents : 0);
    const char **texts[] = {&step.to.measure, &step.to.program, &step.to.from_on, &step.to.reason, &step.to.sources};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (*texts[i])
            *texts[i] = arena_strdup(subtotals->arena, *texts[i]);
    g_array_append_val(subtotals->steps, step);
}

static bool has_measure(enum grouping grouping)
{
    return grouping < HAS_PROGRAM;
}

static bool has_program(enum grouping grouping)
{
    return grouping == OF_PROGRAM || grouping == HAS_PROGRAM;
}

/* Steps of one sum together, by day. */
static int compare_sums(const struct subtotal_step *one, const struct subtotal_step *other, enum grouping grouping)
{
    int order = has_measure(grouping) ? strcmp(one->measure, other->measure) : 0;
    if (order || grouping == OF_ALL)
        return order;
    return has_program(grouping) ? strcmp(one->program, other->program)
                                 : (one->fiscal_year > other->fiscal_year) - (one->fiscal_year < other->fiscal_year);
}

static int compare_steps(const void *a, const void *b, void *grouping)
{
    const struct step *one = a, *other = b;
    int order = compare_sums(&one->to, &other->to, *(const enum grouping *)grouping);
    order = order ? order : strcmp(one->to.from_on, other->to.from_on);
    return order ? order : (one->cell > other->cell) - (one->cell < other->cell);
}

/* The number that TEXT has in NUMBERS; *is_new: it had none. */
static int64_t number_of(GHashTable *numbers, const char *text, bool *is_new)
{
    int number = GPOINTER_TO_INT(g_hash_table_lookup(numbers, text));
    *is_new = !number;
    if (!number) {
        number = (int)g_hash_table_size(numbers) + 1;
        g_hash_table_insert(numbers, g_strdup(text), GINT_TO_POINTER(number));
    }
    return number;
}

static bool run(sqlite3_stmt *statement, const struct cell *values, size_t n, GError **error)
{
    bool row;
    return execute_bind(statement, values, n, error) && execute_step(statement, &row, error);
}

static bool find_line(struct subtotals *subtotals, const struct subtotal_step *step, enum grouping grouping,
                      int64_t *line, GError **error)
{
    struct cell values[] = {
        cell_text(has_measure(grouping) ? step->measure : ""), cell_text(has_program(grouping) ? step->program : ""),
        cell_integer(grouping == OF_YEAR || grouping == HAS_YEAR ? step->fiscal_year : 0), cell_null()};
    bool is_new;
    daily_name(subtotals->name, values, 3);
    *line = number_of(subtotals->lines, subtotals->name->str, &is_new);
    values[3] = cell_integer(*line);
    return !is_new || run(subtotals->put_line, values, G_N_ELEMENTS(values), error);
}

bool subtotal_list(struct subtotals *subtotals, const char *sources, int64_t *list, GError **error)
{
    bool is_new;
    *list = number_of(subtotals->lists, sources, &is_new);
    const struct cell values[] = {cell_integer(*list), cell_text(sources)};
    return !is_new || run(subtotals->put_sources, values, G_N_ELEMENTS(values), error);
}

static void add(struct subtotals *subtotals, struct sum *sum, struct step *step)
{
    sum->from_on = step->to.from_on;
    if (!step->to.is_counted) {
        g_tree_insert(subtotals->uncounted, GINT_TO_POINTER(step->cell), &step->to);
        return;
    }
    g_tree_remove(subtotals->uncounted, GINT_TO_POINTER(step->cell));
    sum->is_counted = true;
    sum->cents += step->counted_more;
    rollup_add_sources(subtotals->sources, step->to.sources);
}

/* Of several reasons the last in the order of text stands. */
static gboolean add_uncounted(void *cell, void *memory, void *data)
{
    const struct subtotal_step *step = memory;
    struct sum *sum = data;
    (void)cell;
    sum->cents += step->cents;
    if (g_strcmp0(step->reason, sum->reason) > 0)
        sum->reason = step->reason;
    rollup_add_sources(sum->sources, step->sources);
    return FALSE;
}

static bool is_late(const struct subtotals *subtotals, const char *day)
{
    return strcmp(day, subtotals->as_of) > 0;
}

/* Tells the group where what counts of a cell is from. */
static void cite(struct subtotals *subtotals, int64_t line, const struct subtotal_step *step)
{
    struct cited cited = {line, subtotals->place.group, step->list, ""}, *known;
    if (!step->is_counted || is_late(subtotals, step->from_on))
        return;
    known = g_hash_table_lookup(subtotals->cited, &cited);
    if (!known)
        g_hash_table_add(subtotals->cited, known = g_memdup2(&cited, sizeof cited));
    if (!*known->from_on || strcmp(step->from_on, known->from_on) < 0)
        g_strlcpy(known->from_on, step->from_on, sizeof known->from_on);
}

static bool put(struct subtotals *subtotals, const struct sum *sum, const char *until_on, GError **error)
{
    g_autoptr(GString) uncounted = sum->is_counted ? NULL : g_string_new(NULL);
    struct sum shown = *sum;
    int64_t list;
    if (is_late(subtotals, sum->from_on))
        return true;
    if (is_late(subtotals, until_on))
        until_on = UNTIL_OPEN;
    if (!sum->is_counted) {
        shown.sources = uncounted;
        g_tree_foreach(subtotals->uncounted, add_uncounted, &shown);
    }
    if (!subtotal_list(subtotals, shown.sources->str, &list, error))
        return false;
    const struct cell values[] = {cell_integer(subtotals->place.place),
                                  cell_integer(sum->line),
                                  cell_text(sum->from_on),
                                  cell_text(until_on),
                                  cell_integer(shown.cents),
                                  cell_integer(sum->is_counted),
                                  cell_text(shown.reason),
                                  cell_integer(list),
                                  subtotals->place.population,
                                  cell_integer(subtotals->place.group)};
    return bulk_put(subtotals->put, values, G_N_ELEMENTS(values), error);
}

/* The sums of a grouping, each day of which something changes. */
static bool write_sums(struct subtotals *subtotals, enum grouping grouping, GError **error)
{
    struct step *steps = (struct step *)(void *)subtotals->steps->data;
    struct sum sum;
    g_array_sort_with_data(subtotals->steps, compare_steps, &grouping);
    for (guint i = 0; i < subtotals->steps->len; i++) {
        const struct subtotal_step *next = i + 1 < subtotals->steps->len ? &steps[i + 1].to : NULL;
        if (i == 0 || compare_sums(&steps[i - 1].to, &steps[i].to, grouping) != 0) {
            sum = (struct sum){.sources = subtotals->sources};
            g_string_truncate(subtotals->sources, 0);
            g_tree_remove_all(subtotals->uncounted);
            if (!find_line(subtotals, &steps[i].to, grouping, &sum.line, error))
                return false;
        }
        add(subtotals, &sum, &steps[i]);
        cite(subtotals, sum.line, &steps[i].to);
        bool is_last = !next || compare_sums(&steps[i].to, next, grouping) != 0;
        if ((is_last || strcmp(next->from_on, sum.from_on) != 0) &&
            !put(subtotals, &sum, is_last ? UNTIL_OPEN : next->from_on, error))
            return false;
    }
    return true;
}

/* Since when there is anything of each program, or year. */
static bool write_known(struct subtotals *subtotals, enum grouping grouping, GError **error)
{
    const struct step *steps = (const struct step *)(const void *)subtotals->steps->data;
    g_array_sort_with_data(subtotals->steps, compare_steps, &grouping);
    for (guint i = 0; i < subtotals->steps->len; i++) {
        const struct subtotal_step *first = &steps[i].to;
        int64_t line;
        if (is_late(subtotals, first->from_on) || (i && compare_sums(&steps[i - 1].to, first, grouping) == 0))
            continue;
        if (!find_line(subtotals, first, grouping, &line, error))
            return false;
        const struct cell values[] = {cell_integer(subtotals->place.place), cell_integer(line),
                                      cell_text(first->from_on)};
        if (!bulk_put(subtotals->put_known, values, G_N_ELEMENTS(values), error))
            return false;
    }
    return true;
}

static bool write_place(struct subtotals *subtotals, GError **error)
{
    bool ok = true;
    for (enum grouping grouping = OF_ALL; ok && grouping < GROUPINGS; grouping++)
        ok = (has_measure(grouping) ? write_sums : write_known)(subtotals, grouping, error);
    g_array_set_size(subtotals->steps, 0);
    arena_reset(subtotals->arena);
    return ok;
}

bool subtotal_add(struct subtotals *subtotals, const struct subtotal_place *place, const struct subtotal_step *step,
                  GError **error)
{
    if (place->place != subtotals->place.place && !write_place(subtotals, error))
        return false;
    subtotals->place = *place;
    append(subtotals, step);
    return true;
}

static bool write_cited(struct subtotals *subtotals, struct sqlite3 *db, GError **error)
{
    g_autoptr(sqlite3_stmt) put = execute_prepare(db, &(struct pattern){.name = "write/subtotal_cited"}, error);
    GHashTableIter each;
    void *memory;
    bool ok = put != NULL;
    g_hash_table_iter_init(&each, subtotals->cited);
    while (ok && g_hash_table_iter_next(&each, &memory, NULL)) {
        const struct cited *cited = memory;
        const struct cell values[] = {cell_integer(cited->line), cell_integer(cited->group), cell_integer(cited->list),
                                      cell_text(cited->from_on)};
        ok = run(put, values, G_N_ELEMENTS(values), error);
    }
    return ok;
}

bool subtotal_end(struct subtotals *subtotals, struct sqlite3 *db, GError **error)
{
    return write_place(subtotals, error) && bulk_end(subtotals->put, error) && bulk_end(subtotals->put_known, error) &&
           write_cited(subtotals, db, error);
}
