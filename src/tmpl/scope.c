/* What a name stands for among rows and results. Must not know what is done with it. */
#include "tmpl/internal.h"

#include "base/name.h"

static size_t find_result(const struct scope *scope, const char *name)
{
    for (size_t i = 0; i < scope->n_results; i++)
        if (name_is(scope->results[i]->name, name))
            return i;
    return SIZE_MAX;
}

/* A column of a result's first row. */
static bool find_first(const struct scope *scope, const char *result, const char *name, struct slot *slot)
{
    slot->kind = SLOT_FIRST;
    slot->where = find_result(scope, result);
    slot->column = slot->where == SIZE_MAX ? SIZE_MAX : result_column(scope->results[slot->where], name);
    return slot->column != SIZE_MAX;
}

/* A column of a row in scope, innermost first. */
static bool find_column(const struct scope *scope, const char *name, struct slot *slot)
{
    slot->kind = SLOT_COLUMN;
    for (slot->where = scope->depth; slot->where-- > 0;) {
        slot->column = result_column(scope->frames[slot->where].result, name);
        if (slot->column != SIZE_MAX)
            return true;
    }
    return false;
}

static bool find_rows(const struct scope *scope, const char *name, struct slot *slot)
{
    slot->kind = SLOT_RESULT;
    slot->where = find_result(scope, name);
    slot->column = SIZE_MAX;
    return slot->where != SIZE_MAX;
}

/* {{a.label}} is the heading of a column a; where there is none, the column "label" of a result a. */
static bool find(const struct scope *scope, const struct tag *tag, struct slot *slot)
{
    static const char *const columns[] = {[FORM_RAW] = "raw", [FORM_LABEL] = "label"};
    slot->form = tag->form;
    if (tag->result)
        return find_first(scope, tag->result, tag->name, slot);
    if (find_column(scope, tag->name, slot))
        return true;
    slot->form = FORM_SHOWN;
    if (tag->form != FORM_SHOWN)
        return find_first(scope, tag->name, columns[tag->form], slot);
    return find_rows(scope, tag->name, slot);
}

const struct column *scope_column(const struct scope *scope, const struct slot *slot)
{
    switch (slot->kind) {
    case SLOT_COLUMN: return scope->frames[slot->where].result->columns[slot->column];
    case SLOT_FIRST: return scope->results[slot->where]->columns[slot->column];
    case SLOT_RESULT: break;
    }
    return NULL;
}

/* NULL when there is no row. */
static const struct cell *scope_cell(const struct scope *scope, const struct slot *slot)
{
    const struct frame *frame = slot->kind == SLOT_COLUMN ? &scope->frames[slot->where] : NULL;
    const struct result *result = frame ? frame->result : scope->results[slot->where];
    size_t row = frame ? frame->row : 0;
    return row < result->n_rows ? &result->cells[row * result->n_columns + slot->column] : NULL;
}

bool scope_is_rows(const struct scope *scope, const struct slot *slot)
{
    const struct column *column = scope_column(scope, slot);
    return !column || column->type == COLUMN_RESULT;
}

static const char *problem_of_value(const struct scope *scope, const struct tag *tag, const struct slot *slot)
{
    const struct column *column = scope_column(scope, slot);
    if (!column)
        return "this is a result, not a value";
    if (slot->form != FORM_LABEL && column->type == COLUMN_RESULT)
        return "the cells of this column hold results, not values";
    if (tag->address && (slot->form == FORM_LABEL || column->type != COLUMN_URL))
        return "this attribute takes only a column of type url";
    return NULL;
}

bool scope_resolve(const struct scope *scope, const struct op *op, struct slot *slot, GError **error)
{
    const struct tag *tag = op->tag;
    const char *problem = NULL;
    if (!find(scope, tag, slot))
        problem = "no column or result of this name is in scope";
    else if (op->kind == OP_VALUE)
        problem = problem_of_value(scope, tag, slot);
    else if (tag->by && !scope_is_rows(scope, slot))
        problem = "only rows can be grouped";
    return !problem || tag_fail(error, scope->code, tag, problem);
}

static bool same_slot(const struct slot *a, const struct slot *b)
{
    return a->kind == b->kind && a->where == b->where && a->column == b->column;
}

/* The innermost run of the rows of SLOT that is being gone through, or NULL. */
static const struct frame *find_run(const struct scope *scope, const struct slot *slot)
{
    for (size_t depth = scope->depth; depth-- > 0;) {
        const struct frame *frame = &scope->frames[depth];
        if (frame->by != SIZE_MAX && same_slot(&frame->source, slot))
            return frame;
    }
    return NULL;
}

static const struct result *result_of(const struct scope *scope, const struct slot *slot)
{
    if (slot->kind == SLOT_RESULT)
        return scope->results[slot->where];
    const struct cell *cell = scope_cell(scope, slot);
    return cell && cell->kind == CELL_RESULT ? cell->result : NULL;
}

bool scope_frame(const struct scope *scope, const struct op *op, const struct slot *slot, struct frame *frame,
                 GError **error)
{
    const struct frame *run = find_run(scope, slot);
    const struct result *result = run ? run->result : result_of(scope, slot);
    *frame = (struct frame){.result = result, .source = *slot, .by = SIZE_MAX};
    if (!result)
        return true;
    frame->row = frame->first = run ? run->first : 0;
    frame->end = run ? run->end : result->n_rows;
    if (op->tag->by && (frame->by = result_column(result, op->tag->by)) == SIZE_MAX)
        return tag_fail(error, scope->code, op->tag, "there is no such column to group by");
    return true;
}
