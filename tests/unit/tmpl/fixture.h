/* What the tests of src/tmpl share: a folder of templates, and results to render it with. */
#ifndef PROVISO_TESTS_TMPL_FIXTURE_H
#define PROVISO_TESTS_TMPL_FIXTURE_H

#include "tmpl/template.h"

#include <glib/gstdio.h>
#include <string.h>

/* A new folder with partials/ in it. Files are written with fixture_write and go with fixture_free. */
struct fixture {
    char *dir;
    struct arena *arena;
    struct catalog *catalog;
    GPtrArray *paths;
};

static inline void fixture_write(struct fixture *fixture, const char *name, const char *text)
{
    char *path = g_build_filename(fixture->dir, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    if (!g_ptr_array_find_with_equal_func(fixture->paths, path, g_str_equal, NULL))
        g_ptr_array_add(fixture->paths, path);
    else
        g_free(path);
}

/* LANGUAGE is English when PO is NULL, else PO is the text of its message file. */
static inline struct fixture *fixture_new(const char *language, const char *po)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    fixture->dir = g_dir_make_tmp("tmpl-XXXXXX", NULL);
    g_assert_nonnull(fixture->dir);
    fixture->arena = arena_new();
    fixture->paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *partials = g_build_filename(fixture->dir, "partials", NULL);
    g_assert_cmpint(g_mkdir(partials, 0700), ==, 0);
    fixture_write(fixture, "layout.html", "{{> content}}");
    if (po)
        fixture_write(fixture, "messages.po", po);
    g_autofree char *path = g_build_filename(fixture->dir, "messages.po", NULL);
    fixture->catalog = catalog_open(language, po ? path : NULL, NULL);
    g_assert_nonnull(fixture->catalog);
    return fixture;
}

static inline void fixture_free(struct fixture *fixture)
{
    for (unsigned i = 0; i < fixture->paths->len; i++)
        g_assert_cmpint(g_unlink(fixture->paths->pdata[i]), ==, 0);
    g_autofree char *partials = g_build_filename(fixture->dir, "partials", NULL);
    g_assert_cmpint(g_rmdir(partials), ==, 0);
    g_assert_cmpint(g_rmdir(fixture->dir), ==, 0);
    g_ptr_array_unref(fixture->paths);
    catalog_free(fixture->catalog);
    arena_free(fixture->arena);
    g_free(fixture->dir);
    g_free(fixture);
}

static const struct choice fixture_kinds[] = {{"city", "City"}, {"county", "County"}, {NULL, NULL}};

static const struct column fixture_column_name = {.name = "name", .type = COLUMN_TEXT, .label = "Name"};
static const struct column fixture_column_kind = {
    .name = "kind", .type = COLUMN_CODE, .label = "Kind <of place>", .choices = fixture_kinds};
static const struct column fixture_column_amount = {.name = "amount_usd", .type = COLUMN_MONEY, .label = "Amount"};
static const struct column fixture_column_on = {.name = "issued_on", .type = COLUMN_DATE, .label = "Issued"};
static const struct column fixture_column_url = {.name = "url", .type = COLUMN_URL, .label = "Address"};
static const struct column fixture_column_flag = {.name = "open", .type = COLUMN_FLAG, .label = "Open"};
static const struct column fixture_column_notes = {.name = "notes", .type = COLUMN_RESULT, .label = "Notes"};
static const struct column fixture_column_word = {.name = "word", .type = COLUMN_TEXT, .label = "Word"};
static const struct column fixture_column_topic = {.name = "topic", .type = COLUMN_TEXT, .label = "Topic"};
static const struct column fixture_column_label = {.name = "label", .type = COLUMN_TEXT, .label = "Label"};
static const struct column fixture_column_raw = {.name = "raw", .type = COLUMN_TEXT, .label = "Raw"};

static const struct column fixture_column_said = {
    .name = "said", .type = COLUMN_TEXT, .label = "Said", .language = "en"};

static const struct column *const fixture_place_columns[] = {
    &fixture_column_name, &fixture_column_kind, &fixture_column_amount, &fixture_column_on,
    &fixture_column_url,  &fixture_column_flag, &fixture_column_notes};
static const struct column *const fixture_note_columns[] = {&fixture_column_topic, &fixture_column_word};
static const struct column *const fixture_site_columns[] = {&fixture_column_label, &fixture_column_raw,
                                                            &fixture_column_url, &fixture_column_said};

enum { FIXTURE_RESULTS = 4 };

static inline const struct result *fixture_notes(struct arena *arena, const char *const *pairs)
{
    struct result *notes = result_new(arena, "notes", fixture_note_columns, G_N_ELEMENTS(fixture_note_columns));
    for (; *pairs; pairs += 2) {
        struct cell *row = result_append(arena, notes);
        row[0] = cell_text(pairs[0]);
        row[1] = cell_text(pairs[1]);
    }
    return notes;
}

static inline const struct result *fixture_places(struct arena *arena)
{
    struct result *places = result_new(arena, "places", fixture_place_columns, G_N_ELEMENTS(fixture_place_columns));
    const struct cell rows[][G_N_ELEMENTS(fixture_place_columns)] = {
        {cell_text("Alder <A>"), cell_text("city"), cell_integer(412044700), cell_text("2018-01-24"),
         cell_text("/p/alder?a=1&b=2"), cell_integer(1),
         cell_result(fixture_notes(arena, (const char *const[]){"law", "one", "law", "two", "money", "three", NULL}))},
        {cell_text("Birch"), cell_text("city"), cell_null(), cell_null(), cell_text("/p/birch"), cell_integer(0),
         cell_null()},
        {cell_text("Cedar"), cell_text("county"), cell_integer(-1250), cell_text("2017-10-20"), cell_null(),
         cell_null(), cell_result(fixture_notes(arena, (const char *const[]){"court", "four", NULL}))},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        memcpy(result_append(arena, places), rows[i], sizeof rows[i]);
    return places;
}

/* places (3 rows, with notes in them), none (no rows), site (one row), words (the rows x, y; no kinds). */
static inline const struct result *const *fixture_results(struct arena *arena)
{
    const struct result **results = ARENA_ARRAY(arena, const struct result *, FIXTURE_RESULTS);
    struct result *site = result_new(arena, "site", fixture_site_columns, G_N_ELEMENTS(fixture_site_columns));
    struct cell *row = result_append(arena, site);
    row[0] = cell_text("Trees & \"more\"");
    row[1] = cell_text("it's raw");
    row[2] = cell_text("/");
    row[3] = cell_text("Yes & no");
    results[0] = fixture_places(arena);
    results[1] = result_new(arena, "none", fixture_place_columns, G_N_ELEMENTS(fixture_place_columns));
    results[2] = site;
    struct result *words = result_new(arena, "words", fixture_note_columns, G_N_ELEMENTS(fixture_note_columns));
    for (size_t i = 0; i < 2; i++)
        result_append(arena, words)[1] = cell_text(i ? "y" : "x");
    results[3] = words;
    return results;
}

/* The set with PAGE as page.html, or NULL. */
static inline struct templates *fixture_open(struct fixture *fixture, const char *page, GError **error)
{
    fixture_write(fixture, "page.html", page);
    return templates_open(fixture->dir, fixture->catalog, error);
}

/* PAGE checked and rendered; the caller frees the text. */
static inline char *fixture_render(struct fixture *fixture, const char *page)
{
    GError *error = NULL;
    struct templates *templates = fixture_open(fixture, page, &error);
    g_assert_no_error(error);
    const struct result *const *results = fixture_results(fixture->arena);
    templates_check(templates, "page", results, FIXTURE_RESULTS, &error);
    g_assert_no_error(error);
    GString *out = g_string_new(NULL);
    template_render(templates, "page", fixture->arena, results, FIXTURE_RESULTS, out, &error);
    g_assert_no_error(error);
    templates_free(templates);
    return g_string_free(out, FALSE);
}

struct fixture_case {
    const char *page, *expected;
};

static inline void fixture_expect(struct fixture *fixture, const struct fixture_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        g_autofree char *text = fixture_render(fixture, cases[i].page);
        g_assert_cmpstr(text, ==, cases[i].expected);
    }
}

#endif
