/* The rows and cells of a table, and the contents, which are made like one. */
#include "report/read.h"

#include <string.h>

void reader_open_table(struct reader *reader)
{
    reader->table = ARENA_NEW(reader->arena, struct table);
    reader->table->caption.words = "";
    g_array_set_size(reader->rows, 0);
    g_array_set_size(reader->cells, 0);
}

void reader_open_row(struct reader *reader)
{
    struct table_row row = {.first_cell = reader->cells->len, .is_head = reader_state(reader)->is_head};
    reader_take_text(reader); /* between cells there is none */
    g_array_append_val(reader->rows, row);
}

void reader_open_cell(struct reader *reader)
{
    static const struct {
        const char *class;
        uint8_t flag;
    } kinds[] = {{"n", CELL_NUMBER}, {"absent", CELL_ABSENT}, {"day", CELL_DAY}};
    g_autofree char *span = NULL;
    struct slice value;
    reader->cell_flags = slice_is(&reader->token.words, "th") ? CELL_HEAD : 0;
    reader->cell_span = 1;
    reader->is_noted = false;
    reader_take_text(reader);
    if (!reader->token.attributes.length)
        return;
    if (markup_attribute(&reader->token, "colspan", &value))
        span = g_strndup(value.at, MIN(value.length, 4));
    reader->cell_span = (uint16_t)CLAMP(span ? g_ascii_strtoll(span, NULL, 10) : 1, 1, 100);
    if (!markup_attribute(&reader->token, "class", &value))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (slice_has_word(&value, kinds[i].class))
            reader->cell_flags |= kinds[i].flag;
}

/* A row has room for one note; others stay in their cells. */
void reader_open_note(struct reader *reader)
{
    const GArray *rows = reader->rows;
    if (!reader->table || !rows->len || g_array_index(rows, struct table_row, rows->len - 1).note.length)
        return;
    reader->noted = reader_take_text(reader);
    reader->is_noted = true;
}

void reader_close_cell(struct reader *reader)
{
    if (!reader->rows->len)
        reader_open_row(reader);
    struct table_row *row = &g_array_index(reader->rows, struct table_row, reader->rows->len - 1);
    struct table_cell cell = {.text = reader_take_text(reader), .span = reader->cell_span, .flags = reader->cell_flags};
    if (reader->is_noted) {
        row->note = cell.text;
        cell.text = reader->noted;
        reader->is_noted = false;
    }
    g_array_append_val(reader->cells, cell);
    row->n_cells++;
}

/* The words of the heading above what is being read. */
static struct text last_heading(const struct reader *reader)
{
    for (guint i = reader->blocks->len; i-- > 0;) {
        const struct block *block = &g_array_index(reader->blocks, struct block, i);
        if (block->style == STYLE_SECTION || block->style == STYLE_PART)
            return block->text;
    }
    return (struct text){.words = ""};
}

static size_t columns_of(const struct table *table, const struct table_row *row)
{
    size_t n = 0;
    for (size_t i = 0; i < row->n_cells; i++)
        n += table->cells[row->first_cell + i].span;
    return n;
}

void reader_close_table(struct reader *reader)
{
    struct table *table = reader->table;
    reader_take_text(reader);
    reader->table = NULL;
    struct table_row *rows = ARENA_ARRAY(reader->arena, struct table_row, reader->rows->len);
    table->cells = ARENA_ARRAY(reader->arena, struct table_cell, reader->cells->len);
    if (reader->cells->len)
        memcpy(table->cells, reader->cells->data, reader->cells->len * sizeof *table->cells);
    for (size_t i = 0; i < reader->rows->len; i++) {
        const struct table_row *row = &g_array_index(reader->rows, struct table_row, i);
        rows[table->n_rows] = *row;
        table->n_columns = MAX(table->n_columns, columns_of(table, row));
        if (row->is_head && table->n_heads == table->n_rows)
            table->n_heads++;
        table->n_rows += row->n_cells > 0;
    }
    table->rows = rows;
    table->heading = last_heading(reader);
    if (!table->n_rows && !table->caption.length)
        return;
    struct block block = {.kind = BLOCK_TABLE, .style = STYLE_CELL, .table = table};
    block.in = reader_state(reader)->in;
    g_array_append_val(reader->blocks, block);
}

static struct block make_entry(const struct block *section, uint32_t target, const struct holder *in)
{
    return (struct block){
        .kind = BLOCK_CONTENTS, .style = STYLE_ENTRY, .text = section->text, .in = in, .target = target};
}

static GArray *make_contents(struct reader *reader, guint first, guint n)
{
    const char *heading = catalog_text(reader->plan->catalog, N_("Contents"));
    struct holder *list = ARENA_NEW(reader->arena, struct holder);
    list->tag = "TOC";
    struct block block = {
        .kind = BLOCK_TEXT, .style = STYLE_SECTION, .text = {.words = heading, .length = (uint32_t)strlen(heading)}};
    GArray *made = g_array_new(FALSE, FALSE, sizeof(struct block));
    g_array_append_val(made, block);
    for (guint i = first; i < reader->blocks->len; i++) {
        const struct block *section = &g_array_index(reader->blocks, struct block, i);
        if (section->style != STYLE_SECTION)
            continue;
        block = make_entry(section, i + n + 1, list);
        g_array_append_val(made, block);
    }
    return made;
}

void contents_insert(struct reader *reader)
{
    guint n = 0, first = 0;
    for (guint i = reader->blocks->len; i-- > 0;)
        if (g_array_index(reader->blocks, struct block, i).style == STYLE_SECTION) {
            n++;
            first = i;
        }
    if (n < 2)
        return;
    GArray *made = make_contents(reader, first, n);
    g_array_insert_vals(reader->blocks, first, made->data, made->len);
    for (guint i = 0; i < reader->anchors->len; i++) {
        struct anchor *anchor = &g_array_index(reader->anchors, struct anchor, i);
        anchor->block += anchor->block >= first ? made->len : 0;
    }
    g_array_unref(made);
}
