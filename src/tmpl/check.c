/* Does every name of a page resolve? Goes once through every section, whether or not it has rows.
 * Must not know rendering. */
#include "tmpl/internal.h"

static bool check_ops(struct scope *scope, const struct op *ops, size_t n, GError **error);

static bool check_section(struct scope *scope, const struct op *op, const struct slot *slot, GError **error)
{
    if (op->kind == OP_INVERTED || !scope_is_rows(scope, slot))
        return check_ops(scope, op + 1, op->length, error);
    struct frame *frame = &scope->frames[scope->depth];
    if (!scope_frame(scope, op, slot, frame, error))
        return false;
    if (!frame->result)
        return tag_fail(error, scope->code, op->tag, "no cell shows which columns these results have");
    scope->depth++;
    bool good = check_ops(scope, op + 1, op->length, error);
    scope->depth--;
    return good;
}

static bool check_ops(struct scope *scope, const struct op *ops, size_t n, GError **error)
{
    for (const struct op *op = ops; op < ops + n; op++) {
        struct slot slot;
        if (op->kind == OP_TEXT)
            continue;
        if (!scope_resolve(scope, op, &slot, error))
            return false;
        if (op->kind == OP_VALUE)
            continue;
        if (!check_section(scope, op, &slot, error))
            return false;
        op += op->length;
    }
    return true;
}

bool templates_check(const struct templates *templates, const char *page, const struct result *const *results,
                     size_t n_results, GError **error)
{
    const struct page *found = templates_page(templates, page);
    if (!found) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "there is no template for the page %s", page);
        return false;
    }
    struct scope scope = {.results = results, .n_results = n_results, .code = ERROR_DATA};
    return check_ops(&scope, found->ops, found->n_ops, error);
}
