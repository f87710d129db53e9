/* Template text to a list of operations: layout, page and partials in line, words translated.
 * Knows names as they are written, not what they stand for. */
#include "tmpl/internal.h"

#include <string.h>

#define TRANSLATION_BEGIN "{{_}}"
#define TRANSLATION_END "{{/_}}"

/* A section that is not closed yet. */
struct open {
    size_t op;
    struct html html; /* where its body began */
};

struct parser {
    const struct templates *templates;
    const struct file *content; /* what {{> content}} is; NULL when a partial is compiled on its own */
    bool has_content;
    GArray *ops;
    struct html html; /* where the output stands */
    size_t depth;     /* open sections */
    size_t floor;     /* of these, opened outside the text that is being read */
    struct open open[SECTION_DEPTH];
    size_t partial_depth;
    GError **error;
};

static bool parse_source(struct parser *parser, struct source *source);

static struct op *op_at(const struct parser *parser, size_t index)
{
    return &g_array_index(parser->ops, struct op, index);
}

static bool fail_here(const struct parser *parser, const struct source *source, const char *problem)
{
    struct place place = source_place(source);
    return place_fail(parser->error, ERROR_DATA, &place, "%s", problem);
}

/* Appends text for the output; what follows on the last text in memory lengthens it. */
static void append_text(struct parser *parser, const char *text, size_t length)
{
    struct op *last = parser->ops->len ? op_at(parser, parser->ops->len - 1) : NULL;
    struct op op = {.kind = OP_TEXT, .length = length, .text = text};
    if (last && last->kind == OP_TEXT && last->text + last->length == text)
        last->length += length;
    else
        g_array_append_val(parser->ops, op);
}

static bool parse_text(struct parser *parser, struct source *source, size_t length)
{
    size_t at;
    const char *problem = html_read(&parser->html, source->at, length, &at);
    if (!problem)
        append_text(parser, source->at, length);
    source_advance(source, at);
    return !problem || fail_here(parser, source, problem);
}

static bool parse_value(struct parser *parser, struct source *source, struct tag *tag)
{
    (void)source;
    tag->address = html_in_address(&parser->html);
    tag->words = html_takes_elements(&parser->html);
    struct op op = {.kind = OP_VALUE, .tag = tag};
    g_array_append_val(parser->ops, op);
    return true;
}

static bool parse_open(struct parser *parser, struct source *source, struct tag *tag)
{
    (void)source;
    if (parser->depth == SECTION_DEPTH)
        return tag_fail(parser->error, ERROR_DATA, tag, "sections are nested too deep");
    parser->open[parser->depth++] = (struct open){.op = parser->ops->len, .html = parser->html};
    struct op op = {.kind = tag->kind == TAG_SECTION ? OP_SECTION : OP_INVERTED, .tag = tag};
    g_array_append_val(parser->ops, op);
    return true;
}

static bool same_name(const struct tag *a, const struct tag *b)
{
    return g_strcmp0(a->result, b->result) == 0 && g_strcmp0(a->name, b->name) == 0;
}

static bool parse_close(struct parser *parser, struct source *source, struct tag *tag)
{
    (void)source;
    if (parser->depth == parser->floor)
        return tag_fail(parser->error, ERROR_DATA, tag, "no section is open here");
    const struct open *open = &parser->open[parser->depth - 1];
    struct op *op = op_at(parser, open->op);
    if (!same_name(op->tag, tag))
        return place_fail(parser->error, ERROR_DATA, &tag->place, "%s: the open section is %s of line %u", tag->text,
                          op->tag->text, op->tag->place.line);
    if (!html_rejoin(&parser->html, &open->html))
        return place_fail(parser->error, ERROR_DATA, &tag->place, "%s: the section begins %s and ends elsewhere, %s",
                          tag->text, html_where(&open->html), html_where(&parser->html));
    op->length = parser->ops->len - open->op - 1;
    parser->depth--;
    return true;
}

static bool parse_note(struct parser *parser, struct source *source, struct tag *tag)
{
    (void)parser, (void)source, (void)tag;
    return true;
}

static bool parse_file(struct parser *parser, const struct file *file, const struct source *outer)
{
    struct source source = source_of_file(file, outer);
    if (!parse_source(parser, &source))
        return false;
    struct place end = source_place(&source);
    return parser->html.state == HTML_TEXT ||
           place_fail(parser->error, ERROR_DATA, &end, "the file ends %s", html_where(&parser->html));
}

static const struct file *find_partial(const struct templates *templates, const char *name)
{
    for (size_t i = 0; i < templates->partials.n; i++)
        if (strcmp(templates->partials.files[i].name, name) == 0)
            return &templates->partials.files[i];
    return NULL;
}

static bool is_being_read(const struct source *source, const struct file *file)
{
    for (; source; source = source->outer)
        if (source->file == file)
            return true;
    return false;
}

static bool parse_partial(struct parser *parser, struct source *source, struct tag *tag)
{
    const struct templates *templates = parser->templates;
    if (source->file == &templates->layout && strcmp(tag->name, "content") == 0) {
        parser->has_content = true;
        return parse_file(parser, parser->content, source);
    }
    const struct file *file = find_partial(templates, tag->name);
    if (!file)
        return tag_fail(parser->error, ERROR_DATA, tag, "there is no such partial");
    if (is_being_read(source, file))
        return tag_fail(parser->error, ERROR_DATA, tag, "the partial holds itself");
    if (parser->partial_depth == PARTIAL_DEPTH)
        return tag_fail(parser->error, ERROR_DATA, tag, "partials are nested too deep");
    parser->partial_depth++;
    bool done = parse_file(parser, file, source);
    parser->partial_depth--;
    return done;
}

/* TEXT with runs of white space as one space, and none at either end. */
static const char *collapse(struct arena *arena, const char *text, size_t length)
{
    g_autoptr(GString) out = g_string_sized_new(length);
    bool space = false;
    for (size_t i = 0; i < length; i++) {
        if (g_ascii_isspace(text[i])) {
            space = true;
            continue;
        }
        if (space && out->len)
            g_string_append_c(out, ' ');
        g_string_append_c(out, text[i]);
        space = false;
    }
    return arena_strndup(arena, out->str, out->len);
}

/* Parses the translation of ID as if it stood at TAG. */
static bool parse_words(struct parser *parser, const struct source *outer, const struct tag *tag, const char *id)
{
    const char *text = catalog_text(parser->templates->catalog, id);
    struct place from = tag->place;
    from.translated = text != id;
    struct source source = source_of_translation(outer, text, &from);
    struct html began = parser->html;
    if (!parse_source(parser, &source))
        return false;
    return html_rejoin(&parser->html, &began) ||
           place_fail(parser->error, ERROR_DATA, &from, "%s: the words begin %s and end elsewhere, %s", tag->text,
                      html_where(&began), html_where(&parser->html));
}

/* White space at the ends of the block stays outside the message. */
static bool parse_translation(struct parser *parser, struct source *source, struct tag *tag)
{
    const char *body = source->at;
    const char *end = strstr(body, TRANSLATION_END);
    if (!end)
        return tag_fail(parser->error, ERROR_DATA, tag, "words to translate are not closed");
    if (source->from || g_strstr_len(body, end - body, TRANSLATION_BEGIN))
        return tag_fail(parser->error, ERROR_DATA, tag, "words to translate stand in words to translate");
    const char *id = collapse(parser->templates->arena, body, (size_t)(end - body));
    if (!*id)
        return tag_fail(parser->error, ERROR_DATA, tag, "there are no words to translate");
    if (g_ascii_isspace(*body))
        append_text(parser, " ", 1);
    if (!parse_words(parser, source, tag, id))
        return false;
    if (g_ascii_isspace(end[-1]))
        append_text(parser, " ", 1);
    source_advance(source, (size_t)(end - body) + strlen(TRANSLATION_END));
    return true;
}

static bool parse_tag(struct parser *parser, struct source *source)
{
    static bool (*const parse[])(struct parser *, struct source *, struct tag *) = {
        [TAG_VALUE] = parse_value,
        [TAG_SECTION] = parse_open,
        [TAG_INVERTED] = parse_open,
        [TAG_CLOSE] = parse_close,
        [TAG_NOTE] = parse_note,
        [TAG_PARTIAL] = parse_partial,
        [TAG_TRANSLATION] = parse_translation,
    };
    struct arena *arena = parser->templates->arena;
    const char *end = strstr(source->at, "}}");
    if (!end)
        return fail_here(parser, source, "a tag that is not closed");
    size_t length = (size_t)(end - source->at) + 2;
    struct tag *tag = ARENA_NEW(arena, struct tag);
    *tag = (struct tag){.place = source_place(source), .text = arena_strndup(arena, source->at, length)};
    const char *problem = tag_read(arena, arena_strndup(arena, source->at + 2, length - 4), tag);
    if (problem)
        return tag_fail(parser->error, ERROR_DATA, tag, problem);
    const char *where = html_tag(&parser->html, tag->kind);
    if (where)
        return place_fail(parser->error, ERROR_DATA, &tag->place, "%s cannot stand %s", tag->text, where);
    source_advance(source, length);
    return parse[tag->kind](parser, source, tag);
}

static bool parse_next(struct parser *parser, struct source *source)
{
    bool dropped;
    size_t length = source_text(source, &dropped);
    if (parser->ops->len > OPERATIONS_MAX)
        return fail_here(parser, source, "the page is too large");
    if (length == 0)
        return parse_tag(parser, source);
    if (!dropped)
        return parse_text(parser, source, length);
    source_advance(source, length);
    return true;
}

static bool parse_source(struct parser *parser, struct source *source)
{
    size_t floor = parser->floor;
    parser->floor = parser->depth;
    while (*source->at)
        if (!parse_next(parser, source))
            return false;
    if (parser->depth > parser->floor)
        return tag_fail(parser->error, ERROR_DATA, op_at(parser, parser->open[parser->depth - 1].op)->tag,
                        "the section is not closed");
    parser->floor = floor;
    return true;
}

bool page_compile(const struct templates *templates, const struct file *first, const struct file *content,
                  struct page *page, GError **error)
{
    g_autoptr(GArray) ops = g_array_new(FALSE, FALSE, sizeof(struct op));
    struct parser parser = {.templates = templates, .content = content, .ops = ops, .error = error};
    if (!parse_file(&parser, first, NULL))
        return false;
    if (content && !parser.has_content) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: {{> content}} is missing", first->path);
        return false;
    }
    struct op *copy = ARENA_ARRAY(templates->arena, struct op, ops->len);
    if (ops->len)
        memcpy(copy, ops->data, ops->len * sizeof *copy);
    *page = (struct page){.name = content ? content->name : first->name, .n_ops = ops->len, .ops = copy};
    return true;
}
