/* Source numbers. */
#include "app/citations.h"

#include "app/view.h"
#include "app/vocabulary.h"
#include "base/money.h"

#include <string.h>

/* Keys that a row cited, and their numbers. */
struct cited {
    const char *keys;
    const struct result *numbers;
};

enum { CITED_LATELY = 8 };

struct citations {
    const struct question *question;
    const struct result *known; /* every source of the edition, by key */
    size_t n;
    size_t *rows;              /* of known, in the order in which they were cited */
    size_t *numbers;           /* by row of known; 0: not cited yet */
    const char **hrefs;        /* by number - 1 */
    const struct result *none; /* of a row that cites nothing */
    size_t n_cited;
    struct cited lately[CITED_LATELY]; /* a ring: many rows cite what one of the last few did */
};

enum { NUMBER, HREF, NUMBER_COLUMNS };
static const struct column *const number_columns[] = {[NUMBER] = VIEW_INTEGER("number"), [HREF] = VIEW_URL("href")};
static const struct column *const numbered_sources[] = {VIEW_RESULT("sources")};
static const struct column *const shown_columns[] = {VIEW_FLAG("is_official_record")}; /* the first of source_kinds */
static const struct column *const kind_columns[] = {VIEW_COLUMN("source_kind", COLUMN_TEXT), VIEW_INTEGER("row_count")};

struct citations *citations_new(const struct question *question, GError **error)
{
    const struct result *known = store_dictionary(question->edition, "sources_by_key", error);
    if (!known)
        return NULL;
    struct citations *citations = ARENA_NEW(question->arena, struct citations);
    *citations = (struct citations){
        .question = question,
        .known = known,
        .rows = ARENA_ARRAY(question->arena, size_t, known->n_rows),
        .numbers = ARENA_ARRAY(question->arena, size_t, known->n_rows),
        .hrefs = ARENA_ARRAY(question->arena, const char *, known->n_rows),
        .none = view_new(question->arena, "sources", number_columns),
    };
    return citations;
}

/* The order of a row's key (the first column) and the LENGTH bytes at KEY, as strcmp gives it. */
static int compare_key(const struct result *known, size_t row, const char *key, size_t length)
{
    const char *other = known->cells[row * known->n_columns].text;
    int order = strncmp(other, key, length);
    return order ? order : other[length] != '\0';
}

static void cite(struct citations *citations, size_t row)
{
    struct arena *arena = citations->question->arena;
    size_t number = citations->n + 1;
    citations->rows[citations->n] = row;
    citations->hrefs[citations->n++] = arena_concat(arena, "#n", integer_plain(arena, (int64_t)number), NULL);
    citations->numbers[row] = number;
}

/* The number of a key, new ones at the end; 1 is the first; 0: the edition has no such source. */
static size_t number_of(struct citations *citations, const char *key, size_t length)
{
    size_t from = 0, to = citations->known->n_rows;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = compare_key(citations->known, middle, key, length);
        if (order == 0) {
            if (!citations->numbers[middle])
                cite(citations, middle);
            return citations->numbers[middle];
        }
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return 0;
}

static bool has_number(const struct result *numbers, size_t number)
{
    for (size_t i = 0; i < numbers->n_rows; i++)
        if (numbers->cells[i * numbers->n_columns + NUMBER].integer == (int64_t)number)
            return true;
    return false;
}

/* A row for NUMBER, among those of others that rise. */
static void put_number(const struct citations *citations, struct result *numbers, size_t number)
{
    size_t at = numbers->n_rows;
    result_append(citations->question->arena, numbers);
    for (; at > 0 && result_at(numbers, at - 1, NUMBER)->integer > (int64_t)number; at--)
        memcpy(&numbers->cells[at * NUMBER_COLUMNS], result_at(numbers, at - 1, NUMBER),
               NUMBER_COLUMNS * sizeof *numbers->cells);
    numbers->cells[at * NUMBER_COLUMNS + NUMBER] = cell_integer((int64_t)number);
    numbers->cells[at * NUMBER_COLUMNS + HREF] = cell_text(citations->hrefs[number - 1]);
}

static const struct result *numbers_of(struct citations *citations, const char *keys)
{
    struct result *numbers = view_new(citations->question->arena, "sources", number_columns);
    for (size_t length; *keys; keys += length + (keys[length] == ' ')) {
        length = strcspn(keys, " ");
        size_t number = length ? number_of(citations, keys, length) : 0;
        if (number && !has_number(numbers, number))
            put_number(citations, numbers, number);
    }
    return numbers;
}

const struct result *citations_of(struct citations *citations, const char *keys)
{
    if (!keys)
        return citations->none;
    for (size_t i = 0; i < MIN(citations->n_cited, CITED_LATELY); i++)
        if (strcmp(citations->lately[i].keys, keys) == 0)
            return citations->lately[i].numbers;
    const struct result *numbers = numbers_of(citations, keys);
    citations->lately[citations->n_cited++ % CITED_LATELY] = (struct cited){keys, numbers};
    return numbers;
}

struct result *citations_number(struct citations *citations, struct result *result)
{
    size_t column = result_column(result, "sources");
    if (column == SIZE_MAX)
        return result;
    const struct column **columns = ARENA_ARRAY(citations->question->arena, const struct column *, result->n_columns);
    memcpy(columns, result->columns, result->n_columns * sizeof *columns);
    columns[column] = numbered_sources[0];
    result->columns = columns;
    for (size_t row = 0; row < result->n_rows; row++) {
        struct cell *cell = &result->cells[row * result->n_columns + column];
        *cell = cell_result(citations_of(citations, cell->kind == CELL_TEXT ? cell->text : NULL));
    }
    return result;
}

/* The numbered sources, with room for the columns MORE behind theirs. */
static struct result *list_with(const struct citations *citations, const struct column *const *more, size_t n_more)
{
    struct arena *arena = citations->question->arena;
    const struct result *known = citations->known;
    size_t n_columns = 1 + known->n_columns + n_more;
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, n_columns);
    columns[0] = number_columns[NUMBER];
    memcpy(columns + 1, known->columns, known->n_columns * sizeof *columns);
    memcpy(columns + 1 + known->n_columns, more, n_more * sizeof *columns);
    struct result *cited = result_new(arena, "cited", columns, n_columns);
    result_expect(arena, cited, citations->n);
    for (size_t i = 0; i < citations->n; i++) {
        struct cell *cells = result_append(arena, cited);
        cells[0] = cell_integer((int64_t)i + 1);
        memcpy(cells + 1, known->cells + citations->rows[i] * known->n_columns, known->n_columns * sizeof *cells);
    }
    return cited;
}

struct result *citations_list(const struct citations *citations)
{
    return list_with(citations, shown_columns, 0);
}

/* The place of a numbered source's kind among source_kinds. */
static size_t kind_of(const struct citations *citations, int64_t number)
{
    const struct result *known = citations->known;
    const char *kind = result_text(known, citations->rows[number - 1], "source_kind");
    size_t at = 0;
    while (source_kinds[at].value && g_strcmp0(source_kinds[at].value, kind) != 0)
        at++;
    return at;
}

struct result *citations_shown(const struct citations *citations)
{
    struct result *cited = list_with(citations, shown_columns, G_N_ELEMENTS(shown_columns));
    for (size_t i = 0; i < cited->n_rows; i++)
        cited->cells[(i + 1) * cited->n_columns - 1] = cell_integer(kind_of(citations, (int64_t)i + 1) == 0);
    return cited;
}

struct result *citations_kinds(struct citations *citations, const struct result *rows)
{
    enum { KINDS_MOST = 16 };
    const struct catalog *catalog = citations->question->app->catalog;
    struct result *told = view_new(citations->question->arena, "source_kinds", kind_columns);
    int64_t counts[KINDS_MOST] = {0};
    for (size_t row = 0; rows && row < rows->n_rows; row++) {
        const struct result *numbers = citations_of(citations, result_text(rows, row, "sources"));
        bool is_met[KINDS_MOST] = {false};
        for (size_t i = 0; i < numbers->n_rows; i++)
            is_met[kind_of(citations, result_at(numbers, i, NUMBER)->integer)] = true;
        for (size_t kind = 0; kind < KINDS_MOST; kind++)
            counts[kind] += is_met[kind];
    }
    for (size_t kind = 0; source_kinds[kind].value; kind++) {
        if (!counts[kind])
            continue;
        struct cell *cells = result_append(citations->question->arena, told);
        cells[0] = cell_text(catalog_text(catalog, source_kinds[kind].label));
        cells[1] = cell_integer(counts[kind]);
    }
    return told;
}
