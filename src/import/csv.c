/* The lexer of CSV files. Knows no table and no type.
 *
 * A record is first measured where it lies in the buffer, then cut: each field gets its NUL over the byte that ends it,
 * so that nothing is copied. A record that the buffer does not hold to its end is measured again with more of the file.
 */
#include "import/csv.h"

#include "base/arena.h"

#include <errno.h>
#include <string.h>

enum { BLOCK = 1 << 18, FIRST_BLOCK = 1 << 12 };

struct span {
    size_t start, length; /* in the buffer, from the record's begin; without the quotes */
    bool doubled;         /* holds doubled quotes */
};

struct csv_reader {
    FILE *in;
    char *buffer; /* one byte longer than its capacity, for the NUL of a last field */
    size_t capacity, begin, end;
    bool drained; /* the file has no more than the buffer holds */
    bool latin1;
    struct span spans[CSV_FIELDS_MAX];
    const char *fields[CSV_FIELDS_MAX];
    size_t n_fields; /* finished ones */
    int64_t number;
    enum csv_fault fault;
    bool whole;            /* the record's end is known */
    int system_error;      /* errno of a failed read */
    struct arena *decoded; /* fields of the record that were not UTF-8 */
};

/* What ended a field. */
enum ending { END_COMMA, END_RECORD, END_MORE /* of the file is needed */, END_FAULT };

static const char *const fault_texts[] = {
    [CSV_FAULT_NONE] = "no fault",
    [CSV_FAULT_READ] = "cannot be read",
    [CSV_FAULT_UTF16] = "the file is UTF-16; it must be UTF-8",
    [CSV_FAULT_UTF8] = "is not valid UTF-8",
    [CSV_FAULT_NUL] = "holds a NUL byte",
    [CSV_FAULT_CR] = "a carriage return without a line feed; lines end with LF or CR LF",
    [CSV_FAULT_STRAY_QUOTE] = "a quotation mark inside a field that is not quoted",
    [CSV_FAULT_AFTER_QUOTE] = "text after the closing quotation mark, where a comma belongs",
    [CSV_FAULT_OPEN_QUOTE] = "the quoted field that begins here never closes",
    [CSV_FAULT_FIELD_SIZE] = "the field is longer than 65536 bytes, or the quotation mark that begins it never closes",
    [CSV_FAULT_FIELDS] = "the record has more than 256 fields",
};
_Static_assert(G_N_ELEMENTS(fault_texts) == CSV_FAULTS, "a text for each fault");
_Static_assert(CSV_FIELD_MAX == 65536 && CSV_FIELDS_MAX == 256, "the limits stand in the texts");

const char *csv_fault_text(enum csv_fault fault)
{
    return fault_texts[fault];
}

struct csv_reader *csv_new(FILE *in)
{
    struct csv_reader *reader = g_new0(struct csv_reader, 1);
    reader->in = in;
    reader->capacity = FIRST_BLOCK;
    reader->buffer = g_malloc(FIRST_BLOCK + 1);
    reader->decoded = arena_new();
    return reader;
}

void csv_free(struct csv_reader *reader)
{
    arena_free(reader->decoded);
    g_free(reader->buffer);
    g_free(reader);
}

void csv_accept_latin1(struct csv_reader *reader)
{
    reader->latin1 = true;
}

static enum ending stop(struct csv_reader *reader, enum csv_fault fault)
{
    if (!reader->fault)
        reader->fault = fault;
    return END_FAULT;
}

/* Reads more of the file behind what the buffer holds from begin on. False at a fault and when there is no more. */
static bool fill(struct csv_reader *reader)
{
    if (reader->drained)
        return false;
    memmove(reader->buffer, reader->buffer + reader->begin, reader->end - reader->begin);
    reader->end -= reader->begin;
    reader->begin = 0;
    if (reader->capacity < BLOCK || reader->capacity - reader->end < BLOCK / 2) {
        reader->capacity *= 2;
        reader->buffer = g_realloc(reader->buffer, reader->capacity + 1);
    }
    size_t n = fread(reader->buffer + reader->end, 1, reader->capacity - reader->end, reader->in);
    reader->end += n;
    reader->drained = n == 0;
    if (n == 0 && ferror(reader->in)) {
        reader->system_error = errno;
        stop(reader, CSV_FAULT_READ);
    }
    return n > 0;
}

/* Skips a byte order mark. A first byte of 0xef that begins none fails as UTF-8 later or is text. */
static void skip_mark(struct csv_reader *reader)
{
    while (reader->end < 3 && fill(reader)) {
    }
    const char *text = reader->buffer;
    if (reader->end >= 2 && (memcmp(text, "\xfe\xff", 2) == 0 || memcmp(text, "\xff\xfe", 2) == 0))
        stop(reader, CSV_FAULT_UTF16);
    else if (reader->end >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        reader->begin = 3;
}

/* What follows a field at *AT, which is moved behind it. */
static enum ending end_field(struct csv_reader *reader, const char **at, const char *end, enum csv_fault otherwise)
{
    if (*at == end)
        return reader->drained ? END_RECORD : END_MORE;
    if (**at == '\r') {
        if (*at + 1 == end && !reader->drained)
            return END_MORE;
        if (*at + 1 == end || (*at)[1] != '\n')
            return stop(reader, CSV_FAULT_CR);
        *at += 2;
        return END_RECORD;
    }
    char c = *(*at)++;
    return c == ',' ? END_COMMA : c == '\n' ? END_RECORD : stop(reader, otherwise);
}

/* As end_field; most fields end at a comma. */
static inline enum ending end_at(struct csv_reader *reader, const char **at, const char *end, enum csv_fault otherwise)
{
    if (*at == end || **at != ',')
        return end_field(reader, at, end, otherwise);
    ++*at;
    return END_COMMA;
}

/* A field of that length so far: too long, or not all here yet. */
static enum ending unfinished(struct csv_reader *reader, size_t length, enum csv_fault at_end)
{
    if (length > CSV_FIELD_MAX)
        return stop(reader, CSV_FAULT_FIELD_SIZE);
    return reader->drained ? stop(reader, at_end) : END_MORE;
}

static enum ending measure_quoted(struct csv_reader *reader, const char **at, const char *end, struct span *span)
{
    const char *start = *at + 1, *quote = start;
    for (;; quote += 2, span->doubled = true) {
        quote = memchr(quote, '"', (size_t)(end - quote));
        if (!quote)
            return unfinished(reader, (size_t)(end - start), CSV_FAULT_OPEN_QUOTE);
        if (quote + 1 == end && !reader->drained)
            return unfinished(reader, (size_t)(quote - start), CSV_FAULT_OPEN_QUOTE);
        if (quote + 1 == end || quote[1] != '"')
            break;
    }
    span->length = (size_t)(quote - start);
    if (span->length > CSV_FIELD_MAX)
        return stop(reader, CSV_FAULT_FIELD_SIZE);
    *at = quote + 1;
    return end_at(reader, at, end, CSV_FAULT_AFTER_QUOTE);
}

/* What may end a field that is not quoted, or stand in none. */
static const bool ends_plain[256] = {[','] = true, ['\n'] = true, ['\r'] = true, ['"'] = true};

static enum ending measure_plain(struct csv_reader *reader, const char **at, const char *end, struct span *span)
{
    const char *start = *at, *stop_at = start;
    while (stop_at < end && !ends_plain[(unsigned char)*stop_at])
        stop_at++;
    *at = stop_at;
    span->length = (size_t)(stop_at - start);
    if (span->length > CSV_FIELD_MAX)
        return stop(reader, CSV_FAULT_FIELD_SIZE);
    return end_at(reader, at, end, CSV_FAULT_STRAY_QUOTE);
}

/* Measures the record at begin: its fields, and *next, where the one after it begins. */
static enum ending measure(struct csv_reader *reader, size_t *next)
{
    const char *record = reader->buffer + reader->begin, *end = reader->buffer + reader->end, *at = record;
    for (reader->n_fields = 0;;) {
        if (reader->n_fields == CSV_FIELDS_MAX)
            return stop(reader, CSV_FAULT_FIELDS);
        struct span *span = &reader->spans[reader->n_fields];
        bool quoted = at < end && *at == '"';
        *span = (struct span){.start = (size_t)(at - record) + quoted};
        enum ending ending = quoted ? measure_quoted(reader, &at, end, span) : measure_plain(reader, &at, end, span);
        if (ending == END_MORE || ending == END_FAULT)
            return ending;
        reader->n_fields++;
        if (ending == END_RECORD) {
            *next = reader->begin + (size_t)(at - record);
            return ending;
        }
    }
}

/* Whether all bytes are ASCII and none is NUL, eight at a time. */
static bool is_plain_text(const char *text, size_t length)
{
    const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    uint64_t odd = 0;
    size_t i = 0;
    for (; i + sizeof odd <= length; i += sizeof odd) {
        uint64_t word;
        memcpy(&word, text + i, sizeof word);
        odd |= (word | ((word - ones) & ~word)) & highs;
    }
    for (; i < length; i++)
        odd |= text[i] == '\0' || (text[i] & 0x80) ? highs : 0;
    return odd == 0;
}

static const char *from_latin1(struct arena *arena, const char *text, size_t length)
{
    char *decoded = arena_alloc(arena, 2 * length + 1), *at = decoded;
    for (size_t i = 0; i < length; i++)
        at += g_unichar_to_utf8((unsigned char)text[i], at);
    return decoded;
}

/* Turns "" into " in place; gives the new length. */
static size_t undouble(char *text, size_t length)
{
    size_t to = 0;
    for (size_t from = 0; from < length; from++) {
        text[to++] = text[from];
        from += text[from] == '"';
    }
    return to;
}

static enum csv_fault cut_field(struct csv_reader *reader, size_t i, bool plain)
{
    char *text = reader->buffer + reader->begin + reader->spans[i].start;
    size_t length = reader->spans[i].length;
    if (reader->spans[i].doubled)
        length = undouble(text, length);
    text[length] = '\0';
    reader->fields[i] = text;
    if (plain || is_plain_text(text, length))
        return CSV_FAULT_NONE;
    if (memchr(text, '\0', length))
        return CSV_FAULT_NUL;
    if (g_utf8_validate(text, (gssize)length, NULL))
        return CSV_FAULT_NONE;
    if (!reader->latin1)
        return CSV_FAULT_UTF8;
    reader->fields[i] = from_latin1(reader->decoded, text, length);
    return CSV_FAULT_NONE;
}

/* Cuts the measured fields; a fault in one of them stands before what stopped the measuring behind it. */
static void cut(struct csv_reader *reader, size_t next)
{
    arena_reset(reader->decoded);
    bool plain = is_plain_text(reader->buffer + reader->begin, next - reader->begin);
    for (size_t i = 0; i < reader->n_fields; i++) {
        enum csv_fault fault = cut_field(reader, i, plain);
        if (fault) {
            reader->fault = fault;
            reader->n_fields = i;
        }
    }
}

bool csv_next(struct csv_reader *reader, struct csv_record *record)
{
    if (reader->number == 0)
        skip_mark(reader);
    if (!reader->fault && (reader->begin < reader->end || fill(reader))) {
        size_t next = reader->end;
        enum ending ending;
        reader->number++;
        while ((ending = measure(reader, &next)) == END_MORE)
            fill(reader);
        reader->whole = ending == END_RECORD;
        if (reader->fault != CSV_FAULT_READ)
            cut(reader, reader->whole ? next : reader->end);
        /* The NUL of a last field may stand behind the record. */
        *record = (struct csv_record){reader->number, reader->n_fields, reader->fields, reader->buffer + reader->begin,
                                      next - reader->begin + 1};
        reader->begin = next;
        if (!reader->fault)
            return true;
    }
    errno = reader->system_error;
    return false;
}

bool csv_skip(struct csv_reader *reader)
{
    bool inside = reader->whole && (reader->fault == CSV_FAULT_UTF8 || reader->fault == CSV_FAULT_NUL);
    if (inside)
        reader->fault = CSV_FAULT_NONE;
    return inside;
}

enum csv_fault csv_fault(const struct csv_reader *reader, int64_t *record, size_t *field)
{
    *record = MAX(reader->number, 1);
    *field = reader->n_fields + 1;
    return reader->fault;
}
