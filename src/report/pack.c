/* Object streams and a cross-reference stream (ISO 32000, 7.5.7 and 7.5.8): links and structure elements, of which a
 * report has thousands, shrink to a tenth. */
#include "report/pack.h"

#include "base/append.h"

#include <libdeflate.h>
#include <string.h>

enum { LEVEL = 1, OBJECTS_A_STREAM = 200, ENTRY_BYTES = 7 };
enum place_kind { PLACE_NONE, PLACE_FILE, PLACE_STREAM };

/* Where an object is: its offset in the file, or its stream and its index there. */
struct place {
    uint8_t kind;
    uint16_t index;
    uint32_t at;
};

struct held {
    unsigned long number;
    size_t offset;
};

void pack_digits(GString *out, unsigned long number)
{
    char digits[24], *at = digits + sizeof digits;
    do
        *--at = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    append_bytes(out, at, (size_t)(digits + sizeof digits - at));
}

/* In parentheses where it is ASCII, else in UTF-16 as hexadecimal digits. */
void pack_text(GString *out, const char *text)
{
    if (g_str_is_ascii(text)) {
        g_string_append_c(out, '(');
        for (; *text; text++) {
            if (strchr("()\\", *text))
                g_string_append_c(out, '\\');
            g_string_append_c(out, *text < ' ' ? ' ' : *text);
        }
        g_string_append_c(out, ')');
        return;
    }
    glong n = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, &n, NULL);
    g_string_append(out, "<FEFF");
    for (glong i = 0; units && i < n; i++)
        g_string_append_printf(out, "%04X", units[i]);
    g_string_append_c(out, '>');
}

static struct place *place_of(struct pack *pack, unsigned long number)
{
    if (number >= pack->places->len)
        g_array_set_size(pack->places, (guint)number + 1);
    return &g_array_index(pack->places, struct place, number);
}

void pack_open(struct pack *pack, unsigned long first_free)
{
    *pack = (struct pack){.out = g_string_new("%PDF-1.7\n%\xb5\xed\xae\xfb\n"),
                          .places = g_array_new(FALSE, TRUE, sizeof(struct place)),
                          .held = g_string_new(NULL),
                          .numbers = g_array_new(FALSE, FALSE, sizeof(struct held)),
                          .compressor = libdeflate_alloc_compressor(LEVEL)};
    g_array_set_size(pack->places, (guint)first_free);
}

void pack_clear(struct pack *pack)
{
    g_string_free(pack->out, TRUE);
    g_string_free(pack->held, TRUE);
    g_array_unref(pack->places);
    g_array_unref(pack->numbers);
    libdeflate_free_compressor(pack->compressor);
}

unsigned long pack_number(struct pack *pack)
{
    unsigned long number = pack->places->len;
    place_of(pack, number);
    return number;
}

static void begin(struct pack *pack, unsigned long number)
{
    *place_of(pack, number) = (struct place){.kind = PLACE_FILE, .at = (uint32_t)pack->out->len};
    g_string_append_printf(pack->out, "%lu 0 obj\n", number);
}

void pack_plain(struct pack *pack, unsigned long number, const char *body, size_t length)
{
    begin(pack, number);
    g_string_append_len(pack->out, body, (gssize)length);
    g_string_append(pack->out, "\nendobj\n");
}

void pack_stream(struct pack *pack, unsigned long number, const char *entries, const char *bytes, size_t length)
{
    size_t most = pack->compressor ? libdeflate_zlib_compress_bound(pack->compressor, length) : 0;
    g_autofree char *packed = g_malloc(most + 1);
    size_t n = pack->compressor ? libdeflate_zlib_compress(pack->compressor, bytes, length, packed, most) : 0;
    pack->is_failed |= n == 0;
    begin(pack, number);
    g_string_append_printf(pack->out, "<< %s /Filter /FlateDecode /Length %zu >>\nstream\n", entries, n);
    g_string_append_len(pack->out, packed, (gssize)n);
    g_string_append(pack->out, "\nendstream\nendobj\n");
}

static void flush(struct pack *pack)
{
    guint n = pack->numbers->len;
    if (n == 0)
        return;
    unsigned long stream = pack_number(pack);
    g_autoptr(GString) content = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        const struct held *held = &g_array_index(pack->numbers, struct held, i);
        pack_digits(content, held->number);
        g_string_append_c(content, ' ');
        pack_digits(content, held->offset);
        g_string_append_c(content, ' ');
        *place_of(pack, held->number) =
            (struct place){.kind = PLACE_STREAM, .at = (uint32_t)stream, .index = (uint16_t)i};
    }
    g_autofree char *entries = g_strdup_printf("/Type /ObjStm /N %u /First %zu", n, content->len);
    g_string_append_len(content, pack->held->str, (gssize)pack->held->len);
    pack_stream(pack, stream, entries, content->str, content->len);
    g_string_truncate(pack->held, 0);
    g_array_set_size(pack->numbers, 0);
}

void pack_parts(struct pack *pack, unsigned long number, const char *first, const char *body, size_t length)
{
    if (pack->numbers->len == OBJECTS_A_STREAM)
        flush(pack);
    struct held held = {number, pack->held->len};
    g_array_append_val(pack->numbers, held);
    g_string_append(pack->held, first);
    append_bytes(pack->held, body, length);
    g_string_append_c(pack->held, '\n');
}

void pack_object(struct pack *pack, unsigned long number, const char *body, size_t length)
{
    pack_parts(pack, number, "", body, length);
}

static void put_number(uint8_t *to, uint32_t value, int bytes)
{
    for (int i = bytes; i-- > 0; value >>= 8)
        to[i] = value & 0xff;
}

bool pack_close(struct pack *pack, const char *entries)
{
    flush(pack);
    unsigned long number = pack_number(pack);
    size_t offset = pack->out->len;
    *place_of(pack, number) = (struct place){.kind = PLACE_FILE, .at = (uint32_t)offset};
    guint n = pack->places->len;
    g_autofree uint8_t *table = g_malloc0((size_t)n * ENTRY_BYTES);
    for (guint i = 0; i < n; i++) {
        const struct place *place = place_of(pack, i);
        uint8_t *to = table + (size_t)i * ENTRY_BYTES;
        to[0] = place->kind;
        put_number(to + 1, place->at, 4);
        put_number(to + 5, place->kind ? place->index : i ? 0 : UINT16_MAX, 2);
    }
    g_autofree char *all = g_strdup_printf("/Type /XRef /Size %u /W [1 4 2] %s", n, entries);
    pack_stream(pack, number, all, (const char *)table, (size_t)n * ENTRY_BYTES);
    g_string_append_printf(pack->out, "startxref\n%zu\n%%%%EOF\n", offset);
    return !pack->is_failed;
}
