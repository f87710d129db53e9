/* A report asked again, in its own edition and in the newest, and the rows that differ. */
#include "app/verification.h"

#include "app/ask.h"
#include "app/link.h"
#include "app/report.h"
#include "app/view.h"
#include "base/display.h"

#include <string.h>

enum { SHOWN_MAX = 500 }; /* differences on a page; JSON has all */

static const struct column *const verification_columns[] = {VIEW_FLAG("holds"),
                                                            VIEW_FLAG("was_so"),
                                                            VIEW_FLAG("is_kept"),
                                                            VIEW_CODE("given"),
                                                            VIEW_CODE("found"),
                                                            VIEW_CODE("then_edition"),
                                                            VIEW_CODE("now_edition"),
                                                            VIEW_URL("report_url"),
                                                            VIEW_URL("newest_url"),
                                                            VIEW_TEXT("address"),
                                                            VIEW_INTEGER("differing_count"),
                                                            VIEW_INTEGER("row_count"),
                                                            VIEW_URL("json_url"),
                                                            VIEW_RESULT("differences")};
static const struct column *const difference_columns[] = {
    VIEW_TEXT("section"), VIEW_CODE("row_key"), VIEW_TEXT("change"), VIEW_TEXT("old_text"), VIEW_TEXT("new_text")};

/* A report in its own edition (where that is kept) and in the newest. */
struct comparison {
    const struct question *question;
    struct report then, now;
    bool is_kept;
    int64_t n_differences;
    size_t most;                /* how many of them are put down */
    struct result *differences; /* the first */
};

static bool refuse_address(const struct question *question, GError **error)
{
    g_clear_error(error);
    g_set_error_literal(
        error, PROVISO_ERROR, ERROR_BAD_REQUEST,
        catalog_format(question->arena, question->app->catalog,
                       N_("This is not the address of a report of this site. Such an address begins "
                          "with {address}"),
                       "address", arena_printf(question->arena, "%s/reports/", question->app->config->base_url), NULL));
    return false;
}

/* Asks the report at PATH, below the prefix. */
static bool read_report(const struct question *question, const char *path, struct report *report, GError **error)
{
    struct question *part = ask_address(question, path, NULL, error);
    if (!part)
        return g_error_matches(*error, PROVISO_ERROR, ERROR_GONE) ? false : refuse_address(question, error);
    if (!part->resource->report || resource_lacks(part->resource, part->parameters))
        return refuse_address(question, error);
    return report_sections(part, report, error) && report_read(report, error);
}

/* Places of rows by their keys. The keys are the result's. */
static GHashTable *places_of(const struct result *rows)
{
    GHashTable *places = g_hash_table_new(g_str_hash, g_str_equal);
    size_t at = result_column(rows, "key");
    for (size_t i = 0; i < rows->n_rows; i++) {
        const char *key = cell_string(result_at(rows, i, at));
        if (key)
            g_hash_table_insert(places, (void *)key, GSIZE_TO_POINTER(i));
    }
    return places;
}

/* The place of the row whose key a row of OTHERS has; beyond the rows where there is none. */
static size_t find_row(const struct result *rows, GHashTable *places, const struct result *others, size_t other)
{
    const char *key = result_text(others, other, "key");
    void *place;
    bool is_there = key && g_hash_table_lookup_extended(places, key, NULL, &place);
    return is_there ? GPOINTER_TO_SIZE(place) : rows->n_rows;
}

/* The cells of a row that the other has not, or all of them where there is no other. */
static const char *cells_of(const struct comparison *comparison, const struct result *rows, size_t row,
                            const struct result *others, size_t other)
{
    const struct question *question = comparison->question;
    const char *text = "";
    for (size_t i = 0; row < rows->n_rows && i < rows->n_columns; i++) {
        const struct column *column = rows->columns[i];
        const struct cell *cell = result_at(rows, row, i);
        bool is_same = other < others->n_rows && cell_equal(cell, result_at(others, other, i));
        if (is_same || cell->kind == CELL_NULL || column_is_internal(column) || column->type == COLUMN_URL ||
            column->type == COLUMN_KEY)
            continue;
        text = arena_printf(question->arena, "%s%s%s: %s", text, *text ? "; " : "",
                            display_label(question->arena, question->app->catalog, column),
                            display_cell(question->arena, question->app->catalog, column, cell));
    }
    return text;
}

/* Puts down what became of a row; a place beyond the rows: it is not there. */
static void put_difference(struct comparison *comparison, size_t part, size_t then, size_t now)
{
    const struct report_part *old = &comparison->then.parts[part], *new = &comparison->now.parts[part];
    const struct catalog *catalog = comparison->question->app->catalog;
    bool was = then < old->rows->n_rows, is = now < new->rows->n_rows;
    struct result *rows = comparison->differences;
    comparison->n_differences++;
    if (rows->n_rows >= comparison->most)
        return;
    const char *change = !was ? N_("new since") : is ? N_("changed") : N_("no longer there");
    const char *key = was ? result_text(old->rows, then, "key") : result_text(new->rows, now, "key");
    result_append(comparison->question->arena, rows);
    view_set(rows, "section", cell_text(catalog_text(catalog, old->section->heading)));
    view_set(rows, "row_key", cell_text(key));
    view_set(rows, "change", cell_text(catalog_text(catalog, change)));
    view_set(rows, "old_text", cell_text(cells_of(comparison, old->rows, then, new->rows, now)));
    view_set(rows, "new_text", cell_text(cells_of(comparison, new->rows, now, old->rows, then)));
}

static bool is_same_row(struct arena *scratch, const struct result *a, size_t i, const struct result *b, size_t j)
{
    char *one = report_row(scratch, a, i), *other = report_row(scratch, b, j);
    bool is_same = strcmp(one, other) == 0;
    free(one);
    free(other);
    return is_same;
}

static void compare_part(struct comparison *comparison, size_t part)
{
    const struct result *then = comparison->then.parts[part].rows, *now = comparison->now.parts[part].rows;
    g_autoptr(GHashTable) old = places_of(then), new = places_of(now);
    for (size_t i = 0; i < then->n_rows; i++) {
        size_t j = find_row(now, new, then, i);
        if (j == now->n_rows || !is_same_row(comparison->question->arena, then, i, now, j))
            put_difference(comparison, part, i, j);
    }
    for (size_t j = 0; j < now->n_rows; j++)
        if (find_row(then, old, now, j) == then->n_rows)
            put_difference(comparison, part, then->n_rows, j);
}

/* Both reports; the older one may be gone. */
static bool compare(struct comparison *comparison, const char *path, GError **error)
{
    const struct question *question = comparison->question;
    comparison->differences = view_new(question->arena, "differences", difference_columns);
    g_autoptr(GError) gone = NULL;
    comparison->is_kept = read_report(question, path, &comparison->then, &gone);
    if (!comparison->is_kept && !g_error_matches(gone, PROVISO_ERROR, ERROR_GONE)) {
        g_propagate_error(error, g_steal_pointer(&gone));
        return false;
    }
    if (!read_report(question, ask_newest(question->arena, path), &comparison->now, error))
        return false;
    for (size_t i = 0; comparison->is_kept && i < comparison->now.n_parts; i++)
        if (strcmp(comparison->then.parts[i].sha256, comparison->now.parts[i].sha256) != 0)
            compare_part(comparison, i);
    return true;
}

static struct result *verdict_of(const struct comparison *comparison, const char *path)
{
    const struct question *question = comparison->question, *now = comparison->now.question;
    const struct config *config = question->app->config;
    const struct parameter_value *sha256 = parameters_get(question->parameters, "sha256");
    const char *given = sha256 ? sha256->text : comparison->is_kept ? comparison->then.sha256 : NULL;
    struct result *row = view_new(question->arena, "verification", verification_columns);
    result_append(question->arena, row);
    view_set(row, "holds", cell_integer(g_strcmp0(given, comparison->now.sha256) == 0));
    view_set(row, "was_so", cell_integer(comparison->is_kept && g_strcmp0(given, comparison->then.sha256) == 0));
    view_set(row, "is_kept", cell_integer(comparison->is_kept));
    view_set(row, "given", cell_text(given));
    view_set(row, "found", cell_text(comparison->now.sha256));
    view_set(row, "then_edition", cell_text(comparison->is_kept ? link_edition(comparison->then.question) : NULL));
    view_set(row, "now_edition", cell_text(link_edition(now)));
    view_set(row, "address", cell_text(arena_printf(question->arena, "%s%s", config->base_url, path)));
    view_set(row, "report_url", cell_text(arena_printf(question->arena, "%s%s", config->prefix, path)));
    view_set(row, "newest_url", cell_text(link_self(now, "", NULL)));
    view_set(row, "differing_count", cell_integer(comparison->n_differences));
    view_set(row, "differences", cell_result(comparison->differences));
    if (comparison->n_differences > (int64_t)comparison->differences->n_rows) {
        view_set(row, "row_count", cell_integer((int64_t)comparison->differences->n_rows));
        view_set(row, "json_url", cell_text(link_self(question, "json", NULL)));
    }
    return row;
}

/* The path that the asker gave, below the prefix; NULL with no error: none was given. */
static const char *path_given(const struct question *question, GError **error)
{
    const struct parameter_value *url = parameters_get(question->parameters, "url");
    const struct config *config = question->app->config;
    const char *path = url ? url->text : NULL;
    if (path && g_str_has_prefix(path, config->base_url))
        path += strlen(config->base_url);
    if (path && !g_str_has_prefix(path, "/reports/"))
        refuse_address(question, error);
    return path && g_str_has_prefix(path, "/reports/") ? path : NULL;
}

static struct result *shape_of(const struct question *question)
{
    struct result *row = view_new(question->arena, "verification", verification_columns);
    result_append(question->arena, row);
    view_set(row, "differences", cell_result(view_new(question->arena, "differences", difference_columns)));
    return row;
}

/* With at most so many differences. */
static struct result *verify(const struct question *question, size_t most, GError **error)
{
    struct comparison comparison = {.question = question, .most = most};
    g_autoptr(GError) problem = NULL;
    const char *path = path_given(question, &problem);
    if (!path && !problem)
        return view_new(question->arena, "verification", verification_columns);
    if (path && compare(&comparison, path, &problem))
        return verdict_of(&comparison, path);
    g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
}

struct result *verification_view(const struct question *question, struct citations *citations, bool is_shape,
                                 GError **error)
{
    (void)citations;
    return is_shape ? shape_of(question) : verify(question, SHOWN_MAX, error);
}

static json_t *differences_json(const struct result *differences)
{
    json_t *list = json_array();
    for (size_t i = 0; i < differences->n_rows; i++)
        json_array_append_new(
            list,
            json_pack("{s:s, s:s?, s:s, s:s, s:s}", "section", result_text(differences, i, "section"), "key",
                      result_text(differences, i, "row_key"), "change", result_text(differences, i, "change"), "before",
                      result_text(differences, i, "old_text"), "now", result_text(differences, i, "new_text")));
    return list;
}

json_t *verification_document(const struct question *question, GError **error)
{
    const struct result *row = verify(question, SIZE_MAX, error);
    if (!row)
        return NULL;
    if (row->n_rows == 0)
        return json_object();
    return json_pack("{s:s, s:b, s:b, s:s?, s:s, s:I, s:o}", "url", result_text(row, 0, "address"), "holds",
                     (int)result_integer(row, 0, "holds", 0), "edition_is_kept",
                     (int)result_integer(row, 0, "is_kept", 0), "given", result_text(row, 0, "given"), "found",
                     result_text(row, 0, "found"), "differing_count",
                     (json_int_t)result_integer(row, 0, "differing_count", 0), "differences",
                     differences_json(result_cell(row, 0, "differences")->result));
}
