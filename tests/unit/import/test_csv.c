/* The CSV reader: what is a record, where a fault stands, which faults can be skipped, and its limits. */
#include "import/csv.h"

#include <glib.h>
#include <string.h>

struct reading {
    FILE *in;
    struct csv_reader *reader;
    struct csv_record record;
};

static struct reading start(const char *text, size_t size)
{
    struct reading reading = {.in = fmemopen((char *)text, size, "r")};
    g_assert_nonnull(reading.in);
    reading.reader = csv_new(reading.in);
    return reading;
}

static void stop(struct reading *reading)
{
    csv_free(reading->reader);
    fclose(reading->in);
}

/* The next record as its fields between bars, or NULL. */
static char *next(struct reading *reading)
{
    if (!csv_next(reading->reader, &reading->record))
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < reading->record.n_fields; i++)
        g_string_append_printf(text, "%s%s", i ? "|" : "", reading->record.fields[i]);
    return g_strdup(text->str);
}

static void assert_next(struct reading *reading, const char *expected)
{
    g_autofree char *got = next(reading);
    g_assert_cmpstr(got, ==, expected);
}

static void assert_fault(const struct reading *reading, enum csv_fault expected, int64_t at_record, size_t at_field)
{
    int64_t record;
    size_t field;
    g_assert_cmpint(csv_fault(reading->reader, &record, &field), ==, expected);
    if (expected == CSV_FAULT_NONE)
        return;
    g_assert_cmpint(record, ==, at_record);
    g_assert_cmpuint(field, ==, at_field);
}

static void test_records(void)
{
    static const char text[] =
        "\xef\xbb\xbfkey,name\r\na,\"say \"\"so\"\", twice\"\nb,\"two\r\nlines\"\r\n,\n\"\",last";
    struct reading reading = start(text, strlen(text));
    assert_next(&reading, "key|name");
    g_assert_cmpint(reading.record.number, ==, 1);
    assert_next(&reading, "a|say \"so\", twice");
    assert_next(&reading, "b|two\r\nlines");
    assert_next(&reading, "|");
    assert_next(&reading, "|last");
    g_assert_cmpint(reading.record.number, ==, 5);
    assert_next(&reading, NULL);
    assert_fault(&reading, CSV_FAULT_NONE, 0, 0);
    stop(&reading);
}

/* Each text has one sound record, then the fault in record 2. */
static void test_faults(void)
{
    static const struct {
        const char *text;
        size_t size;
        enum csv_fault fault;
        size_t field;
    } cases[] = {
        {"a,b\n1,\xff\n", 8, CSV_FAULT_UTF8, 2},
        {"a,b\nx\0y,2\n", 10, CSV_FAULT_NUL, 1},
        {"a,b\n1\r2\n", 8, CSV_FAULT_CR, 1},
        {"a,b\n1,x\"y\"\n", 11, CSV_FAULT_STRAY_QUOTE, 2},
        {"a,b\n\"1\"x,2\n", 11, CSV_FAULT_AFTER_QUOTE, 1},
        {"a,b\n1,\"x\n\n", 10, CSV_FAULT_OPEN_QUOTE, 2},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct reading reading = start(cases[i].text, cases[i].size);
        assert_next(&reading, "a|b");
        assert_next(&reading, NULL);
        assert_fault(&reading, cases[i].fault, 2, cases[i].field);
        stop(&reading);
    }
    struct reading wide = start("\xff\xfe"
                                "a\0,\0",
                                6);
    assert_next(&wide, NULL);
    assert_fault(&wide, CSV_FAULT_UTF16, 1, 1);
    stop(&wide);
}

/* After a fault within a record whose end is known the next record can be read; after any other it cannot. */
static void test_skip(void)
{
    struct reading reading = start("\xff,1\nb,2\n", 8);
    assert_next(&reading, NULL);
    g_assert_true(csv_skip(reading.reader));
    assert_next(&reading, "b|2");
    g_assert_cmpint(reading.record.number, ==, 2);
    stop(&reading);
    struct reading open = start("\"a\nb,2\n", 7);
    assert_next(&open, NULL);
    g_assert_false(csv_skip(open.reader));
    stop(&open);
}

static void test_latin1(void)
{
    struct reading reading = start("San Jos\xe9,Espa\xc3\xb1ola\n", 19);
    csv_accept_latin1(reading.reader);
    assert_next(&reading, "San Jos\xc3\xa9|Espa\xc3\xb1ola");
    stop(&reading);
}

/* The limits hold to the byte and the field. */
static void test_limits(void)
{
    for (size_t over = 0; over < 2; over++) {
        g_autofree char *field = g_strnfill(CSV_FIELD_MAX + over, 'x');
        struct reading reading = start(field, strlen(field));
        assert_next(&reading, over ? NULL : field);
        assert_fault(&reading, over ? CSV_FAULT_FIELD_SIZE : CSV_FAULT_NONE, 1, 1);
        stop(&reading);
        g_autofree char *commas = g_strnfill(CSV_FIELDS_MAX - 1 + over, ',');
        struct reading many = start(commas, strlen(commas));
        g_assert_true(csv_next(many.reader, &many.record) == !over);
        g_assert_true(over || many.record.n_fields == CSV_FIELDS_MAX);
        stop(&many);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/csv/records", test_records);
    g_test_add_func("/import/csv/faults", test_faults);
    g_test_add_func("/import/csv/skip", test_skip);
    g_test_add_func("/import/csv/latin1", test_latin1);
    g_test_add_func("/import/csv/limits", test_limits);
    return g_test_run();
}
