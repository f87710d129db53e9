/* The row "page". */
#include "app/page_view.h"

#include "app/amount_words.h"
#include "app/glossary.h"
#include "app/link.h"
#include "app/order.h"
#include "app/picture.h"
#include "app/view.h"
#include "app/vocabulary.h"

#include <string.h>

static const struct column *const page_columns[] = {VIEW_TEXT("title"),
                                                    VIEW_INTEGER("row_count"),
                                                    VIEW_TEXT("noun"),
                                                    VIEW_DATE("as_of"),
                                                    VIEW_FLAG("is_past"),
                                                    VIEW_CODE("edition"),
                                                    VIEW_DATE("edition_on"),
                                                    VIEW_URL("canonical_url"),
                                                    VIEW_URL("form_url"),
                                                    VIEW_CODE("fixed_edition"),
                                                    VIEW_URL("now_url"),
                                                    VIEW_URL("next_url"),
                                                    VIEW_URL("first_url"),
                                                    VIEW_INTEGER("first_row"),
                                                    VIEW_INTEGER("last_row"),
                                                    VIEW_FLAG("has_list"),
                                                    VIEW_TEXT("why_empty"),
                                                    VIEW_CODE("language"),
                                                    VIEW_CODE("request_id"),
                                                    VIEW_TEXT("measure"),
                                                    VIEW_TEXT("intro"),
                                                    VIEW_TEXT("asks"),
                                                    VIEW_TEXT("opening"),
                                                    VIEW_TEXT("order"),
                                                    VIEW_FLAG("sides_first"),
                                                    VIEW_FLAG("has_many_sources"),
                                                    VIEW_TEXT("heading"),
                                                    VIEW_TEXT("lead"),
                                                    VIEW_URL("select_url"),
                                                    VIEW_CODE("fixed_language"),
                                                    VIEW_URL("clear_url"),
                                                    VIEW_TEXT("term"),
                                                    VIEW_URL("term_url"),
                                                    VIEW_TEXT("picked_from"),
                                                    VIEW_URL("picked_url"),
                                                    VIEW_URL("example_url"),
                                                    VIEW_TEXT("asked"),
                                                    VIEW_FLAG("leaves_some"),
                                                    VIEW_URL("undrawn_url"),
                                                    VIEW_FLAG("has_instead")};

/* Words for a question that lacks what it needs; NULL: it has all. */
static const char *asks_of(const struct question *question)
{
    bool is_lacking = resource_lacks(question->resource, question->parameters);
    return is_lacking ? catalog_text(question->app->catalog, question->resource->asks) : NULL;
}

/* The list on which this page's jurisdictions can be ticked, where there is one. */
static void set_picked(const struct question *question, struct result *view)
{
    const struct resource *each;
    for (size_t i = 0; (each = resource_at(i)); i++)
        if (g_strcmp0(each->selects, question->resource->path) == 0) {
            view_set(view, "picked_from", cell_text(catalog_text(question->app->catalog, each->menu)));
            view_set(view, "picked_url", cell_text(link_local(question, each->path)));
        }
}

/* What the resource says of itself. */
static void set_words(const struct question *question, struct result *view)
{
    const struct catalog *catalog = question->app->catalog;
    const struct resource *resource = question->resource;
    view_set(view, "title", cell_text(catalog_text(catalog, resource->total ? resource->menu : resource->title)));
    view_set(view, "intro", cell_text(resource->intro ? catalog_text(catalog, resource->intro) : NULL));
    const struct glossary_word what = glossary_of(question->app, question->arena, resource);
    view_set(view, "term", cell_text(what.word));
    view_set(view, "term_url", cell_text(what.address));
    const char *order = order_words(question, NULL);
    view_set(view, "order", cell_text(order ? catalog_text(catalog, order) : NULL));
    view_set(view, "sides_first", cell_integer(resource->sides_first));
    view_set(view, "asks", cell_text(asks_of(question)));
    view_set(view, "opening", cell_text(question->is_opening ? catalog_text(catalog, resource->asks) : NULL));
}

/* The page's one row. */
struct result *page_view_new(const struct question *question)
{
    const struct catalog *catalog = question->app->catalog;
    struct result *view = view_new(question->arena, "page", page_columns);
    result_append(question->arena, view);
    const char *language = catalog_language(catalog);
    view_set(view, "language", cell_text(language));
    view_set(view, "fixed_language", cell_text(language_named(language)));
    const struct resource *resource = question->resource;
    set_words(question, view);
    const char *path = link_path(question); /* the form's action is the bare path */
    view_set(view, "form_url",
             cell_text(link_plain(question->app, question->arena, resource->form_path ? resource->form_path : path)));
    if (!question->edition)
        return view;
    set_picked(question, view);
    if (question->resource->selects)
        view_set(view, "select_url",
                 cell_text(link_plain(question->app, question->arena, question->resource->selects)));
    const struct edition_stamp *stamp = edition_stamp(question->edition);
    const struct parameter_value *fixed = parameters_get(question->parameters, "edition");
    view_set(view, "as_of", cell_text(question->as_of));
    view_set(view, "is_past", cell_integer(strcmp(question->as_of, stamp->as_of) < 0));
    view_set(view, "edition", cell_integer(stamp->number));
    view_set(view, "edition_on", cell_text(stamp->as_of));
    view_set(view, "fixed_edition", cell_text(fixed ? fixed->text : NULL));
    view_set(view, "canonical_url", cell_text(link_absolute(question, link_self(question, "", NULL))));
    view_set(view, "now_url",
             cell_text(link_self(question, "", (const struct parameter_change[]){{"as_of", NULL}, {NULL, NULL}})));
    view_set(view, "measure", cell_text(amount_measure(question)));
    view_set(view, "clear_url", cell_text(link_local(question, path)));
    return view;
}

/* Where this page begins in the whole list: pages after the first say so by counting from the cursor's place. */
void page_view_place(const struct question *question, struct result *view, size_t shown, int64_t total,
                     const char *cursor)
{
    const struct parameter_change next[] = {{"after", cursor}, {"edition", link_edition(question)}, {NULL, NULL}};
    const struct parameter_change first[] = {{"after", NULL}, {NULL, NULL}};
    bool is_first = question_is_first(question);
    view_set(view, "row_count", cell_integer(total));
    view_set(view, "noun",
             cell_text(catalog_text(question->app->catalog,
                                    total == 1 ? question->resource->singular : question->resource->title)));
    view_set(view, "has_list", cell_integer(!question->resource->record && !asks_of(question)));
    if (cursor)
        view_set(view, "next_url", cell_text(link_self(question, "", next)));
    if (!is_first)
        view_set(view, "first_url", cell_text(link_self(question, "", first)));
    if (is_first && shown && cursor) {
        view_set(view, "first_row", cell_integer(1));
        view_set(view, "last_row", cell_integer((int64_t)shown));
    }
}

/* Why nothing is found, but for what one filter less would leave where that leaves some. */
static const char *why_empty(const struct question *question, const struct result *filters, bool leaves_some)
{
    const struct catalog *catalog = question->app->catalog;
    if (filters->n_rows == 0)
        return catalog_text(catalog, N_("Nothing of this kind is on record on this date."));
    if (filters->n_rows == 1)
        return catalog_format(
            question->arena, catalog,
            parameters_get(question->parameters, "q")
                ? N_("Nothing was found with all of these words: {value}. Ask another question below.")
                : N_("Nothing on record on this date fits this filter: {label}: {value}. Ask another question below."),
            "label", result_text(filters, 0, "label"), "value", result_text(filters, 0, "value"), NULL);
    if (leaves_some)
        return catalog_text(catalog, N_("Nothing on record on this date fits all of these filters together."));
    size_t n_droppable = 0; /* a comparison of two needs both */
    for (size_t i = 0; i < filters->n_rows; i++)
        n_droppable += result_text(filters, i, "drop_url") != NULL;
    return catalog_text(catalog, n_droppable < 2
                                     ? N_("Nothing on record on this date fits all of these filters together. Ask "
                                          "another question below.")
                                     : N_("Nothing on record on this date fits all of these filters together. One "
                                          "filter less would leave nothing either. Drop several above, or ask another "
                                          "question below."));
}

void page_view_filters(const struct question *question, struct result *view, const struct result *filters)
{
    bool leaves_some = false;
    for (size_t i = 0; filters->n_rows > 1 && i < filters->n_rows; i++)
        leaves_some = leaves_some || result_integer(filters, i, "row_count", 0) > 0;
    const char *instead = result_integer(view, 0, "has_instead", 0) ? question->resource->instead_why : NULL;
    view_set(view, "why_empty",
             cell_text(instead ? catalog_text(question->app->catalog, instead)
                               : why_empty(question, filters, leaves_some)));
    view_set(view, "leaves_some", cell_integer(leaves_some));
}
