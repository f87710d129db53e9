/* A chart in words, for those who cannot see it: from the same rows, by the same rules, so that it can be tested. */
#include "chart/rows.h"

#include "base/date.h"
#include "base/money.h"

#include <string.h>

enum { ALTERNATIVE_BYTES = 250, TITLE_BYTES_LEAST = 24, DESCRIPTION_BYTES = 1500, MOST_POSITIONS = 16 };

struct teller {
    struct sketch sketch; /* only its arena and spec */
    struct arena *arena;
    const struct catalog *catalog;
    struct datum *rows;
    size_t n_rows;
};

static const char *count(const struct teller *teller, size_t n)
{
    return integer_grouped(teller->arena, (int64_t)n);
}

static const char *kind_words(const struct teller *teller)
{
    return catalog_text(teller->catalog, chart_kind_names[teller->sketch.spec->kind].label);
}

/* The same, and from where to where: of kinds whose rows go along an axis. */
static const char *span_words(const struct teller *teller)
{
    static const unsigned along_an_axis = 1u << CHART_COLUMNS | 1u << CHART_LINES | 1u << CHART_SMALL_MULTIPLES;
    const char *kind = kind_words(teller);
    if (!(along_an_axis & 1u << teller->sketch.spec->kind) || teller->n_rows == 0)
        return kind;
    const char *first = teller->rows[0].name, *last = teller->rows[teller->n_rows - 1].name;
    if (strcmp(first, last) == 0)
        return kind;
    return catalog_format(teller->arena, teller->catalog, N_("{kind}, {first} to {last}"), "kind", kind, "first", first,
                          "last", last, NULL);
}

/* What a row is called: in its series or panel, or by its region's code. */
static const char *name_of(const struct teller *teller, size_t row)
{
    const char *name = teller->rows[row].name, *group = rows_words(&teller->sketch, row, CHART_SERIES);
    if (!*group && teller->sketch.spec->kind == CHART_SMALL_MULTIPLES)
        group = rows_words(&teller->sketch, row, CHART_PANEL);
    if (!*name)
        return *group ? group : rows_words(&teller->sketch, row, CHART_REGION);
    if (!*group)
        return name;
    return catalog_format(teller->arena, teller->catalog, N_("{name}, {place}"), "name", group, "place", name, NULL);
}

/* The values that count: those that are there and not flagged (in a waterfall a flag is a sum). */
struct values {
    size_t n_counted, n_empty, n_flagged;
    size_t first, last; /* rows of the largest and the smallest */
    int64_t *sorted;
};

static int compare_values(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static struct values gather(const struct teller *teller)
{
    struct values values = {.sorted = ARENA_ARRAY(teller->arena, int64_t, teller->n_rows)};
    for (size_t i = 0; i < teller->n_rows; i++) {
        const struct datum *datum = &teller->rows[i];
        values.n_empty += !datum->has_value;
        values.n_flagged += datum->is_flagged;
        if (!datum_counts(datum))
            continue;
        if (!values.n_counted || datum->value > teller->rows[values.first].value)
            values.first = i;
        if (!values.n_counted || datum->value < teller->rows[values.last].value)
            values.last = i;
        values.sorted[values.n_counted++] = datum->value;
    }
    qsort(values.sorted, values.n_counted, sizeof *values.sorted, compare_values);
    return values;
}

static const char *value_of(const struct teller *teller, int64_t value)
{
    const struct value_words words = rows_value_words(&teller->sketch);
    return label_words(&words, value, 2);
}

static const char *tell_empty(const struct teller *teller, const struct values *values)
{
    const char *empty = teller->n_rows > 1 ? catalog_text(teller->catalog, N_("Every one has a value.")) : "";
    if (values->n_empty && teller->n_rows > 1)
        empty = catalog_format(teller->arena, teller->catalog, N_("Without a value: {n} of {count}."), "n",
                               count(teller, values->n_empty), "count", count(teller, teller->n_rows), NULL);
    if (!values->n_flagged)
        return empty;
    const char *word = teller->sketch.spec->flag_word ? teller->sketch.spec->flag_word : "";
    const char *form = chart_kinds[teller->sketch.spec->kind].hatches ? N_("{empty} Hatched ({word}): {n}.")
                                                                      : N_("{empty} Marked as {word}: {n}.");
    return catalog_format(teller->arena, teller->catalog, form, "empty", empty, "word", word, "n",
                          count(teller, values->n_flagged), NULL);
}

static const char *tell_highest(const struct teller *teller, const struct values *values)
{
    if (!values->n_counted)
        return catalog_format(teller->arena, teller->catalog,
                              values->n_flagged ? N_("{kind}. No value is counted.") : N_("{kind}. No value is known."),
                              "kind", span_words(teller), NULL);
    const char *form = teller->n_rows == 1 ? N_("{kind}. {name}: {value}.")
                       : values->n_counted == teller->n_rows
                           ? N_("{kind}. {name} is highest of {count} at {value}.")
                           : N_("{kind}. {name} is highest of those counted at {value}; without data or not counted: "
                                "{n} of {count}.");
    return catalog_format(teller->arena, teller->catalog, form, "kind", span_words(teller), "name",
                          name_of(teller, values->first), "value", value_of(teller, teller->rows[values->first].value),
                          "n", count(teller, teller->n_rows - values->n_counted), "count",
                          count(teller, teller->n_rows), NULL);
}

/* TEXT, and what is highest in the panels that HIGHEST is not of: one panel's largest is not the other's. */
static const char *tell_panels(const struct teller *teller, size_t highest, const char *text)
{
    const struct sketch *sketch = &teller->sketch;
    for (size_t i = 0, end; i < teller->n_rows; i = end) {
        const char *heading = rows_words(sketch, i, CHART_PANEL);
        size_t best = SIZE_MAX;
        for (end = i; end < teller->n_rows && strcmp(rows_words(sketch, end, CHART_PANEL), heading) == 0; end++)
            if (datum_counts(&teller->rows[end]) &&
                (best == SIZE_MAX || teller->rows[end].value > teller->rows[best].value))
                best = end;
        if (best != SIZE_MAX && strcmp(heading, rows_words(sketch, highest, CHART_PANEL)) != 0)
            text = catalog_format(teller->arena, teller->catalog, N_("{text} {place}: {name} is highest at {value}."),
                                  "text", text, "place", heading, "name", name_of(teller, best), "value",
                                  value_of(teller, teller->rows[best].value), NULL);
    }
    return text;
}

static const char *tell_range(const struct teller *teller, const struct values *values)
{
    if (!values->n_counted)
        return catalog_text(teller->catalog, values->n_flagged ? N_("No value is counted.") : N_("No value is known."));
    if (values->n_counted == 1)
        return catalog_format(teller->arena, teller->catalog, N_("{name}: {value}."), "name",
                              name_of(teller, values->first), "value", value_of(teller, values->sorted[0]), NULL);
    int64_t middle = values->sorted[values->n_counted / 2];
    return catalog_format(teller->arena, teller->catalog,
                          N_("The largest is {first} with {most}; the smallest is {last} with {least}. At least half "
                             "of those counted are {middle} or more."),
                          "first", name_of(teller, values->first), "most",
                          value_of(teller, teller->rows[values->first].value), "last", name_of(teller, values->last),
                          "least", value_of(teller, teller->rows[values->last].value), "middle",
                          value_of(teller, middle), NULL);
}

/* Where the rows have no values: how many they are, and the first and the last. */
static void tell_names(const struct teller *teller, const char **alternative, const char **description)
{
    *alternative = catalog_format(teller->arena, teller->catalog, N_("{kind}. Entries: {count}."), "kind",
                                  kind_words(teller), "count", count(teller, teller->n_rows), NULL);
    *description = *alternative;
    if (!teller->n_rows)
        return;
    const char *form =
        teller->n_rows == 1 ? N_("{text} It is {first}.") : N_("{text} The first is {first}. The last is {last}.");
    *description = catalog_format(teller->arena, teller->catalog, form, "text", *alternative, "first",
                                  name_of(teller, 0), "last", name_of(teller, teller->n_rows - 1), NULL);
}

static void tell_values(const struct teller *teller, const char **alternative, const char **description)
{
    struct values values = gather(teller);
    if (!teller->sketch.spec->columns[CHART_VALUE]) {
        tell_names(teller, alternative, description);
        return;
    }
    *alternative = tell_highest(teller, &values);
    if (teller->sketch.spec->kind == CHART_RANKED_BARS && values.n_counted)
        *alternative = tell_panels(teller, values.first, *alternative);
    const char *what = catalog_format(teller->arena, teller->catalog, N_("{kind}. Rows: {count}."), "kind",
                                      kind_words(teller), "count", count(teller, teller->n_rows), NULL);
    *description =
        arena_printf(teller->arena, "%s %s %s", what, tell_range(teller, &values), tell_empty(teller, &values));
}

/* Each row, since there are few and their order is the point. */
static void tell_steps(const struct teller *teller, const char **alternative, const char **description)
{
    int64_t level = 0, first = 0;
    g_autoptr(GString) steps = g_string_new(NULL);
    for (size_t i = 0; i < teller->n_rows; i++) {
        const struct datum *datum = &teller->rows[i];
        bool is_sum = rows_flag(&teller->sketch, i), is_rest = is_sum && !datum->has_value;
        level = is_rest ? level : add_clamped(is_sum ? 0 : level, datum->value);
        first = i ? first : level;
        g_string_append_printf(steps, "%s%s: %s", i ? "; " : "", datum->name,
                               datum->has_value || is_rest ? value_of(teller, is_rest ? level : datum->value)
                                                           : datum->state);
    }
    *alternative = catalog_format(teller->arena, teller->catalog,
                                  N_("{kind}. It begins at {first} and ends at {last}. Rows: {count}."), "kind",
                                  kind_words(teller), "first", value_of(teller, first), "last", value_of(teller, level),
                                  "count", count(teller, teller->n_rows), NULL);
    *description =
        catalog_format(teller->arena, teller->catalog,
                       N_("The chart goes from {first} to {last}. Its rows are: {steps}. Each bar begins "
                          "where the one above it ends."),
                       "first", value_of(teller, first), "last", value_of(teller, level), "steps", steps->str, NULL);
}

/* "Disputed: Chicago; Denver."; "" where nothing is noted of any. */
static const char *tell_noted(const struct teller *teller, const struct groups *places)
{
    g_autoptr(GString) names = g_string_new("");
    const char *word;
    for (size_t place = 0; place < places->n_names; place++)
        for (size_t i = 0; i < teller->n_rows; i++)
            if (places->of_row[i] == place && *(word = rows_noted(&teller->sketch, i))) {
                g_string_append_printf(names, "%s%s", names->len ? "; " : word, names->len ? "" : ": ");
                g_string_append(names, places->names[place]);
                break;
            }
    return names->len ? arena_printf(teller->arena, "%s.", names->str) : "";
}

static void tell_positions(const struct teller *teller, const char **alternative, const char **description)
{
    struct groups positions = rows_groups(&teller->sketch, CHART_POSITION, MOST_POSITIONS);
    struct groups places = rows_groups(&teller->sketch, CHART_LABEL, teller->n_rows);
    struct groups authorities = rows_groups(&teller->sketch, CHART_SERIES, teller->n_rows);
    size_t most = 0, counts[MOST_POSITIONS + 1] = {0};
    for (size_t i = 0; i < teller->n_rows; i++)
        counts[positions.of_row[i]]++;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < positions.n_names; i++) {
        most = counts[i] > counts[most] ? i : most;
        g_string_append_printf(list, "%s%s: %zu", i ? "; " : "", positions.names[i], counts[i]);
    }
    *alternative = catalog_format(
        teller->arena, teller->catalog,
        N_("{kind}. Places: {places}; authorities: {authorities}. The commonest position is {name}, {n} of "
           "{count}."),
        "kind", kind_words(teller), "places", count(teller, places.n_names), "authorities",
        count(teller, authorities.n_names), "name", positions.names[most], "n", count(teller, counts[most]), "count",
        count(teller, teller->n_rows), NULL);
    *description = catalog_format(teller->arena, teller->catalog,
                                  N_("The matrix has a row for each place ({places}) and a column for each authority "
                                     "({authorities}). Each cell is "
                                     "the position of that authority. Positions and how often they stand: {list}."),
                                  "places", count(teller, places.n_names), "authorities",
                                  count(teller, authorities.n_names), "list", list->str, NULL);
    const char *noted = tell_noted(teller, &places);
    if (*noted)
        *description = arena_printf(teller->arena, "%s %s", *description, noted);
}

/* The rows of the first and the last day; false when no row has one. */
static bool find_ends(const struct teller *teller, size_t *first, size_t *last, size_t *n_dated)
{
    int64_t day, low = 0, high = 0;
    *n_dated = 0;
    for (size_t i = 0; i < teller->n_rows; i++) {
        if (!rows_day(&teller->sketch, i, CHART_FROM, &day))
            continue;
        if (!*n_dated || day < low) {
            *first = i;
            low = day;
        }
        if (!*n_dated || day > high) {
            *last = i;
            high = day;
        }
        ++*n_dated;
    }
    return *n_dated;
}

static const char *date_of(const struct teller *teller, size_t row)
{
    return rows_words(&teller->sketch, row, CHART_FROM);
}

static void tell_dates(const struct teller *teller, const char **alternative, const char **description)
{
    size_t first = 0, last = 0, n_dated;
    const char *as_of = teller->sketch.spec->as_of;
    if (!find_ends(teller, &first, &last, &n_dated)) {
        *alternative = *description =
            catalog_format(teller->arena, teller->catalog, N_("{kind}. None of the {count} has a date."), "kind",
                           kind_words(teller), "count", count(teller, teller->n_rows), NULL);
        return;
    }
    const char *undated = count(teller, teller->n_rows - n_dated);
    *alternative =
        catalog_format(teller->arena, teller->catalog,
                       n_dated == 1 ? N_("{kind}. Entries: {count} ({from}).")
                                    : N_("{kind}. Entries: {count}, from {from} to {until}. The last is "
                                         "{last}."),
                       "kind", kind_words(teller), "count", count(teller, teller->n_rows), "from",
                       date_of(teller, first), "until", date_of(teller, last), "last", teller->rows[last].name, NULL);
    *description = catalog_format(
        teller->arena, teller->catalog,
        n_dated == 1 ? N_("Entries of the chart: {count}, without a date: {undated}. It is {first} "
                          "({from}).")
                     : N_("Entries of the chart: {count}, without a date: {undated}. The "
                          "first is {first} ({from}). The last is {last} ({until})."),
        "count", count(teller, teller->n_rows), "undated", undated, "first", teller->rows[first].name, "from",
        date_of(teller, first), "last", teller->rows[last].name, "until", date_of(teller, last), NULL);
    if (as_of)
        *description =
            catalog_format(teller->arena, teller->catalog, N_("{text} It stands as of {date}."), "text", *description,
                           "date", date_long(teller->arena, teller->catalog, as_of, PRECISION_DAY), NULL);
}

static void tell_none(const struct teller *teller, const char **alternative, const char **description)
{
    *alternative = *description = catalog_format(
        teller->arena, teller->catalog, N_("{kind}. There are no rows to show."), "kind", kind_words(teller), NULL);
}

/* TEXT after the title, or after as much of it as there is room for; alone where that is a word or two. */
static const char *tell_title(const struct teller *teller, const char *text)
{
    const char *title = teller->sketch.spec->title;
    size_t taken = strlen(text) + strlen(". ");
    if (!title || taken + TITLE_BYTES_LEAST > ALTERNATIVE_BYTES)
        return text;
    return catalog_format(teller->arena, teller->catalog, N_("{title}. {text}"), "title",
                          words_clean(teller->arena, title, ALTERNATIVE_BYTES - taken), "text", text, NULL);
}

void chart_tell(struct arena *arena, struct chart_spec *spec)
{
    static void (*const tellers[CHART_KINDS])(const struct teller *, const char **,
                                              const char **) = {[CHART_WATERFALL] = tell_steps,
                                                                [CHART_STATUS_MATRIX] = tell_positions,
                                                                [CHART_TIMELINE] = tell_dates,
                                                                [CHART_DEADLINES] = tell_dates};
    struct teller teller = {.sketch = {.arena = arena, .spec = spec},
                            .arena = arena,
                            .catalog = spec->catalog,
                            .n_rows = spec->data->n_rows};
    const char *alternative, *description;
    teller.rows = rows_all(&teller.sketch);
    (!teller.n_rows        ? tell_none
     : tellers[spec->kind] ? tellers[spec->kind]
                           : tell_values)(&teller, &alternative, &description);
    if (spec->scope)
        description = arena_concat(arena, description, " ", spec->scope, NULL);
    if (!spec->alternative)
        spec->alternative = words_clean(arena, tell_title(&teller, alternative), ALTERNATIVE_BYTES);
    if (!spec->description)
        spec->description = words_clean(arena, description, DESCRIPTION_BYTES);
}
