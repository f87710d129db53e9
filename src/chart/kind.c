/* The kinds of charts and what each needs, in one table. Draws nothing. */
#include "chart/spec.h"

#include <string.h>

#define TYPE(type) (1u << (type))
#define ROLE(role) (1u << (role))

enum {
    QUANTITY = TYPE(COLUMN_MONEY) | TYPE(COLUMN_INTEGER),
    WORDS = TYPE(COLUMN_TEXT) | TYPE(COLUMN_INTEGER) | TYPE(COLUMN_DATE) | TYPE(COLUMN_CODE) | TYPE(COLUMN_KEY) |
            TYPE(COLUMN_POSITION),
    DAY = TYPE(COLUMN_DATE),
    YES_NO = TYPE(COLUMN_FLAG),
    ADDRESS = TYPE(COLUMN_URL),
    CODE = TYPE(COLUMN_CODE) | TYPE(COLUMN_TEXT) | TYPE(COLUMN_KEY),
    STANCE = TYPE(COLUMN_POSITION) | CODE,
    REAL = TYPE(COLUMN_NUMBER),
    NAMED_VALUE = ROLE(CHART_LABEL) | ROLE(CHART_VALUE),
};

#define NAMED_VALUES                                                                                                   \
    [CHART_LABEL] = WORDS, [CHART_VALUE] = QUANTITY, [CHART_STATE] = WORDS, [CHART_FLAG] = YES_NO,                     \
    [CHART_LINK] = ADDRESS

/* Short enough for addresses and files. */
const struct choice chart_kind_names[CHART_KINDS + 1] = {
    [CHART_RANKED_BARS] = {"ranked-bars", N_("Ranked bars")},
    [CHART_COLUMNS] = {"columns", N_("Columns by year")},
    [CHART_STACKED_BAR] = {"stacked-bar", N_("Stacked bar")},
    [CHART_LINES] = {"lines", N_("Lines")},
    [CHART_SMALL_MULTIPLES] = {"small-multiples", N_("Small multiples")},
    [CHART_DUMBBELL] = {"dumbbell", N_("Dumbbell")},
    [CHART_WATERFALL] = {"waterfall", N_("Waterfall")},
    [CHART_STATUS_MATRIX] = {"status-matrix", N_("Status matrix")},
    [CHART_TIMELINE] = {"timeline", N_("Timeline")},
    [CHART_DEADLINES] = {"deadlines", N_("Deadlines")},
    [CHART_TILE_GRID] = {"tile-grid", N_("Tile grid of states")},
    [CHART_DOT_MAP] = {"dot-map", N_("Dot map")},
    [CHART_STRIP_PLOT] = {"strip-plot", N_("Strip plot")},
    [CHART_KINDS] = {NULL, NULL},
};

const struct chart_kind_form chart_kinds[CHART_KINDS] = {
    [CHART_RANKED_BARS] = {.question = N_("Who got most?"),
                           .accepts = {NAMED_VALUES, [CHART_PANEL] = WORDS},
                           .needs = NAMED_VALUE,
                           .hatches = true,
                           .most_rows = 500,
                           .cut = CUT_LARGEST},
    [CHART_COLUMNS] = {.question = N_("How much in each year?"),
                       .accepts = {NAMED_VALUES},
                       .needs = NAMED_VALUE,
                       .hatches = true,
                       .most_rows = 60},
    [CHART_STACKED_BAR] = {.question = N_("What are the parts of the whole?"),
                           .accepts = {NAMED_VALUES, [CHART_SERIES] = WORDS},
                           .needs = ROLE(CHART_SERIES) | ROLE(CHART_VALUE),
                           .most_rows = 500,
                           .cut = CUT_WHOLE},
    [CHART_LINES] = {.question = N_("How did a few change over the years?"),
                     .accepts = {NAMED_VALUES, [CHART_SERIES] = WORDS},
                     .needs = NAMED_VALUE,
                     .most_rows = 500},
    [CHART_SMALL_MULTIPLES] = {.question = N_("How did each change over the years?"),
                               .accepts = {NAMED_VALUES, [CHART_PANEL] = WORDS},
                               .needs = NAMED_VALUE | ROLE(CHART_PANEL),
                               .hatches = true,
                               .most_rows = 500},
    [CHART_DUMBBELL] = {.question = N_("What changed between two years or measures?"),
                        .accepts = {NAMED_VALUES, [CHART_OTHER] = QUANTITY, [CHART_OTHER_STATE] = WORDS},
                        .needs = NAMED_VALUE | ROLE(CHART_OTHER),
                        .most_rows = 500},
    [CHART_WATERFALL] = {.question = N_("What is left after each step?"),
                         .accepts = {NAMED_VALUES},
                         .needs = NAMED_VALUE,
                         .most_rows = 40},
    [CHART_STATUS_MATRIX] =
        {.question = N_("Who says what of whom?"),
         .accepts = {[CHART_LABEL] = WORDS,
                     [CHART_SERIES] = WORDS,
                     [CHART_POSITION] = STANCE,
                     [CHART_FROM] = DAY,
                     [CHART_NOTED] = YES_NO,
                     [CHART_LINK] = ADDRESS},
         .needs = ROLE(CHART_LABEL) | ROLE(CHART_SERIES) | ROLE(CHART_POSITION),
         .grows = true,
         .most_rows = 1000,
         .cut = CUT_WHOLE},
    [CHART_TIMELINE] =
        {.question = N_("Who said what when?"),
         .accepts = {[CHART_LABEL] = WORDS,
                     [CHART_SERIES] = WORDS,
                     [CHART_FROM] = DAY,
                     [CHART_UNTIL] = DAY,
                     [CHART_POSITION] = STANCE,
                     [CHART_FORM] = CODE,
                     [CHART_LINK] = ADDRESS},
         .needs = ROLE(CHART_LABEL) | ROLE(CHART_SERIES) | ROLE(CHART_FROM),
         .most_rows = 200},
    [CHART_DEADLINES] =
        {.question = N_("What is due when?"),
         .accepts = {[CHART_LABEL] = WORDS, [CHART_FROM] = DAY, [CHART_STATE] = WORDS, [CHART_LINK] = ADDRESS},
         .needs = ROLE(CHART_LABEL) | ROLE(CHART_FROM),
         .most_rows = 200},
    [CHART_TILE_GRID] = {.question = N_("How much in each state?"),
                         .accepts = {NAMED_VALUES, [CHART_REGION] = CODE, [CHART_PANEL] = WORDS},
                         .needs = ROLE(CHART_REGION) | ROLE(CHART_VALUE),
                         .hatches = true,
                         .most_rows = 60},
    [CHART_DOT_MAP] = {.question = N_("Where?"),
                       .accepts = {NAMED_VALUES, [CHART_LONGITUDE] = REAL, [CHART_LATITUDE] = REAL},
                       .needs = ROLE(CHART_LABEL) | ROLE(CHART_LONGITUDE) | ROLE(CHART_LATITUDE),
                       .most_rows = 2000,
                       .cut = CUT_LARGEST},
    [CHART_STRIP_PLOT] = {.question = N_("How are the values spread?"),
                          .accepts = {NAMED_VALUES, [CHART_PANEL] = WORDS},
                          .needs = NAMED_VALUE,
                          .most_rows = 2000,
                          .cut = CUT_LARGEST},
};

static const char *const role_names[] = {
    [CHART_LABEL] = "label",   [CHART_VALUE] = "value",         [CHART_OTHER] = "other value",
    [CHART_SERIES] = "series", [CHART_PANEL] = "panel",         [CHART_STATE] = "state",
    [CHART_FLAG] = "flag",     [CHART_LINK] = "link",           [CHART_FROM] = "from",
    [CHART_UNTIL] = "until",   [CHART_POSITION] = "position",   [CHART_FORM] = "form",
    [CHART_REGION] = "region", [CHART_LONGITUDE] = "longitude", [CHART_LATITUDE] = "latitude",
    [CHART_NOTED] = "note",    [CHART_OTHER_STATE] = "state of the other value",
};
_Static_assert(G_N_ELEMENTS(role_names) == CHART_ROLES, "a name for each role");

enum chart_kind chart_kind_find(const char *name)
{
    for (enum chart_kind kind = 0; kind < CHART_KINDS; kind++)
        if (strcmp(chart_kind_names[kind].value, name) == 0)
            return kind;
    return CHART_KINDS;
}

/* NULL, or what is wrong with the column that plays ROLE. */
static const char *find_fault(const struct chart_kind_form *form, const struct chart_spec *spec, enum chart_role role)
{
    const char *name = spec->columns[role];
    if (!form->accepts[role])
        return NULL;
    if (!name)
        return form->needs & ROLE(role) ? "is needed" : NULL;
    size_t column = result_column(spec->data, name);
    if (column == SIZE_MAX)
        return "is not there";
    return form->accepts[role] & TYPE(spec->data->columns[column]->type) ? NULL : "cannot be drawn so";
}

bool chart_kind_check(enum chart_kind kind, const struct chart_spec *spec, GError **error)
{
    for (enum chart_role role = 0; role < CHART_ROLES; role++) {
        const char *fault = find_fault(&chart_kinds[kind], spec, role);
        if (!fault)
            continue;
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s, %s: the column for its %s (%s) %s", spec->data->name,
                    chart_kind_names[kind].value, role_names[role], spec->columns[role] ? spec->columns[role] : "none",
                    fault);
        return false;
    }
    return true;
}
