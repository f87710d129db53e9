/* What cairo cannot say of structure elements. Private to report. */
#ifndef PROVISO_REPORT_STRUCTURE_H
#define PROVISO_REPORT_STRUCTURE_H

#include "report/finish.h"
#include "report/objects.h"
#include "report/pack.h"

struct structure {
    const struct objects *objects;
    const struct told *told;
    struct pack *pack;
    unsigned long *rows;      /* of cells, by their number */
    guint n_rows;             /* made */
    guint n_figures, n_cells; /* described */
    GString *text;            /* of the object at hand */
};

void structure_open(struct structure *structure, const struct objects *objects, const struct told *told,
                    struct pack *pack);
void structure_close(struct structure *structure);

/* Packs object NUMBER: a figure with its alternative text, a table with rows, a cell as what it is and with its
 * row, others as they are. Numbers must come in order, since cairo gives a table a lower one than its cells. */
void structure_put(struct structure *structure, unsigned long number);

#endif
