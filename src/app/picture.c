/* From a question to a chart's spec. Knows roles, not what the columns mean. */
#include "app/picture.h"

#include "app/columns.h"
#include "app/link.h"
#include "app/order.h"
#include "app/parameters.h"
#include "app/picture_words.h"

#include <string.h>

/* One panel is dwarfed when its largest value is less than a third of the other's. */
enum { DWARFS = 3 };

/* The first condition that the question does not meet, or NULL. */
static const struct chart_condition *find_unmet(const struct question *question, const struct chart_declaration *chart)
{
    for (const struct chart_condition *each = chart->when; each && each->parameter; each++) {
        size_t n = parameters_count(question->parameters, each->parameter);
        if (n < each->least || n > each->most)
            return each;
    }
    return NULL;
}

/* The kind that is asked for, CHART_KINDS for none. */
static enum chart_kind chosen_kind(const struct question *question)
{
    const struct parameter_value *chosen = parameters_get(question->parameters, parameter_chart.name);
    return chosen ? chart_kind_find(chosen->text) : CHART_KINDS;
}

const struct chart_declaration *picture_declared(const struct question *question)
{
    enum chart_kind kind = chosen_kind(question);
    for (const struct chart_declaration *chart = question->resource->charts; chart && chart->titles; chart++)
        if ((kind == CHART_KINDS || chart->kind == kind) && !find_unmet(question, chart))
            return chart;
    return NULL;
}

const char *picture_lack(const struct question *question, const struct chart_declaration *chart)
{
    const struct chart_condition *unmet = find_unmet(question, chart);
    if (!unmet)
        return NULL;
    const char *form = N_("It takes at most {count} of the field {field}.");
    if (unmet->most == 0)
        form = N_("It needs the field {field} left empty.");
    else if (parameters_count(question->parameters, unmet->parameter) < unmet->least)
        form = N_("It needs the field {field}.");
    const struct catalog *catalog = question->app->catalog;
    const struct parameter *field = parameter_find(question->resource->parameters, unmet->parameter);
    return catalog_format(question->arena, catalog, form, "field", catalog_text(catalog, field->label), "count",
                          arena_printf(question->arena, "%zu", unmet->most), NULL);
}

/* The kinds that the resource has, or why the one that is asked for does not fit. */
static const char *refusal(const struct question *subject, enum chart_kind kind)
{
    const struct catalog *catalog = subject->app->catalog;
    const char *kinds = NULL;
    for (const struct chart_declaration *chart = subject->resource->charts; chart && chart->titles; chart++) {
        const char *name = catalog_text(catalog, chart_kind_names[chart->kind].label);
        if (chart->kind == kind)
            return catalog_format(subject->arena, catalog, N_("{kind} does not fit this question. {lack}"), "kind",
                                  name, "lack", picture_lack(subject, chart), NULL);
        kinds = kinds ? arena_printf(subject->arena, "%s, %s", kinds, name) : name;
    }
    return catalog_format(subject->arena, catalog, N_("This list has no chart of the kind {kind}. It has: {kinds}."),
                          "kind", catalog_text(catalog, chart_kind_names[kind].label), "kinds", kinds ? kinds : "-",
                          NULL);
}

bool picture_chosen(struct question *question, GError **error)
{
    const struct question *subject = question->subject;
    enum chart_kind kind = subject ? chosen_kind(subject) : CHART_KINDS;
    if (kind == CHART_KINDS || picture_declared(subject))
        return true;
    const char *message = refusal(subject, kind);
    question_refuse(question, &parameter_chart, message);
    g_set_error_literal(error, PROVISO_ERROR, ERROR_BAD_REQUEST, message);
    return false;
}

int64_t picture_most(const struct question *question)
{
    const struct chart_declaration *chart = picture_declared(question);
    return chart && !chart->statement ? (int64_t)chart_kinds[chart->kind].most_rows : 0;
}

/* The order by which a chart that cannot draw all rows chooses some; NULL: it draws the first, as the list has them. */
static const char *cut_order(const struct question *question, const struct chart_declaration *chart)
{
    const char *value = chart->columns[CHART_VALUE];
    switch (chart_kinds[chart->kind].cut) {
    case CUT_LARGEST: return value ? order_largest(question, column_find(value)) : NULL;
    case CUT_WHOLE: return order_by_name(question);
    default: return NULL;
    }
}

/* Those of the resource's own rows that are drawn, where the listing does not have just them. */
static struct result *read_own(const struct question *question, struct picture *picture, GError **error)
{
    int64_t most = picture_most(question);
    struct result *rows = NULL;
    if (picture->listing && picture->listing->total) {
        picture->n_all = result_integer(picture->listing->total, 0, "row_count", 0);
    } else {
        if (!(rows = question_rows(question, most, error)))
            return NULL;
        picture->n_all = (int64_t)rows->n_rows;
        if (picture->n_all == most && question->resource->total && !question_count(question, &picture->n_all, error))
            return NULL;
    }
    if (picture->n_all > most)
        picture->order = cut_order(question, picture->chart);
    return rows && !picture->order ? rows : question_rows_by(question, picture->order, most, error);
}

/* Has the listing all rows, and no more than the chart can draw? */
static bool is_listed(const struct picture *picture)
{
    const struct listing *listing = picture->listing;
    return listing && listing_is_whole(listing) &&
           listing->fetched.n_rows <= chart_kinds[picture->chart->kind].most_rows;
}

/* Those that are drawn: all, or as many as the kind can draw. */
static struct result *read_rows(const struct question *question, struct picture *picture, GError **error)
{
    struct result *rows;
    if (picture->chart->statement) {
        rows = question_run(question, picture->chart->statement, NULL, 0, error);
        picture->n_all = rows ? result_integer(rows, 0, "row_count", (int64_t)rows->n_rows) : 0;
    } else if (is_listed(picture)) {
        rows = ARENA_NEW(question->arena, struct result);
        *rows = picture->listing->fetched; /* linked */
        picture->n_all = (int64_t)rows->n_rows;
        return rows;
    } else {
        rows = read_own(question, picture, error);
    }
    if (!rows)
        return NULL;
    link_result(question, rows);
    rows->n_rows = MIN(rows->n_rows, chart_kinds[picture->chart->kind].most_rows);
    return rows;
}

/* Leaves off a last name of which there are more rows. */
static void keep_whole(const struct picture *picture, struct result *rows)
{
    size_t n = rows->n_rows, label = picture->places[CHART_LABEL];
    if (chart_kinds[picture->chart->kind].cut != CUT_WHOLE || picture->n_all == (int64_t)n || n == 0)
        return;
    while (n > 0 && cell_equal(result_at(rows, n - 1, label), result_at(rows, rows->n_rows - 1, label)))
        n--;
    rows->n_rows = n ? n : rows->n_rows;
}

bool picture_read(const struct question *question, const struct listing *listing, struct picture *picture,
                  GError **error)
{
    *picture = (struct picture){.chart = picture_declared(question), .listing = listing};
    struct result *rows = read_rows(question, picture, error);
    if (!rows)
        return false;
    for (size_t role = 0; role < CHART_ROLES; role++) {
        const char *name = picture->chart->columns[role];
        picture->places[role] = name ? result_column(rows, name) : SIZE_MAX;
    }
    keep_whole(picture, rows);
    picture->rows = rows;
    return true;
}

const struct cell *picture_cell(const struct picture *picture, size_t row, enum chart_role role)
{
    return result_at(picture->rows, row, picture->places[role]);
}

static bool is_main(const struct picture *picture, size_t row)
{
    return g_strcmp0(cell_string(picture_cell(picture, row, CHART_PANEL)), picture->chart->main_panel) == 0;
}

bool picture_flags(const struct picture *picture, size_t row)
{
    const struct cell *flag = picture_cell(picture, row, CHART_FLAG);
    return flag && cell_is_true(flag);
}

/* Of the main panel or the others. */
static int64_t largest(const struct picture *picture, bool of_main)
{
    int64_t most = 0;
    for (size_t i = 0; i < picture->rows->n_rows; i++) {
        const struct cell *value = picture_cell(picture, i, CHART_VALUE);
        if (is_main(picture, i) == of_main && !picture_flags(picture, i) && value && value->kind == CELL_INTEGER)
            most = MAX(most, value->integer);
    }
    return most;
}

/* Would the bars of one panel be too short beside those of the other? */
static bool is_split(const struct picture *picture)
{
    if (!picture->chart->main_panel)
        return false;
    int64_t others = largest(picture, false), own = largest(picture, true);
    return others > 0 && own > 0 && (others > DWARFS * own || own > DWARFS * others);
}

/* Rows with the main panel last, each panel in the order asked for. */
static const struct result *split_rows(const struct question *question, const struct picture *picture)
{
    const struct result *rows = picture->rows;
    struct result *sorted = result_new(question->arena, rows->name, rows->columns, rows->n_columns);
    for (int main = 0; main <= 1; main++)
        for (size_t i = 0; i < rows->n_rows; i++)
            if (is_main(picture, i) == (main == 1))
                memcpy(result_append(question->arena, sorted), rows->cells + i * rows->n_columns,
                       rows->n_columns * sizeof *rows->cells);
    return sorted;
}

static bool specify(const struct question *question, const struct picture *picture, bool is_drawn,
                    struct chart_spec *spec, GError **error)
{
    const struct chart_declaration *chart = picture->chart;
    bool split = is_split(picture);
    *spec = (struct chart_spec){.kind = chart->kind,
                                .data = split ? split_rows(question, picture) : picture->rows,
                                .signs = chart->signs,
                                .as_of = chart->is_dated ? question->as_of : NULL,
                                .catalog = question->app->catalog};
    memcpy(spec->columns, chart->columns, sizeof spec->columns);
    if (chart->main_panel && !split)
        spec->columns[CHART_PANEL] = NULL;
    const struct picture_telling telling = {.is_split = split, .is_drawn = is_drawn};
    if (!picture_say(question, picture, telling, spec, error))
        return false;
    chart_tell(question->arena, spec);
    return true;
}

bool picture_spec(const struct question *question, const struct picture *picture, struct chart_spec *spec,
                  GError **error)
{
    return specify(question, picture, false, spec, error);
}

bool picture_spec_drawn(const struct question *question, const struct picture *picture, struct chart_spec *spec,
                        GError **error)
{
    return specify(question, picture, true, spec, error);
}

/* Can the charts of the resource be asked for on the page of charts, and each that this page offers be drawn? */
static bool check_subjects(const struct question *question, GError **error)
{
    const struct resource *resource = question->resource;
    const char *wrong = NULL;
    if (resource->charts && !choice_label(parameter_of.choices, resource->name))
        wrong = resource->name;
    for (const struct choice *each = resource->subject ? resource->subject->choices : NULL; each && each->value; each++)
        if (!resource_named(each->value) || !resource_named(each->value)->charts)
            wrong = each->value;
    if (wrong)
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s has charts or is a value of the parameter %s, not both",
                    wrong, parameter_of.name);
    return !wrong;
}

static bool check_example(const struct question *question, const char *statement, GError **error)
{
    const struct result *shape = statement ? store_shape(question->edition, question->arena, statement, error) : NULL;
    if (!statement || (shape && result_column(shape, "facet") != SIZE_MAX && result_column(shape, "value") != SIZE_MAX))
        return true;
    if (shape)
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql has no facet and value", statement);
    return false;
}

static bool check_note(const struct chart_declaration *chart, const struct result *rows, GError **error)
{
    if (!chart->note || result_column(rows, chart->note_column) != SIZE_MAX)
        return true;
    g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "a chart's note needs the column %s", chart->note_column);
    return false;
}

bool picture_check(const struct question *question, GError **error)
{
    if (!check_subjects(question, error))
        return false;
    for (const struct chart_declaration *chart = question->resource->charts; chart && chart->titles; chart++) {
        const char *statement = chart->statement ? chart->statement : question->resource->rows;
        struct chart_spec spec = {.data = store_shape(question->edition, question->arena, statement, error)};
        memcpy(spec.columns, chart->columns, sizeof spec.columns);
        if (!spec.data || !chart_kind_check(chart->kind, &spec, error) || !check_note(chart, spec.data, error) ||
            !question_is_read(question, chart->statement, error) ||
            !question_is_read(question, chart->sources, error) || !check_example(question, chart->example, error))
            return false;
    }
    return true;
}
