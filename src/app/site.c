/* Addresses and menus. */
#include "app/site.h"

#include "app/link.h"
#include "app/view.h"
#include "app/vocabulary.h"

#include <string.h>

static const struct column *const site_columns[] = {
    VIEW_URL("home_url"),    VIEW_URL("how_to_url"),  VIEW_URL("jurisdictions_url"), VIEW_URL("search_url"),
    VIEW_URL("style_url"),   VIEW_URL("openapi_url"), VIEW_TEXT("address"),          VIEW_TEXT("contact"),
    VIEW_URL("contact_url"), VIEW_TEXT("version")};
static const struct column *const menu_columns[] = {VIEW_TEXT("label"), VIEW_URL("href"), VIEW_FLAG("is_here")};

static const struct column *const language_columns[] = {VIEW_CODE("code"), VIEW_TEXT("name"), VIEW_URL("href"),
                                                        VIEW_URL("absolute_url"), VIEW_FLAG("is_here")};

struct result *site_result(const struct question *question)
{
    const struct app *app = question->app;
    struct arena *arena = question->arena;
    struct result *site = view_new(arena, "site", site_columns);
    result_append(arena, site);
    view_set(site, "home_url", cell_text(link_local(question, "/")));
    view_set(site, "how_to_url", cell_text(link_local(question, "/about/how-to")));
    view_set(site, "jurisdictions_url", cell_text(link_local(question, "/jurisdictions")));
    view_set(site, "search_url", cell_text(link_plain(app, arena, "/search")));
    view_set(site, "openapi_url", cell_text(link_plain(app, arena, "/openapi.json")));
    view_set(site, "style_url", cell_text(link_plain(app, arena, app->style_url)));
    view_set(site, "address", cell_text(link_origin(question)));
    view_set(site, "contact", cell_text(app->config->contact));
    if (app->config->contact)
        view_set(site, "contact_url", cell_text(arena_printf(arena, "mailto:%s", app->config->contact)));
    view_set(site, "version", cell_text(PROVISO_VERSION));
    return site;
}

struct result *site_languages(const struct question *question)
{
    struct result *result = view_new(question->arena, "languages", language_columns);
    for (const struct choice *each = languages; each->value; each++) {
        const char *href = link_language(question, each->value);
        result_append(question->arena, result);
        view_set(result, "code", cell_text(each->value));
        view_set(result, "name", cell_text(each->label));
        view_set(result, "href", cell_text(href));
        view_set(result, "absolute_url", cell_text(link_absolute(question, href)));
        view_set(result, "is_here", cell_integer(strcmp(each->value, catalog_language(question->app->catalog)) == 0));
    }
    return result;
}

struct result *site_menu(const struct question *question, enum menu place)
{
    struct result *menu = view_new(question->arena, place == MENU_HEAD ? "menu" : "more", menu_columns);
    const struct resource *each;
    for (size_t i = 0; (each = resource_at(i)); i++) {
        if (each->menu_place != place)
            continue;
        result_append(question->arena, menu);
        view_set(menu, "label", cell_text(catalog_text(question->app->catalog, each->menu)));
        view_set(menu, "href", cell_text(link_to(question, each)));
        view_set(menu, "is_here", cell_integer(question->resource == each));
    }
    return menu;
}
