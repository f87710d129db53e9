/* Counts and their reasons, one after the other. */
#include "chart/rest.h"

#include "base/money.h"
#include "chart/words.h"

#include <string.h>

void rest_count(struct rest *rest, const char *message, size_t n)
{
    struct arena *arena = rest->sketch->arena;
    if (!n)
        return;
    const char *count = integer_grouped(arena, (int64_t)n);
    const char *words = catalog_format(arena, rest->sketch->spec->catalog, message, "n", count, NULL);
    rest->words = arena_printf(arena, "%s%s%s", rest->words, *rest->words ? ", " : "", words);
    rest->has_reason = false;
    rest->n_all += n;
    rest->n_needed = strlen(rest->words);
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
    struct sketch *sketch = rest->sketch;
    const struct ruler ruler = sketch_ruler(sketch, sketch->size->label, false);
    const char *counts = arena_strndup(sketch->arena, rest->words, rest->n_needed);
    if (g_str_has_prefix(words_fit(&ruler, rest->words, line.width).words, counts))
        sketch_words(sketch, PAINT_MUTED, rest->words, line);
    else if (ruler_width(&ruler, counts) <= line.width)
        sketch_words(sketch, PAINT_MUTED, counts, line);
    else
        sketch_count_rest(sketch, rest->n_all, line);
    return *rest->words ? line.height : 0;
}
