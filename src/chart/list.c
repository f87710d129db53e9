/* How many rows a page holds, and where each stands. */
#include "chart/list.h"

#include <math.h>

/* In ems of label size. */
static const double NAME_LINE = 1.4;
static const double NAME_LEADING = 1.2; /* of a name in several lines */
static const double BAR_LINE = 1.2;
static const double LEAST_ROW = 1.3;
static const double AFTER_NAME = 0.9;
static const double FEWEST_EMS = 36; /* of width, for names to stand beside */
static const double NAME_SHARE = 0.38;
static const double FATTEST = 2;
static const double SHARE = 0.66;
static const double TALLEST = 3; /* times the size's row */

enum { MOST_LINES = 3 }; /* of a name */

/* The height of what the first N rows have below their drawings. */
static double sum_below(const struct list *list, size_t n)
{
    double sum = 0;
    for (size_t i = 0; list->form.below && i < n; i++)
        sum += list->form.below[i];
    return sum;
}

/* The first rows and a line that counts the others. */
static double count_lines(const struct list *list, size_t n)
{
    return (double)(n + (n < list->form.n_rows));
}

/* Rows and their height in what is below the head. */
static void share_height(struct list *list)
{
    const struct chart_size *size = list->sketch->size;
    size_t n_rows = list->form.n_rows;
    double least = list->em * (list->names_above ? NAME_LINE + BAR_LINE : LEAST_ROW) + list->form.extra;
    list->row = MAX(size->row + list->form.extra, least);
    list->n_shown = n_rows;
    if (list->area.height <= 0)
        return;
    double height = MAX(0, list->area.height - list->form.head), hair = least / 1000;
    list->n_shown = size->most_rows ? MIN(n_rows, size->most_rows) : n_rows;
    while (list->n_shown && count_lines(list, list->n_shown) * least + sum_below(list, list->n_shown) > height + hair)
        list->n_shown--;
    double row = (height - sum_below(list, list->n_shown)) / MAX(1, count_lines(list, list->n_shown));
    /* A few rows on a large page may be taller. */
    list->row = CLAMP(size->is_points ? row : floor(row), least, TALLEST * list->row);
}

/* A name takes the lines that its row is high enough for. */
static void fit_names(struct list *list)
{
    double lines = list->names_above ? 1 : (list->row - list->form.extra) / (NAME_LEADING * list->em);
    const struct words_frame frame = {.width = list->area.width * (list->names_above ? 1 : NAME_SHARE),
                                      .most_lines = (size_t)CLAMP(lines, 1, MOST_LINES)};
    list->names = ARENA_ARRAY(list->sketch->arena, struct words_lines, list->n_shown);
    for (size_t i = 0; i < list->n_shown; i++) {
        list->names[i] = words_wrap(&list->label, list->form.names[i], &frame);
        for (size_t j = 0; !list->names_above && j < list->names[i].n_lines; j++)
            list->name_width = MAX(list->name_width, list->names[i].lines[j].width);
    }
}

struct list list_open(struct sketch *sketch, struct chart_rect area, struct list_form form)
{
    double em = sketch->size->label;
    struct list list = {.sketch = sketch,
                        .label = sketch_ruler(sketch, em, false),
                        .area = area,
                        .em = em,
                        .form = form,
                        .names_above = area.width < FEWEST_EMS * em};
    share_height(&list);
    fit_names(&list);
    list.left = area.x + (list.name_width > 0 ? list.name_width + em * AFTER_NAME : 0);
    list.right = area.x + area.width;
    return list;
}

double list_top(const struct list *list, size_t i)
{
    return list->area.y + list->form.head + (double)i * list->row + sum_below(list, i);
}

double list_middle(const struct list *list, size_t i)
{
    double above = list->form.extra + (list->names_above ? list->em * NAME_LINE : 0);
    return list_top(list, i) + above + (list->names_above ? list->em * BAR_LINE : list->row - above) / 2;
}

double list_thickness(const struct list *list)
{
    double thickness =
        list->names_above ? list->em * 0.9 : MIN((list->row - list->form.extra) * SHARE, list->em * FATTEST);
    return list->sketch->size->is_points ? thickness : 2 * round(thickness / 2);
}

void list_place_name(const struct list *list, size_t i)
{
    double middle = list->names_above ? list_top(list, i) + list->em * NAME_LINE / 2 : list_middle(list, i);
    const struct words_lines *name = &list->names[i];
    double line = NAME_LEADING * list->em, first = middle - ((double)name->n_lines - 1) / 2 * line;
    sketch_lines(list->sketch, PAINT_INK, name,
                 (struct chart_text){.x = list->area.x, .y = baseline_at(first, list->em), .size = list->em}, line);
}

double list_close(const struct list *list)
{
    double bottom = list_top(list, list->n_shown);
    size_t n_rest = list->form.n_rows - list->n_shown;
    sketch_count_rest(list->sketch, n_rest, (struct chart_rect){list->area.x, bottom, list->area.width, list->row});
    return bottom - list->area.y + (n_rest ? list->row : 0);
}
