/* A resource is declared once (resources*.c): its path, parameters, statements, template, table, charts and
 * representations. Parsing, the form, canonical addresses, links and SQL binding come from the declaration. */
#ifndef PROVISO_APP_RESOURCE_H
#define PROVISO_APP_RESOURCE_H

#include "chart/spec.h"
#include "format/feed.h"
#include "http/parameter.h"

enum representation_bit {
    AS_HTML = 1,
    AS_JSON = 2,
    AS_CSV = 4,
    AS_PNG = 8,
    AS_SVG = 16,
    AS_PDF = 32,
    AS_XLSX = 64,
    AS_ATOM = 128,
    AS_ICS = 256,
    AS_REPORT = 512, /* a PDF of pages */
    AS_DATABASE = 1024,
    AS_ZIP = 2048,
};

/* How many values of a parameter there must be. */
struct chart_condition {
    const char *parameter;
    size_t least, most;
};

/* One way to draw what a resource answers: the kind, which columns play its roles, and its words. Words may hold what
 * app/picture_words.h lists, as {measure}. */
struct chart_declaration {
    enum chart_kind kind;
    const struct chart_condition *when; /* all of them, ended by one without parameter; NULL: always */
    const char *statement;              /* gives the rows, few and whole, in the order of time, steps or lanes that
                                           the kind needs whatever the list's; NULL: the resource's own, in its order */
    const char *sources;                /* gives the sources of what is drawn, where the rows name none; or NULL */
    const char *columns[CHART_ROLES];
    const struct chart_sign *signs; /* for CHART_POSITION, or NULL */
    const char *main_panel;         /* ranked bars: the value of CHART_PANEL whose largest the title names; or NULL */
    const char *const *titles;      /* message ids, NULL-terminated: the first of which every word is known is said */
    const char *subtitle;           /* message id; filters that it does not name are said after it */
    const char *part;               /* message id: of a statement that tells row_count and gives no more than can be
                                       drawn, which {shown} of {count} these are; or NULL */
    const char *note;               /* message id: said with {value} where the first row has NOTE_COLUMN; or NULL (then
                                           titles may say it) */
    const char *note_column;        /* the same in every row */
    const char *noted;              /* a position: what CHART_NOTED says of a row's label; or NULL */
    const char *value_word, *other_word; /* message ids: of a dumbbell's ends; or NULL */
    bool is_dated;                       /* the as-of day is drawn */
    const char *example; /* statement of parameters (facet) and values that make a question to show it by; NULL: none
                            are needed */
};

/* What of a resource can be followed. */
struct feed_declaration {
    const char *statement; /* gives the rows; NULL: the resource's own */
    const struct feed_columns *columns;
};

/* Where the site's navigation leads to a resource. */
enum menu { MENU_NONE, MENU_HEAD, MENU_FOOT };

/* A statement beside the main one. With a title the generic templates show it as a table under that heading; without
 * one the page's own template names it. */
struct side {
    const char *statement;
    const char *title; /* message id, or NULL */
    const char *empty; /* message id: said when there are no rows; NULL: then the section is left out */
};

/* How long rows become a matrix on a page: a line for each value of the ROW columns, a column for each value of COLUMN
 * in the order of sort_column, with CELL in it. What goes with a cell (its address, sources, state, reason) goes along.
 */
struct pivot {
    const char *const *row; /* NULL-terminated; rows of one line are next to each other */
    const char *column, *cell;
    const char *named; /* statement whose COLUMN has values that stand as columns even where no row has them; or NULL */
};

/* What the rows of a side are called in JSON: "statements" of demand_statements. */
const char *side_name(const struct side *side);

struct json_t;
struct question;
struct citations;
struct report_declaration;

struct resource {
    const char *path;     /* "/demands", or "/demands/{key}" */
    const char *name;     /* of files; of the template where it has one of its own */
    const char *template; /* NULL: name */
    const char *title;    /* message id: plural for a list; NULL: the record's own name */
    const char *singular; /* message id, for a list of one */
    const char *term;     /* its word in the glossary; NULL: singular, or the name of a record */
    const char *menu;     /* message id: its name in the navigation */
    enum menu menu_place;
    const char *intro;                         /* message id: what the list is, in a sentence; or NULL */
    const struct parameter *const *parameters; /* NULL-terminated */
    const char *record;                        /* statement that gives the one row of {key}; NULL for lists */
    const char *heading;                       /* column of the record that names it */
    const char *rows;                /* statement of the list; whole in files, a page at a time in pages and JSON */
    const char *total;               /* statement that counts and sums all of rows, or NULL */
    const char *facets;              /* statement that counts rows by parameter and value, or NULL */
    const struct side *sides;        /* further statements of page and JSON, ended by one without statement, or NULL */
    const char *instead;             /* message id with {count}, of a list whose first side has rows where it has none:
                                        heads those; or NULL */
    const char *instead_why;         /* message id: why it has none then; NULL: the words of every list */
    bool sides_first;                /* the sides stand above the rows, or the facts of the record */
    const char *const *shown;        /* columns of rows in the page's table, NULL-terminated, or NULL */
    const char *unmatched;           /* message id: said of a row without a jurisdiction; NULL: nothing */
    const struct pivot *pivot;       /* of the page's table, or NULL */
    const char *const *needs;        /* parameters without which nothing is asked yet ("a|b": one of them), or NULL */
    const char *asks;                /* message id: what to do then */
    const char *opens;               /* statement of parameters (facet) and values by which the page of such a question
                                        asks, said to be so in asks; or NULL: it shows its form */
    const struct parameter *subject; /* names the resource whose question the page is about; or NULL */
    const char *selects;             /* path of a resource that the rows' keys can be picked for (as j), or NULL */
    const char *form_path;           /* where its form leads; NULL: to itself */
    const struct report_declaration *report;                         /* the sections of a report, or NULL */
    struct result *(*declarations)(const struct question *question); /* of the program, as a table; or NULL */
    const char *report_path; /* of the report that a record's PDF is, with the record's key as j; or NULL */
    /* An answer that is more than its statements, as one row; its columns "title" and "summary" are the page's. NULL on
     * an error. IS_SHAPE: only columns are looked at. NULL: none. */
    struct result *(*compose)(const struct question *question, struct citations *citations, bool is_shape,
                              GError **error);
    struct json_t *(*document)(const struct question *question, GError **error); /* of such an answer, for JSON */
    const struct chart_declaration *charts;  /* ended by one without titles, or NULL: the first that fits is drawn where
                                                none is chosen */
    const struct feed_declaration *feed;     /* Atom */
    const struct feed_declaration *calendar; /* iCalendar */
    unsigned representations;                /* of enum representation_bit */
};

/* The resource of a name; NULL when there is none. */
const struct resource *resource_named(const char *name);

/* The resources one by one, from 0; NULL after the last. */
const struct resource *resource_at(size_t position);

/* The resource of a path without extension, with its {key} (in the arena) where it has one; NULL when there is none. */
const struct resource *resource_find(struct arena *arena, const char *path, const char **key);

/* Does it have a parameter of that name? */
bool resource_takes(const struct resource *resource, const char *parameter);

/* Is one of the parameters in NAMES ("a|b") given? */
bool resource_has_one_of(const struct parameters *parameters, const char *names);

/* Do the parameters lack what the resource needs before it can be asked? */
bool resource_lacks(const struct resource *resource, const struct parameters *parameters);

#endif
