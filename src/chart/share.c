/* Those that need less than their share leave the rest of it to the others. */
#include "chart/share.h"

#include <glib.h>

/* The most that one of N columns may take of WIDTH when those that need less take no more than they need. */
static double fair_share(const double *needs, size_t n, double width)
{
    double share = width / (double)n;
    for (size_t round = 0; round < n; round++) {
        double left = width;
        size_t n_wide = 0;
        for (size_t i = 0; i < n; i++) {
            left -= needs[i] > share ? 0 : needs[i];
            n_wide += needs[i] > share;
        }
        if (!n_wide || left / (double)n_wide <= share)
            break;
        share = left / (double)n_wide;
    }
    return share;
}

bool share_width(double *columns, size_t n, double width, double least)
{
    double most = fair_share(columns, n, width), used = 0;
    bool is_cut = false;
    for (size_t i = 0; i < n; i++) {
        is_cut |= columns[i] > most;
        columns[i] = MIN(columns[i], most);
        used += columns[i];
    }
    for (size_t i = 0; i < n; i++)
        columns[i] += MAX(0, width - used) / (double)n;
    return !is_cut || most >= least;
}
