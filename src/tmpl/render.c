/* A page's operations and results to text. Names are looked up when a section begins to go through rows of other
 * columns than the time before, so that a row costs no look-up. Everything that comes from a cell is escaped here. */
#include "tmpl/internal.h"

#include "base/append.h"
#include "base/display.h"
#include "base/xml.h"

#include <string.h>

/* What is known about an operation in this rendering. */
struct binding {
    struct slot slot;
    bool body_is_bound; /* of a section over rows: for rows with these columns */
    const struct column *const *columns;
    size_t n_columns;
};

struct renderer {
    struct arena *arena;
    const struct catalog *catalog;
    const struct page *page;
    struct binding *bindings; /* one an operation */
    struct scope scope;
    GString *out;
    GError **error;
};

static bool render_ops(struct renderer *renderer, size_t from, size_t to);

/* Binds the operations up to the bodies of sections over rows, which are bound when the rows are known. */
static bool bind_ops(struct renderer *renderer, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct op *op = &renderer->page->ops[i];
        struct binding *binding = &renderer->bindings[i];
        if (op->kind == OP_TEXT)
            continue;
        if (!scope_resolve(&renderer->scope, op, &binding->slot, renderer->error))
            return false;
        binding->body_is_bound = false;
        if (op->kind == OP_SECTION && scope_is_rows(&renderer->scope, &binding->slot))
            i += op->length;
    }
    return true;
}

static bool bind_body(struct renderer *renderer, size_t section, const struct result *result)
{
    struct binding *binding = &renderer->bindings[section];
    if (binding->body_is_bound && binding->columns == result->columns && binding->n_columns == result->n_columns)
        return true;
    if (!bind_ops(renderer, section + 1, section + 1 + renderer->page->ops[section].length))
        return false;
    binding->body_is_bound = true;
    binding->columns = result->columns;
    binding->n_columns = result->n_columns;
    return true;
}

/* Text in a language that is not the page's says so, for those who hear the page. */
static void render_foreign(struct renderer *renderer, const char *language, const char *text)
{
    struct xml xml;
    xml_init(&xml, renderer->out);
    xml_start(&xml, "span");
    xml_attribute(&xml, "lang", language);
    xml_text(&xml, text);
    xml_end(&xml);
}

static bool is_foreign(const struct renderer *renderer, const struct column *column)
{
    return column->language && strcmp(column->language, catalog_language(renderer->catalog)) != 0;
}

static void render_value(struct renderer *renderer, const struct slot *slot, const struct tag *tag)
{
    const struct column *column = scope_column(&renderer->scope, slot);
    const struct cell *cell = scope_cell(&renderer->scope, slot);
    const char *text = "";
    if (slot->form == FORM_LABEL)
        text = display_label(renderer->arena, renderer->catalog, column, NULL, NULL);
    else if (cell && slot->form == FORM_RAW)
        text = display_plain(renderer->arena, column, cell);
    else if (cell)
        text = display_cell(renderer->arena, renderer->catalog, column, cell);
    if (tag->words && *text && slot->form == FORM_SHOWN && is_foreign(renderer, column))
        render_foreign(renderer, column->language, text);
    else
        xml_escape(renderer->out, text);
}

/* The end of the run of rows that begins at FIRST. */
static size_t run_end(const struct frame *frame, size_t first, size_t end)
{
    const struct result *result = frame->result;
    const struct cell *cells = result->cells + frame->by;
    size_t next = first + 1;
    while (next < end && cell_equal(&cells[first * result->n_columns], &cells[next * result->n_columns]))
        next++;
    return next;
}

static bool render_rows(struct renderer *renderer, size_t section, struct frame *frame)
{
    size_t from = section + 1, to = from + renderer->page->ops[section].length;
    size_t end = frame->end;
    for (size_t row = frame->first; row < end; row = frame->end) {
        frame->row = frame->first = row;
        frame->end = frame->by == SIZE_MAX ? row + 1 : run_end(frame, row, end);
        if (!render_ops(renderer, from, to))
            return false;
    }
    return true;
}

/* Is there anything to go through, or is the cell true? */
static bool is_true(struct renderer *renderer, const struct slot *slot)
{
    if (slot->kind == SLOT_RESULT)
        return renderer->scope.results[slot->where]->n_rows > 0;
    const struct cell *cell = scope_cell(&renderer->scope, slot);
    return cell && cell_is_true(cell);
}

static bool render_section(struct renderer *renderer, size_t section)
{
    const struct op *op = &renderer->page->ops[section];
    const struct slot *slot = &renderer->bindings[section].slot;
    struct scope *scope = &renderer->scope;
    if (is_true(renderer, slot) == (op->kind == OP_INVERTED))
        return true;
    if (op->kind == OP_INVERTED || !scope_is_rows(scope, slot))
        return render_ops(renderer, section + 1, section + 1 + op->length);
    struct frame *frame = &scope->frames[scope->depth];
    if (!scope_frame(scope, op, slot, frame, renderer->error))
        return false;
    if (!frame->result)
        return true;
    scope->depth++;
    bool good = bind_body(renderer, section, frame->result) && render_rows(renderer, section, frame);
    scope->depth--;
    return good;
}

static bool render_ops(struct renderer *renderer, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct op *op = &renderer->page->ops[i];
        switch (op->kind) {
        case OP_TEXT: append_bytes(renderer->out, op->text, op->length); break;
        case OP_VALUE: render_value(renderer, &renderer->bindings[i].slot, op->tag); break;
        case OP_SECTION:
        case OP_INVERTED:
            if (!render_section(renderer, i))
                return false;
            i += op->length;
            break;
        }
    }
    return true;
}

bool template_render(const struct templates *templates, const char *page, struct arena *arena,
                     const struct result *const *results, size_t n_results, GString *out, GError **error)
{
    const struct page *found = templates_page(templates, page);
    if (!found) {
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "there is no template for the page %s", page);
        return false;
    }
    struct renderer renderer = {
        .arena = arena,
        .catalog = templates->catalog,
        .page = found,
        .bindings = ARENA_ROOM(arena, struct binding, found->n_ops),
        .scope = {.results = results, .n_results = n_results, .code = ERROR_INTERNAL},
        .out = out,
        .error = error,
    };
    return bind_ops(&renderer, 0, found->n_ops) && render_ops(&renderer, 0, found->n_ops);
}
