/* What every page has: addresses of the site and its navigation. */
#ifndef PROVISO_APP_SITE_H
#define PROVISO_APP_SITE_H

#include "app/question.h"

/* One row named "site". QUESTION has parameters, none maybe: links carry its date and edition. */
struct result *site_result(const struct question *question);

/* The page in each language: code, name in that language, href, absolute_url, is_here. Named "languages". */
struct result *site_languages(const struct question *question);

/* The resources of a menu in the order of their declaration: label, href, is_here. Named "menu" or "more". */
struct result *site_menu(const struct question *question, enum menu place);

#endif
