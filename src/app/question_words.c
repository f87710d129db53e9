/* Values that name records: what they are called, and whether the edition holds them. */
#include "app/question.h"

#include "base/date.h"
#include "base/money.h"

#include <string.h>

const struct result *question_options(const struct question *question, const struct parameter *parameter,
                                      GError **error)
{
    return parameter->options ? store_dictionary(question->edition, parameter->options, error) : NULL;
}

const char *question_option(const struct question *question, const struct result *options, size_t row)
{
    const char *label = result_text(options, row, "label"), *day = result_text(options, row, "issued_on");
    if (!label || !day)
        return label;
    return arena_concat(question->arena, label, " (",
                        date_long(question->arena, question->app->catalog, day, PRECISION_DAY), ")", NULL);
}

/* The row of options that has a value; n_rows when none has. */
static size_t row_of(const struct result *options, const char *value)
{
    size_t own = result_column(options, "value"), other = result_column(options, "other_value"), row = 0;
    while (row < options->n_rows && g_strcmp0(cell_string(result_at(options, row, own)), value) != 0 &&
           g_strcmp0(cell_string(result_at(options, row, other)), value) != 0)
        row++;
    return row;
}

/* Is the record not known yet on the date? */
static bool is_later(const struct question *question, const struct result *options, size_t row)
{
    const char *since = result_text(options, row, "since_on");
    return since && strcmp(since, question->as_of) > 0;
}

/* The row of a value among its parameter's options, else of its lookup, which knows no dates: *options stays NULL for a
 * parameter whose values are no records; *row is n_rows when the edition holds no such record. */
static bool find_option(const struct question *question, const struct parameter_value *value,
                        const struct result **options, size_t *row, GError **error)
{
    const struct parameter *parameter = value->parameter;
    *options = NULL;
    if (parameter->options) {
        *options = question_options(question, parameter, error);
        if (!*options)
            return false;
        *row = row_of(*options, value->text);
        if (*row < (*options)->n_rows && !(parameter->lookup && is_later(question, *options, *row)))
            return true;
    }
    if (!parameter->lookup)
        return true;
    const struct binding wanted = {"wanted", cell_text(value->text)};
    *options = question_run(question, parameter->lookup, &wanted, 1, error);
    if (!*options)
        return false;
    *row = row_of(*options, value->text);
    return true;
}

/* Where no measure is asked for, an amount of any will do. */
static const char *size_words(const struct question *question, int64_t cents)
{
    const char *amount = money_table(question->arena, cents);
    if (!resource_takes(question->resource, "measure") || parameters_get(question->parameters, "measure"))
        return amount;
    return catalog_format(question->arena, question->app->catalog, N_("{amount}, of any measure"), "amount", amount,
                          NULL);
}

/* The words for a TEXT that names no record: the label in a closed list, "January 24, 2018", "$10,000", else itself. */
static const char *plain_words(const struct question *question, const struct parameter *parameter, const char *text)
{
    const char *label = choice_label(parameter->choices, text);
    int64_t cents;
    if (parameter->type == PARAMETER_DATE)
        return date_long(question->arena, question->app->catalog, text, PRECISION_DAY);
    if (parameter->type == PARAMETER_MONEY && money_parse(text, &cents))
        return size_words(question, cents);
    return label ? catalog_text(question->app->catalog, label) : text;
}

/* What is said of a value: what an option is called, or words. */
struct said {
    const struct result *options; /* or NULL */
    size_t row;
    const char *words;
};

static bool find_said(const struct question *question, const struct parameter_value *value, struct said *said,
                      GError **error)
{
    if (!find_option(question, value, &said->options, &said->row, error))
        return false;
    if (!said->options || !result_text(said->options, said->row, "label"))
        *said = (struct said){.words = plain_words(question, value->parameter, value->text)};
    else if (is_later(question, said->options, said->row))
        *said = (struct said){.words = catalog_text(question->app->catalog, N_("not known on this date"))};
    return true;
}

bool question_name(const struct question *question, const struct parameter_value *value, const char **name,
                   GError **error)
{
    struct said said;
    if (!find_said(question, value, &said, error))
        return false;
    *name = said.options ? result_text(said.options, said.row, "label") : said.words;
    return true;
}

bool question_words(const struct question *question, const struct parameter_value *value, const char **words,
                    GError **error)
{
    struct said said;
    if (!find_said(question, value, &said, error))
        return false;
    *words = said.options ? question_option(question, said.options, said.row) : said.words;
    return true;
}

bool question_check_keys(const struct question *question, GError **error)
{
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        const struct result *options;
        size_t row;
        if (!find_option(question, value, &options, &row, error))
            return false;
        if (!options || row < options->n_rows)
            continue;
        const struct catalog *catalog = question->app->catalog;
        g_set_error_literal(error, PROVISO_ERROR, ERROR_NOT_FOUND,
                            catalog_format(question->arena, catalog,
                                           N_("{label}: this edition holds no record named {key}."), "label",
                                           catalog_text(catalog, value->parameter->label), "key", value->text, NULL));
        return false;
    }
    return true;
}
