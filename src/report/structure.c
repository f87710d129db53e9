/* Rows, what cells are, and alternative texts put into the elements that cairo wrote. Elements of a kind stand in the
 * file in the order in which they were begun. */
#include "report/structure.h"

#include "base/append.h"

#include <stdlib.h>
#include <string.h>

#define ELEMENT(kind) "<< /Type /StructElem\n   /S /" kind "\n"
#define REFERENCE " 0 R"

static const char cell_begun[] = ELEMENT(CELL_TAG);

void structure_open(struct structure *structure, const struct objects *objects, const struct told *told,
                    struct pack *pack)
{
    *structure = (struct structure){.objects = objects,
                                    .told = told,
                                    .pack = pack,
                                    .rows = g_new0(unsigned long, objects->n),
                                    .text = g_string_new(NULL)};
}

void structure_close(struct structure *structure)
{
    g_free(structure->rows);
    g_string_free(structure->text, TRUE);
}

static void append_reference(GString *out, unsigned long number)
{
    g_string_append_c(out, ' ');
    pack_digits(out, number);
    append_bytes(out, REFERENCE, strlen(REFERENCE));
}

static void put_as_it_is(struct structure *structure, unsigned long number)
{
    const struct object *object = &structure->objects->all[number];
    pack_object(structure->pack, number, object->body, object->length);
}

static void put_figure(struct structure *structure, unsigned long number)
{
    const struct object *object = &structure->objects->all[number];
    g_string_assign(structure->text, "<< /Alt ");
    pack_text(structure->text, structure->told->alternatives->pdata[structure->n_figures++]);
    pack_parts(structure->pack, number, structure->text->str, object->body + 2, object->length - 2);
}

/* One row, of the cells whose references begin at *KIDS, which goes behind them. */
static unsigned long put_row(struct structure *structure, unsigned long table, char **kids)
{
    unsigned long row = pack_number(structure->pack);
    unsigned n = g_array_index(structure->told->rows, uint16_t, structure->n_rows++);
    GString *body = structure->text;
    g_string_assign(body, "<< /S /TR /P");
    append_reference(body, table);
    g_string_append(body, " /K [");
    for (unsigned i = 0; i < n; i++) {
        char *end;
        unsigned long cell = strtoul(*kids, &end, 10);
        if (end == *kids || cell >= structure->objects->n || !g_str_has_prefix(end, REFERENCE))
            break;
        structure->rows[cell] = row;
        append_reference(body, cell);
        *kids = end + strlen(REFERENCE);
    }
    g_string_append(body, " ] >>");
    pack_object(structure->pack, row, body->str, body->len);
    return row;
}

static bool is_cell(const struct structure *structure, unsigned long number)
{
    const struct object *object = number < structure->objects->n ? &structure->objects->all[number] : NULL;
    return object && object->body && object_begins(object, cell_begun);
}

/* A table whose cells are put in rows; what else it has, its caption, stays. */
static void put_table(struct structure *structure, unsigned long number)
{
    const struct object *object = &structure->objects->all[number];
    g_autofree char *body = g_strndup(object->body, object->length);
    char *kids = strstr(body, "/K ");
    if (!kids)
        return put_as_it_is(structure, number);
    char *at = kids + strlen("/K ");
    at += strspn(at, "[ ");
    g_autoptr(GString) changed = g_string_new_len(body, kids - body);
    g_string_append(changed, "/K [");
    while (g_ascii_isdigit(*at)) {
        char *end;
        unsigned long kid = strtoul(at, &end, 10);
        if (is_cell(structure, kid) && structure->n_rows < structure->told->rows->len)
            kid = put_row(structure, number, &at);
        else
            at = end + strlen(REFERENCE);
        append_reference(changed, kid);
        at += strspn(at, " \n");
    }
    at += strspn(at, " ]");
    g_string_append(changed, " ]");
    g_string_append(changed, at);
    pack_object(structure->pack, number, changed->str, changed->len);
}

static const char *cell_begins(enum scope scope)
{
    switch (scope) {
    case SCOPE_COLUMN: return "<< /S /TH /A << /O /Table /Scope /Column >> /P";
    case SCOPE_ROW: return "<< /S /TH /A << /O /Table /Scope /Row >> /P";
    case SCOPE_NONE: break;
    }
    return "<< /S /TD /P";
}

/* A cell with its row for its parent. */
static void put_cell(struct structure *structure, unsigned long number)
{
    enum scope scope = (enum scope)structure->told->cells->str[structure->n_cells++];
    const struct object *object = &structure->objects->all[number];
    const char *parent = memmem(object->body, object->length, "/P ", 3);
    const char *rest = parent ? memchr(parent, 'R', object->length - (size_t)(parent - object->body)) : NULL;
    unsigned long row = structure->rows[number];
    if (!rest || !row)
        return put_as_it_is(structure, number);
    g_string_assign(structure->text, cell_begins(scope));
    append_reference(structure->text, row);
    pack_parts(structure->pack, number, structure->text->str, rest + 1,
               object->length - (size_t)(rest + 1 - object->body));
}

void structure_put(struct structure *structure, unsigned long number)
{
    const struct object *object = &structure->objects->all[number];
    const struct told *told = structure->told;
    if (structure->n_cells < told->cells->len && object_begins(object, cell_begun))
        put_cell(structure, number);
    else if (object_begins(object, ELEMENT("Table")))
        put_table(structure, number);
    else if (structure->n_figures < told->alternatives->len && object_begins(object, ELEMENT("Figure")))
        put_figure(structure, number);
    else
        put_as_it_is(structure, number);
}
