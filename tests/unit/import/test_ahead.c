/* Reading ahead: the same records and stops as without, in the same order, however many and wherever it ends. */
#include "import/ahead.h"

#include <errno.h>
#include <string.h>

enum { MANY = 5000 };

/* Records of growing length; some are not UTF-8, and the last is cut off inside quotes. */
static GString *make_file(void)
{
    GString *text = g_string_new(NULL);
    for (int i = 1; i <= MANY; i++) {
        g_autofree char *filling = g_strnfill((gsize)i % 700, 'x');
        g_string_append_printf(text, "%d,\"%s\"\"\",San Jos%s\r\n", i, filling, i % 777 == 0 ? "\xe9" : "e");
    }
    g_string_append(text, "last,\"open");
    return text;
}

static void write_record(GString *out, const struct csv_record *record)
{
    g_string_append_printf(out, "%" G_GINT64_FORMAT ":", record->number);
    for (size_t i = 0; i < record->n_fields; i++)
        g_string_append_printf(out, " %s", record->fields[i]);
    g_string_append_c(out, '\n');
}

static void write_stop(GString *out, const struct stop *stop)
{
    g_string_append_printf(out, "%" G_GINT64_FORMAT ": field %zu: %s\n", stop->record, stop->field,
                           csv_fault_text(stop->fault));
}

/* Of every other record its number. */
static void *make_number(void *self, struct arena *arena, const struct csv_record *record)
{
    int64_t *number = record->number % 2 ? ARENA_NEW(arena, int64_t) : NULL;
    if (number)
        *number = record->number;
    ++*(int *)self;
    return number;
}

static bool next_made(struct ahead *ahead, struct csv_record *record, struct stop *stop)
{
    void *made;
    if (!ahead_next(ahead, record, &made, stop))
        return false;
    g_assert_cmpint(made ? *(int64_t *)made : 0, ==, record->number % 2 ? record->number : 0);
    return true;
}

/* All that a reader tells of TEXT, with or without a thread. */
static GString *read_all(const GString *text, bool is_latin1, bool is_ahead)
{
    g_autoptr(GError) error = NULL;
    GString *out = g_string_new(NULL);
    FILE *in = fmemopen(text->str, text->len, "r");
    struct csv_reader *reader = csv_new(in);
    if (is_latin1)
        csv_accept_latin1(reader);
    int made = 0, records = 0;
    struct ahead *ahead = is_ahead ? ahead_new(reader, make_number, &made, &error) : NULL;
    g_assert_no_error(error);
    struct stop stop;
    struct csv_record record;
    do {
        for (; ahead ? next_made(ahead, &record, &stop) : csv_next(reader, &record); records++)
            write_record(out, &record);
        if (!ahead)
            stop = stop_of(reader);
        write_stop(out, &stop);
    } while (stop.goes_on);
    if (ahead)
        g_assert_false(next_made(ahead, &record, &stop));
    ahead_free(ahead);
    g_assert_cmpint(made, ==, is_ahead ? records : 0);
    csv_free(reader);
    fclose(in);
    return out;
}

static void test_same(void)
{
    g_autoptr(GString) text = make_file();
    for (int is_latin1 = 0; is_latin1 < 2; is_latin1++) {
        g_autoptr(GString) expected = read_all(text, is_latin1, false);
        g_autoptr(GString) got = read_all(text, is_latin1, true);
        g_assert_cmpstr(got->str, ==, expected->str);
        g_assert_nonnull(strstr(got->str, is_latin1 ? "San Jos\xc3\xa9" : "777: field 3: is not valid UTF-8"));
        g_assert_true(g_str_has_suffix(got->str, "5001: field 2: the quoted field that begins here never closes\n"));
    }
    g_autoptr(GString) empty = g_string_new("\n");
    g_autoptr(GString) got = read_all(empty, false, true);
    g_assert_cmpstr(got->str, ==, "1: \n1: field 2: no fault\n");
}

/* Whoever wants no more may leave at any record, also while the thread waits for room. */
static void test_left(void)
{
    g_autoptr(GString) text = make_file();
    for (int left_after = 0; left_after < 3 * MANY / 4; left_after = 3 * left_after + 1) {
        FILE *in = fmemopen(text->str, text->len, "r");
        struct csv_reader *reader = csv_new(in);
        struct ahead *ahead = ahead_new(reader, NULL, NULL, NULL);
        struct csv_record record;
        struct stop stop;
        void *made;
        for (int i = 0; i < left_after; i++)
            g_assert_true(ahead_next(ahead, &record, &made, &stop) || stop.goes_on);
        ahead_free(ahead);
        csv_free(reader);
        fclose(in);
    }
}

static ssize_t read_and_fail(void *calls, char *buffer, size_t size)
{
    if (++*(int *)calls > 3) {
        errno = EBADMSG;
        return -1;
    }
    for (size_t i = 0; i < size; i++)
        buffer[i] = i % 8 == 7 ? '\n' : 'x';
    return (ssize_t)size;
}

/* Records before a failed read come first; the system's reason crosses the threads. */
static void test_read_error(void)
{
    int calls = 0;
    FILE *in = fopencookie(&calls, "rb", (cookie_io_functions_t){.read = read_and_fail});
    struct csv_reader *reader = csv_new(in);
    struct ahead *ahead = ahead_new(reader, NULL, NULL, NULL);
    struct csv_record record;
    struct stop stop;
    void *made;
    int64_t n = 0;
    while (ahead_next(ahead, &record, &made, &stop))
        g_assert_cmpint(record.number, ==, ++n);
    g_assert_cmpint(n, >, 0);
    g_assert_cmpint(stop.fault, ==, CSV_FAULT_READ);
    g_assert_cmpint(stop.system_error, ==, EBADMSG);
    g_assert_false(stop.goes_on);
    ahead_free(ahead);
    csv_free(reader);
    fclose(in);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/ahead/same", test_same);
    g_test_add_func("/import/ahead/left", test_left);
    g_test_add_func("/import/ahead/read-error", test_read_error);
    return g_test_run();
}
