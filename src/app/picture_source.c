/* Reads sources, words their publishers. */
#include "app/picture_source.h"

#include "app/citations.h"

#include <string.h>

enum { LETTERS_MAX = 68, ROWS_MAX = 500 };

/* Rows that name sources. */
struct naming {
    const struct result *rows;
    const char *value; /* column that must hold something; NULL: none */
    bool is_whole;
};

static bool is_whole(const struct listing *listing)
{
    return listing && listing->total &&
           result_integer(listing->total, 0, "row_count", 0) == (int64_t)listing->fetched.n_rows;
}

static bool find_rows(const struct question *question, const struct picture *picture, struct naming *naming,
                      GError **error)
{
    if (picture->chart->sources) {
        const struct binding limit = {"limit", cell_integer(ROWS_MAX)};
        *naming = (struct naming){question_run(question, picture->chart->sources, &limit, 1, error), NULL, true};
        naming->is_whole = naming->rows && naming->rows->n_rows < ROWS_MAX;
        return naming->rows != NULL;
    }
    *naming = (struct naming){picture->rows, picture->chart->columns[CHART_VALUE], true};
    if (!picture->chart->statement || result_column(picture->rows, "sources") != SIZE_MAX)
        return true;
    *naming = (struct naming){NULL, NULL, true};
    naming->rows = is_whole(picture->listing) ? &picture->listing->fetched : question_rows(question, ROWS_MAX, error);
    naming->is_whole = naming->rows && naming->rows->n_rows < ROWS_MAX;
    return naming->rows != NULL;
}

/* NULL on an error. */
static const struct result *find_sources(const struct question *question, const struct naming *naming, GError **error)
{
    struct citations *citations = citations_new(question, error);
    for (size_t i = 0; citations && i < naming->rows->n_rows; i++) {
        const struct cell *value = naming->value ? result_cell(naming->rows, i, naming->value) : NULL;
        if (!value || value->kind != CELL_NULL)
            citations_of(citations, result_text(naming->rows, i, "sources"));
    }
    return citations ? citations_list(citations) : NULL;
}

/* NULL when there is no name. */
static const char *source_words(const struct question *question, const char *names, size_t n_more, bool is_whole)
{
    const char *form = !is_whole ? N_("Source: {names} and others")
                       : n_more  ? N_("Source: {names} and {count} more")
                                 : N_("Source: {names}");
    return *names ? catalog_format(question->arena, question->app->catalog, form, "names", names, "count",
                                   arena_printf(question->arena, "%zu", n_more), NULL)
                  : NULL;
}

bool picture_source(const struct question *question, const struct picture *picture, const char **line, GError **error)
{
    struct naming naming;
    if (!find_rows(question, picture, &naming, error))
        return false;
    const struct result *sources = find_sources(question, &naming, error);
    if (!sources)
        return false;
    g_autoptr(GHashTable) publishers = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) names = g_string_new(NULL);
    size_t more = 0;
    for (size_t i = 0; i < sources->n_rows; i++) {
        const char *publisher = result_text(sources, i, "publisher");
        if (!g_hash_table_add(publishers, (char *)publisher))
            continue;
        if (names->len + strlen(publisher) > LETTERS_MAX)
            more++;
        else
            g_string_append_printf(names, "%s%s", names->len ? "; " : "", publisher);
    }
    *line = source_words(question, names->str, more, naming.is_whole);
    return true;
}
