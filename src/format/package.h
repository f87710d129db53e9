/* The register as a folder that anybody can read: a CSV file for each table, as import takes it, and a Frictionless
 * datapackage.json that tells of each column its type, its definition, its accepted values and what it refers to. */
#ifndef PROVISO_FORMAT_PACKAGE_H
#define PROVISO_FORMAT_PACKAGE_H

#include "base/error.h"
#include "store/register.h"

struct package_options {
    const char *directory; /* made where it is missing; files of an earlier export are replaced */
    const struct column *(*find_column)(const char *name);
};

struct package {
    char content_hash[65]; /* of the register: an import of the folder gives it again */
    int64_t n_rows;        /* public rows */
    size_t n_files;        /* tables */
};

/* datapackage.json is written last: a folder without it is not a whole export. ERROR_IO: the system refused. */
bool package_write(struct register_store *reg, const struct package_options *options, struct package *package,
                   GError **error);

#endif
