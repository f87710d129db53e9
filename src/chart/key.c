/* Entries flow into lines like words. */
#include "chart/key.h"

/* In ems of label size. */
static const double LINE = 1.5;
static const double PATCH = 0.85;
static const double AFTER_PATCH = 0.5;
static const double BETWEEN = 1.4;

struct key key_lay(const struct sketch *sketch, const struct key_entry *entries, size_t n_entries,
                   struct chart_rect area, bool is_list)
{
    double em = sketch->size->label, line = LINE * em, x = 0, y = 0, indent = (PATCH + AFTER_PATCH) * em;
    struct ruler ruler = sketch_ruler(sketch, em, false);
    struct key key = {0};
    bool each = is_list && line * (double)n_entries <= area.height;
    for (size_t i = 0; i < MIN(n_entries, KEY_MOST); i++) {
        struct fitted words = words_fit(&ruler, entries[i].words, area.width - indent);
        double width = indent + words.width;
        if (x > 0 && (each || x + width > area.width)) {
            x = 0;
            y += line;
        }
        if (!*words.words || y + line > area.height + 0.01)
            break;
        key.entries[key.n_entries] = entries[i];
        key.words[key.n_entries] = words;
        key.places[key.n_entries++] = (struct chart_point){x, y + line / 2};
        key.height = y + line;
        x += width + BETWEEN * em;
    }
    return key;
}

static void place_patch(struct sketch *sketch, const struct key_entry *entry, double x, double middle)
{
    double side = PATCH * sketch->size->label;
    struct chart_rect patch = {x, middle - side / 2, side, side};
    struct chart_circle dot = {.x = x + side / 2, .y = middle, .radius = side * 0.38};
    switch (entry->form) {
    case KEY_HATCHED: sketch_hatch(sketch, entry->paint, patch); break;
    case KEY_RING: dot.thickness = side * 0.22; G_GNUC_FALLTHROUGH;
    case KEY_DISC: sketch_circle(sketch, entry->paint, dot); break;
    case KEY_OUTLINED:
    case KEY_FILLED: sketch_fill(sketch, entry->paint, patch); break;
    }
    if (entry->form == KEY_OUTLINED)
        sketch_outline(sketch, PAINT_INK, patch);
}

void key_place(struct sketch *sketch, const struct key *key, double x, double y)
{
    double em = sketch->size->label, indent = (PATCH + AFTER_PATCH) * em;
    for (size_t i = 0; i < key->n_entries; i++) {
        double left = x + key->places[i].x, middle = y + key->places[i].y;
        place_patch(sketch, &key->entries[i], left, middle);
        sketch_text(sketch, PAINT_INK,
                    (struct chart_text){.words = key->words[i].words,
                                        .x = left + indent,
                                        .y = baseline_at(middle, em),
                                        .width = key->words[i].width,
                                        .size = em});
    }
}
