/* Reads typed values strictly: what would not come out again as it went in is refused. */
#include "import/field.h"

#include "base/key.h"
#include "store/rule.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* [-]digits without leading zeros. */
static bool parse_integer(const char *text, int64_t *value)
{
    const char *digits = text + (*text == '-');
    if (!*digits || digits[strspn(digits, "0123456789")] || (digits[0] == '0' && (digits[1] || digits > text)))
        return false;
    errno = 0;
    *value = g_ascii_strtoll(text, NULL, 10);
    return errno == 0;
}

/* [-]digits[.digits] */
static bool parse_real(const char *text, double *value)
{
    const char *at = text + (*text == '-');
    size_t whole = strspn(at, "0123456789");
    size_t fraction = at[whole] == '.' ? strspn(at + whole + 1, "0123456789") : 0;
    if (!whole || (at[whole] == '.' && !fraction) || at[whole + (fraction ? fraction + 1 : 0)])
        return false;
    *value = g_ascii_strtod(text, NULL);
    return isfinite(*value);
}

static const char *parse_number(struct arena *arena, const struct table_column *column,
                                const struct column *declaration, const char *text, struct cell *cell)
{
    if (column->storage == STORAGE_REAL) {
        *cell = (struct cell){.kind = CELL_REAL};
        return parse_real(text, &cell->real) ? NULL
                                             : arena_printf(arena, "%s is not a number", rule_quote(arena, text));
    }
    *cell = cell_integer(0);
    if (declaration->type == COLUMN_MONEY)
        return rule_money_problem(arena, text, &cell->integer);
    return parse_integer(text, &cell->integer)
               ? NULL
               : arena_printf(arena, "%s is not a whole number", rule_quote(arena, text));
}

const char *field_parse(struct arena *arena, const struct table_column *column, const struct column *declaration,
                        const char *text, struct cell *cell)
{
    *cell = cell_filled(text);
    if (*text && column->storage != STORAGE_TEXT) {
        const char *problem = parse_number(arena, column, declaration, text, cell);
        if (problem)
            return problem;
    }
    if (column->is_key && strlen(text) > KEY_MAX)
        return arena_printf(arena, "%s is a key of more than %d characters", rule_quote(arena, text), KEY_MAX);
    return rule_problem(arena, column, declaration, cell);
}
