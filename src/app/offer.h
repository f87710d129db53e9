/* What can be drawn, for a page to offer: the kinds of chart that fit a question, the addresses of one in every size,
 * and an example of each kind of every resource. */
#ifndef PROVISO_APP_OFFER_H
#define PROVISO_APP_OFFER_H

#include "app/question.h"

/* offers: the charts of the question's subject, each kind once: kind, use (what it answers), href of the page with it
 * (NULL: it does not fit), is_here, lack. No rows where there is no subject. */
struct result *offer_kinds(const struct question *question);

/* sizes: of the chart of the question's subject: a row for each file of each size: label and extent of the size, file
 * (what it is called), href. No rows where there is none. */
struct result *offer_sizes(const struct question *question);

/* examples: for a page that no subject is given, each kind of every resource, once: list, kind, use, href of the page
 * with it and image_url, both NULL where the edition holds nothing to show on the date. Else no rows. NULL on an error.
 */
struct result *offer_examples(const struct question *question, GError **error);

/* The same without rows and without asking for any: what templates are checked against. */
struct result *offer_shape(const struct question *question);

/* *url: a question to the same resource that one of its charts fits, where this one lacks what it needs; else NULL. */
bool offer_example(const struct question *question, const char **url, GError **error);

#endif
