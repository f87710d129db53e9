/* The page's article as blocks. Must not know fonts, paper or PDF. */
#include "report/read.h"

#include <string.h>

static const double INDENT = 14;        /* of a list's items */
static const double NUMBER_INDENT = 27; /* of a numbered one's: room for 999 and a dot */
static const double TERM_GUTTER = 130;  /* of a description list's terms */

struct state *reader_state(struct reader *reader)
{
    return &reader->open[reader->depth - 1].state;
}

/* The value of an attribute of the token, resolved; NULL when it has none. */
static char *attribute_of(struct reader *reader, const char *name)
{
    struct slice value;
    if (!markup_attribute(&reader->token, name, &value))
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    markup_append(text, value);
    return arena_strndup(reader->arena, text->str, text->len);
}

struct text reader_take_text(struct reader *reader)
{
    GString *words = reader->words;
    while (words->len && (words->str[words->len - 1] == ' ' || words->str[words->len - 1] == '\n'))
        g_string_truncate(words, words->len - 1);
    struct text text = {.words = "", .length = (uint32_t)words->len};
    if (words->len)
        text.words = arena_strndup(reader->arena, words->str, words->len);
    const struct segment *first = (const struct segment *)(void *)reader->segments->data;
    bool is_plain = reader->segments->len == 1 && first->flags == 0 && !first->href;
    if (words->len && !is_plain) {
        text.n_segments = reader->segments->len;
        struct segment *copy = ARENA_ARRAY(reader->arena, struct segment, text.n_segments);
        memcpy(copy, first, text.n_segments * sizeof *copy);
        text.segments = copy;
    }
    g_string_truncate(words, 0);
    g_array_set_size(reader->segments, 0);
    return text;
}

/* Makes a block of the text gathered, when there is any. */
static void flush(struct reader *reader)
{
    struct text text = reader_take_text(reader);
    if (reader->table || !text.length)
        return;
    const struct state *state = reader_state(reader);
    struct block block = {.kind = BLOCK_TEXT,
                          .style = state->style,
                          .text = text,
                          .label = state->gutter > 0 ? reader->label : (struct text){.words = ""},
                          .indent = state->indent,
                          .gutter = state->gutter,
                          .in = state->in};
    reader->label = (struct text){.words = ""};
    g_array_append_val(reader->blocks, block);
}

static void begin_segment(struct reader *reader)
{
    const struct state *state = reader_state(reader);
    guint n = reader->segments->len;
    struct segment *last = n ? &g_array_index(reader->segments, struct segment, n - 1) : NULL;
    if (last && last->flags == state->flags && last->href == state->href)
        return;
    struct segment fresh = {(uint32_t)reader->words->len, state->flags, state->href};
    if (last && last->start == fresh.start)
        *last = fresh;
    else
        g_array_append_val(reader->segments, fresh);
}

/* Gathers text; white space becomes one space, and none at the start of a line. */
static void read_text(struct reader *reader)
{
    if (!reader->in_article || reader_state(reader)->is_skipped)
        return;
    GString *words = reader->words;
    size_t before = words->len;
    begin_segment(reader);
    markup_append(words, reader->token.words);
    char last = before ? words->str[before - 1] : '\n';
    size_t to = before;
    for (size_t from = before; from < words->len; from++) {
        char c = markup_is_space(words->str[from]) ? ' ' : words->str[from];
        if (c == '\0' || (c == ' ' && (last == ' ' || last == '\n')))
            continue;
        words->str[to++] = last = c;
    }
    g_string_truncate(words, to);
}

static void break_line(struct reader *reader)
{
    GString *words = reader->words;
    if (words->len && words->str[words->len - 1] == ' ')
        words->str[words->len - 1] = '\n';
    else if (words->len && words->str[words->len - 1] != '\n')
        g_string_append_c(words, '\n');
}

static void note_anchor(struct reader *reader)
{
    char *id = reader->token.attributes.length ? attribute_of(reader, "id") : NULL;
    if (!id || !*id || !g_utf8_validate(id, -1, NULL) || !g_hash_table_add(reader->ids, id))
        return;
    struct anchor anchor = {.id = id, .block = reader->blocks->len, .row = reader->table ? reader->rows->len : 0};
    g_array_append_val(reader->anchors, anchor);
}

static void hold(struct reader *reader, struct state *state, const char *tag)
{
    struct holder *holder = ARENA_NEW(reader->arena, struct holder);
    *holder = (struct holder){.tag = tag, .parent = state->in};
    state->in = holder;
}

static void open_item(struct reader *reader, struct state *state)
{
    hold(reader, state, "LI");
    const char *mark = "\xe2\x80\x93"; /* an en dash */
    if (state->number)
        mark = arena_printf(reader->arena, "%u.", ++*state->number);
    state->gutter = state->number ? NUMBER_INDENT : INDENT;
    state->indent += state->gutter;
    reader->label = (struct text){.words = mark, .length = (uint32_t)strlen(mark)};
}

/* A term without a description, which would wait for ever. */
static void flush_term(struct reader *reader, const struct state *state)
{
    if (!reader->label.length || !reader->term)
        return;
    struct block block = {.kind = BLOCK_TEXT,
                          .style = STYLE_TERM,
                          .text = {.words = ""},
                          .label = reader->label,
                          .indent = state->indent + TERM_GUTTER,
                          .gutter = TERM_GUTTER,
                          .in = reader->term};
    reader->label = (struct text){.words = ""};
    g_array_append_val(reader->blocks, block);
}

static void open_terms(struct reader *reader, struct state *state, enum role role)
{
    if (role == ROLE_TERM || !reader->term) {
        flush_term(reader, state);
        const struct holder *outside = state->in;
        hold(reader, state, "LI");
        reader->term = state->in;
        state->in = outside;
    }
    state->in = reader->term;
    state->gutter = TERM_GUTTER;
    state->indent += TERM_GUTTER;
}

static void open_link(struct reader *reader, struct state *state)
{
    const char *href = attribute_of(reader, "href");
    if (href && *href == '/')
        href = arena_printf(reader->arena, "%s%s", reader->plan->origin, href);
    bool is_known = href && (*href == '#' || g_str_has_prefix(href, "http://") || g_str_has_prefix(href, "https://") ||
                             g_str_has_prefix(href, "mailto:"));
    state->href = is_known && g_utf8_validate(href, -1, NULL) ? href : NULL;
    if (href && g_str_has_prefix(href, "#source-")) /* the number of a source */
        state->flags |= TEXT_SMALL;
}

static void add_image(struct reader *reader, const struct state *state)
{
    const char *src = attribute_of(reader, "src"), *alternative = attribute_of(reader, "alt");
    if (!src)
        return;
    struct figure *figure = ARENA_NEW(reader->arena, struct figure);
    *figure = (struct figure){.src = src, .alternative = alternative ? alternative : "", .scale = 1};
    struct block block = {.kind = BLOCK_FIGURE, .style = STYLE_PARAGRAPH, .figure = figure};
    block.in = state->in;
    g_array_append_val(reader->blocks, block);
}

/* What an element does when it begins, by its role. */
static void begin(struct reader *reader, const struct element *element, struct state *state)
{
    switch (element->role) {
    case ROLE_LINK: open_link(reader, state); break;
    case ROLE_BREAK: break_line(reader); break;
    case ROLE_IMAGE: add_image(reader, state); break;
    case ROLE_LIST:
        hold(reader, state, "L");
        state->number = slice_is(&reader->token.words, "ol") ? ARENA_NEW(reader->arena, unsigned) : NULL;
        break;
    case ROLE_ITEM: open_item(reader, state); break;
    case ROLE_TERMS:
        hold(reader, state, "L");
        reader->label = (struct text){.words = ""};
        reader->term = NULL;
        break;
    case ROLE_TERM:
    case ROLE_DETAIL: open_terms(reader, state, element->role); break;
    case ROLE_TABLE: reader_open_table(reader); break;
    case ROLE_HEADS: state->is_head = true; break;
    case ROLE_ROW: reader_open_row(reader); break;
    case ROLE_CELL: reader_open_cell(reader); break;
    case ROLE_NOTE: reader_open_note(reader); break;
    default: break;
    }
}

static bool stands_apart(const struct element *element)
{
    return element->role != ROLE_INLINE && element->role != ROLE_LINK && element->role != ROLE_BREAK &&
           element->role != ROLE_SKIP && element->role != ROLE_NOTE;
}

/* Inside a table only its own elements mean something; the rest is text on lines of its own. */
static bool acts_here(const struct reader *reader, const struct element *element)
{
    bool is_for_table = element->role >= ROLE_HEADS && element->role <= ROLE_CAPTION;
    return !stands_apart(element) || (reader->table ? is_for_table && !reader->nested : !is_for_table);
}

static void open_element(struct reader *reader, const struct element *element)
{
    struct open open = {reader->token.words, element, false, *reader_state(reader)};
    open.state.is_skipped |= element->role == ROLE_SKIP || markup_has_class(&reader->token, "screen");
    if (reader->in_article && !open.state.is_skipped) {
        open.acts = acts_here(reader, element);
        open.state.flags |= element->flags;
        if (!open.acts)
            break_line(reader);
        else if (stands_apart(element))
            flush(reader);
        note_anchor(reader);
    }
    if (open.acts) {
        open.state.style = element_style(element, &reader->token, open.state.style);
        begin(reader, element, &open.state);
    }
    if (!open.acts && element->role == ROLE_TABLE)
        reader->nested++;
    reader->open[reader->depth++] = open;
}

/* What an element does when it ends; it is still the innermost. */
static void end(struct reader *reader, const struct open *open)
{
    if (!open->acts && open->element->role == ROLE_TABLE && reader->nested)
        reader->nested--;
    if (!open->acts || !stands_apart(open->element)) {
        if (!open->acts && !open->state.is_skipped)
            break_line(reader);
        return;
    }
    switch (open->element->role) {
    case ROLE_CELL: reader_close_cell(reader); break;
    case ROLE_TABLE: reader_close_table(reader); break;
    case ROLE_TERM: reader->label = reader_take_text(reader); break;
    case ROLE_CAPTION: reader->table->caption = reader_take_text(reader); break;
    case ROLE_TERMS: flush_term(reader, &open->state); break;
    default: flush(reader); break;
    }
    if (open->element->role == ROLE_ITEM)
        reader->label = (struct text){.words = ""};
}

/* The end tag of an option may be left out: where the next begins or its list ends, it has ended. */
static void end_option(struct reader *reader)
{
    const struct open *open = &reader->open[reader->depth - 1];
    bool is_closed = reader->token.kind == TOKEN_CLOSE;
    if (slice_is(&open->name, "option") && slice_is(&reader->token.words, "option") != is_closed) {
        end(reader, open);
        reader->depth--;
    }
}

static bool close_element(struct reader *reader, GError **error)
{
    const struct open *open = &reader->open[reader->depth - 1];
    struct slice *name = &reader->token.words;
    if (reader->depth == 1 || open->name.length != name->length || memcmp(open->name.at, name->at, name->length) != 0)
        return markup_fail(&reader->markup, error, "not what is open is closed:", name);
    if (slice_is(name, "article") && reader->in_article) {
        flush(reader);
        reader->in_article = false;
    }
    end(reader, open);
    reader->depth--;
    return true;
}

static bool take_token(struct reader *reader, GError **error)
{
    if (reader->token.kind == TOKEN_TEXT)
        read_text(reader);
    else
        end_option(reader);
    if (reader->token.kind == TOKEN_CLOSE)
        return close_element(reader, error);
    if (reader->token.kind != TOKEN_OPEN)
        return true;
    const struct element *element = element_find(&reader->token);
    if (reader->depth == DEEPEST)
        return markup_fail(&reader->markup, error, "elements are nested too deeply at", &reader->token.words);
    if (slice_is(&reader->token.words, "article") && !reader->blocks->len)
        reader->in_article = true;
    open_element(reader, element);
    if (element->is_void || reader->token.is_empty) {
        end(reader, &reader->open[reader->depth - 1]);
        reader->depth--;
    }
    return true;
}

static bool read_all(struct reader *reader, GError **error)
{
    do {
        if (!markup_next(&reader->markup, &reader->token, error) || !take_token(reader, error))
            return false;
    } while (reader->token.kind != TOKEN_END);
    if (reader->depth > 1)
        return markup_fail(&reader->markup, error, "the page ends inside", &reader->open[reader->depth - 1].name);
    if (!reader->blocks->len)
        return markup_fail(&reader->markup, error, "no article with words", NULL);
    return true;
}

static void *keep(struct arena *arena, const GArray *array)
{
    size_t size = array->len * g_array_get_element_size((GArray *)array);
    void *copy = arena_alloc(arena, size);
    return size ? memcpy(copy, array->data, size) : copy;
}

bool document_read(struct arena *arena, const struct document_plan *plan, struct document *document, GError **error)
{
    struct reader reader = {.arena = arena,
                            .plan = plan,
                            .markup = {plan->page, plan->page, plan->page + plan->length},
                            .open = {{.name = {"", 0},
                                      .element = element_find(&(struct token){.kind = TOKEN_OPEN, .words = {"", 0}}),
                                      .state = {.style = STYLE_PARAGRAPH}}},
                            .depth = 1,
                            .words = g_string_new(NULL),
                            .segments = g_array_new(FALSE, FALSE, sizeof(struct segment)),
                            .blocks = g_array_new(FALSE, FALSE, sizeof(struct block)),
                            .anchors = g_array_new(FALSE, FALSE, sizeof(struct anchor)),
                            .rows = g_array_new(FALSE, FALSE, sizeof(struct table_row)),
                            .cells = g_array_new(FALSE, FALSE, sizeof(struct table_cell)),
                            .ids = g_hash_table_new(g_str_hash, g_str_equal)};
    bool is_read = read_all(&reader, error);
    if (is_read)
        contents_insert(&reader);
    *document = (struct document){.blocks = keep(arena, reader.blocks),
                                  .n_blocks = reader.blocks->len,
                                  .anchors = keep(arena, reader.anchors),
                                  .n_anchors = reader.anchors->len,
                                  .ids = reader.ids};
    g_string_free(reader.words, TRUE);
    GArray *const gathered[] = {reader.segments, reader.blocks, reader.anchors, reader.rows, reader.cells};
    for (size_t i = 0; i < G_N_ELEMENTS(gathered); i++)
        g_array_unref(gathered[i]);
    return is_read;
}

void document_clear(struct document *document)
{
    g_clear_pointer(&document->ids, g_hash_table_unref);
}
