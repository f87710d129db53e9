/* Counts and their reasons, one after the other. */
#include "chart/rest.h"

#include "base/money.h"

void rest_count(struct rest *rest, const char *message, size_t n)
{
    struct arena *arena = rest->sketch->arena;
    if (!n)
        return;
    const char *count = integer_grouped(arena, (int64_t)n);
    const char *words = catalog_format(arena, rest->sketch->spec->catalog, message, "n", count, NULL);
    rest->words = arena_printf(arena, "%s%s%s", rest->words, *rest->words ? ", " : "", words);
    rest->has_reason = false;
}

void rest_reason(struct rest *rest, const char *message, const char *name)
{
    struct arena *arena = rest->sketch->arena;
    const char *words = catalog_format(arena, rest->sketch->spec->catalog, message, "name", name, NULL);
    rest->words = arena_printf(arena, "%s%s%s", rest->words, rest->has_reason ? ", " : ": ", words);
    rest->has_reason = true;
}

double rest_place(const struct rest *rest, struct chart_rect line)
{
    sketch_words(rest->sketch, PAINT_MUTED, rest->words, line);
    return *rest->words ? line.height : 0;
}
