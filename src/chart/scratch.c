/* Blocks that only grow, but for the largest. */
#include "chart/scratch.h"

#include <glib.h>
#include <stdbool.h>

/* Up to here, memory is kept whatever comes. */
static const size_t KEPT = 16 * 1024 * 1024;

void *scratch_get(struct scratch *scratch, enum scratch_use use, size_t size)
{
    bool is_wasted = scratch->sizes[use] > KEPT && size < scratch->sizes[use] / 4;
    if (scratch->sizes[use] < size || is_wasted) {
        g_free(scratch->memory[use]);
        scratch->memory[use] = g_malloc(size);
        scratch->sizes[use] = size;
    }
    return scratch->memory[use];
}

void scratch_free(struct scratch *scratch)
{
    for (size_t i = 0; i < SCRATCH_USES; i++)
        g_clear_pointer(&scratch->memory[i], g_free);
    *scratch = (struct scratch){0};
}
