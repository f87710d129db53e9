/* The frame of every chart: title and subtitle above, the kind's own drawing in the middle, a hairline, note, source
 * and foot below. Knows the kinds by one table. */
#include "chart/layout.h"

#include "chart/kinds.h"
#include "chart/sketch.h"

enum { MOST_ROWS = 2000, TITLE_BYTES = 400, TEXT_BYTES = 1500 };

/* Times the font's size. */
static const double LEADING = 1.32;
static const double TIGHT_LEADING = 1.22; /* where the height is given */
static const double TITLE_LEADING = 1.2;

/* A chart kind adds its items at the top of AREA (height 0: as high as needed) and returns the height it took. */
typedef double place_kind(struct sketch *sketch, struct chart_rect area);

static place_kind *const kinds[CHART_KINDS] = {
    [CHART_RANKED_BARS] = bars_place,    [CHART_COLUMNS] = columns_place,           [CHART_STACKED_BAR] = stacked_place,
    [CHART_LINES] = lines_place,         [CHART_SMALL_MULTIPLES] = multiples_place, [CHART_DUMBBELL] = dumbbell_place,
    [CHART_WATERFALL] = waterfall_place, [CHART_STATUS_MATRIX] = matrix_place,      [CHART_TIMELINE] = timeline_place,
    [CHART_DEADLINES] = deadlines_place, [CHART_TILE_GRID] = tiles_place,           [CHART_DOT_MAP] = dotmap_place,
    [CHART_STRIP_PLOT] = strip_place,
};

/* A paragraph of the frame, broken into lines. */
struct block {
    struct words_lines text;
    double size, leading;
    bool bold;
    enum chart_paint paint;
};

struct frame {
    struct block title, subtitle, note, source, foot;
};

static struct block make_block(const struct sketch *sketch, const char *text, struct block form, size_t most_lines)
{
    struct ruler ruler = sketch_ruler(sketch, form.size, form.bold);
    struct words_frame frame = {.width = sketch->size->width - 2 * sketch->size->margin,
                                .most_lines = most_lines,
                                .even = form.size > sketch->size->foot};
    form.text = words_wrap(&ruler, words_clean(sketch->arena, text, TEXT_BYTES), &frame);
    return form;
}

/* TEXT, or what is said instead where it would be cut; NULL: nothing. */
static struct block make_whole(const struct sketch *sketch, const char *text, const char *instead, struct block form,
                               size_t most_lines)
{
    struct block block = make_block(sketch, text, form, most_lines);
    return words_are_cut(&block.text) && instead ? make_block(sketch, instead, form, most_lines) : block;
}

/* Where the height is given, words leave most of it to the chart. */
static struct frame make_frame(const struct sketch *sketch)
{
    const struct chart_spec *spec = sketch->spec;
    const struct chart_size *size = sketch->size;
    bool is_low = size->height > 0;
    size_t few = is_low ? 2 : 3, many = is_low ? 2 : 8;
    double leading = is_low ? TIGHT_LEADING : LEADING;
    struct block title = {.size = size->title, .leading = TITLE_LEADING, .bold = true, .paint = PAINT_INK};
    struct block subtitle = {.size = size->subtitle, .leading = leading, .paint = PAINT_MUTED};
    struct block foot = {.size = size->foot, .leading = leading, .paint = PAINT_MUTED};
    return (struct frame){.title = make_block(sketch, spec->title, title, 3),
                          .subtitle = make_whole(sketch, spec->subtitle, spec->subtitle_short, subtitle, few),
                          .note = make_block(sketch, spec->note, foot, many),
                          .source = make_block(sketch, spec->source, foot, few),
                          /* An address that is cut leads elsewhere. */
                          .foot =
                              make_whole(sketch, spec->foot, spec->foot_short, foot, is_low ? 3 : WORDS_MOST_LINES)};
}

static double block_height(const struct block *block)
{
    return (double)block->text.n_lines * block->size * block->leading;
}

/* Returns the y below it. */
static double place_block(struct sketch *sketch, const struct block *block, double y)
{
    double line = block->size * block->leading;
    const struct chart_text first = {.x = sketch->size->margin,
                                     .y = baseline_at(y + line / 2, block->size),
                                     .size = block->size,
                                     .bold = block->bold};
    sketch_lines(sketch, block->paint, &block->text, first, line);
    return y + block_height(block);
}

static double place_head(struct sketch *sketch, const struct frame *frame)
{
    double y = place_block(sketch, &frame->title, sketch->size->margin);
    if (frame->title.text.n_lines)
        y += sketch->size->subtitle * 0.3;
    return place_block(sketch, &frame->subtitle, y);
}

/* Above and below the hairline. */
static double foot_air(const struct chart_size *size)
{
    return size->foot * (size->height > 0 ? 0.5 : 0.7);
}

/* Space, hairline, space, words. */
static double foot_height(const struct sketch *sketch, const struct frame *frame)
{
    return 2 * foot_air(sketch->size) + block_height(&frame->note) + block_height(&frame->source) +
           block_height(&frame->foot);
}

static void place_foot(struct sketch *sketch, const struct frame *frame, double y)
{
    const struct chart_size *size = sketch->size;
    double line = y + foot_air(size);
    if (!size->is_points)
        line = (double)(int)line + 0.5;
    struct chart_segment rule = {size->margin, line, size->width - size->margin, line};
    struct chart_strokes strokes = {.segments = &rule, .n_segments = 1, .thickness = size->label / 13};
    sketch_strokes(sketch, PAINT_RULE, strokes);
    y = place_block(sketch, &frame->note, y + 2 * foot_air(size));
    y = place_block(sketch, &frame->source, y);
    place_block(sketch, &frame->foot, y);
}

static double place_empty(struct sketch *sketch, struct chart_rect area)
{
    double size = sketch->size->label;
    const char *words = catalog_text(sketch->spec->catalog, N_("No rows to show"));
    struct ruler ruler = sketch_ruler(sketch, size, false);
    struct chart_text text = {.words = words_fit(&ruler, words, area.width).words,
                              .x = area.x,
                              .y = baseline_at(area.y + size, size),
                              .size = size};
    sketch_text(sketch, PAINT_MUTED, text);
    return 2 * size;
}

/* Returns the height of the page. */
static double place_all(struct sketch *sketch)
{
    const struct chart_size *size = sketch->size;
    struct frame frame = make_frame(sketch);
    struct chart_rect area = {.x = size->margin, .width = size->width - 2 * size->margin};
    area.y = place_head(sketch, &frame) + size->label * (size->height > 0 ? 0.5 : 0.8);
    double foot_top = size->height - size->margin - foot_height(sketch, &frame);
    if (size->height > 0)
        area.height = foot_top - area.y;
    double used = sketch->spec->data->n_rows ? kinds[sketch->spec->kind](sketch, area) : place_empty(sketch, area);
    if (size->height == 0)
        foot_top = area.y + used + size->label * 0.4;
    place_foot(sketch, &frame, foot_top);
    if (size->height > 0)
        return size->height;
    double height = foot_top + foot_height(sketch, &frame) + size->margin;
    return size->is_points ? height : (double)(int)(height + 0.999);
}

static bool check_spec(const struct chart_spec *spec, GError **error)
{
    if (spec->data->n_rows <= MOST_ROWS)
        return chart_kind_check(spec->kind, spec, error);
    g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST,
                "A chart shows at most %d rows; there are %zu. Narrow the question, or take the table.", MOST_ROWS,
                spec->data->n_rows);
    return false;
}

static struct chart_layout *lay_out(struct arena *arena, const struct chart_spec *spec, const struct chart_size *size,
                                    const struct text_measure *measure)
{
    struct sketch sketch = {.arena = arena, .spec = spec, .size = size, .measure = measure};
    sketch_rect(&sketch, PAINT_PAGE, (struct chart_rect){.width = size->width});
    double height = place_all(&sketch);
    sketch.items[0].rect.height = height;
    sketch_finish(&sketch);
    struct chart_layout *layout = ARENA_NEW(arena, struct chart_layout);
    *layout = (struct chart_layout){.width = size->width,
                                    .height = height,
                                    .is_points = size->is_points,
                                    .language = catalog_language(spec->catalog),
                                    .title = words_clean(arena, spec->title, TITLE_BYTES),
                                    .alternative = words_clean(arena, spec->alternative, TEXT_BYTES),
                                    .description = words_clean(arena, spec->description, TEXT_BYTES),
                                    .n_shown = sketch.n_shown,
                                    .n_left_off = spec->data->n_rows - sketch.n_shown,
                                    .n_items = sketch.n_items,
                                    .items = sketch.items};
    return layout;
}

/* LAYOUT leaves rows off: as high as they need, or as high as SIZE lets a chart be. */
static struct chart_layout *grow(struct arena *arena, const struct chart_spec *spec, const struct chart_size *size,
                                 const struct text_measure *measure, struct chart_layout *layout)
{
    struct chart_size grown = *size;
    grown.height = 0;
    struct chart_layout *whole = lay_out(arena, spec, &grown, measure);
    if (whole->height <= layout->height)
        return layout;
    grown.height = size->most_height;
    return whole->height <= size->most_height ? whole : lay_out(arena, spec, &grown, measure);
}

struct chart_layout *chart_layout(struct arena *arena, const struct chart_spec *spec, const struct chart_size *size,
                                  const struct text_measure *measure, GError **error)
{
    if (!check_spec(spec, error))
        return NULL;
    struct chart_layout *layout = lay_out(arena, spec, size, measure);
    bool may_grow = chart_kinds[spec->kind].grows && size->height > 0 && size->most_height > size->height;
    return layout->n_left_off && may_grow ? grow(arena, spec, size, measure, layout) : layout;
}
