/* Tables of charts for templates. What there is stands in the declarations, what an example asks in statements. */
#include "app/offer.h"

#include "app/link.h"
#include "app/parameters.h"
#include "app/picture.h"
#include "app/view.h"
#include "chart/spec.h"

#include <string.h>

static const struct column *const kind_columns[] = {VIEW_TEXT("kind"), VIEW_TEXT("use"), VIEW_URL("href"),
                                                    VIEW_FLAG("is_here"), VIEW_TEXT("lack")};
static const struct column *const size_columns[] = {VIEW_TEXT("label"), VIEW_TEXT("extent"), VIEW_TEXT("file"),
                                                    VIEW_URL("href")};
static const struct column *const example_columns[] = {VIEW_TEXT("list"), VIEW_TEXT("kind"), VIEW_TEXT("use"),
                                                       VIEW_URL("href"), VIEW_URL("image_url")};

enum { CHANGES_MAX = 24 };

/* What a chart of one size comes as. */
static const struct {
    const char *extension, *scale, *name;
} forms[] = {{"png", NULL, "PNG"}, {"png", "2", "PNG ×2"}, {"svg", NULL, "SVG"}, {"pdf", NULL, "PDF"}};

/* Does an earlier declaration of the resource have the same kind? */
static bool is_said_before(const struct resource *resource, const struct chart_declaration *chart)
{
    for (const struct chart_declaration *each = resource->charts; each < chart; each++)
        if (each->kind == chart->kind)
            return true;
    return false;
}

/* Of the declarations of one kind, the first that fits, else the first. */
static const struct chart_declaration *best_of_kind(const struct question *subject,
                                                    const struct chart_declaration *chart)
{
    for (const struct chart_declaration *each = chart; each->titles; each++)
        if (each->kind == chart->kind && !picture_lack(subject, each))
            return each;
    return chart;
}

struct result *offer_kinds(const struct question *question)
{
    const struct question *subject = question->subject;
    const struct catalog *catalog = question->app->catalog;
    struct result *kinds = view_new(question->arena, "offers", kind_columns);
    const struct chart_declaration *drawn = subject ? picture_declared(subject) : NULL;
    const struct chart_declaration *chart = subject ? subject->resource->charts : NULL;
    for (; chart && chart->titles; chart++) {
        if (is_said_before(subject->resource, chart))
            continue;
        const struct choice *name = &chart_kind_names[chart->kind];
        const char *lack = picture_lack(subject, best_of_kind(subject, chart));
        const struct parameter_change chosen[] = {{parameter_chart.name, name->value}, {"after", NULL}, {NULL, NULL}};
        result_append(question->arena, kinds);
        view_set(kinds, "kind", cell_text(catalog_text(catalog, name->label)));
        view_set(kinds, "use", cell_text(catalog_text(catalog, chart_kinds[chart->kind].question)));
        view_set(kinds, "href", cell_text(lack ? NULL : link_self(question, "", chosen)));
        view_set(kinds, "is_here", cell_integer(drawn && drawn->kind == chart->kind));
        view_set(kinds, "lack", cell_text(lack));
    }
    return kinds;
}

/* "1200 × 630 px"; "960 px wide" where the height follows the rows. */
static const char *extent_of(const struct question *question, const struct chart_size *size)
{
    const char *form = size->is_points ? N_("{width} × {height} pt") : N_("{width} × {height} px");
    bool grows = chart_kinds[picture_declared(question->subject)->kind].grows && size->most_height > 0;
    if (size->height <= 0 || grows)
        form = size->is_points ? N_("{width} pt wide, as high as needed") : N_("{width} px wide, as high as needed");
    return catalog_format(question->arena, question->app->catalog, form, "width",
                          arena_printf(question->arena, "%.0f", size->width), "height",
                          arena_printf(question->arena, "%.0f", size->height), NULL);
}

static struct cell drawn_link(const struct question *subject, const char *extension, const char *size,
                              const char *scale)
{
    const struct parameter_change changes[] = {
        {"edition", link_edition(subject)}, {"after", NULL}, {"limit", NULL}, {parameter_size.name, size},
        {parameter_scale.name, scale},      {NULL, NULL}};
    return cell_text(link_self(subject, extension, changes));
}

static void add_files(const struct question *question, const struct choice *size, struct result *sizes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        result_append(question->arena, sizes);
        view_set(sizes, "label", cell_text(catalog_text(question->app->catalog, size->label)));
        view_set(sizes, "extent", cell_text(extent_of(question, chart_size_find(size->value))));
        view_set(sizes, "file", cell_text(forms[i].name));
        view_set(sizes, "href", drawn_link(question->subject, forms[i].extension, size->value, forms[i].scale));
    }
}

struct result *offer_sizes(const struct question *question)
{
    struct result *sizes = view_new(question->arena, "sizes", size_columns);
    bool is_drawn = question->subject && picture_declared(question->subject);
    for (const struct choice *each = parameter_size.choices; is_drawn && each->value; each++)
        add_files(question, each, sizes);
    return sizes;
}

/* How many values of the parameter the chart may have. */
static size_t most_of(const struct chart_declaration *chart, const struct parameter *parameter)
{
    size_t most = parameter->repeatable ? SIZE_MAX : 1;
    for (const struct chart_condition *each = chart->when; each && each->parameter; each++)
        if (strcmp(each->parameter, parameter->name) == 0)
            most = MIN(most, each->most);
    return most;
}

/* Puts as many of the statement's VALUES of the parameter in CHANGES as there may be; the new number of changes. */
static size_t take_values(const struct result *values, const struct parameter *parameter, size_t most,
                          struct parameter_change *changes, size_t n)
{
    size_t n_taken = 0;
    for (size_t i = 0; i < values->n_rows && n_taken < most && n + 1 < CHANGES_MAX; i++) {
        const char *value = result_text(values, i, "value");
        if (strcmp(result_text(values, i, "facet"), parameter->name) != 0 || !value ||
            (parameter->choices && !choice_label(parameter->choices, value)))
            continue;
        changes[n++] = (struct parameter_change){parameter->name, value};
        n_taken++;
    }
    return n;
}

/* The question by which a chart is shown, put to its resource; VALUES NULL: it needs none. */
static const struct question *example_of(const struct question *question, const struct resource *resource,
                                         const struct chart_declaration *chart, const struct result *values,
                                         GError **error)
{
    const struct question *about = question_about(question, resource, error);
    if (!about)
        return NULL;
    struct parameter_change changes[CHANGES_MAX] = {{parameter_chart.name, chart_kind_names[chart->kind].value}};
    size_t n = 1;
    for (const struct parameter *const *each = resource->parameters; values && *each; each++)
        n = take_values(values, *each, most_of(chart, *each), changes, n);
    changes[n] = (struct parameter_change){NULL, NULL};
    struct question *asked = ARENA_NEW(question->arena, struct question);
    *asked = *about;
    asked->parameters = parameters_parse(question->arena, question->app->catalog, resource->parameters,
                                         parameters_query(question->arena, asked->parameters, changes));
    return asked;
}

/* Several kinds are shown by what one statement gives: it is run once, and kept in GIVEN by name. NULL on an error. */
static const struct result *example_values(const struct question *question, const char *statement, GHashTable *given,
                                           GError **error)
{
    struct result *values = g_hash_table_lookup(given, statement);
    if (!values && (values = question_run(question, statement, NULL, 0, error)))
        g_hash_table_insert(given, (char *)statement, values);
    return values;
}

static bool add_example(const struct question *question, const struct resource *resource,
                        const struct chart_declaration *chart, GHashTable *given, struct result *examples,
                        GError **error)
{
    const struct catalog *catalog = question->app->catalog;
    const struct result *values = chart->example ? example_values(question, chart->example, given, error) : NULL;
    if (chart->example && !values)
        return false;
    result_append(question->arena, examples);
    view_set(examples, "list", cell_text(catalog_text(catalog, resource->menu)));
    view_set(examples, "kind", cell_text(catalog_text(catalog, chart_kind_names[chart->kind].label)));
    view_set(examples, "use", cell_text(catalog_text(catalog, chart_kinds[chart->kind].question)));
    const struct question *asked = example_of(question, resource, chart, values, error);
    if (!asked)
        return false;
    if (asked->parameters->n_errors || picture_lack(asked, chart))
        return true;
    view_set(examples, "href", cell_text(link_charts(asked)));
    view_set(examples, "image_url", drawn_link(asked, "svg", "social", NULL));
    return true;
}

struct result *offer_shape(const struct question *question)
{
    return view_new(question->arena, "examples", example_columns);
}

struct result *offer_examples(const struct question *question, GError **error)
{
    struct result *examples = offer_shape(question);
    const struct parameter *subject = question->resource->subject;
    if (question->subject)
        return examples;
    g_autoptr(GHashTable) given = g_hash_table_new(g_str_hash, g_str_equal);
    for (const struct choice *each = subject ? subject->choices : NULL; each && each->value; each++) {
        const struct resource *resource = resource_named(each->value);
        for (const struct chart_declaration *chart = resource->charts; chart && chart->titles; chart++)
            if (!is_said_before(resource, chart) && !add_example(question, resource, chart, given, examples, error))
                return NULL;
    }
    return examples;
}

bool offer_example(const struct question *question, const char **url, GError **error)
{
    const struct resource *resource = question->resource;
    *url = NULL;
    for (const struct chart_declaration *chart = resource->charts; chart && chart->titles && !*url; chart++) {
        const struct result *values = chart->example ? question_run(question, chart->example, NULL, 0, error) : NULL;
        if (chart->example && !values)
            return false;
        if (!values)
            continue;
        const struct question *asked = example_of(question, resource, chart, values, error);
        if (!asked)
            return false;
        if (!asked->parameters->n_errors && !picture_lack(asked, chart))
            *url = link_self(asked, "", (const struct parameter_change[]){{parameter_chart.name, NULL}, {NULL, NULL}});
    }
    return true;
}
