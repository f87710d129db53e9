/* Types to text. */
#include "base/display.h"

#include "base/date.h"
#include "base/money.h"

#include <math.h>

const struct choice count_precisions[] = {{"more-than", N_("More than")}, {NULL, NULL}};

enum precision count_precision(const char *code)
{
    return g_strcmp0(code, count_precisions[0].value) == 0 ? PRECISION_MORE_THAN : PRECISION_DAY;
}

/* The same as with %.10g of a value that is a decimal of at most seven places and ten digits, as most are: printf works
 * with all digits of the double. NULL: another. */
static char *real_short(struct arena *arena, double value)
{
    static const double scale = 1e7, least = 1e3, beyond = 1e10; /* below 0.0001 stands an exponent */
    double scaled = round(fabs(value) * scale);
    if (!(scaled >= least && scaled < beyond) || scaled / scale != fabs(value))
        return NULL;
    char text[24], *at = text + sizeof text;
    uint64_t digits = (uint64_t)scaled;
    int places = 7;
    for (*--at = '\0'; places > 0 && digits % 10 == 0; places--)
        digits /= 10;
    for (; places > 0 || digits || *at == '.'; digits /= 10, places--) {
        *--at = (char)('0' + digits % 10);
        if (places == 1)
            *--at = '.';
    }
    if (value < 0)
        *--at = '-';
    return arena_strdup(arena, at);
}

static char *real_plain(struct arena *arena, double value)
{
    char *decimal = real_short(arena, value);
    if (decimal)
        return decimal;
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    return arena_strdup(arena, g_ascii_formatd(text, sizeof text, "%.10g", value));
}

static const char *count_text(struct arena *arena, const struct catalog *catalog, const struct cell *cell)
{
    const char *count = integer_grouped(arena, cell->integer);
    if (cell->precision != PRECISION_MORE_THAN)
        return count;
    return catalog_format(arena, catalog, N_("more than {count}"), "count", count, NULL);
}

static const char *integer_text(struct arena *arena, const struct catalog *catalog, const struct column *column,
                                const struct cell *cell)
{
    int64_t value = cell->integer;
    switch (column->type) {
    case COLUMN_MONEY: return column->has_cents ? money_cents(arena, value) : money_table(arena, value);
    case COLUMN_INTEGER:
        return column->is_distance ? date_distance(arena, catalog, value) : count_text(arena, catalog, cell);
    case COLUMN_FLAG: return catalog_text(catalog, value ? N_("yes") : N_("no"));
    default: return integer_plain(arena, value);
    }
}

const char *display_cell(struct arena *arena, const struct catalog *catalog, const struct column *column,
                         const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL:
    case CELL_RESULT: return "";
    case CELL_INTEGER: return integer_text(arena, catalog, column, cell);
    case CELL_REAL: return real_plain(arena, cell->real);
    case CELL_TEXT: break;
    }
    if (column->type == COLUMN_DATE)
        return date_long(arena, catalog, cell->text, cell->precision);
    const char *label = choice_label(column->choices, cell->text);
    return label ? catalog_text(catalog, label) : cell->text;
}

const char *display_plain(struct arena *arena, const struct column *column, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL:
    case CELL_RESULT: return "";
    case CELL_REAL: return real_plain(arena, cell->real);
    case CELL_TEXT: return cell->text;
    case CELL_INTEGER: break;
    }
    if (column->type == COLUMN_MONEY)
        return money_plain(arena, cell->integer);
    return integer_plain(arena, cell->integer);
}

/* Without an exponent: the decimals of a latitude or a rate. */
static const char *real_exact(struct arena *arena, double value)
{
    enum { DECIMALS_MAX = 30, ROOM = 400 };
    char text[ROOM], format[8];
    for (int decimals = 0; decimals <= DECIMALS_MAX; decimals++) {
        g_snprintf(format, sizeof format, "%%.%df", decimals);
        g_ascii_formatd(text, sizeof text, format, value);
        if (g_ascii_strtod(text, NULL) == value)
            break;
    }
    return arena_strdup(arena, text);
}

const char *display_exact(struct arena *arena, const struct column *column, const struct cell *cell)
{
    return cell->kind == CELL_REAL ? real_exact(arena, cell->real) : display_plain(arena, column, cell);
}

const char *display_heading(struct arena *arena, const struct catalog *catalog, const struct column *column,
                            const char *measure, const char *fiscal_year)
{
    char *label = catalog_format(arena, catalog, column->label, "measure",
                                 measure ? measure : catalog_text(catalog, N_("Amount")), "fy",
                                 fiscal_year ? fiscal_year : "", NULL);
    return g_strstrip(label);
}

const char *display_label(struct arena *arena, const struct catalog *catalog, const struct column *column)
{
    return display_heading(arena, catalog, column, NULL, NULL);
}

bool display_is_text(const struct column *column)
{
    return column && column->type != COLUMN_DATE && !column->choices;
}

bool display_is_numeric(const struct column *column)
{
    return column->type == COLUMN_INTEGER || column->type == COLUMN_MONEY || column->type == COLUMN_NUMBER;
}
