/* The public tables as files that anybody can read: a CSV file for each table, as import takes it, and a Frictionless
 * datapackage.json that tells of each column its type, its definition, its accepted values and what it refers to. */
#ifndef PROVISO_FORMAT_PACKAGE_H
#define PROVISO_FORMAT_PACKAGE_H

#include "base/error.h"
#include "store/tables.h"

#define PACKAGE_DESCRIPTION "datapackage.json"

/* Takes files one after the other. */
struct package_taker {
    bool (*begin)(void *self, const char *name, GError **error);
    bool (*append)(void *self, const char *bytes, size_t n, GError **error);
    bool (*end)(void *self, GError **error); /* of the file begun last */
    void *self;
};

/* Hands TABLES over. PACKAGE_DESCRIPTION comes last: what is without it is not whole. FIND_COLUMN gives the declaration
 * of a column. An import of the files gives the same content hash again. */
bool package_write(const struct tables *tables, column_finder *find_column, const struct package_taker *taker,
                   GError **error);

/* The same into DIRECTORY, which is made where it is missing; files of an earlier export are replaced once all
 * are written. ERROR_IO: the system refused. */
bool package_folder(const struct tables *tables, column_finder *find_column, const char *directory, GError **error);

/* The same as a ZIP archive, whose bytes TAKE gets; its files are of the day AS_OF (YYYY-MM-DD). */
typedef bool package_take(void *self, const void *bytes, size_t n, GError **error);
bool package_zip(const struct tables *tables, column_finder *find_column, const char *as_of, package_take *take,
                 void *self, GError **error);

#endif
