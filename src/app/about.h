/* The program's own declarations as tables, for the pages about it. */
#ifndef PROVISO_APP_ABOUT_H
#define PROVISO_APP_ABOUT_H

#include "app/question.h"

/* name, type, label, definition, unit, codes: a row for each column of files. Named "dictionary". */
struct result *about_dictionary(const struct question *question);

/* One row: n_bytes, sha256 and content_hash of the edition's file; none where they cannot be told. Named "data". */
struct result *about_data(const struct question *question);

/* path, forms, parameters: a row for each address of the site. Named "addresses". */
struct result *about_addresses(const struct question *question);

/* One row: the addresses of the pages to which the instructions lead, each RESOURCE_url. Named "ways". */
struct result *about_ways(const struct question *question);

#endif
