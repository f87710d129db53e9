/* What patches of colour, hatching or dots mean, in words beside each. Private to chart. */
#ifndef PROVISO_CHART_KEY_H
#define PROVISO_CHART_KEY_H

#include "chart/sketch.h"

enum key_form { KEY_FILLED, KEY_OUTLINED, KEY_HATCHED, KEY_DISC, KEY_RING };

enum { KEY_MOST = 10 };

struct key_entry {
    enum key_form form;
    enum chart_paint paint;
    const char *words;
};

struct key {
    size_t n_entries; /* those that have room */
    struct key_entry entries[KEY_MOST];
    struct chart_point places[KEY_MOST]; /* left and middle of each, from the key's top left */
    struct fitted words[KEY_MOST];
    double height; /* 0 without entries */
};

/* ENTRIES side by side in lines of the width of AREA, or under one another (IS_LIST) where its height is enough for
 * that. What it cannot hold is left out. Only the size of AREA is looked at; key_place sets the top left. */
struct key key_lay(const struct sketch *sketch, const struct key_entry *entries, size_t n_entries,
                   struct chart_rect area, bool is_list);

void key_place(struct sketch *sketch, const struct key *key, double x, double y);

#endif
