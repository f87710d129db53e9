/* Addresses of this site: below the prefix, carrying the date, edition and language of the question. The only place
 * where they are put together. */
#ifndef PROVISO_APP_LINK_H
#define PROVISO_APP_LINK_H

#include "app/question.h"

/* A path of this site below the prefix, and nothing else: for the actions of forms. */
const char *link_plain(const struct app *app, struct arena *arena, const char *path);

/* The same in the language that is spoken: a page on which no question is asked. */
const char *link_spoken(const struct app *app, struct arena *arena, const char *path);

/* Scheme and host: what stands before a link, prefix and all. */
const char *link_origin(const struct question *question);

/* The path of the question's list or record, below the prefix. */
const char *link_path(const struct question *question);

/* A path of this site ("/demands/x", may have a query) as a link on a page: prefix, as_of, edition and lang as asked.
 */
const char *link_local(const struct question *question, const char *path);

/* A list or page of this site, with those of them that it takes. */
const char *link_to(const struct question *question, const struct resource *resource);

/* The resource itself with another extension ("" is HTML) and changes to its query; changes may be NULL. */
const char *link_self(const struct question *question, const char *extension, const struct parameter_change *changes);

/* The question without one of its values, and without what fits the narrower one alone: a place in it, a chart. */
const char *link_without(const struct question *question, const struct parameter_value *value);

/* The number of the question's edition, as addresses say it. */
const char *link_edition(const struct question *question);

/* All that the question asks for, without a place in it and without a way to draw it, and with one CHANGE more.
 * EDITION NULL: in whichever is the newest. */
const char *link_whole(const struct question *question, const char *extension, const char *edition);
const char *link_changed(const struct question *question, const char *extension, const char *edition,
                         struct parameter_change change);

/* The page that offers the question's chart in other kinds and sizes. */
const char *link_charts(const struct question *question);

/* The same page in another of the languages, "en" or "es". A question that was not understood is repeated as it was
 * typed, so that its answer, an error, is the same too. */
const char *link_language(const struct question *question, const char *language);

/* A question that was not understood, as it was typed but for some of the fields that were given: VALUES has another
 * value, or NULL, for each. */
const char *link_mended(const struct question *question, const char *const *values);

/* LINK, a path as these functions give it, without the prefix that it begins with. */
const char *link_below(const struct app *app, const char *link);

/* LINK, a path as these functions give it, as an absolute address: for canonical addresses and files. */
const char *link_absolute(const struct question *question, const char *link);

/* The name under which the answer is saved: resource or record, filters, date, edition, extension. Only letters,
 * digits, dots, hyphens and underscores. */
const char *link_file_name(const struct question *question);

/* Turns every COLUMN_URL cell that begins with / into a link_local, in place. In rows with the columns facet (a
 * parameter) and value, record_url becomes the question itself narrowed by them, without a place in it or a chart;
 * value NULL: without the parameter. */
void link_result(const struct question *question, struct result *result);

/* The same, absolute: a file is read far from here. */
void link_result_absolute(const struct question *question, struct result *result);

/* The page's own address: with all that is asked, and with no more than links carry. */
struct here {
    const char *asked, *bare;
};
struct here link_here(const struct question *question);

/* link_result for a page's own rows: what would lead HERE leads nowhere (NULL). */
void link_result_elsewhere(const struct question *question, const struct here *here, struct result *result);

#endif
