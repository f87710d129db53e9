/* The CSV files behind a path: the file itself, or those inside a ZIP archive, which is read as a stream. */
#ifndef PROVISO_IMPORT_INPUT_H
#define PROVISO_IMPORT_INPUT_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct input;

/* PATH may be a pipe's, which is read once. ERROR_IO: cannot be opened. ERROR_DATA: compressed otherwise, or an archive
 * in a pipe. */
struct input *input_open(const char *path, GError **error);
void input_close(struct input *input);

/* The next CSV file: *name is "PATH" or "PATH/MEMBER", *file its bytes; both live until the next call. Members that do
 * not end in .csv, or begin with a dot, are passed over. Names of members are told where LC_CTYPE is UTF-8. False at
 * the end, or with *error set: ERROR_DATA for an archive that is damaged, or has a member whose name is not told. */
bool input_next(struct input *input, const char **name, FILE **file, GError **error);

/* How far the reading is, from 0 to 1000. */
int input_progress(const struct input *input);

#endif
