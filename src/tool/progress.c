/* Draws over one line of the terminal. */
#include "tool/progress.h"

#include <glib.h>
#include <stdio.h>
#include <unistd.h>

enum { BAR = 30 };

void progress_show(void *self, const char *what, int permille, int64_t count)
{
    static const char full[] = "##############################", empty[] = "..............................";
    struct progress *progress = self;
    if (!isatty(STDERR_FILENO))
        return;
    int done = CLAMP(permille, 0, 1000) * BAR / 1000;
    g_autofree char *name = g_path_get_basename(what);
    fprintf(stderr, "\r\033[K[%.*s%.*s] %3d %%  %'" G_GINT64_FORMAT "  %.40s", done, full, BAR - done, empty,
            permille / 10, count, name);
    fflush(stderr);
    progress->shown = true;
}

void progress_clear(struct progress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}
