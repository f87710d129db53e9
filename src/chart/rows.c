/* From cells to words and numbers. No geometry. */
#include "chart/rows.h"

#include "base/date.h"
#include "base/display.h"

#include <math.h>
#include <string.h>

enum { NAME_BYTES = 200 };

static const struct column *column_of(const struct sketch *sketch, enum chart_role role)
{
    const struct chart_spec *spec = sketch->spec;
    if (!spec->columns[role])
        return NULL;
    size_t at = result_column(spec->data, spec->columns[role]);
    return at == SIZE_MAX ? NULL : spec->data->columns[at];
}

static const struct cell *cell_of(const struct sketch *sketch, size_t row, enum chart_role role)
{
    static const struct cell none = {.kind = CELL_NULL};
    const char *column = sketch->spec->columns[role];
    const struct cell *cell = column ? result_cell(sketch->spec->data, row, column) : NULL;
    return cell ? cell : &none;
}

const char *rows_words(const struct sketch *sketch, size_t row, enum chart_role role)
{
    const struct cell *cell = cell_of(sketch, row, role);
    if (cell->kind == CELL_NULL)
        return "";
    const char *words = display_cell(sketch->arena, sketch->spec->catalog, column_of(sketch, role), cell);
    return words_clean(sketch->arena, words, NAME_BYTES);
}

bool rows_value(const struct sketch *sketch, size_t row, enum chart_role role, int64_t *value)
{
    const struct cell *cell = cell_of(sketch, row, role);
    *value = cell->kind == CELL_INTEGER ? MAX(cell->integer, -INT64_MAX) : 0;
    return cell->kind == CELL_INTEGER;
}

bool rows_day(const struct sketch *sketch, size_t row, enum chart_role role, int64_t *day)
{
    const struct cell *cell = cell_of(sketch, row, role);
    struct date date;
    if (cell->kind != CELL_TEXT || cell->precision == PRECISION_UNKNOWN || date_parse(cell->text, &date) != DATE_OK)
        return false;
    *day = date_days(date);
    return true;
}

const char *rows_date(const struct sketch *sketch, size_t row, enum chart_role role)
{
    const struct cell *cell = cell_of(sketch, row, role);
    if (cell->kind != CELL_TEXT)
        return "";
    return date_short(sketch->arena, sketch->spec->catalog, words_clean(sketch->arena, cell->text, NAME_BYTES),
                      cell->precision);
}

bool rows_number(const struct sketch *sketch, size_t row, enum chart_role role, double *number)
{
    const struct cell *cell = cell_of(sketch, row, role);
    *number = cell->kind == CELL_REAL ? cell->real : cell->kind == CELL_INTEGER ? (double)cell->integer : NAN;
    return isfinite(*number);
}

bool rows_flag(const struct sketch *sketch, size_t row)
{
    const struct cell *flag = cell_of(sketch, row, CHART_FLAG);
    return flag->kind == CELL_INTEGER && flag->integer;
}

const char *rows_noted(const struct sketch *sketch, size_t row)
{
    const struct cell *noted = cell_of(sketch, row, CHART_NOTED);
    bool is_noted = sketch->spec->noted_word && noted->kind == CELL_INTEGER && noted->integer;
    return is_noted ? words_clean(sketch->arena, sketch->spec->noted_word, NAME_BYTES) : "";
}

const char *rows_dated(const struct sketch *sketch, const char *words, const char *day)
{
    return *day ? catalog_format(sketch->arena, sketch->spec->catalog, N_("{words}, {day}"), "words", words, "day", day,
                                 NULL)
                : words;
}

const char *rows_named(const struct sketch *sketch, const char *name, const char *value)
{
    if (!*name || !*value)
        return *name ? name : value;
    return catalog_format(sketch->arena, sketch->spec->catalog, N_("{name}: {value}"), "name", name, "value", value,
                          NULL);
}

struct datum rows_datum(const struct sketch *sketch, size_t row)
{
    struct datum datum = {
        .row = row, .name = rows_words(sketch, row, CHART_LABEL), .state = rows_words(sketch, row, CHART_STATE)};
    datum.has_value = rows_value(sketch, row, CHART_VALUE, &datum.value);
    datum.is_flagged = datum.has_value && rows_flag(sketch, row);
    return datum;
}

struct datum *rows_all(const struct sketch *sketch)
{
    size_t n_rows = sketch->spec->data->n_rows;
    struct datum *all = ARENA_ARRAY(sketch->arena, struct datum, n_rows);
    for (size_t i = 0; i < n_rows; i++)
        all[i] = rows_datum(sketch, i);
    return all;
}

struct value_words rows_value_words(const struct sketch *sketch)
{
    return (struct value_words){
        .arena = sketch->arena, .catalog = sketch->spec->catalog, .column = column_of(sketch, CHART_VALUE)};
}

const char *rows_flagged(const struct sketch *sketch, const struct datum *datum, const char *words)
{
    const struct chart_spec *spec = sketch->spec;
    if (!datum->is_flagged || !spec->flag_word)
        return words;
    return catalog_format(sketch->arena, spec->catalog, N_("{value}, {flag}"), "value", words, "flag",
                          words_clean(sketch->arena, spec->flag_word, NAME_BYTES), NULL);
}

const char *rows_exact(const struct sketch *sketch, const struct datum *datum)
{
    if (!datum->has_value)
        return datum->state;
    const struct cell *cell = cell_of(sketch, datum->row, CHART_VALUE);
    const char *words = display_cell(sketch->arena, sketch->spec->catalog, column_of(sketch, CHART_VALUE), cell);
    return rows_flagged(sketch, datum, words);
}

/* Only the web and this site: an SVG must not carry a script. */
static const char *safe_link(const char *link)
{
    if (!link)
        return NULL;
    bool path = link[0] == '/' && link[1] != '/' && link[1] != '\\';
    return path || g_str_has_prefix(link, "https://") || g_str_has_prefix(link, "http://") ? link : NULL;
}

const struct chart_mark *rows_mark(const struct sketch *sketch, size_t row, const char *name, const char *value)
{
    const struct chart_spec *spec = sketch->spec;
    const char *link = spec->columns[CHART_LINK];
    struct chart_mark *mark = ARENA_NEW(sketch->arena, struct chart_mark);
    mark->title = rows_named(sketch, name, value);
    mark->link = link ? safe_link(result_text(spec->data, row, link)) : NULL;
    return mark;
}

int rows_decimals(const struct sketch *sketch, const struct datum *rows, size_t n_rows)
{
    const struct value_words words = rows_value_words(sketch);
    int64_t *values = ARENA_ARRAY(sketch->arena, int64_t, n_rows);
    size_t n_values = 0;
    for (size_t i = 0; i < n_rows; i++)
        if (rows[i].has_value)
            values[n_values++] = rows[i].value;
    return label_decimals(&words, values, n_values);
}

struct groups rows_groups(const struct sketch *sketch, enum chart_role role, size_t most)
{
    size_t n_rows = sketch->spec->data->n_rows;
    struct groups groups = {.names = ARENA_ARRAY(sketch->arena, const char *, MIN(most, n_rows)),
                            .of_row = ARENA_ARRAY(sketch->arena, size_t, n_rows)};
    for (size_t i = 0; i < n_rows; i++) {
        const char *name = rows_words(sketch, i, role);
        size_t at = 0;
        while (at < groups.n_names && strcmp(groups.names[at], name) != 0)
            at++;
        if (at == groups.n_names && at < most)
            groups.names[groups.n_names++] = name;
        groups.of_row[i] = MIN(at, most);
    }
    return groups;
}
