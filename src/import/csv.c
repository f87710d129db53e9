/* The lexer of CSV files. Knows no table and no type. */
#include "import/csv.h"

#include <errno.h>
#include <glib.h>

struct csv_reader {
    FILE *in;
    GString *text;                 /* the fields of the record, each ended by NUL */
    size_t starts[CSV_FIELDS_MAX]; /* offsets into it */
    const char *fields[CSV_FIELDS_MAX];
    size_t n_fields; /* finished ones */
    int64_t number;
    enum csv_fault fault;
    int system_error; /* errno of a failed read */
};

static const char *const fault_texts[] = {
    [CSV_FAULT_NONE] = "no fault",
    [CSV_FAULT_READ] = "cannot be read",
    [CSV_FAULT_UTF16] = "the file is UTF-16; it must be UTF-8",
    [CSV_FAULT_UTF8] = "is not valid UTF-8",
    [CSV_FAULT_NUL] = "holds a NUL byte",
    [CSV_FAULT_CR] = "a carriage return without a line feed; lines end with LF or CR LF",
    [CSV_FAULT_STRAY_QUOTE] = "a quotation mark inside a field that is not quoted",
    [CSV_FAULT_AFTER_QUOTE] = "text after the closing quotation mark",
    [CSV_FAULT_OPEN_QUOTE] = "the quoted field that begins here never closes",
    [CSV_FAULT_FIELD_SIZE] = "the field is longer than 65536 bytes",
    [CSV_FAULT_FIELDS] = "the record has more than 256 fields",
};
_Static_assert(G_N_ELEMENTS(fault_texts) == CSV_FAULTS, "a text for each fault");
_Static_assert(CSV_FIELD_MAX == 65536 && CSV_FIELDS_MAX == 256, "the limits stand in the texts");

const char *csv_fault_text(enum csv_fault fault)
{
    return fault_texts[fault];
}

static int next_byte(struct csv_reader *reader)
{
    int c = getc_unlocked(reader->in);
    if (c == EOF && ferror(reader->in)) {
        reader->fault = CSV_FAULT_READ;
        reader->system_error = errno;
    }
    return c;
}

static int peek_byte(struct csv_reader *reader)
{
    int c = next_byte(reader);
    if (c != EOF)
        ungetc(c, reader->in);
    return c;
}

/* Skips a byte order mark. A first byte of 0xef that begins none fails as UTF-8 later or is text. */
static void skip_mark(struct csv_reader *reader)
{
    static const unsigned char mark[] = {0xef, 0xbb, 0xbf};
    int c = peek_byte(reader);
    if (c == 0xfe || c == 0xff)
        reader->fault = CSV_FAULT_UTF16;
    if (c != mark[0])
        return;
    for (size_t i = 0; i < sizeof mark; i++)
        if (next_byte(reader) != mark[i])
            reader->fault = CSV_FAULT_UTF8;
}

struct csv_reader *csv_new(FILE *in)
{
    struct csv_reader *reader = g_new0(struct csv_reader, 1);
    reader->in = in;
    reader->text = g_string_new(NULL);
    return reader;
}

void csv_free(struct csv_reader *reader)
{
    g_string_free(reader->text, TRUE);
    g_free(reader);
}

static int stop(struct csv_reader *reader, enum csv_fault fault)
{
    if (!reader->fault)
        reader->fault = fault;
    return EOF;
}

static bool append(struct csv_reader *reader, int c)
{
    if (c == '\0' || reader->text->len - reader->starts[reader->n_fields] >= CSV_FIELD_MAX) {
        stop(reader, c == '\0' ? CSV_FAULT_NUL : CSV_FAULT_FIELD_SIZE);
        return false;
    }
    g_string_append_c(reader->text, (char)c);
    return true;
}

/* Turns the CR LF that begins with C into LF. */
static int end_of_line(struct csv_reader *reader, int c)
{
    return c != '\r' ? c : next_byte(reader) == '\n' ? '\n' : stop(reader, CSV_FAULT_CR);
}

/* Both give what ended the field: a comma, LF or EOF (also after a fault). */
static int read_plain(struct csv_reader *reader, int c)
{
    for (; c != ',' && c != '\n' && c != '\r' && c != EOF; c = next_byte(reader)) {
        if (c == '"')
            return stop(reader, CSV_FAULT_STRAY_QUOTE);
        if (!append(reader, c))
            return EOF;
    }
    return end_of_line(reader, c);
}

static int read_quoted(struct csv_reader *reader)
{
    for (;;) {
        int c = next_byte(reader);
        if (c == EOF)
            return stop(reader, CSV_FAULT_OPEN_QUOTE);
        if (c == '"' && (c = next_byte(reader)) != '"') {
            c = end_of_line(reader, c);
            return c == ',' || c == '\n' || c == EOF ? c : stop(reader, CSV_FAULT_AFTER_QUOTE);
        }
        if (!append(reader, c))
            return EOF;
    }
}

static int read_field(struct csv_reader *reader)
{
    reader->starts[reader->n_fields] = reader->text->len;
    int c = next_byte(reader);
    int end = c == '"' ? read_quoted(reader) : read_plain(reader, c);
    if (reader->fault)
        return EOF;
    size_t start = reader->starts[reader->n_fields];
    if (!g_utf8_validate(reader->text->str + start, (gssize)(reader->text->len - start), NULL))
        return stop(reader, CSV_FAULT_UTF8);
    g_string_append_c(reader->text, '\0');
    reader->n_fields++;
    return end;
}

/* Reads the fields of one record; false at a fault. */
static bool read_record(struct csv_reader *reader)
{
    reader->number++;
    reader->n_fields = 0;
    g_string_truncate(reader->text, 0);
    int end;
    do {
        if (reader->n_fields == CSV_FIELDS_MAX)
            stop(reader, CSV_FAULT_FIELDS);
        end = reader->fault ? EOF : read_field(reader);
    } while (end == ',');
    for (size_t i = 0; i < reader->n_fields; i++)
        reader->fields[i] = reader->text->str + reader->starts[i]; /* the text moves while it grows */
    return !reader->fault;
}

bool csv_next(struct csv_reader *reader, struct csv_record *record)
{
    if (reader->number == 0)
        skip_mark(reader);
    if (!reader->fault && peek_byte(reader) != EOF && read_record(reader)) {
        *record = (struct csv_record){reader->number, reader->n_fields, reader->fields};
        return true;
    }
    errno = reader->system_error;
    return false;
}

enum csv_fault csv_fault(const struct csv_reader *reader, int64_t *record, size_t *field)
{
    *record = MAX(reader->number, 1);
    *field = reader->n_fields + 1;
    return reader->fault;
}
