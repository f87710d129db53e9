/* Memory kept from picture to picture: giving it back and getting it anew costs more than drawing does. One a canvas.
 * Private to chart. */
#ifndef PROVISO_CHART_SCRATCH_H
#define PROVISO_CHART_SCRATCH_H

#include <stddef.h>

enum scratch_use { SCRATCH_PIXELS, SCRATCH_ROWS, SCRATCH_RUNS, SCRATCH_COUNTS, SCRATCH_HISTOGRAM, SCRATCH_USES };

struct scratch {
    void *memory[SCRATCH_USES];
    size_t sizes[SCRATCH_USES];
};

/* At least SIZE bytes of any content, valid until the next call for the same use. What a large picture needed is given
 * back when a much smaller one comes. */
void *scratch_get(struct scratch *scratch, enum scratch_use use, size_t size);

void scratch_free(struct scratch *scratch);

#endif
