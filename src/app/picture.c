/* What a chart says. Every sentence is made from the rows that are drawn. */
#include "app/picture.h"

#include "app/link.h"
#include "app/table.h"
#include "base/date.h"
#include "base/money.h"

#include <string.h>

/* One side is dwarfed when its largest amount is less than a third of the other's. */
enum { DWARFS = 3 };

/* What the rows say. Amounts in cents; flagged rows are counted apart. */
struct facts {
    const struct result *rows;
    int64_t n_all;     /* rows of the question: these, or more than a chart takes */
    const char *words; /* "reported FY2017 JAG amount" */
    bool is_split;     /* two panels */
    size_t n_local, n_empty, n_flagged;
    size_t first; /* row of the largest counted amount (of the local panel when split) */
    bool has_first, is_tied;
};

/* A noun for the amount, by measure. */
static const struct {
    const char *measure, *with_year;
} nouns[] = {
    {"allocation", N_("{fy} {program} allocation")},
    {"award", N_("{fy} {program} award")},
    {"joint-share", N_("{fy} {program} share of a joint award")},
    {"sub-award", N_("{fy} {program} sub-award")},
    {"outlay", N_("{fy} {program} outlay")},
    {"reported", N_("reported {fy} {program} amount")},
    {"statewide-allocation", N_("{fy} {program} statewide allocation")},
    {"statewide-award", N_("{fy} {program} total of statewide awards")},
};

/* "JAG" for one program, "JAG, SCAAP" for two, "" for all: what their labels say before the number. */
static const char *program_words(const struct question *question)
{
    const char *all = "";
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        const char *words;
        if (strcmp(value->parameter->name, "program") != 0 || !question_words(question, value, &words, NULL))
            continue;
        char *name = g_strchomp(arena_strndup(question->arena, words, strcspn(words, "(")));
        all = *all ? arena_printf(question->arena, "%s, %s", all, name) : name;
    }
    return all;
}

/* Drops doubled and outer spaces that empty parts leave. */
static char *tidy(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    *to = '\0';
    return g_strchomp(text);
}

static const char *amount_words(const struct question *question)
{
    const char *measure = parameters_get(question->parameters, "measure")->text;
    const char *form = nouns[0].with_year;
    for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (strcmp(nouns[i].measure, measure) == 0)
            form = nouns[i].with_year;
    const char *fy = table_fiscal_year(question);
    return tidy(catalog_format(question->arena, question->app->catalog, form, "fy", fy ? fy : "", "program",
                               program_words(question), NULL));
}

static bool is_local(const struct result *rows, size_t row)
{
    return strcmp(result_text(rows, row, "panel"), "local") == 0;
}

static bool is_counted(const struct result *rows, size_t row)
{
    return strcmp(result_text(rows, row, "amount_state"), "counted") == 0;
}

static int64_t largest(const struct result *rows, bool local)
{
    int64_t most = 0;
    for (size_t i = 0; i < rows->n_rows; i++)
        if (is_local(rows, i) == local && is_counted(rows, i))
            most = MAX(most, result_integer(rows, i, "amount_usd", 0));
    return most;
}

static void note_largest(struct facts *facts, size_t row)
{
    int64_t amount = result_integer(facts->rows, row, "amount_usd", 0);
    int64_t most = facts->has_first ? result_integer(facts->rows, facts->first, "amount_usd", 0) : 0;
    if (facts->has_first && amount == most)
        facts->is_tied = true;
    if (facts->has_first && amount <= most)
        return;
    facts->first = row;
    facts->has_first = true;
    facts->is_tied = false;
}

static struct facts gather(const struct question *question, const struct result *rows, int64_t n_all)
{
    struct facts facts = {.rows = rows, .n_all = n_all, .words = amount_words(question)};
    int64_t states = largest(rows, false), local = largest(rows, true);
    facts.is_split = states > 0 && local > 0 && (states > DWARFS * local || local > DWARFS * states);
    for (size_t i = 0; i < rows->n_rows; i++) {
        facts.n_local += is_local(rows, i);
        facts.n_flagged += result_integer(rows, i, "is_flagged", 0) != 0;
        facts.n_empty += result_cell(rows, i, "amount_usd")->kind == CELL_NULL;
        if (is_counted(rows, i) && (!facts.is_split || is_local(rows, i)))
            note_largest(&facts, i);
    }
    return facts;
}

/* Rows with the states first, each group in the order asked for; labels instead of codes in the panel column. */
static struct result *split_rows(const struct question *question, const struct result *rows)
{
    struct result *sorted = result_new(question->arena, rows->name, rows->columns, rows->n_columns);
    for (int local = 0; local <= 1; local++)
        for (size_t i = 0; i < rows->n_rows; i++)
            if (is_local(rows, i) == (local == 1))
                memcpy(result_append(question->arena, sorted), rows->cells + i * rows->n_columns,
                       rows->n_columns * sizeof *rows->cells);
    return sorted;
}

static const char *number(const struct question *question, size_t value)
{
    return integer_grouped(question->arena, (int64_t)value);
}

static const char *title_of(const struct question *question, const struct facts *facts)
{
    const struct catalog *catalog = question->app->catalog;
    size_t among = facts->is_split ? facts->n_local : facts->rows->n_rows;
    bool is_part = facts->n_all > (int64_t)facts->rows->n_rows;
    if (!facts->has_first || facts->is_tied || among < 2 || is_part)
        return catalog_format(question->arena, catalog, N_("{amount}: {count} jurisdictions"), "amount", facts->words,
                              "count", number(question, (size_t)facts->n_all), NULL);
    return catalog_format(question->arena, catalog,
                          facts->is_split
                              ? N_("{name} received the largest {amount} among the {count} local governments")
                              : N_("{name} received the largest {amount} among the {count} jurisdictions"),
                          "name", result_text(facts->rows, facts->first, "jurisdiction"), "amount", facts->words,
                          "count", number(question, among), NULL);
}

static const char *subtitle_of(const struct question *question)
{
    const char *fy = table_fiscal_year(question);
    const char *program = program_words(question);
    return catalog_format(question->arena, question->app->catalog,
                          N_("{measure}, {program}, {fy}, US dollars, nominal"), "measure", table_measure(question),
                          "program", *program ? program : catalog_text(question->app->catalog, N_("all programs")),
                          "fy", fy ? fy : catalog_text(question->app->catalog, N_("all fiscal years")), NULL);
}

static const char *note_of(const struct question *question, const struct facts *facts)
{
    const struct catalog *catalog = question->app->catalog;
    const char *part = "", *empty = "", *flagged = "";
    if (facts->n_all > (int64_t)facts->rows->n_rows)
        part = catalog_format(question->arena, catalog, N_("Drawn from the first {shown} of {count} rows."), "shown",
                              number(question, facts->rows->n_rows), "count", number(question, (size_t)facts->n_all),
                              NULL);
    if (facts->n_empty)
        empty = catalog_format(question->arena, catalog, N_("No amount for {count}."), "count",
                               number(question, facts->n_empty), NULL);
    if (facts->n_flagged)
        flagged = catalog_format(question->arena, catalog,
                                 N_("Hatched: shown as printed in its source, not counted in totals ({count})."),
                                 "count", number(question, facts->n_flagged), NULL);
    char *note = tidy(arena_printf(question->arena, "%s %s %s", part, empty, flagged));
    return *note ? note : NULL;
}

/* Publishers of the sources behind the rows, each once, as far as they fit. */
static const char *source_of(const struct question *question, const struct result *rows)
{
    struct citations *citations = citations_new(question, NULL);
    for (size_t i = 0; citations && i < rows->n_rows; i++)
        if (result_cell(rows, i, "amount_usd")->kind != CELL_NULL)
            citations_of(citations, result_text(rows, i, "sources"));
    const struct result *sources = citations ? citations_list(citations) : NULL;
    g_autoptr(GString) names = g_string_new(NULL);
    size_t more = 0;
    for (size_t i = 0; sources && i < sources->n_rows; i++) {
        const char *publisher = result_text(sources, i, "publisher");
        if (strstr(names->str, publisher))
            continue;
        if (names->len + strlen(publisher) > 90)
            more++;
        else
            g_string_append_printf(names, "%s%s", names->len ? "; " : "", publisher);
    }
    if (more)
        g_string_append_printf(names, "; +%zu", more);
    return catalog_format(question->arena, question->app->catalog, N_("Source: {names}"), "names", names->str, NULL);
}

static const char *foot_of(const struct question *question)
{
    const char *host = strstr(question->app->config->base_url, "://") + 3;
    return catalog_format(question->arena, question->app->catalog, N_("As of {date} · Edition {edition} · {address}"),
                          "date", date_short(question->arena, question->app->catalog, question->as_of), "edition",
                          link_edition(question), "address",
                          arena_printf(question->arena, "%s%s", host, question->resource->path), NULL);
}

bool picture_exists(const struct question *question)
{
    const struct chart_declaration *chart = question->resource->chart;
    return chart && parameters_get(question->parameters, chart->needs);
}

struct chart_spec picture_spec(const struct question *question, const struct result *rows, int64_t n_all)
{
    const struct chart_declaration *chart = question->resource->chart;
    struct facts facts = gather(question, rows, n_all);
    struct chart_spec spec = {
        .kind = CHART_RANKED_BARS,
        .data = facts.is_split ? split_rows(question, rows) : rows,
        .columns = {[CHART_LABEL] = chart->label,
                    [CHART_VALUE] = chart->value,
                    [CHART_STATE] = chart->state,
                    [CHART_PANEL] = facts.is_split ? chart->panel : NULL,
                    [CHART_FLAG] = chart->flag,
                    [CHART_LINK] = chart->link},
        .flag_word = catalog_text(question->app->catalog, N_("not counted")),
        .title = title_of(question, &facts),
        .subtitle = subtitle_of(question),
        .note = note_of(question, &facts),
        .source = source_of(question, rows),
        .foot = foot_of(question),
        .catalog = question->app->catalog,
    };
    chart_tell(question->arena, &spec);
    return spec;
}
