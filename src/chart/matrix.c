/* Who says what of whom: a line a place, a column an authority, in each cell a shape and its words. Where the page is
 * too narrow for the columns, each place has a line for each authority that says something; the place's name stands
 * left of the first, or as a heading above it where the page is narrower still. What is noted of a place has its sign
 * after the name; days stand in the cells where the page is as long as they need. */
#include "chart/kinds.h"

#include "chart/rows.h"
#include "chart/shape.h"
#include "chart/share.h"

#include <math.h>

/* In ems of label size. */
static const double SHAPE = 1.05;
static const double AFTER_SHAPE = 0.55;
static const double COLUMN_GAP = 1.2;
static const double NARROWEST = 9; /* column */
static const double NAME_SHARE = 0.28;
static const double STACK_VOICE_SHARE = 0.32;
static const double FEWEST_EMS = 40; /* of width, for names left of stacked lines */
static const double LINE = 1.25;     /* of words in a cell */
static const double HEAD_AIR = 0.4;  /* below the names of columns */
static const double ROW_AIR = 0.75;
static const double LEAST_AIR = 0.3;
static const double STACK_LINE = 1.5;
static const double STACK_AIR = 0.7;
static const double MOST_AIR = 2.2; /* where a page has more room than whole places fill */
static const double HAIR = 1e-6;    /* of width, that sums may lack */

enum { MOST_LINES = 2, MOST_DATED_LINES = 3 }; /* in a cell */

struct matrix {
    struct sketch *sketch;
    double em;
    struct chart_rect area;
    const char *key;      /* what the sign after a name means; NULL: none that is shown has it */
    const bool *is_noted; /* of each place */
    struct groups places, authorities;
    size_t *cells;    /* 1 + row of the data, by place and authority; 0: none */
    size_t n_doubles; /* rows whose cell is taken */
    bool is_stacked, has_headings;
    double name_width;
    double *columns;             /* width of each authority's cells with their gap */
    double row;                  /* height of a row of columns */
    size_t most_lines;           /* in a cell */
    size_t *lines;               /* of each authority, where rows are stacked */
    double air;                  /* above and below the lines of a place there */
    double voice_x, voice_width; /* of the authorities' names there */
};

static size_t cell_row(const struct matrix *matrix, size_t place, size_t authority)
{
    return matrix->cells[place * matrix->authorities.n_names + authority];
}

/* The first row of a place and an authority is its cell; others are left off. */
static void fill_cells(struct matrix *matrix)
{
    size_t n_cells = matrix->places.n_names * matrix->authorities.n_names;
    bool *is_noted = ARENA_ARRAY(matrix->sketch->arena, bool, matrix->places.n_names);
    matrix->is_noted = is_noted;
    matrix->cells = ARENA_ARRAY(matrix->sketch->arena, size_t, n_cells);
    for (size_t i = 0; i < matrix->sketch->spec->data->n_rows; i++) {
        const char *noted = rows_noted(matrix->sketch, i);
        is_noted[matrix->places.of_row[i]] |= *noted != '\0';
        matrix->key = *noted ? noted : matrix->key;
        size_t at = matrix->places.of_row[i] * matrix->authorities.n_names + matrix->authorities.of_row[i];
        matrix->n_doubles += matrix->cells[at] > 0;
        if (!matrix->cells[at])
            matrix->cells[at] = i + 1;
    }
}

/* The position, with its day, which stays in one line, where there is room for days. */
static const char *cell_words(const struct matrix *matrix, size_t row)
{
    const char *words = rows_words(matrix->sketch, row, CHART_POSITION);
    if (matrix->area.height > 0)
        return words;
    return rows_dated(matrix->sketch, words,
                      words_unbroken(matrix->sketch->arena, rows_date(matrix->sketch, row, CHART_FROM)));
}

/* The width of each authority's cells when all their words stand in one line, and of its name in two. */
static void measure_columns(struct matrix *matrix)
{
    struct sketch *sketch = matrix->sketch;
    struct ruler label = sketch_ruler(sketch, matrix->em, false), bold = sketch_ruler(sketch, matrix->em, true);
    double gap = COLUMN_GAP * matrix->em, beside = (SHAPE + AFTER_SHAPE) * matrix->em;
    matrix->columns = ARENA_ARRAY(sketch->arena, double, matrix->authorities.n_names);
    for (size_t i = 0; i < matrix->authorities.n_names; i++)
        matrix->columns[i] = MIN(ruler_width(&bold, matrix->authorities.names[i]), NARROWEST * matrix->em) + gap;
    for (size_t i = 0; i < sketch->spec->data->n_rows; i++) {
        double *column = &matrix->columns[matrix->authorities.of_row[i]];
        *column = MAX(*column, gap + beside + ruler_width(&label, rows_words(sketch, i, CHART_POSITION)));
    }
}

static void choose_form(struct matrix *matrix)
{
    struct ruler label = sketch_ruler(matrix->sketch, matrix->em, false);
    double gap = COLUMN_GAP * matrix->em, width = matrix->area.width;
    for (size_t i = 0; i < matrix->places.n_names; i++)
        matrix->name_width = MAX(matrix->name_width, ruler_width(&label, matrix->places.names[i]));
    matrix->name_width += matrix->key ? (SHAPE + AFTER_SHAPE) * matrix->em : 0;
    matrix->name_width = MIN(matrix->name_width, NAME_SHARE * width);
    measure_columns(matrix);
    matrix->is_stacked = !share_width(matrix->columns, matrix->authorities.n_names, width - matrix->name_width,
                                      (NARROWEST + COLUMN_GAP) * matrix->em);
    if (!matrix->is_stacked)
        return;
    matrix->has_headings = width < FEWEST_EMS * matrix->em;
    matrix->voice_x = matrix->area.x + (matrix->has_headings ? 0 : matrix->name_width + gap);
    matrix->voice_width = STACK_VOICE_SHARE * (matrix->area.x + width - matrix->voice_x);
    for (size_t i = 0; i < matrix->authorities.n_names; i++)
        matrix->columns[i] = matrix->area.x + width - matrix->voice_x - matrix->voice_width;
}

static struct words_lines cell_lines(const struct matrix *matrix, size_t row)
{
    struct ruler label = sketch_ruler(matrix->sketch, matrix->em, false);
    double column = matrix->columns[matrix->authorities.of_row[row]];
    const struct words_frame frame = {.width = column - (COLUMN_GAP + SHAPE + AFTER_SHAPE) * matrix->em,
                                      .most_lines = matrix->most_lines};
    return words_wrap(&label, cell_words(matrix, row), &frame);
}

/* Lines of words whose middle is at the height of AT, which is left of them. */
static void place_lines(const struct matrix *matrix, enum chart_paint paint, const struct words_lines *words,
                        struct chart_point at, bool is_bold)
{
    double em = matrix->em, first = at.y - ((double)words->n_lines - 1) * LINE * em / 2;
    sketch_lines(matrix->sketch, paint, words,
                 (struct chart_text){.x = at.x, .y = baseline_at(first, em), .size = em, .bold = is_bold}, LINE * em);
}

/* The sign of what is noted, left of X. */
static void place_noted(const struct matrix *matrix, double x, double middle)
{
    enum chart_shape shape = shape_find(matrix->sketch, matrix->sketch->spec->noted);
    shape_place(matrix->sketch, shape, x - SHAPE * matrix->em / 2, middle, SHAPE * matrix->em);
}

/* The name of a place in one line of WIDTH round the height of AT, with the sign of what is noted of it. */
static void place_name(const struct matrix *matrix, size_t place, struct chart_point at, double width, bool is_bold)
{
    struct ruler ruler = sketch_ruler(matrix->sketch, matrix->em, is_bold);
    double em = matrix->em, sign = matrix->is_noted[place] ? (SHAPE + AFTER_SHAPE) * em : 0;
    struct fitted name = words_fit(&ruler, matrix->places.names[place], width - sign + HAIR);
    place_lines(matrix, PAINT_INK, &(struct words_lines){&name, 1}, at, is_bold);
    if (sign > 0)
        place_noted(matrix, at.x + name.width + sign, at.y);
}

static double key_height(const struct matrix *matrix)
{
    return matrix->key ? 2 * LINE * matrix->em : 0;
}

static void place_key(const struct matrix *matrix)
{
    double middle = matrix->area.y + LINE * matrix->em / 2, indent = (SHAPE + AFTER_SHAPE) * matrix->em;
    place_noted(matrix, matrix->area.x + SHAPE * matrix->em, middle);
    sketch_words(matrix->sketch, PAINT_INK, matrix->key,
                 (struct chart_rect){matrix->area.x + indent, middle, matrix->area.width - indent, 0});
}

/* The name of an authority left of a cell. */
static struct words_lines authority_lines(const struct matrix *matrix, size_t authority)
{
    struct ruler label = sketch_ruler(matrix->sketch, matrix->em, false);
    const struct words_frame frame = {.width = matrix->voice_width, .most_lines = matrix->most_lines};
    return words_wrap(&label, matrix->authorities.names[authority], &frame);
}

/* What a cell says, with its day, and what is noted of its place. */
static const char *exact_words(const struct matrix *matrix, size_t row)
{
    const struct sketch *sketch = matrix->sketch;
    const char *words = rows_words(sketch, row, CHART_POSITION), *noted = rows_noted(sketch, row);
    words = rows_dated(sketch, words, rows_date(sketch, row, CHART_FROM));
    return *noted ? arena_printf(sketch->arena, "%s. %s", words, noted) : words;
}

static void place_cell(const struct matrix *matrix, size_t place, size_t authority, struct chart_point at)
{
    struct sketch *sketch = matrix->sketch;
    double em = matrix->em, width = matrix->columns[authority];
    size_t row = cell_row(matrix, place, authority);
    if (!row) {
        sketch_words(sketch, PAINT_MUTED, "\xe2\x80\x93", (struct chart_rect){at.x, at.y, width, 0});
        return;
    }
    const char *name = catalog_format(sketch->arena, sketch->spec->catalog, N_("{name}, {place}"), "name",
                                      matrix->places.names[place], "place", matrix->authorities.names[authority], NULL);
    sketch->mark = rows_mark(sketch, row - 1, name, exact_words(matrix, row - 1));
    enum chart_shape shape = shape_of(sketch, row - 1);
    struct words_lines words = cell_lines(matrix, row - 1);
    double indent = shape < SHAPES ? (SHAPE + AFTER_SHAPE) * em : 0;
    shape_place(sketch, shape, at.x + SHAPE * em / 2, at.y - ((double)words.n_lines - 1) * LINE * em / 2, SHAPE * em);
    place_lines(matrix, PAINT_INK, &words, (struct chart_point){at.x + indent, at.y}, false);
    sketch->mark = NULL;
    sketch->n_shown++;
}

static void place_rule(const struct matrix *matrix, double y)
{
    double x = matrix->area.x;
    y = sketch_crisp(matrix->sketch, y);
    sketch_line(matrix->sketch, PAINT_RULE, (struct chart_segment){x, y, x + matrix->area.width, y});
}

/* Where the cells of an authority begin. */
static double column_x(const struct matrix *matrix, size_t authority)
{
    double x = matrix->area.x + matrix->name_width + COLUMN_GAP * matrix->em;
    for (size_t i = 0; i < authority; i++)
        x += matrix->columns[i];
    return x;
}

static struct words_lines head_lines(const struct matrix *matrix, size_t authority)
{
    struct ruler bold = sketch_ruler(matrix->sketch, matrix->em, true);
    const struct words_frame frame = {.width = matrix->columns[authority] - COLUMN_GAP * matrix->em, .most_lines = 2};
    return words_wrap(&bold, matrix->authorities.names[authority], &frame);
}

/* Of the names of the columns, in at most two lines. */
static double heads_height(const struct matrix *matrix)
{
    size_t most = 1;
    for (size_t i = 0; i < matrix->authorities.n_names; i++)
        most = MAX(most, head_lines(matrix, i).n_lines);
    return matrix->is_stacked ? 0 : ((double)most * LINE + HEAD_AIR) * matrix->em;
}

/* The names of the columns above BOTTOM. */
static void place_heads(const struct matrix *matrix, double bottom)
{
    for (size_t i = 0; i < matrix->authorities.n_names; i++) {
        struct words_lines words = head_lines(matrix, i);
        double middle = bottom - (HEAD_AIR + (double)words.n_lines * LINE / 2) * matrix->em;
        place_lines(matrix, PAINT_INK, &words, (struct chart_point){column_x(matrix, i), middle}, true);
    }
}

static void place_wide_row(const struct matrix *matrix, size_t place, double top)
{
    double middle = top + matrix->row / 2;
    place_rule(matrix, top);
    place_name(matrix, place, (struct chart_point){matrix->area.x, middle}, matrix->name_width, false);
    for (size_t i = 0; i < matrix->authorities.n_names; i++)
        place_cell(matrix, place, i, (struct chart_point){column_x(matrix, i), middle});
}

static double stacked_line(const struct matrix *matrix, size_t authority)
{
    return ((double)matrix->lines[authority] * LINE + STACK_LINE - LINE) * matrix->em;
}

/* A heading, or left of the first of the lines. */
static void place_stacked_name(const struct matrix *matrix, size_t place, double top)
{
    place_name(matrix, place, (struct chart_point){matrix->area.x, top + STACK_LINE * matrix->em / 2},
               matrix->has_headings ? matrix->area.width : matrix->name_width, matrix->has_headings);
}

static void place_stacked_row(const struct matrix *matrix, size_t place, double top)
{
    double y = top + matrix->air / 2, x = matrix->voice_x + matrix->voice_width + COLUMN_GAP * matrix->em;
    place_rule(matrix, top);
    place_stacked_name(matrix, place, y);
    y += matrix->has_headings ? STACK_LINE * matrix->em : 0;
    for (size_t i = 0; i < matrix->authorities.n_names; i++) {
        if (!cell_row(matrix, place, i))
            continue;
        double line = stacked_line(matrix, i);
        struct words_lines voice = authority_lines(matrix, i);
        place_lines(matrix, PAINT_MUTED, &voice, (struct chart_point){matrix->voice_x, y + line / 2}, false);
        place_cell(matrix, place, i, (struct chart_point){x, y + line / 2});
        y += line;
    }
}

/* Lines that a stacked row has for each authority. */
static void choose_stacked_lines(struct matrix *matrix)
{
    size_t n = matrix->authorities.n_names;
    matrix->lines = ARENA_ARRAY(matrix->sketch->arena, size_t, n);
    for (size_t i = 0; i < n; i++)
        matrix->lines[i] = MAX(1, authority_lines(matrix, i).n_lines);
    for (size_t i = 0; i < matrix->sketch->spec->data->n_rows; i++) {
        size_t *lines = &matrix->lines[matrix->authorities.of_row[i]];
        *lines = MAX(*lines, cell_lines(matrix, i).n_lines);
    }
}

/* The height of a row of columns: as many lines of words as are needed, if at least three such rows have room. */
static double choose_row(struct matrix *matrix, double height)
{
    double em = matrix->em, n = (double)matrix->places.n_names;
    size_t lines = 1;
    for (size_t i = 0; i < matrix->sketch->spec->data->n_rows; i++)
        lines = MAX(lines, cell_lines(matrix, i).n_lines);
    if (height > 0 && height < 3 * ((double)lines * LINE + LEAST_AIR) * em)
        lines = 1;
    matrix->most_lines = lines;
    double pleasant = ((double)lines * LINE + ROW_AIR) * em, least = ((double)lines * LINE + LEAST_AIR) * em;
    return height > 0 ? CLAMP(height / n, least, (lines > 1 ? 1.3 : 1.5) * pleasant) : pleasant;
}

static double row_height(const struct matrix *matrix, size_t place)
{
    if (!matrix->is_stacked)
        return matrix->row;
    double height = matrix->air + (matrix->has_headings ? STACK_LINE * matrix->em : 0);
    for (size_t i = 0; i < matrix->authorities.n_names; i++)
        height += cell_row(matrix, place, i) ? stacked_line(matrix, i) : 0;
    return height;
}

/* How many of the first places HEIGHT has room for. */
static size_t count_within(const struct matrix *matrix, double height)
{
    size_t n = 0;
    for (double used = 0; n < matrix->places.n_names; n++) {
        used += row_height(matrix, n);
        if (used > height + 0.01)
            break;
    }
    return n;
}

static size_t count_fitting(const struct matrix *matrix, double height)
{
    size_t n = matrix->places.n_names;
    if (matrix->area.height <= 0 || (!matrix->n_doubles && count_within(matrix, height) == n))
        return n;
    /* One line is kept for the count of the rest. */
    return count_within(matrix, height - 1.5 * matrix->em);
}

/* How many of the first places stand in HEIGHT, below the key if one of them is noted; else there is none. */
static size_t choose_places(struct matrix *matrix, double height)
{
    size_t n = count_fitting(matrix, height - key_height(matrix)), first = 0;
    while (first < matrix->places.n_names && !matrix->is_noted[first])
        first++;
    if (first < n)
        return n;
    matrix->key = NULL;
    return MIN(first, count_fitting(matrix, height));
}

/* The first N places share what they leave of HEIGHT, if it is given. */
static void spread_places(struct matrix *matrix, size_t n, double height)
{
    height -= key_height(matrix) + (n < matrix->places.n_names || matrix->n_doubles ? 1.5 * matrix->em : 0);
    for (size_t i = 0; i < n; i++)
        height -= row_height(matrix, i);
    matrix->air = MIN(matrix->air + MAX(0, height) / (double)MAX(1, n), MOST_AIR * matrix->em);
}

double matrix_place(struct sketch *sketch, struct chart_rect area)
{
    size_t n_rows = sketch->spec->data->n_rows;
    struct matrix matrix = {.sketch = sketch,
                            .em = sketch->size->label,
                            .area = area,
                            .most_lines = area.height > 0 ? MOST_LINES : MOST_DATED_LINES,
                            .air = (area.height > 0 ? LEAST_AIR : STACK_AIR) * sketch->size->label,
                            .places = rows_groups(sketch, CHART_LABEL, n_rows),
                            .authorities = rows_groups(sketch, CHART_SERIES, n_rows)};
    fill_cells(&matrix);
    choose_form(&matrix);
    double heads = heads_height(&matrix), height = area.height - heads;
    if (matrix.is_stacked)
        choose_stacked_lines(&matrix);
    else
        matrix.row = choose_row(&matrix, area.height > 0 ? height - key_height(&matrix) : 0);
    size_t n_places = choose_places(&matrix, height);
    spread_places(&matrix, n_places, height);
    double bottom = area.y + (key_height(&matrix) + heads);
    if (matrix.key)
        place_key(&matrix);
    if (!matrix.is_stacked)
        place_heads(&matrix, bottom);
    for (size_t i = 0; i < n_places; bottom += row_height(&matrix, i++))
        (matrix.is_stacked ? place_stacked_row : place_wide_row)(&matrix, i, bottom);
    size_t n_rest = n_rows - sketch->n_shown;
    sketch_count_hidden(sketch, n_rest, (struct chart_rect){area.x, bottom, area.width, 1.5 * matrix.em});
    return bottom - area.y + (n_rest ? 1.5 * matrix.em : 0);
}
