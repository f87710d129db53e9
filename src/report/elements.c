/* The elements a page may hold, in one table. */
#include "report/read.h"

static const struct element elements[] = {
    {.name = "td", .role = ROLE_CELL},
    {.name = "th", .role = ROLE_CELL},
    {.name = "tr", .role = ROLE_ROW},
    {.name = "a", .role = ROLE_LINK},
    {.name = "p", .role = ROLE_GROUP, .style = STYLE_PARAGRAPH},
    {.name = "li", .role = ROLE_ITEM, .style = STYLE_ITEM},
    {.name = "strong", .role = ROLE_INLINE, .flags = TEXT_STRONG},
    {.name = "b", .role = ROLE_INLINE, .flags = TEXT_STRONG},
    {.name = "em", .role = ROLE_INLINE, .flags = TEXT_ITALIC},
    {.name = "i", .role = ROLE_INLINE, .flags = TEXT_ITALIC},
    {.name = "code", .role = ROLE_INLINE, .flags = TEXT_CODE},
    {.name = "cite", .role = ROLE_INLINE, .flags = TEXT_ITALIC},
    {.name = "sup", .role = ROLE_INLINE, .flags = TEXT_SMALL | TEXT_RAISED},
    {.name = "small", .role = ROLE_INLINE, .flags = TEXT_SMALL},
    {.name = "br", .role = ROLE_BREAK, .is_void = true},
    {.name = "h1", .role = ROLE_GROUP, .style = STYLE_TITLE},
    {.name = "h2", .role = ROLE_GROUP, .style = STYLE_SECTION},
    {.name = "h3", .role = ROLE_GROUP, .style = STYLE_PART},
    {.name = "h4", .role = ROLE_GROUP, .style = STYLE_PART},
    {.name = "ul", .role = ROLE_LIST},
    {.name = "ol", .role = ROLE_LIST},
    {.name = "dl", .role = ROLE_TERMS},
    {.name = "dt", .role = ROLE_TERM, .style = STYLE_TERM},
    {.name = "dd", .role = ROLE_DETAIL, .style = STYLE_TERM},
    {.name = "table", .role = ROLE_TABLE},
    {.name = "thead", .role = ROLE_HEADS},
    {.name = "tfoot", .role = ROLE_TOTALS, .flags = TEXT_STRONG},
    {.name = "tbody", .role = ROLE_GROUP},
    {.name = "caption", .role = ROLE_CAPTION, .style = STYLE_CAPTION},
    {.name = "figcaption", .role = ROLE_GROUP, .style = STYLE_LEGEND},
    {.name = "img", .role = ROLE_IMAGE, .is_void = true},
    {.name = "nav", .role = ROLE_SKIP},
    {.name = "form", .role = ROLE_SKIP},
    {.name = "script", .role = ROLE_SKIP},
    {.name = "style", .role = ROLE_SKIP},
    {.name = "template", .role = ROLE_SKIP},
    {.name = "section", .role = ROLE_GROUP},
    {.name = "header", .role = ROLE_GROUP},
    {.name = "footer", .role = ROLE_GROUP},
    {.name = "div", .role = ROLE_GROUP},
    {.name = "figure", .role = ROLE_GROUP},
    {.name = "article", .role = ROLE_GROUP},
    {.name = "blockquote", .role = ROLE_GROUP},
    {.name = "details", .role = ROLE_GROUP},
    {.name = "summary", .role = ROLE_GROUP},
    {.name = "hr", .role = ROLE_GROUP, .is_void = true},
    {.name = "meta", .is_void = true},
    {.name = "link", .is_void = true},
    {.name = "input", .is_void = true},
    {.name = "source", .is_void = true},
    {.name = "col", .is_void = true},
    {.name = "wbr", .is_void = true},
    {.name = "base", .is_void = true},
};

static const struct element other = {.name = "", .role = ROLE_INLINE};

/* A span is nothing in itself; its class can make it a note on its cell. */
static const struct element span = {.name = "span", .role = ROLE_INLINE},
                            note = {.name = "span", .role = ROLE_NOTE, .flags = TEXT_MUTED};

static const struct {
    const char *class;
    enum style style;
} kinds_of_paragraph[] = {{"lead", STYLE_LEAD}, {"aside", STYLE_ASIDE},         {"total", STYLE_TOTAL},
                          {"note", STYLE_NOTE}, {"fineprint", STYLE_FINEPRINT}, {"verify", STYLE_VERIFY}};

const struct element *element_find(const struct token *token)
{
    const struct slice *name = &token->words;
    if (slice_is(name, span.name))
        return token->kind == TOKEN_OPEN && markup_has_class(token, "remark") ? &note : &span;
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
        if (name->length && *name->at == *elements[i].name && slice_is(name, elements[i].name))
            return &elements[i];
    return &other;
}

enum style element_style(const struct element *element, const struct token *token, enum style outside)
{
    if (element->style != STYLE_PARAGRAPH)
        return element->style ? element->style : outside;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds_of_paragraph); i++)
        if (markup_has_class(token, kinds_of_paragraph[i].class))
            return kinds_of_paragraph[i].style;
    /* A paragraph in an item or beside a term is set as the item is. */
    return outside == STYLE_ITEM || outside == STYLE_TERM ? outside : STYLE_PARAGRAPH;
}
