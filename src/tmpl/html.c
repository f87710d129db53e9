/* As much of HTML as tells where a tag stands: in text, in a quoted value, or where no escape would be right.
 * Where browsers mend what is broken, this refuses it, so that both always see the same thing.
 * Must not know what templates are made of. */
#include "tmpl/internal.h"

#include <string.h>

typedef const char *html_step(struct html *html, char c);

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void name_add(struct html_name *name, char c)
{
    if (name->length < sizeof name->text)
        name->text[name->length] = g_ascii_tolower(c);
    name->length++;
}

static bool name_is(const struct html_name *name, const char *text)
{
    return name->length == strlen(text) && name->length <= sizeof name->text &&
           memcmp(name->text, text, name->length) == 0;
}

/* The state of the text after a start tag. */
static enum html_state content_of(const struct html_name *element)
{
    static const struct {
        const char *element;
        enum html_state content;
    } contents[] = {
        {"script", HTML_RAW},    {"style", HTML_RAW},   {"iframe", HTML_RAW},
        {"xmp", HTML_RAW},       {"noembed", HTML_RAW}, {"noframes", HTML_RAW},
        {"plaintext", HTML_RAW}, {"title", HTML_WORDS}, {"textarea", HTML_WORDS},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(contents); i++)
        if (name_is(element, contents[i].element))
            return contents[i].content;
    return HTML_TEXT;
}

static enum html_rule rule_of(const struct html_name *attribute)
{
    static const struct {
        const char *attribute;
        enum html_rule rule;
    } rules[] = {
        {"href", HTML_ADDRESS},       {"src", HTML_ADDRESS},    {"action", HTML_ADDRESS}, {"cite", HTML_ADDRESS},
        {"formaction", HTML_ADDRESS}, {"poster", HTML_ADDRESS}, {"data", HTML_ADDRESS},   {"srcset", HTML_ADDRESS_SET},
        {"xlink:href", HTML_ADDRESS}, {"style", HTML_CODE},     {"srcdoc", HTML_CODE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (name_is(attribute, rules[i].attribute))
            return rules[i].rule;
    bool handler = attribute->length > 2 && attribute->text[0] == 'o' && attribute->text[1] == 'n';
    return handler ? HTML_CODE : HTML_PLAIN;
}

static const char *go(struct html *html, enum html_state state)
{
    html->state = state;
    return NULL;
}

static const char *finish_tag(struct html *html)
{
    return go(html, html->closing ? HTML_TEXT : content_of(&html->element));
}

static const char *begin_name(struct html *html, char c, bool closing)
{
    html->closing = closing;
    html->n_elements++;
    html->element.length = 0;
    name_add(&html->element, c);
    return go(html, HTML_NAME);
}

static const char *begin_attribute(struct html *html, char c)
{
    html->attribute.length = 0;
    name_add(&html->attribute, c);
    return go(html, HTML_ATTRIBUTE);
}

static const char *in_text(struct html *html, char c)
{
    return c == '<' ? go(html, HTML_OPEN) : NULL;
}

static const char *in_open(struct html *html, char c)
{
    if (g_ascii_isalpha(c))
        return begin_name(html, c, false);
    switch (c) {
    case '/': return go(html, HTML_CLOSE);
    case '!': return go(html, HTML_BANG);
    default: return "a < that begins no tag is written &lt;";
    }
}

static const char *in_close(struct html *html, char c)
{
    return g_ascii_isalpha(c) ? begin_name(html, c, true) : "an end tag has a name";
}

static const char *in_name(struct html *html, char c)
{
    if (is_space(c) || c == '/')
        return go(html, HTML_SPACED);
    if (c == '>')
        return finish_tag(html);
    if (c == '<' || c == '"' || c == '\'' || c == '=')
        return "a stray character in a tag name";
    name_add(&html->element, c);
    return NULL;
}

static const char *in_spaced(struct html *html, char c)
{
    if (is_space(c) || c == '/')
        return NULL;
    if (c == '>')
        return finish_tag(html);
    if (c == '<' || c == '"' || c == '\'' || c == '=')
        return "a stray character between attributes";
    return begin_attribute(html, c);
}

static const char *in_edge(struct html *html, char c)
{
    if (!is_space(c) && c != '/' && c != '>')
        return "white space is missing between attributes";
    html->state = HTML_SPACED;
    return in_spaced(html, c);
}

static const char *in_attribute(struct html *html, char c)
{
    if (is_space(c))
        return go(html, HTML_AFTER_NAME);
    if (c == '=')
        return go(html, HTML_EQUALS);
    if (c == '/' || c == '>')
        return in_edge(html, c);
    if (c == '<' || c == '"' || c == '\'')
        return "a stray character in an attribute name";
    name_add(&html->attribute, c);
    return NULL;
}

static const char *in_after_name(struct html *html, char c)
{
    if (c == '=')
        return go(html, HTML_EQUALS);
    html->state = HTML_SPACED;
    return is_space(c) ? go(html, HTML_AFTER_NAME) : in_spaced(html, c);
}

static const char *in_equals(struct html *html, char c)
{
    if (is_space(c))
        return NULL;
    html->n_values++;
    html->rule = rule_of(&html->attribute);
    html->value_has_text = html->value_has_tag = false;
    switch (c) {
    case '"': return go(html, HTML_DOUBLE);
    case '\'': return go(html, HTML_SINGLE);
    case '>':
    case '<':
    case '=': return "an attribute's value is missing";
    default: return go(html, HTML_UNQUOTED);
    }
}

static const char *in_double(struct html *html, char c)
{
    if (c == '"')
        return go(html, HTML_EDGE);
    bool is_first = !html->value_has_text && !html->value_has_tag;
    if (c == '#' && is_first && html->rule == HTML_ADDRESS) /* a place on the page leads nowhere else */
        html->rule = HTML_PLAIN;
    html->value_has_text = true;
    if (!html->value_has_tag || html->rule == HTML_PLAIN)
        return NULL;
    if (html->rule == HTML_ADDRESS_SET && (c == ' ' || c == '.' || c == 'x' || c == 'w' || g_ascii_isdigit(c)))
        return NULL;
    return "an address stands alone in its attribute";
}

static const char *in_single(struct html *html, char c)
{
    return c == '\'' ? go(html, HTML_EDGE) : NULL;
}

static const char *in_unquoted(struct html *html, char c)
{
    if (is_space(c))
        return go(html, HTML_SPACED);
    if (c == '>')
        return finish_tag(html);
    if (c == '<' || c == '"' || c == '\'' || c == '=' || c == '`')
        return "a stray character in an attribute value without quotes";
    return NULL;
}

static const char *in_bang(struct html *html, char c)
{
    if (c == '-')
        return go(html, HTML_DASH);
    return g_ascii_isalpha(c) ? go(html, HTML_DECLARATION) : "neither a comment nor a doctype";
}

static const char *in_dash(struct html *html, char c)
{
    html->matched = 2; /* browsers let the dashes that begin a comment end it, too */
    return c == '-' ? go(html, HTML_COMMENT) : "a comment begins with two dashes";
}

static const char *in_comment(struct html *html, char c)
{
    if (c == '>' && html->matched >= 2)
        return go(html, HTML_TEXT);
    if (c == '!' && html->matched >= 2)
        return "a comment ends with two dashes and a >";
    html->matched = c == '-' ? html->matched + 1 : 0;
    return NULL;
}

static const char *in_declaration(struct html *html, char c)
{
    return c == '>' ? go(html, HTML_TEXT) : NULL;
}

static const char *in_content(struct html *html, char c)
{
    html->matched = 0;
    return c == '<' ? go(html, HTML_RAW_END) : NULL;
}

/* Anything but the end tag would be markup to some readers and text to others. */
static const char *in_raw_end(struct html *html, char c)
{
    const struct html_name *element = &html->element;
    if (html->matched == element->length + 1) {
        html->closing = true;
        html->n_elements++;
        return in_edge(html, c);
    }
    char expected = html->matched ? element->text[html->matched - 1] : '/';
    html->matched++;
    return g_ascii_tolower(c) == expected ? NULL : "inside this element a < begins only its end tag";
}

enum {
    VALUE = 1 << TAG_VALUE,
    SECTION = 1 << TAG_SECTION | 1 << TAG_INVERTED | 1 << TAG_CLOSE | 1 << TAG_NOTE,
    WORDS = VALUE | SECTION | 1 << TAG_TRANSLATION,
    PARTIAL = 1 << TAG_PARTIAL
};

static const struct {
    html_step *step;
    const char *where;
    unsigned takes; /* which kinds of tags may stand here */
} states[HTML_STATES] = {
    [HTML_TEXT] = {in_text, "in text", WORDS | PARTIAL},
    [HTML_OPEN] = {in_open, "in a tag name", 0},
    [HTML_CLOSE] = {in_close, "in a tag name", 0},
    [HTML_NAME] = {in_name, "in a tag name", SECTION},
    [HTML_SPACED] = {in_spaced, "between attributes", SECTION},
    [HTML_EDGE] = {in_edge, "between attributes", SECTION},
    [HTML_ATTRIBUTE] = {in_attribute, "in an attribute name", SECTION},
    [HTML_AFTER_NAME] = {in_after_name, "between attributes", SECTION},
    [HTML_EQUALS] = {in_equals, "in an attribute value without quotes", 0},
    [HTML_DOUBLE] = {in_double, "in an attribute value", WORDS},
    [HTML_SINGLE] = {in_single, "in a single-quoted attribute value", 0},
    [HTML_UNQUOTED] = {in_unquoted, "in an attribute value without quotes", 0},
    [HTML_BANG] = {in_bang, "in a declaration", 0},
    [HTML_DASH] = {in_dash, "in a comment", 0},
    [HTML_COMMENT] = {in_comment, "in a comment", 0},
    [HTML_DECLARATION] = {in_declaration, "in a declaration", 0},
    [HTML_WORDS] = {in_content, "in a title or textarea", WORDS},
    [HTML_RAW] = {in_content, "in a script, style or other element that is not text", 0},
    [HTML_RAW_END] = {in_raw_end, "in a tag name", 0},
};

const char *html_where(const struct html *html)
{
    return states[html->state].where;
}

const char *html_read(struct html *html, const char *text, size_t length, size_t *at)
{
    const char *problem = NULL;
    for (*at = 0; *at < length; ++*at)
        if ((problem = states[html->state].step(html, text[*at])))
            break;
    return problem;
}

bool html_in_address(const struct html *html)
{
    return html->state == HTML_DOUBLE && (html->rule == HTML_ADDRESS || html->rule == HTML_ADDRESS_SET);
}

bool html_takes_elements(const struct html *html)
{
    return html->state == HTML_TEXT && (html->closing || !name_is(&html->element, "option"));
}

static const char *tag_in_value(struct html *html, enum tag_kind kind)
{
    if (html->rule == HTML_CODE)
        return "in an attribute that holds code";
    if (html_in_address(html) && (kind != TAG_VALUE || html->value_has_text || html->value_has_tag))
        return "beside anything else in an address";
    html->value_has_tag = true;
    return NULL;
}

const char *html_tag(struct html *html, enum tag_kind kind)
{
    if (!(states[html->state].takes & 1U << kind))
        return html_where(html);
    switch (html->state) {
    case HTML_DOUBLE: return tag_in_value(html, kind);
    case HTML_NAME:
    case HTML_ATTRIBUTE: return go(html, HTML_EDGE);
    case HTML_AFTER_NAME: return go(html, HTML_SPACED);
    default: return NULL;
    }
}

static bool between_attributes(const struct html *html)
{
    return html->state == HTML_SPACED || html->state == HTML_EDGE;
}

bool html_rejoin(struct html *html, const struct html *opened)
{
    bool between = between_attributes(html) && between_attributes(opened);
    if (!between && html->state != opened->state)
        return false;
    if (html->state != HTML_TEXT && html->n_elements != opened->n_elements)
        return false;
    if (html->state == HTML_DOUBLE && html->n_values != opened->n_values)
        return false;
    if (opened->state == HTML_EDGE)
        html->state = HTML_EDGE;
    return true;
}
