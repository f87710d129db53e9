/* The page: every result that its template sees, then the template. No words but labels are made here. */
#include "app/answer.h"

#include "app/cite.h"
#include "app/columns.h"
#include "app/downloads.h"
#include "app/facet.h"
#include "app/form.h"
#include "app/glossary.h"
#include "app/link.h"
#include "app/listing.h"
#include "app/offer.h"
#include "app/page_view.h"
#include "app/picture.h"
#include "app/picture_view.h"
#include "app/pivot.h"
#include "app/problem_page.h"
#include "app/section.h"
#include "app/signs.h"
#include "app/site.h"
#include "app/table.h"
#include "app/view.h"
#include "app/vocabulary.h"
#include "base/money.h"

#include <string.h>

static const struct column *const total_columns[] = {VIEW_MONEY("total_usd"),        VIEW_INTEGER("counted_rows"),
                                                     VIEW_INTEGER("uncounted_rows"), VIEW_INTEGER("empty_rows"),
                                                     VIEW_INTEGER("undated_rows"),   VIEW_INTEGER("ended_rows"),
                                                     VIEW_URL("rows_url"),           VIEW_URL("empty_url")};
static const struct column *const chart_columns[] = {PICTURE_COLUMNS, VIEW_TEXT("title"), VIEW_URL("page_url")};

enum { RESULTS_MAX = 48 };

/* A page being put together. is_shape: statements give their columns only, for checking templates. */
struct page {
    const struct question *question;
    struct citations *citations;
    bool is_shape;
    struct result *record;  /* or NULL */
    struct listing listing; /* of the resource's rows, where it has some */
    size_t n_results;
    const struct result *results[RESULTS_MAX];
};

static void add(struct page *page, const struct result *result)
{
    g_assert(page->n_results < RESULTS_MAX);
    page->results[page->n_results++] = result;
}

static struct result *run_or_shape(const struct page *page, const char *statement, GError **error)
{
    if (page->is_shape) {
        struct result *shape = store_shape(page->question->edition, page->question->arena, statement, error);
        if (shape)
            result_append(page->question->arena, shape); /* cells that hold results show their columns */
        return shape;
    }
    return question_run(page->question, statement, NULL, 0, error);
}

/* For the window's title: the whole name stands in the heading. */
static const char *short_title(struct arena *arena, const char *name)
{
    enum { LETTERS_MAX = 44 };
    if (!name || g_utf8_strlen(name, -1) <= LETTERS_MAX)
        return name;
    return arena_printf(arena, "%.*s\u2026", (int)(g_utf8_offset_to_pointer(name, LETTERS_MAX) - name), name);
}

static bool read_record(struct page *page, struct result *view, GError **error)
{
    const struct question *question = page->question;
    if (!question->resource->record)
        return true;
    struct result *record =
        page->is_shape ? run_or_shape(page, question->resource->record, error) : question_record(question, error);
    if (!record)
        return false;
    link_result(question, record);
    const char *heading = question->resource->heading;
    const char *name = result_text(record, 0, heading), *lead = result_text(record, 0, "summary");
    const char *full = result_text(record, 0, "full_name"); /* a name may be shared */
    const char *title = full ? full : name && lead ? arena_printf(question->arena, "%s: %s", name, lead) : name;
    view_set(view, "title", cell_text(short_title(question->arena, title)));
    view_set(view, "asked", cell_text(full));
    view_set(view, "heading", cell_text(name));
    view_set(view, "lead", cell_text(lead));
    page->record = record;
    return true;
}

static void add_record(struct page *page)
{
    const struct question *question = page->question;
    const char *const shown_above[] = {question->resource->heading, "full_name", "summary", NULL};
    if (!page->record)
        return;
    add(page, table_facts(question, page->is_shape ? NULL : page->record, shown_above, page->citations));
    add(page, citations_number(page->citations, page->record));
}

/* The question that files and citations are of. */
static const struct question *page_subject(const struct page *page)
{
    return page->question->subject ? page->question->subject : page->question;
}

/* The chart stands on the first page: it shows the whole list. */
static bool has_picture(const struct question *question)
{
    return question && picture_declared(question) && question_is_first(question);
}

/* Where the rows stand that a total is of: on the page, or, where that has not all, in the file. */
static const char *rows_url(const struct question *question, const struct listing *listing)
{
    bool is_whole = !listing->cursor && question_is_first(question);
    return is_whole ? "#results" : link_whole(question, "csv", link_edition(question));
}

/* The rows without an amount, which an order by it has last. */
static const char *empty_url(const struct question *question)
{
    return link_self(question, "",
                     (const struct parameter_change[]){
                         {"sort", "-amount"}, {"after", question_cursor_valued(question)}, {NULL, NULL}});
}

/* What the total says besides how many there are, under names that every list has. LISTING NULL: names only. */
static struct result *totals_of(const struct question *question, const struct listing *listing)
{
    struct result *totals = view_new(question->arena, "totals", total_columns);
    result_append(question->arena, totals);
    if (!listing || !listing->total)
        return totals;
    for (size_t i = 0; i < G_N_ELEMENTS(total_columns); i++) {
        const struct cell *cell = result_cell(listing->total, 0, total_columns[i]->name);
        view_set(totals, total_columns[i]->name, cell ? *cell : cell_null());
    }
    if (!parameters_get(question->parameters, "measure"))
        return totals;
    view_set(totals, "rows_url", cell_text(rows_url(question, listing)));
    if (result_integer(listing->total, 0, "empty_rows", 0) > 0)
        view_set(totals, "empty_url", cell_text(empty_url(question)));
    return totals;
}

static bool add_list(struct page *page, struct result *view, GError **error)
{
    const struct question *question = page->question;
    const struct resource *resource = question->resource;
    if (!resource->rows || page->is_shape || result_text(view, 0, "asks")) {
        add(page, totals_of(question, NULL));
        add(page, table_result(question, NULL, page->citations));
        add(page, citations_kinds(page->citations, NULL));
        return true;
    }
    struct listing *listing = &page->listing;
    if (!listing_read(question, has_picture(question) ? picture_most(question) : 0, listing, error))
        return false;
    const struct here here = link_here(question);
    link_result_elsewhere(question, &here, &listing->fetched);
    view_set(view, "row_count", cell_integer((int64_t)listing->rows->n_rows));
    if (listing->total)
        page_view_place(question, view, listing->rows->n_rows, result_integer(listing->total, 0, "row_count", 0),
                        listing->cursor);
    const struct result *rows = listing->rows;
    if (resource->pivot && !(rows = pivot_result(question, rows, error)))
        return false;
    const struct table_plan plan = {.rows = rows,
                                    .shown = resource->shown,
                                    .first = question_is_first(question) ? 1 : 0,
                                    .sorts = true,
                                    .is_answer = true,
                                    .selects = resource->selects != NULL,
                                    .drops_empty = resource->record != NULL};
    add(page, totals_of(question, listing));
    add(page, table_result(question, &plan, page->citations));
    add(page, citations_kinds(page->citations, parameters_get(question->parameters, "measure") ? listing->rows : NULL));
    return true;
}

/* A list without a row may have others beside it: then the page's heading counts those. */
static void head_instead(const struct question *question, const struct result *rows, struct result *view)
{
    if (!question->resource->instead || !rows->n_rows || result_integer(view, 0, "row_count", 0))
        return;
    view_set(view, "has_list", cell_integer(0));
    view_set(view, "has_instead", cell_integer(1));
    view_set(view, "title",
             cell_text(catalog_format(question->arena, question->app->catalog, question->resource->instead, "count",
                                      integer_plain(question->arena, (int64_t)rows->n_rows), NULL)));
}

static bool add_sides(struct page *page, struct result *view, GError **error)
{
    const struct question *question = page->question;
    struct result *sections = sections_new(question);
    const struct here here = link_here(question);
    if (page->is_shape)
        sections_add_shape(question, sections, page->citations);
    for (const struct side *side = question->resource->sides; side && side->statement; side++) {
        struct result *rows = run_or_shape(page, side->statement, error);
        if (!rows)
            return false;
        link_result_elsewhere(question, &here, rows);
        if (side == question->resource->sides)
            head_instead(question, rows, view);
        if (side->title && !page->is_shape)
            sections_add(question, sections, side, rows, page->citations);
        else
            add(page, citations_number(page->citations, rows));
    }
    add(page, sections);
    return true;
}

/* In the order in which a reader meets them: sources are numbered as they come. */
static bool add_rows(struct page *page, struct result *view, GError **error)
{
    bool sides_first = page->question->resource->sides_first;
    if (sides_first && !add_sides(page, view, error))
        return false;
    add_record(page);
    return add_list(page, view, error) && (sides_first || add_sides(page, view, error));
}

/* NULL on an error; without a row where the page shows no chart. */
static struct result *add_chart(struct page *page, GError **error)
{
    const struct question *question = page->question->subject;
    struct result *chart = view_new(page->question->arena, "chart", chart_columns);
    struct picture picture;
    struct chart_spec spec;
    add(page, chart);
    if (page->is_shape || !has_picture(question))
        return chart;
    if (!picture_read(question, page->listing.rows ? &page->listing : NULL, &picture, error))
        return NULL;
    if (picture.rows->n_rows == 0)
        return chart;
    if (!picture_spec(question, &picture, &spec, error))
        return NULL;
    result_append(question->arena, chart);
    picture_show(question, &spec, chart);
    view_set(chart, "title", cell_text(spec.title));
    view_set(chart, "page_url", cell_text(link_charts(question)));
    return chart;
}

/* What the page offers to draw. */
static bool add_offers(struct page *page, struct result *view, GError **error)
{
    const struct question *question = page->question;
    const char *example = NULL;
    if (!page->is_shape && result_text(view, 0, "asks") && !offer_example(question, &example, error))
        return false;
    view_set(view, "example_url", cell_text(example));
    add(page, offer_kinds(question));
    if (!question->resource->subject) {
        if (question->resource->charts && !has_picture(question))
            view_set(view, "undrawn_url", cell_text(link_charts(question)));
        return true;
    }
    const struct result *examples = page->is_shape ? offer_shape(question) : offer_examples(question, error);
    if (!examples)
        return false;
    add(page, offer_sizes(question));
    add(page, examples);
    return true;
}

/* What the resource makes itself; it may name the page. */
static bool add_composed(struct page *page, struct result *view, GError **error)
{
    const struct question *question = page->question;
    if (!question->resource->compose)
        return true;
    struct result *own = question->resource->compose(question, page->citations, page->is_shape, error);
    if (!own)
        return false;
    add(page, own);
    if (result_text(own, 0, "title"))
        view_set(view, "title", cell_text(result_text(own, 0, "title")));
    return true;
}

/* "23 jurisdictions"; the name of what counts nothing. */
static const char *counted_words(const struct page *page, const struct result *view)
{
    struct arena *arena = page->question->arena;
    const char *heading = result_text(view, 0, "heading");
    if (!result_integer(view, 0, "has_list", 0))
        return heading ? heading : result_text(view, 0, "title");
    return arena_concat(arena, integer_plain(arena, result_integer(view, 0, "row_count", 0)), " ",
                        result_text(view, 0, "noun"), NULL);
}

static bool add_form(struct page *page, struct result *view, GError **error)
{
    bool is_empty = page->listing.rows && !result_text(view, 0, "asks") && result_integer(view, 0, "row_count", 0) == 0;
    const struct result *fields = form_fields(page->question, error);
    const struct result *filters = fields ? form_filters(page->question, is_empty, error) : NULL;
    if (!filters)
        return false;
    add(page, fields);
    const struct result *facets = facets_of(page->question, page->listing.total, error);
    if (!facets)
        return false;
    add(page, facets);
    add(page, filters);
    add(page, form_errors(page->question));
    add(page, form_carried(page->question, page->question->resource->selects));
    page_view_filters(page->question, view, filters);
    if (page->question->resource->rows)
        view_set(view, "asked", cell_text(form_filtered(page->question->arena, counted_words(page, view), filters)));
    return true;
}

/* So many sources are named without their addresses: their own pages have them. */
enum { MANY_SOURCES = 30 };

static void add_sources(struct page *page, struct result *view)
{
    struct result *sources = citations_shown(page->citations);
    view_set(view, "has_many_sources", cell_integer(sources->n_rows > MANY_SOURCES));
    link_result(page->question, sources);
    add(page, sources);
}

static bool assemble(struct page *page, GError **error)
{
    const struct question *question = page->question;
    page->citations = citations_new(question, error);
    if (!page->citations)
        return false;
    struct result *view = page_view_new(question);
    add(page, site_result(question));
    add(page, site_menu(question, MENU_HEAD));
    add(page, site_menu(question, MENU_FOOT));
    add(page, site_languages(question));
    add(page, view);
    add(page, downloads_result(page_subject(page)));
    add(page, glossary_terms(question->app, question->arena));
    if (question->resource->declarations)
        add(page, question->resource->declarations(question));
    add(page, problem_shape(question->arena));
    if (!read_record(page, view, error) || !add_composed(page, view, error) || !add_rows(page, view, error))
        return false;
    const struct result *chart = add_chart(page, error);
    if (!chart)
        return false;
    if (question->resource->subject && chart->n_rows)
        view_set(view, "title", cell_text(short_title(question->arena, result_text(chart, 0, "title"))));
    if (!add_offers(page, view, error) || !add_form(page, view, error))
        return false;
    add(page, cite_result(page_subject(page), view, chart));
    add_sources(page, view);
    add(page, signs_result(question->arena, page->results, page->n_results));
    return true;
}

static const char *template_of(const struct resource *resource)
{
    return resource->template ? resource->template : resource->name;
}

static bool write_html(const struct question *question, struct http_response *response, GError **error)
{
    struct page page = {.question = question};
    return assemble(&page, error) &&
           template_render(question->app->templates, template_of(question->resource), question->arena, page.results,
                           page.n_results, response->body, error);
}

bool answer_html_check(struct app *app, struct arena *arena, GError **error)
{
    const struct resource *resource;
    for (size_t i = 0; (resource = resource_at(i)); i++) {
        struct question question = {.app = app, .arena = arena, .resource = resource, .limit = 1};
        question.parameters = parameters_parse(arena, app->catalog, resource->parameters, "");
        question.edition = store_edition(app->store, 0, error);
        if (!question.edition)
            return false;
        question.as_of = edition_stamp(question.edition)->as_of;
        question.subject = resource->subject ? NULL : &question;
        struct page page = {.question = &question, .is_shape = true};
        if (!question_check(&question, error) || !picture_check(&question, error) || !assemble(&page, error) ||
            !templates_check(app->templates, template_of(resource), page.results, page.n_results, error))
            return false;
    }
    return true;
}

const struct representation answer_html = {
    .extension = "", .bit = AS_HTML, .content_type = TYPE_HTML, .write = write_html};
