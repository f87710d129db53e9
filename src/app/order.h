/* The orders of a list, as its headings offer them. */
#ifndef PROVISO_APP_ORDER_H
#define PROVISO_APP_ORDER_H

#include "app/question.h"

struct order {
    const char *url;  /* the list in the order that this heading gives next, at its table */
    const char *aria; /* "ascending" or "descending"; NULL: the list is in another order */
    bool is_descending;
};

/* Fills ORDER for a column. An order has the name of its column, that of a quantity or a date without its last part
 * ("issued" for issued_on), with a minus for largest or newest first; the first column's order is "name". False: the
 * list has no such order. */
bool order_of(const struct question *question, const struct column *column, bool is_first, struct order *order);

/* The list's order with the largest of COLUMN first, and the one by its first column; NULL: it has none. */
const char *order_largest(const struct question *question, const struct column *column);
const char *order_by_name(const struct question *question);

/* The words (message id) for the order that the list has, or for another of its ORDERs (NULL: none); NULL: it has no
 * choice of orders. */
const char *order_words(const struct question *question, const char *order);

#endif
