/* The pages as text: which lines and rows stand on which, without measures, so that tests do not depend on a font's
 * exact widths. */
#include "report/flow.h"

#include <string.h>

enum { MOST_WORDS = 24 };

static void append_words(GString *out, const struct text *text)
{
    uint32_t length = MIN(text->length, MOST_WORDS);
    while (length < text->length && length > 0 && (text->words[length] & 0xC0) == 0x80)
        length--;
    g_string_append_printf(out, " \"%.*s\"", (int)length, text->words);
}

static void append_text_part(GString *out, const struct block *block, const struct unit *first, size_t n)
{
    g_string_append_printf(out, "  %s", document_types[block->style].tag);
    if (block->in)
        g_string_append_printf(out, " in %s", block->in->tag);
    g_string_append_printf(out, " line %u-%zu", first->part + 1, first->part + n);
    if (block->label.length)
        append_words(out, &block->label);
    append_words(out, &block->text);
}

static void append_table_part(GString *out, const struct table *table, const struct unit *first, size_t n)
{
    bool begins = first->part == TABLE_TOP;
    g_string_append_printf(out, "  Table %s", begins ? "top" : table->turn > 0 ? "top again" : "without top");
    if (n > begins) {
        const struct unit *from = first + begins, *to = first + n - 1;
        g_string_append_printf(out, " row %zu-%zu", from->part - table->n_heads + 1, to->part - table->n_heads + 1);
        if (from->line)
            g_string_append_printf(out, " from line %u", from->line + 1);
    }
}

static size_t append_part(GString *out, const struct document *document, const struct flow *flow, size_t first)
{
    const struct unit *unit = &flow->units[first];
    const struct block *block = &document->blocks[unit->block];
    size_t n = 1;
    while (first + n < flow->n_units && unit[n].block == unit->block && unit[n].page == unit->page)
        n++;
    if (block->kind == BLOCK_TABLE)
        append_table_part(out, block->table, unit, n);
    else if (block->kind == BLOCK_FIGURE)
        g_string_append_printf(out, "  Figure \"%s\"", block->figure->alternative);
    else
        append_text_part(out, block, unit, n);
    g_string_append_c(out, '\n');
    return n;
}

char *flow_text(struct arena *arena, const struct document *document, const struct flow *flow)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0, page = 0; i < flow->n_units; i += append_part(out, document, flow, i))
        if (page <= flow->units[i].page) {
            page = flow->units[i].page + 1;
            g_string_append_printf(out, "page %zu\n", page);
        }
    return arena_strndup(arena, out->str, out->len);
}
