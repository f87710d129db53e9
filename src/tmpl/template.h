/* Logic-less templates: a Mustache subset, parsed once at start, rendered with every value escaped.
 *
 *   {{name}}              the value of a column: of the innermost section's row, else of the rows round it
 *   {{result.name}}       the value of a column of a result's first row (one-row results: page, site, query, ...)
 *   {{name.raw}}          the machine form (ISO date, plain number, code); {{name.label}} the column's heading. Where
 *                         no column a is in scope but a result a is, {{a.label}} is the value of its column "label"
 *   {{#x}} ... {{/x}}     x a result: once a row; x a column whose cell holds a result: once a row of that;
 *                         any other column: when its cell is true (not NULL, "", 0)
 *   {{#x by column}}      x a result: once a run of consecutive rows with an equal column; inside, values are the run's
 *                         first row and {{#x}} ... {{/x}} goes through the run's rows
 *   {{^x}} ... {{/x}}     when x has no rows or is not true
 *   {{> name}}            the partial partials/name.html; in layout.html, {{> content}} is the page
 *   {{_}} ... {{/_}}      words to translate: the text between, tags and all, is the message id; runs of white space in
 *                         it count as one space
 *   {{! note}}            nothing
 *
 * Names resolve like this: a column of the rows in scope (innermost first), then a result. In {{#a.b}} a is a result.
 * A tag stands only in text or in a double-quoted attribute; anywhere else (a tag name, an unquoted value, script,
 * style, a comment) is an error, but sections may also stand between attributes, round whole ones. A section ends where
 * it began: in text, in the same attribute, between attributes of the same element. One escape serves all places and
 * cannot be switched off. The attributes href, src, action, srcset, cite, formaction, poster, data and xlink:href take
 * only columns of type COLUMN_URL, alone in the attribute (srcset may add a fixed descriptor), unless they begin with a
 * #; style, srcdoc and the event attributes on... take no tag. A line that holds nothing but section tags, comments and
 * white space, and at least one of the tags, leaves no line in the output.
 *
 * A value of a column that declares a language other than the page's stands in an element that says so, where text may
 * hold elements.
 *
 * This part knows tables and words, not what they are about. */
#ifndef PROVISO_TMPL_TEMPLATE_H
#define PROVISO_TMPL_TEMPLATE_H

#include "base/catalog.h"
#include "base/error.h"
#include "base/result.h"

struct templates;

/* Reads DIR/layout.html, DIR/partials/ *.html and every other DIR/ *.html (a page each, wrapped in the layout) in the
 * catalogue's language. A syntax error is ERROR_DATA with file:line:column in the message. The catalogue must outlive
 * the set. */
struct templates *templates_open(const char *dir, const struct catalog *catalog, GError **error);
void templates_free(struct templates *templates);

/* SHA-256 (hex) over the names and bytes of all files read: part of every page's ETag. */
const char *templates_digest(const struct templates *templates);

/* Does every tag of the page, its layout and partials resolve against these results (only names and columns are looked
 * at; they may have no rows)? ERROR_DATA names file, line and tag. Cells that hold results are checked against the
 * first row's, so a shape given here holds one row with an empty result in such a cell. */
bool templates_check(const struct templates *templates, const char *page, const struct result *const *results,
                     size_t n_results, GError **error);

/* Appends the page to OUT. The page must have passed templates_check with results of the same names and columns; a name
 * that does not resolve is ERROR_INTERNAL. ARENA holds what rendering needs meanwhile. */
bool template_render(const struct templates *templates, const char *page, struct arena *arena,
                     const struct result *const *results, size_t n_results, GString *out, GError **error);

#endif
