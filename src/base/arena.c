/* A chain of blocks, bumped from the front. Blocks double up to a bound; an oversized request gets its own block.
 * Must not know what is stored in it. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Under the address sanitizer what is not handed out may not be touched, and a fence follows each piece. Else pieces
 * would lie side by side in one block, and running from one into the next would go unseen. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
enum { FENCE = 16 };
#else
enum { FENCE = 0 };
#define ASAN_POISON_MEMORY_REGION(from, size) ((void)(from), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(from, size) ((void)(from), (void)(size))
#endif

/* Small under a fuzzer: the sanitizer would map and unmap pages in every run, and spend its time on that. */
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
enum { FIRST_BLOCK = 4 * 1024, LARGEST_BLOCK = 64 * 1024 };
#else
enum { FIRST_BLOCK = 256 * 1024, LARGEST_BLOCK = 1024 * 1024 };
#endif

struct block {
    struct block *next;
    size_t size; /* usable bytes */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *head;  /* the block being filled */
    struct block *first; /* kept by arena_reset */
    size_t used;
};

static struct block *block_new(size_t size)
{
    struct block *block = g_malloc(sizeof *block + size);
    block->next = NULL;
    block->size = size;
    block->used = 0;
    ASAN_POISON_MEMORY_REGION(block->bytes, size);
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = g_new0(struct arena, 1);
    arena->first = arena->head = block_new(FIRST_BLOCK);
    return arena;
}

void arena_reset(struct arena *arena)
{
    while (arena->head != arena->first) {
        struct block *done = arena->head;
        arena->head = done->next;
        g_free(done);
    }
    ASAN_POISON_MEMORY_REGION(arena->first->bytes, arena->first->used);
    arena->first->used = 0;
    arena->used = 0;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    arena_reset(arena);
    g_free(arena->first);
    g_free(arena);
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}

/* Memory as it is, not zeroed. */
static void *take(struct arena *arena, size_t size)
{
    g_assert(size < SIZE_MAX - sizeof(max_align_t));
    size_t need = (size + sizeof(max_align_t) - 1) & ~(sizeof(max_align_t) - 1);
    struct block *block = arena->head;
    if (block->size - block->used < need + FENCE) {
        size_t size_wanted = MIN(block->size * 2, LARGEST_BLOCK);
        struct block *fresh = block_new(MAX(size_wanted, need + FENCE));
        fresh->next = block;
        arena->head = block = fresh;
    }
    void *memory = block->bytes + block->used;
    block->used += need + FENCE;
    ASAN_UNPOISON_MEMORY_REGION(memory, size);
    arena->used += need;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

static size_t total_size(size_t count, size_t size)
{
    size_t total;
    if (!g_size_checked_mul(&total, count, size))
        g_error("arena: %zu items of %zu bytes", count, size);
    return total;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, total_size(count, size));
}

void *arena_room(struct arena *arena, size_t count, size_t size)
{
    return take(arena, total_size(count, size));
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = take(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    struct block *block = arena->head;
    size_t room = FENCE ? 0 : block->size - block->used;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf((char *)block->bytes + block->used, room, format, arguments);
    va_end(arguments);
    g_assert(length >= 0);
    if ((size_t)length < room && room - (size_t)length > sizeof(max_align_t))
        return take(arena, (size_t)length + 1); /* where it already stands */
    char *text = arena_alloc(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

char *arena_concat(struct arena *arena, const char *first, ...)
{
    size_t length = 0;
    va_list texts;
    va_start(texts, first);
    for (const char *text = first; text; text = va_arg(texts, const char *))
        length += strlen(text);
    va_end(texts);
    char *whole = take(arena, length + 1), *end = whole;
    va_start(texts, first);
    for (const char *text = first; text; text = va_arg(texts, const char *))
        end = stpcpy(end, text);
    va_end(texts);
    *end = '\0';
    return whole;
}
