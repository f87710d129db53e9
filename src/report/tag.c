/* The document's structure, as cairo takes it. A link must be inside the Document tag, or the file is damaged. */
#include "report/draw.h"

#include <string.h>

void tag_begin(struct drawing *drawing, const char *name, const char *attributes)
{
    text_flush(drawing->setter);
    cairo_tag_begin(drawing->cairo, name, attributes);
}

void tag_end(struct drawing *drawing, const char *name)
{
    text_flush(drawing->setter);
    cairo_tag_end(drawing->cairo, name);
}

static char *quote(struct arena *arena, const char *text)
{
    char *quoted = arena_alloc(arena, strlen(text) * 2 + 1), *to = quoted;
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            *to++ = '\\';
        *to++ = *text;
    }
    return quoted;
}

static const char *number(struct arena *arena, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    return arena_strdup(arena, g_ascii_formatd(digits, sizeof digits, "%.2f", value));
}

/* Cairo puts addresses and names into the file as they are, where a bracket or a backslash would end them. */
static char *escape(struct arena *arena, const char *text, const char *kept)
{
    g_autofree char *escaped = g_uri_escape_string(text, kept, FALSE);
    return quote(arena, escaped);
}

static const char kept_in_address[] = "!#$%&'*+,/:;=?@[]", kept_in_name[] = ":";

char *tag_link(struct arena *arena, const char *href, double x, double y, double width, double height)
{
    bool is_inside = *href == '#';
    return arena_printf(arena, "rect=[%s %s %s %s] %s='%s'", number(arena, x), number(arena, y), number(arena, width),
                        number(arena, height), is_inside ? "dest" : "uri",
                        is_inside ? escape(arena, href + 1, kept_in_name) : escape(arena, href, kept_in_address));
}

char *tag_heading(struct arena *arena, uint32_t block)
{
    return arena_printf(arena, "report:heading-%u", block);
}

static void set_destination(struct drawing *drawing, const char *name, double y)
{
    struct arena *arena = drawing->arena;
    tag_begin(drawing, CAIRO_TAG_DEST,
              arena_printf(arena, "name='%s' x=%s y=%s", escape(arena, name, kept_in_name),
                           number(arena, drawing->flow->left), number(arena, MAX(y - 8, 0))));
    tag_end(drawing, CAIRO_TAG_DEST);
}

void draw_anchors(struct drawing *drawing, uint32_t block, uint32_t row, double y)
{
    for (; drawing->anchor < drawing->document->n_anchors; drawing->anchor++) {
        const struct anchor *anchor = &drawing->document->anchors[drawing->anchor];
        if (anchor->block > block || (anchor->block == block && anchor->row > row))
            return;
        set_destination(drawing, anchor->id, y);
    }
}

const char *draw_target(const struct drawing *drawing, const char *href)
{
    if (href && *href == '#' && !g_hash_table_contains(drawing->document->ids, href + 1))
        return NULL;
    return href;
}

bool draw_has_links(const struct drawing *drawing, const struct text *text)
{
    for (uint32_t i = 0; i < text->n_segments; i++)
        if (draw_target(drawing, text->segments[i].href))
            return true;
    return false;
}

static const struct holder *holder_at(const struct drawing *drawing, size_t depth)
{
    return drawing->holders->pdata[depth];
}

static size_t holder_depth(const struct holder *holder)
{
    size_t depth = 0;
    for (; holder; holder = holder->parent)
        depth++;
    return depth;
}

void tag_hold(struct drawing *drawing, const struct holder *holder)
{
    GPtrArray *open = drawing->holders;
    size_t depth = holder_depth(holder);
    const struct holder *chain[256];
    g_assert(depth <= G_N_ELEMENTS(chain));
    for (size_t i = depth; i-- > 0; holder = holder->parent)
        chain[i] = holder;
    size_t shared = 0;
    while (shared < depth && shared < open->len && holder_at(drawing, shared) == chain[shared])
        shared++;
    for (size_t i = open->len; i-- > shared;)
        tag_end(drawing, holder_at(drawing, i)->tag);
    g_ptr_array_set_size(open, (int)shared);
    for (size_t i = shared; i < depth; i++) {
        tag_begin(drawing, chain[i]->tag, NULL);
        g_ptr_array_add(open, (void *)chain[i]);
    }
}

static void add_outline(struct drawing *drawing, const struct block *block, const char *name)
{
    if (block->style != STYLE_SECTION && block->style != STYLE_PART)
        return;
    int depth = block->style == STYLE_PART && drawing->is_sectioned;
    char *title = arena_strdup(drawing->arena, block->text.words);
    g_strdelimit(title, "\n", ' ');
    int parent = depth ? drawing->outline[0] : CAIRO_PDF_OUTLINE_ROOT;
    int entry = cairo_pdf_surface_add_outline(drawing->surface, parent, title,
                                              arena_printf(drawing->arena, "dest='%s'", name), 0);
    drawing->outline[depth] = entry;
    drawing->is_sectioned |= block->style == STYLE_SECTION;
}

void tag_section(struct drawing *drawing, uint32_t index, double y)
{
    const struct block *block = &drawing->document->blocks[index];
    const char *name = tag_heading(drawing->arena, index);
    set_destination(drawing, name, y);
    add_outline(drawing, block, name);
}
