/* A result as CSV and as JSON: what is quoted, guarded, left out, escaped. */
#include "base/csv_field.h"
#include "format/csv.h"
#include "format/json.h"
#include "format/package.h"
#include "store/register.h"

static const struct column name = {.name = "name", .type = COLUMN_TEXT};
static const struct column place_key = {.name = "key", .type = COLUMN_KEY};
static const struct column amount = {.name = "amount_usd", .type = COLUMN_MONEY, .unit = "US dollars"};
static const struct column joint = {.name = "joint", .type = COLUMN_FLAG};
static const struct column order = {.name = "sort_name", .type = COLUMN_TEXT};
static const struct column *const columns[] = {&place_key, &name, &order, &amount, &joint};

/* Two rows, without the internal column. */
static struct result *sample(struct arena *arena)
{
    struct result *result = result_new(arena, "places", columns, G_N_ELEMENTS(columns));
    struct cell *cells = result_append(arena, result);
    cells[0] = cell_text("-chicago");
    cells[1] = cell_text("Chicago, \"Illinois\"");
    cells[2] = cell_text("hidden");
    cells[3] = cell_integer(-412044700);
    cells[4] = cell_integer(1);
    cells = result_append(arena, result);
    cells[0] = cell_text("x");
    cells[1] = cell_text("=1+1");
    return result_pick(arena, result, NULL);
}

static void test_csv(void)
{
    struct arena *arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    struct result *result = sample(arena);
    csv_head(result, out);
    csv_rows(result, out);
    g_assert_cmpstr(out->str, ==,
                    "key,name,amount_usd,joint\r\n"
                    "-chicago,\"Chicago, \"\"Illinois\"\"\",-4120447.00,1\r\n"
                    "x,\"'=1+1\",,\r\n");
    arena_free(arena);
}

static void test_guard(void)
{
    static const struct {
        const char *text, *guarded;
    } cases[] = {
        {"=cmd", "\"'=cmd\""},
        {"+1", "\"'+1\""},
        {"-1", "\"'-1\""},
        {"@x", "\"'@x\""},
        {"\tx", "\"'\tx\""},
        {"\r=x", "\"'\r=x\""},
        {"  =x", "\"'  =x\""},
        {"\xc2\xa0=x", "\"'\xc2\xa0=x\""},
        {"\xef\xbc\x9dx", "\"'\xef\xbc\x9dx\""}, /* the full-width sign */
        {"a=b", "a=b"},
        {"'", "'"},
        {"", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL), plain = g_string_new(NULL);
        csv_append(out, cases[i].text, true);
        g_assert_cmpstr(out->str, ==, cases[i].guarded);
        csv_append(plain, cases[i].text, false);
        g_assert_null(strstr(plain->str, "\"'"));
    }
}

static void test_json(void)
{
    struct arena *arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    struct result *result = sample(arena);
    json_append(out, json_rows(arena, result));
    g_assert_cmpstr(out->str, ==,
                    "[{\"key\":\"-chicago\",\"name\":\"Chicago, \\\"Illinois\\\"\",\"amount_usd\":\"-4120447.00\","
                    "\"joint\":true},{\"key\":\"x\",\"name\":\"=1+1\",\"amount_usd\":null,\"joint\":null}]\n");
    json_t *declared = json_columns(NULL, result);
    g_assert_cmpuint(json_array_size(declared), ==, 4);
    g_assert_cmpstr(json_string_value(json_object_get(json_array_get(declared, 2), "unit")), ==, "US dollars");
    json_decref(declared);
    g_string_truncate(out, 0);
    json_append(out, json_pack("[s]", "</script>&\xe2\x80\xa8\xe2\x80\xa9"));
    g_assert_cmpstr(out->str, ==, "[\"\\u003c/script\\u003e\\u0026\\u2028\\u2029\"]\n");
    arena_free(arena);
}

/* One column is told of at length, in words that do not shrink: an archive of several pieces. */
static const struct column *find_column(const char *wanted)
{
    static char words[60000];
    static const struct column any = {.name = "any", .type = COLUMN_TEXT, .label = "Any", .definition = "Any."};
    static const struct column told = {.name = "told", .type = COLUMN_TEXT, .label = "Told", .definition = words};
    GRand *chance = words[0] ? NULL : g_rand_new_with_seed(1);
    for (size_t i = 0; chance && i + 1 < sizeof words; i++)
        words[i] = (char)g_rand_int_range(chance, 'A', 'z');
    g_clear_pointer(&chance, g_rand_free);
    return strcmp(wanted, "retrieved_on") == 0 ? &told : &any;
}

/* Takes so many pieces. */
struct taking {
    int left, n_refused;
};

static bool take(void *self, const void *bytes, size_t n, GError **error)
{
    struct taking *taking = self;
    g_assert_nonnull(bytes);
    g_assert_cmpuint(n, >, 0);
    if (taking->left-- > 0)
        return true;
    taking->n_refused++;
    g_set_error_literal(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "full");
    return false;
}

/* A place that is full is asked once. */
static void test_zip_refused(void)
{
    GError *error = NULL;
    struct tables tables;
    struct register_store *reg = register_open(":memory:", true, &error);
    g_assert_no_error(error);
    g_assert_true(tables_of_register(reg, &tables, &error));
    struct taking whole = {.left = G_MAXINT};
    g_assert_true(package_zip(&tables, find_column, "2018-01-24", take, &whole, &error));
    int n_pieces = G_MAXINT - whole.left;
    g_assert_cmpint(n_pieces, >, 1);
    for (int left = 0; left < n_pieces; left++) {
        struct taking taking = {.left = left};
        g_assert_false(package_zip(&tables, find_column, "2018-01-24", take, &taking, &error));
        g_assert_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE);
        g_assert_cmpstr(error->message, ==, "full");
        g_assert_cmpint(taking.n_refused, ==, 1);
        g_clear_error(&error);
    }
    register_close(reg);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/format/csv/result", test_csv);
    g_test_add_func("/format/csv/guard", test_guard);
    g_test_add_func("/format/json", test_json);
    g_test_add_func("/format/zip/refused", test_zip_refused);
    return g_test_run();
}
