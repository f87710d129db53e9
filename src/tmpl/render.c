/* A page's operations and results to text. Names are looked up when a section is first entered, and again when it goes
 * through rows of other columns than before, so that a row costs no look-up, and what is not shown none at all.
 * Everything that comes from a cell is escaped here. */
#include "tmpl/internal.h"

#include "base/append.h"
#include "base/display.h"
#include "base/xml.h"

#include <string.h>

#define FOREIGN_ELEMENT "span"

/* What is known about an operation in this rendering. */
struct binding {
    struct slot slot;
    const struct column *column;   /* NULL: a result */
    const struct cell *const *row; /* where the cells of its row are found; none: *row is NULL */
    bool is_rows;                  /* of a section: goes through rows */
    bool is_text, is_foreign;      /* of a value: shown as its text is; in a language that is not the page's */
    bool body_is_bound;            /* of a section; over rows: for rows with these columns */
    const struct column *const *columns;
    size_t n_columns;
};

struct renderer {
    struct arena *arena;
    const struct catalog *catalog;
    const struct page *page;
    struct binding *bindings;   /* one an operation */
    const struct cell **firsts; /* of each result, the cells of the first row */
    struct scope scope;
    GString *out;
    size_t foreign_at, foreign_end; /* in out: where the last text in another language is, SIZE_MAX: nowhere */
    GError **error;
};

static bool render_ops(struct renderer *renderer, size_t from, size_t to);

static bool is_foreign(const struct renderer *renderer, const struct column *column)
{
    return column->language && strcmp(column->language, catalog_language(renderer->catalog)) != 0;
}

/* What can be said of a resolved operation before there are rows. */
static void bind(struct renderer *renderer, const struct op *op, struct binding *binding)
{
    const struct slot *slot = &binding->slot;
    const struct column *column = scope_column(&renderer->scope, slot);
    binding->column = column;
    binding->row =
        slot->kind == SLOT_COLUMN ? &renderer->scope.frames[slot->where].cells : &renderer->firsts[slot->where];
    binding->is_rows = scope_is_rows(&renderer->scope, slot);
    binding->body_is_bound = false;
    if (op->kind != OP_VALUE)
        return;
    binding->is_text = slot->form == FORM_RAW || (slot->form == FORM_SHOWN && display_is_text(column));
    binding->is_foreign = op->tag->words && slot->form == FORM_SHOWN && is_foreign(renderer, column);
}

/* Binds the operations but for the bodies of sections, which are bound when they are entered. */
static bool bind_ops(struct renderer *renderer, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct op *op = &renderer->page->ops[i];
        struct binding *binding = &renderer->bindings[i];
        if (op->kind == OP_TEXT)
            continue;
        if (!scope_resolve(&renderer->scope, op, &binding->slot, renderer->error))
            return false;
        bind(renderer, op, binding);
        if (op->kind != OP_VALUE)
            i += op->length;
    }
    return true;
}

static bool bind_body(struct renderer *renderer, size_t section)
{
    struct binding *binding = &renderer->bindings[section];
    binding->body_is_bound = bind_ops(renderer, section + 1, section + 1 + renderer->page->ops[section].length);
    return binding->body_is_bound;
}

static bool bind_rows(struct renderer *renderer, size_t section, const struct result *result)
{
    struct binding *binding = &renderer->bindings[section];
    if (binding->body_is_bound && binding->columns == result->columns && binding->n_columns == result->n_columns)
        return true;
    binding->columns = result->columns;
    binding->n_columns = result->n_columns;
    return bind_body(renderer, section);
}

/* Text in a language that is not the page's says so, for those who hear the page. */
static void render_foreign(struct renderer *renderer, const char *language, const char *text)
{
    struct xml xml;
    renderer->foreign_at = renderer->out->len;
    xml_init(&xml, renderer->out);
    xml_start(&xml, FOREIGN_ELEMENT);
    xml_attribute(&xml, "lang", language);
    xml_text(&xml, text);
    xml_end(&xml);
    renderer->foreign_end = renderer->out->len;
}

/* Before the END tag of an element: where it holds nothing but the text in another language that has just been written,
 * it says so itself and the span goes. */
static void lift_language(struct renderer *renderer, const struct op *end)
{
    GString *out = renderer->out;
    size_t at = renderer->foreign_at;
    if (at == 0 || out->str[at - 1] != '>' || end->length < 2 || end->text[0] != '<' || end->text[1] != '/')
        return;
    const char *begun = out->str + at - 1;
    while (begun > out->str && *begun != '<')
        begun--;
    size_t length = strcspn(++begun, " />");
    bool is_same = length > 0 && length + 3 <= end->length && memcmp(begun, end->text + 2, length) == 0 &&
                   end->text[length + 2] == '>';
    if (!is_same || g_strstr_len(begun, out->str + at - begun, " lang="))
        return;
    const size_t span = strlen(FOREIGN_ELEMENT);
    g_string_truncate(out, out->len - (span + 3));         /* its end */
    g_string_erase(out, (gssize)at - 1, (gssize)span + 2); /* the end of the tag before it, and its own beginning */
}

/* The cell of a binding that is no result; NULL when there is no row. */
static const struct cell *cell_of(const struct binding *binding)
{
    const struct cell *row = *binding->row;
    return row ? row + binding->slot.column : NULL;
}

static const char *text_of(const struct renderer *renderer, const struct binding *binding)
{
    const struct cell *cell = cell_of(binding);
    if (binding->slot.form == FORM_LABEL)
        return display_label(renderer->arena, renderer->catalog, binding->column);
    if (!cell || cell->kind == CELL_NULL)
        return "";
    if (cell->kind == CELL_TEXT && binding->is_text)
        return cell->text;
    if (binding->slot.form == FORM_RAW)
        return display_plain(renderer->arena, binding->column, cell);
    return display_cell(renderer->arena, renderer->catalog, binding->column, cell);
}

static void render_value(struct renderer *renderer, const struct binding *binding)
{
    const char *text = text_of(renderer, binding);
    if (!*text)
        return;
    if (binding->is_foreign)
        render_foreign(renderer, binding->column->language, text);
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
        frame->cells = &frame->result->cells[row * frame->result->n_columns];
        frame->end = frame->by == SIZE_MAX ? row + 1 : run_end(frame, row, end);
        if (!render_ops(renderer, from, to))
            return false;
    }
    return true;
}

/* Is there anything to go through, or is the cell true? */
static bool is_true(const struct renderer *renderer, const struct binding *binding)
{
    if (binding->slot.kind == SLOT_RESULT)
        return renderer->scope.results[binding->slot.where]->n_rows > 0;
    const struct cell *cell = cell_of(binding);
    return cell && cell->kind != CELL_NULL && cell_is_true(cell);
}

/* The body of a section over rows. */
static bool render_section(struct renderer *renderer, size_t section)
{
    struct scope *scope = &renderer->scope;
    struct frame *frame = &scope->frames[scope->depth];
    if (!scope_frame(scope, &renderer->page->ops[section], &renderer->bindings[section].slot, frame, renderer->error))
        return false;
    if (!frame->result)
        return true;
    scope->depth++;
    bool good = bind_rows(renderer, section, frame->result) && render_rows(renderer, section, frame);
    scope->depth--;
    return good;
}

/* The body of a section without rows follows it and ends without ado: it is gone through, or passed over. */
static bool render_ops(struct renderer *renderer, size_t from, size_t to)
{
    const struct op *op = renderer->page->ops + from, *end = renderer->page->ops + to;
    const struct binding *binding = renderer->bindings + from;
    GString *out = renderer->out;
    for (; op < end; op++, binding++) {
        if (op->kind == OP_TEXT) {
            if (out->len == renderer->foreign_end)
                lift_language(renderer, op);
            append_bytes(out, op->text, op->length);
        } else if (op->kind == OP_VALUE) {
            render_value(renderer, binding);
        } else if (is_true(renderer, binding) != (op->kind == OP_SECTION)) {
            binding += op->length;
            op += op->length;
        } else if (op->kind == OP_SECTION && binding->is_rows) {
            if (!render_section(renderer, (size_t)(op - renderer->page->ops)))
                return false;
            binding += op->length;
            op += op->length;
        } else if (!binding->body_is_bound && !bind_body(renderer, (size_t)(op - renderer->page->ops))) {
            return false;
        }
    }
    return true;
}

/* Where the first row of each result is. */
static const struct cell **first_rows(struct arena *arena, const struct result *const *results, size_t n_results)
{
    const struct cell **firsts = ARENA_ROOM(arena, const struct cell *, n_results);
    for (size_t i = 0; i < n_results; i++)
        firsts[i] = results[i]->n_rows ? results[i]->cells : NULL;
    return firsts;
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
        .firsts = first_rows(arena, results, n_results),
        .scope = {.results = results, .n_results = n_results, .code = ERROR_INTERNAL},
        .out = out,
        .foreign_end = SIZE_MAX,
        .error = error,
    };
    return bind_ops(&renderer, 0, found->n_ops) && render_ops(&renderer, 0, found->n_ops);
}
