/* How many letters must be changed, added, left out or swapped with their neighbour to make one word of another. */
#ifndef PROVISO_STORE_DISTANCE_H
#define PROVISO_STORE_DISTANCE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* Of two UTF-8 words. Words of more than DISTANCE_LETTERS letters are as far from each other as that. */
enum { DISTANCE_LETTERS = 40 };
size_t distance_between(const char *a, const char *b);

/* Makes edit_distance(a, b) known to SQL; NULL in, NULL out. False: no memory. */
bool distance_register(sqlite3 *db);

#endif
