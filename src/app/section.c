/* Sections of a page. */
#include "app/section.h"

#include "app/table.h"
#include "app/view.h"

#include <string.h>

static const struct column *const section_columns[] = {VIEW_CODE("id"), VIEW_TEXT("heading"), VIEW_TEXT("empty"),
                                                       VIEW_RESULT("table")};

struct result *sections_new(const struct question *question)
{
    return view_new(question->arena, "sections", section_columns);
}

void sections_add(const struct question *question, struct result *sections, const struct side *side,
                  const struct result *rows, struct citations *citations)
{
    if (!side->title || (rows->n_rows == 0 && !side->empty))
        return;
    const struct catalog *catalog = question->app->catalog;
    char *id = arena_strdup(question->arena, side->statement);
    result_append(question->arena, sections);
    view_set(sections, "id", cell_text(g_strdelimit(id, "_", '-')));
    view_set(sections, "heading", cell_text(catalog_text(catalog, side->title)));
    if (rows->n_rows == 0) {
        view_set(sections, "empty", cell_text(catalog_text(catalog, side->empty)));
        return;
    }
    const struct table_plan plan = {.rows = rows};
    view_set(sections, "table", cell_result(table_result(question, &plan, citations)));
}

void sections_add_shape(const struct question *question, struct result *sections, struct citations *citations)
{
    result_append(question->arena, sections);
    view_set(sections, "table", cell_result(table_result(question, NULL, citations)));
}
