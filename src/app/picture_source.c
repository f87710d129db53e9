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

static bool find_rows(const struct question *question, const struct picture *picture, struct naming *naming,
                      GError **error)
{
    if (picture->chart->sources) {
        const struct binding limit = {"limit", cell_integer(ROWS_MAX)};
        *naming = (struct naming){question_run(question, picture->chart->sources, &limit, 1, error), NULL, true};
        naming->is_whole = naming->rows && naming->rows->n_rows < ROWS_MAX;
        return naming->rows != NULL;
    }
    /* A row of two amounts names the sources of those that it has. */
    bool is_pair = picture->chart->columns[CHART_OTHER] != NULL;
    *naming = (struct naming){picture->rows, is_pair ? NULL : picture->chart->columns[CHART_VALUE], true};
    if (!picture->chart->statement || result_column(picture->rows, "sources") != SIZE_MAX)
        return true;
    *naming = (struct naming){NULL, NULL, true};
    naming->rows = picture->listing && listing_is_whole(picture->listing) ? &picture->listing->fetched
                                                                          : question_rows(question, ROWS_MAX, error);
    naming->is_whole = naming->rows && naming->rows->n_rows < ROWS_MAX;
    return naming->rows != NULL;
}

/* A publisher and how many rows cite it, the first of them as number PLACE. */
struct publisher {
    const char *name;
    size_t n_rows, place;
};

static void count_uses(GArray *uses, const struct result *numbers)
{
    for (size_t i = 0; numbers && i < numbers->n_rows; i++) {
        guint number = (guint)result_integer(numbers, i, "number", 0);
        if (uses->len < number)
            g_array_set_size(uses, number);
        g_array_index(uses, size_t, number - 1)++;
    }
}

/* The sources that rows with a value cite, and in USES how many cite each. NULL on an error. */
static const struct result *find_sources(const struct question *question, const struct naming *naming, GArray *uses,
                                         GError **error)
{
    struct citations *citations = citations_new(question, error);
    for (size_t i = 0; citations && i < naming->rows->n_rows; i++) {
        const struct cell *value = naming->value ? result_cell(naming->rows, i, naming->value) : NULL;
        if (!value || value->kind != CELL_NULL)
            count_uses(uses, citations_of(citations, result_text(naming->rows, i, "sources")));
    }
    return citations ? citations_list(citations) : NULL;
}

static int compare_publishers(const void *a, const void *b)
{
    const struct publisher *one = a, *other = b;
    int order = (one->n_rows < other->n_rows) - (one->n_rows > other->n_rows);
    return order ? order : (one->place > other->place) - (one->place < other->place);
}

/* Those that most rows cite first. */
static GArray *find_publishers(const struct result *sources, const GArray *uses)
{
    GArray *publishers = g_array_new(FALSE, FALSE, sizeof(struct publisher));
    for (size_t i = 0; i < sources->n_rows; i++) {
        const char *name = result_text(sources, i, "publisher");
        guint at = 0;
        while (at < publishers->len && strcmp(g_array_index(publishers, struct publisher, at).name, name) != 0)
            at++;
        if (at == publishers->len)
            g_array_append_val(publishers, ((struct publisher){name, 0, i}));
        g_array_index(publishers, struct publisher, at).n_rows += g_array_index(uses, size_t, i);
    }
    g_array_sort(publishers, compare_publishers);
    return publishers;
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
    g_autoptr(GArray) uses = g_array_new(FALSE, TRUE, sizeof(size_t));
    const struct result *sources = find_sources(question, &naming, uses, error);
    if (!sources)
        return false;
    g_autoptr(GArray) publishers = find_publishers(sources, uses);
    g_autoptr(GString) names = g_string_new(NULL);
    size_t more = 0;
    for (guint i = 0; i < publishers->len; i++) {
        const char *publisher = g_array_index(publishers, struct publisher, i).name;
        if (names->len + strlen(publisher) > LETTERS_MAX)
            more++;
        else
            g_string_append_printf(names, "%s%s", names->len ? "; " : "", publisher);
    }
    *line = source_words(question, names->str, more, naming.is_whole);
    return true;
}
