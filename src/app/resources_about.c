/* Pages about the site: what it is, how it is made, how to use it from a program. */
#include "app/about.h"
#include "app/glossary.h"
#include "app/resource_table.h"

#define ABOUT(word, words, entries)                                                                                    \
    {                                                                                                                  \
        .path = "/about/" word, .name = word, .template = "about-" word, .title = (words), .menu = (words),            \
        .menu_place = MENU_FOOT, .parameters = PARAMETERS(DAY), .declarations = (entries), .representations = AS_HTML  \
    }

const struct resource resources_about[] = {
    ABOUT("how-to", N_("How to"), about_ways),
    ABOUT("method", N_("Method"), NULL),
    {
        .path = "/about/glossary",
        .name = "glossary",
        .template = "about-glossary",
        .title = N_("Glossary"),
        .menu = N_("Glossary"),
        .menu_place = MENU_FOOT,
        .parameters = PARAMETERS(DAY),
        .declarations = glossary_result,
        .sides = SIDES({"programs", NULL, NULL}, {"requirements", NULL, NULL}),
        .representations = AS_HTML,
    },
    ABOUT("data-dictionary", N_("Data dictionary"), about_dictionary),
    {
        .path = "/about/data",
        .name = "data",
        .template = "about-data",
        .title = N_("All the data"),
        .menu = N_("All the data"),
        .menu_place = MENU_FOOT,
        .parameters = PARAMETERS(&parameter_edition, &parameter_lang),
        .declarations = about_data,
        .representations = AS_HTML | AS_DATABASE | AS_ZIP,
    },
    ABOUT("api", N_("For programs"), about_addresses),
    ABOUT("accessibility", N_("Accessibility"), NULL),
    ABOUT("privacy", N_("Privacy"), NULL),
};

const size_t n_resources_about = G_N_ELEMENTS(resources_about);
