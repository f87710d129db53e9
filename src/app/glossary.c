/* The glossary. */
#include "app/glossary.h"

#include "app/link.h"
#include "app/view.h"
#include "app/vocabulary.h"

#include <string.h>

#define GLOSSARY_PATH "/about/glossary"

/* id, term, definition */
#define TERMS(TERM)                                                                                                    \
    TERM(as_of, N_("As of"),                                                                                           \
         N_("The day a question is asked about. What is dated later is left out: rows, outcomes and appeals. An "      \
            "amount with no day on record counts from the first day of its fiscal year."))                             \
    TERM(authority, N_("Authority"),                                                                                   \
         N_("Who asserts, demands, rules or funds: an agency, a court, an official or a jurisdiction."))               \
    TERM(award, N_("Award"),                                                                                           \
         N_("One grant, known by its federal award number. It is paid and taken back in actions."))                    \
    TERM(case, N_("Case"),                                                                                             \
         N_("A suit or an appeal in one court, with its docket number, its parties and what was ruled in it."))        \
    TERM(claim, N_("Claim"),                                                                                           \
         N_("What an authority said of a jurisdiction and a requirement, on a day, with a source."))                   \
    TERM(condition, N_("Condition"),                                                                                   \
         N_("What a recipient of grant money must do or promise. Those on record are called requirements."))           \
    TERM(deobligation, N_("De-obligation"),                                                                            \
         N_("Money of an award that is taken back. It is shown as a negative amount."))                                \
    TERM(demand, N_("Demand"), N_("A batch of letters, a subpoena or a published list that names jurisdictions."))     \
    TERM(                                                                                                              \
        disputed, N_("Disputed"),                                                                                      \
        N_("Two authorities say different things of one jurisdiction and one requirement on the same day, or a court " \
           "bars what one of them still asserts."))                                                                    \
    TERM(edition, N_("Edition"),                                                                                       \
         N_("A numbered, published state of the register that never changes. A link with an edition shows the same "   \
            "for as long as that edition is kept."))                                                                   \
    TERM(finding, N_("Finding"),                                                                                       \
         N_("What was looked for, where and on what day, and what came of it. Not found is not the same as not "       \
            "there."))                                                                                                 \
    TERM(fiscal_year, N_("Fiscal year"),                                                                               \
         N_("The federal fiscal year 2017 (FY2017) runs from October 1, 2016 to September 30, 2017."))                 \
    TERM(injunction, N_("Injunction"),                                                                                 \
         N_("An order of a court that something must not be done. A preliminary one holds while the case goes on."))   \
    TERM(joint_award, N_("Joint award"),                                                                               \
         N_("One award for several governments, made to one of them. It counts once; the others' parts are a measure " \
            "of their own."))                                                                                          \
    TERM(jurisdiction, N_("Jurisdiction"),                                                                             \
         N_("A government: a state, county, city, town, tribe, territory or special district."))                       \
    TERM(measure, N_("Measure"),                                                                                       \
         N_("What an amount of money is: an allocation, an award, a share, an outlay, or what was reported. Unlike "   \
            "measures are never added. Each is explained below."))                                                     \
    TERM(policy, N_("Policy"), N_("A law or an order of a jurisdiction, from a day on."))                              \
    TERM(position, N_("Position"),                                                                                     \
         N_("What a claim says: that a jurisdiction complies, may not, does not, and so on. It is never our own "      \
            "view. Each position is explained below."))                                                                \
    TERM(program, N_("Program"), N_("A federal assistance listing, with a number such as 93.600."))                    \
    TERM(requirement, N_("Requirement"),                                                                               \
         N_("A condition on a program's money, from a day on, for some fiscal years."))                                \
    TERM(ruling, N_("Ruling"),                                                                                         \
         N_("A decision of a court in a case, on a day. What it bars or allows, and whom it reaches, is told apart.")) \
    TERM(shield, N_("Shield"), N_("What a ruling stops: a requirement, for some or all, from one day to another."))    \
    TERM(source, N_("Source"), N_("The document that a row is taken from, with its publisher and its dates."))         \
    TERM(statement, N_("Statement"), N_("What an official or another said on a day, in paraphrase, with a source."))   \
    TERM(stay, N_("Stay"), N_("A court holds back a ruling while an appeal goes on."))                                 \
    TERM(step, N_("Step"),                                                                                             \
         N_("Where an amount stands under a requirement: not reached by it, shielded by a ruling in force that day, "  \
            "or what remains."))

static const struct {
    const char *id, *term, *definition;
} entries[] = {
#define ENTRY(name, term, definition) {#name, term, definition},
    TERMS(ENTRY)};
static const struct column *const term_columns[] = {
#define LINK(name, term, definition) VIEW_URL(#name),
    TERMS(LINK)};
static const struct column *const entry_columns[] = {VIEW_TEXT("list"), VIEW_CODE("id"), VIEW_TEXT("term"),
                                                     VIEW_TEXT("definition")};

/* Closed lists whose words are explained one by one; ID is that of the entry for the list. */
static const struct {
    const char *id, *heading;
    const struct choice *choices;
    const char *const *meanings;
} lists[] = {
    {"measure", N_("Measures"), measures, measure_meanings},
    {"position", N_("Positions"), positions, position_meanings},
};

/* LIST, TERM and DEFINITION are message ids. */
static void append_entry(const struct question *question, struct result *glossary, const char *list, const char *id,
                         const char *term, const char *definition)
{
    const struct catalog *catalog = question->app->catalog;
    result_append(question->arena, glossary);
    view_set(glossary, "list", cell_text(catalog_text(catalog, list)));
    view_set(glossary, "id", cell_text(id));
    view_set(glossary, "term", cell_text(catalog_text(catalog, term)));
    view_set(glossary, "definition", cell_text(catalog_text(catalog, definition)));
}

struct result *glossary_result(const struct question *question)
{
    struct result *glossary = view_new(question->arena, "glossary", entry_columns);
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        append_entry(question, glossary, N_("Words"), entries[i].id, entries[i].term, entries[i].definition);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (size_t j = 0; lists[i].choices[j].value; j++) {
            const struct choice *choice = &lists[i].choices[j];
            const char *id = arena_concat(question->arena, lists[i].id, "-", choice->value, NULL);
            if (lists[i].meanings[j])
                append_entry(question, glossary, lists[i].heading, id, choice->label, lists[i].meanings[j]);
        }
    return glossary;
}

static const char *entry_address(const struct app *app, struct arena *arena, const char *id)
{
    return arena_concat(arena, link_spoken(app, arena, GLOSSARY_PATH), "#", id, NULL);
}

struct glossary_word glossary_of(const struct app *app, struct arena *arena, const struct resource *resource)
{
    const char *name = resource->record ? resource->name : resource->singular;
    const char *id = resource->term ? resource->term : name;
    for (size_t i = 0; id && i < G_N_ELEMENTS(entries); i++)
        if (strcmp(entries[i].id, id) == 0)
            return (struct glossary_word){catalog_text(app->catalog, entries[i].term), entry_address(app, arena, id)};
    return (struct glossary_word){NULL, NULL};
}

const char *glossary_of_column(const struct app *app, struct arena *arena, const struct column *column)
{
    size_t length = strlen(column->name) - (g_str_has_suffix(column->name, "_name") ? strlen("_name") : 0);
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        if (strlen(entries[i].id) == length && strncmp(entries[i].id, column->name, length) == 0)
            return entry_address(app, arena, entries[i].id);
    return NULL;
}

const char *glossary_meaning(const struct app *app, struct arena *arena, const struct choice *choices,
                             const char *value)
{
    size_t list = 0;
    while (list < G_N_ELEMENTS(lists) && lists[list].choices != choices)
        list++;
    if (list == G_N_ELEMENTS(lists))
        return NULL;
    const char *id = lists[list].id;
    for (size_t i = 0; value && choices[i].value; i++)
        if (strcmp(choices[i].value, value) == 0)
            id = lists[list].meanings[i] ? arena_concat(arena, id, "-", value, NULL) : value;
    return entry_address(app, arena, id);
}

struct result *glossary_terms(const struct app *app, struct arena *arena)
{
    const char *page = link_spoken(app, arena, GLOSSARY_PATH);
    struct result *terms = view_new(arena, "terms", term_columns);
    struct cell *cells = result_append(arena, terms);
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        cells[i] = cell_text(arena_concat(arena, page, "#", entries[i].id, NULL));
    return terms;
}
