/* Memory that lives as long as one request (or one edition): allocate freely, free once.
 * Functions that return memory take the arena first; what they return is valid until arena_reset or arena_free.
 * Running out of memory ends the process (the supervisor starts another). Not for use from several threads. */
#ifndef PROVISO_BASE_ARENA_H
#define PROVISO_BASE_ARENA_H

#include <glib.h>
#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Gives everything back but keeps the first block, so that a loop of requests settles at a constant size. */
void arena_reset(struct arena *arena);

/* Bytes handed out since the last reset, for tests and metrics. */
size_t arena_used(const struct arena *arena);

/* Zeroed memory, aligned for any type. size 0 gives a valid, unusable pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* count * size zeroed bytes; ends the process when the product overflows. arena_room gives them as they are, to be
 * written before they are read. */
void *arena_array(struct arena *arena, size_t count, size_t size);
void *arena_room(struct arena *arena, size_t count, size_t size);

char *arena_strdup(struct arena *arena, const char *text); /* NULL gives NULL */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The texts up to NULL, one after the other. */
char *arena_concat(struct arena *arena, const char *first, ...) G_GNUC_NULL_TERMINATED;

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_array((arena), (count), sizeof(type)))
#define ARENA_ROOM(arena, type, count) ((type *)arena_room((arena), (count), sizeof(type)))

#endif
