/* Writes well-formed XML (SVG, Atom) and escapes text for it and for HTML. The only place where markup is made in C. */
#ifndef PROVISO_BASE_XML_H
#define PROVISO_BASE_XML_H

#include <glib.h>
#include <stdbool.h>

/* Is it one of Unicode's noncharacters? XML forbids some, HTML counts them as mistakes, cairo refuses them all. */
bool xml_is_noncharacter(gunichar character);

/* Appends TEXT with & < > " ' escaped: right for text and for double-quoted attributes, in HTML and XML.
 * Control characters that XML forbids, noncharacters, and bytes that are not UTF-8, come out as U+FFFD. */
void xml_escape(GString *out, const char *text);

/* A writer over a caller's string. Elements nest; xml_end closes the innermost. Attributes follow their xml_start. */
struct xml {
    GString *out;
    const char *open[16]; /* names of open elements; must outlive them */
    size_t depth;
    bool in_tag; /* the start tag is still open for attributes */
};

void xml_init(struct xml *xml, GString *out);
void xml_start(struct xml *xml, const char *name);
void xml_attribute(struct xml *xml, const char *name, const char *value);
/* A number in the C locale with at most two decimals and no trailing zeros; beyond a thousand million, and for what is
 * no number, 0. */
void xml_append_number(GString *out, double value);
void xml_number(struct xml *xml, const char *name, double value);
void xml_text(struct xml *xml, const char *text);
void xml_end(struct xml *xml);
/* <name>text</name> */
void xml_element(struct xml *xml, const char *name, const char *text);

#endif
