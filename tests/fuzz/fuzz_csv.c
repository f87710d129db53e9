/* Any bytes as CSV: the reader keeps to its limits, says where it stopped, and reads what is written from its records
 * as the same records. A first byte L switches ISO 8859-1 on. */
#include "import/csv.h"

#include "base/arena.h"
#include "base/csv_field.h"

#include <string.h>

struct reading {
    struct csv_reader *reader;
    FILE *in;
};

static struct reading start(const char *text, size_t size, bool is_latin1)
{
    FILE *in = fmemopen((void *)text, size, "r");
    g_assert_nonnull(in);
    struct reading reading = {.reader = csv_new(in), .in = in};
    if (is_latin1)
        csv_accept_latin1(reading.reader);
    return reading;
}

static void stop(struct reading *reading)
{
    csv_free(reading->reader);
    fclose(reading->in);
}

static void check_record(const struct csv_record *record, int64_t number)
{
    g_assert_cmpint(record->number, ==, number);
    g_assert_cmpuint(record->n_fields, >, 0);
    g_assert_cmpuint(record->n_fields, <=, CSV_FIELDS_MAX);
    for (size_t i = 0; i < record->n_fields; i++) {
        g_assert_cmpuint(strlen(record->fields[i]), <=, 2 * CSV_FIELD_MAX);
        g_assert_true(g_utf8_validate(record->fields[i], -1, NULL));
    }
}

/* A lone empty field is quoted: an empty line would be no record. */
static void write_record(GString *out, const struct csv_record *record)
{
    if (record->n_fields == 1 && !*record->fields[0])
        g_string_append(out, "\"\"");
    for (size_t i = 0; i < record->n_fields; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        csv_append(out, record->fields[i], false);
    }
    g_string_append(out, "\r\n");
}

static void check_fault(struct csv_reader *reader, int64_t after)
{
    int64_t record;
    size_t field;
    enum csv_fault fault = csv_fault(reader, &record, &field);
    g_assert_cmpint(fault, <, CSV_FAULTS);
    if (fault == CSV_FAULT_NONE)
        return;
    g_assert_cmpint(record, >, after);
    g_assert_cmpuint(field, >=, 1);
    g_assert_cmpuint(strlen(csv_fault_text(fault)), >, 0);
}

/* Every record of TEXT written again; the number of records in *n_records. */
static GString *rewrite(const char *text, size_t size, bool is_latin1, int64_t *n_records)
{
    struct reading reading = start(text, size, is_latin1);
    GString *out = g_string_new("\xef\xbb\xbf"); /* else a first field that begins with this mark would lose it */
    struct csv_record record;
    int64_t last = 0;
    *n_records = 0;
    do {
        for (; csv_next(reading.reader, &record); ++*n_records) {
            check_record(&record, MAX(record.number, last + 1));
            last = record.number;
            write_record(out, &record);
        }
        check_fault(reading.reader, last);
    } while (csv_skip(reading.reader));
    stop(&reading);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    int64_t n_first, n_second;
    g_autoptr(GString) first = rewrite((const char *)data + 1, size - 1, data[0] == 'L', &n_first);
    g_autoptr(GString) second = rewrite(first->str, first->len, false, &n_second);
    g_assert_cmpint(n_first, ==, n_second);
    g_assert_cmpstr(first->str, ==, second->str);
    return 0;
}
