/* What stands between two pairs of braces. Knows the grammar of tags, not where they stand nor what names mean. */
#include "tmpl/internal.h"

#include <string.h>

enum { PARTS_MAX = 3 };

/* Names with dots between. */
struct path {
    size_t n;
    const char *parts[PARTS_MAX];
};

static bool is_name_char(char c)
{
    return g_ascii_islower(c) || g_ascii_isdigit(c) || c == '_' || c == '-';
}

static void skip_space(const char **text)
{
    *text += strspn(*text, " \t\r\n");
}

/* Takes a name and the white space after it from the front of *TEXT; NULL when there is none. */
static const char *take_name(struct arena *arena, const char **text)
{
    size_t length = 0;
    if (g_ascii_islower(**text))
        while (is_name_char((*text)[length]))
            length++;
    const char *name = length ? arena_strndup(arena, *text, length) : NULL;
    *text += length;
    return name;
}

static bool take_path(struct arena *arena, const char **text, struct path *path)
{
    path->n = 0;
    do {
        if (path->n == PARTS_MAX || !(path->parts[path->n++] = take_name(arena, text)))
            return false;
    } while (*(*text)++ == '.');
    --*text;
    skip_space(text);
    return true;
}

static void take_form(struct path *path, struct tag *tag)
{
    static const char *const forms[] = {[FORM_RAW] = "raw", [FORM_LABEL] = "label"};
    for (enum value_form form = FORM_RAW; path->n > 1 && form <= FORM_LABEL; form++) {
        if (strcmp(path->parts[path->n - 1], forms[form]) != 0)
            continue;
        tag->form = form;
        path->n--;
        return;
    }
}

/* Takes " by column" when it is there. */
static bool take_by(struct arena *arena, const char **text, struct tag *tag)
{
    if (strncmp(*text, "by", 2) != 0 || is_name_char((*text)[2]))
        return true;
    *text += 2;
    skip_space(text);
    tag->by = take_name(arena, text);
    skip_space(text);
    return tag->by != NULL;
}

static const struct {
    char sign; /* what a tag of this kind begins with */
    enum tag_kind kind;
} kinds[] = {
    {'#', TAG_SECTION}, {'^', TAG_INVERTED}, {'/', TAG_CLOSE},
    {'!', TAG_NOTE},    {'>', TAG_PARTIAL},  {'_', TAG_TRANSLATION},
};

static enum tag_kind kind_of(const char *inside)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (*inside == kinds[i].sign)
            return kinds[i].kind;
    return TAG_VALUE;
}

/* Reads the name in TEXT and what may follow it. */
static const char *read_name(struct arena *arena, const char *text, struct tag *tag)
{
    struct path path;
    skip_space(&text);
    if (!take_path(arena, &text, &path))
        return "this is not a name";
    if (tag->kind == TAG_VALUE)
        take_form(&path, tag);
    if (path.n > (tag->kind == TAG_PARTIAL ? 1 : 2))
        return "this name has too many parts";
    tag->name = path.parts[path.n - 1];
    tag->result = path.n > 1 ? path.parts[0] : NULL;
    if (tag->kind == TAG_SECTION && !take_by(arena, &text, tag))
        return "by is followed by a column";
    return *text ? "there is more here than a name" : NULL;
}

const char *tag_read(struct arena *arena, const char *inside, struct tag *tag)
{
    tag->kind = kind_of(inside);
    switch (tag->kind) {
    case TAG_NOTE: return NULL;
    case TAG_TRANSLATION: return inside[1] ? "this is not a name" : NULL;
    case TAG_VALUE:
        if (*inside == '{' || *inside == '&')
            return "every value is escaped; there is no other tag";
        return read_name(arena, inside, tag);
    default: return read_name(arena, inside + 1, tag);
    }
}

bool place_fail(GError **error, enum error_code code, const struct place *place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *problem = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, PROVISO_ERROR, (int)code, "%s:%u:%u: %s%s", place->path, place->line, place->column,
                place->translated ? "in the translation: " : "", problem);
    return false;
}

bool tag_fail(GError **error, enum error_code code, const struct tag *tag, const char *problem)
{
    return place_fail(error, code, &tag->place, "%s: %s", tag->text, problem);
}
