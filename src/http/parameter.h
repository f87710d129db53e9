/* A parameter is declared once: parsing, validation, canonical form, documentation and the web form come from it.
 * Handlers never see raw text. */
#ifndef PROVISO_HTTP_PARAMETER_H
#define PROVISO_HTTP_PARAMETER_H

#include "base/catalog.h"
#include "base/result.h"
#include "http/request.h"

enum parameter_type {
    PARAMETER_TEXT,    /* words, 1 to 200 bytes (or as declared) after trimming spaces */
    PARAMETER_INTEGER, /* low..high, decimal digits, with the declared sign before them or without; after the sign two
                          digits do, where only one number accepted ends in them */
    PARAMETER_DATE,    /* a real day, as date_read takes it; comes out as YYYY-MM-DD */
    PARAMETER_MONEY,   /* dollars, as money_read takes them; come out as [-]digits.dd */
    PARAMETER_CHOICE,  /* one of choices; codes are compared without case and come out as declared */
    PARAMETER_KEY,     /* a key, as base/key.h has it, of KEY_MAX bytes at most; if it exists is the app's question */
    PARAMETER_LISTING, /* a number NN.NNN, or a key that begins with a letter */
    PARAMETER_SHA256,  /* 64 hexadecimal digits; come out small */
    PARAMETER_CURSOR,  /* opaque base64url text */
};

/* What a parameter decides. */
enum parameter_use {
    PARAMETER_FILTER,  /* which rows there are; where nothing else is said */
    PARAMETER_ORDER,   /* their order */
    PARAMETER_SETTING, /* where the whole site stands: every link carries it */
    PARAMETER_PAGE,    /* which of the rows are shown at once */
    PARAMETER_PICTURE, /* how a chart is drawn */
    PARAMETER_FILE,    /* how a file is written and saved */
};

struct parameter {
    const char *name;
    enum parameter_type type;
    enum parameter_use use;
    bool repeatable;
    int64_t low, high;            /* PARAMETER_INTEGER; high of PARAMETER_TEXT: bytes at most, 0: 200 */
    const struct choice *choices; /* PARAMETER_CHOICE */
    const char *sign;             /* message id: letters that may stand before a PARAMETER_INTEGER, or NULL */
    const char *label;            /* message id: the form's label, used in error messages */
    const char *hint;             /* message id: what is accepted, one sentence; NULL: which choices there are */
    const char *options;          /* statement that lists value and label for the form, or NULL */
    const char *suggests;         /* statement that lists values worth typing, as options does, or NULL */
    const char *lookup;           /* statement that gives value and label of :wanted, where a list would be too long or
                                     offers but some of what is accepted; or NULL */
    const char *records;          /* path of the records that its keys name, with the key to come; or NULL */
    const char *const *fixes;     /* columns that its only value makes the same in all rows, NULL-terminated; or NULL */
    size_t least, most;           /* how many values a repeatable one takes, if any; most 0: any number */
    size_t boxes;                 /* how many a form has at least where values are typed, beside least; 0: one */
    const char *single;           /* message id: why it cannot be given twice; or NULL */
    const char *begin;            /* which one, declared before it, begins the range that this one ends; or NULL */
    bool takes_spans;             /* PARAMETER_DATE: YYYY or YYYY-MM is its first day, or its last where a range ends */
    const char *fallback;         /* value when none is given, in canonical spelling, or NULL */
    bool in_form;                 /* shown in the resource's form */
    bool is_ticked;               /* of a closed list: there as boxes to tick, several of them at once */
};

/* One value as typed: text is the canonical spelling. */
struct parameter_value {
    const struct parameter *parameter;
    const char *text;
    int64_t integer; /* PARAMETER_INTEGER, PARAMETER_MONEY (cents) */
};

struct parameter_error {
    const char *name;    /* of the field as sent, at most 32 bytes; "" when it is about the whole query */
    const char *label;   /* translated; the name for unknown fields */
    const char *message; /* translated: what is wrong and what is accepted; never more than 80 characters of input */
};

/* What a query says, in canonical order: by the parameters' order of declaration, repeated values sorted and unique. */
struct parameters {
    const struct parameter *const *declared; /* NULL-terminated */
    size_t n_values;
    struct parameter_value *values;
    size_t n_errors;
    struct parameter_error *errors;
    size_t n_given;
    struct http_field *given; /* every field that could be decoded and is not empty: for a form to show it again */
};

/* Parses QUERY against DECLARED (ends with NULL). All problems are collected in errors, not only the first: unknown
 * name, single-valued name given twice, wrong form, value outside the list, a range that ends before it begins, more
 * than 32 fields that are not empty, and all pairs that cannot be decoded or are too long (the other fields are still
 * read). Errors are in the order of declaration, unknown names last. Empty values are the same as none, and so is
 * PARAMETER_TEXT of nothing but spaces. utm_*, fbclid and gclid are dropped. Fallbacks are not entered as values. */
struct parameters *parameters_parse(struct arena *arena, const struct catalog *catalog,
                                    const struct parameter *const *declared, const char *query);

/* The parameter of that name among those DECLARED (NULL-terminated), or NULL. */
const struct parameter *parameter_find(const struct parameter *const *declared, const char *name);

/* What the parameter accepts, translated: its hint, else the values of its choices. */
const char *parameter_hint(struct arena *arena, const struct catalog *catalog, const struct parameter *parameter);

/* The number that TEXT is for a PARAMETER_INTEGER; false: it is none that is accepted. */
bool parameter_number(const struct catalog *catalog, const struct parameter *parameter, const char *text,
                      int64_t *number);

/* First value of a name, or NULL; the declared fallback is not looked at. */
const struct parameter_value *parameters_get(const struct parameters *parameters, const char *name);

/* Takes the values of a name away; the fields that were given stay. */
void parameters_drop(struct parameters *parameters, const char *name);

/* A copy with those of the values that KEEPS says true of, and one without one VALUE of PARAMETERS' own. */
typedef bool parameter_keeps(const void *self, const struct parameter_value *value);
struct parameters *parameters_keep(struct arena *arena, const struct parameters *parameters, parameter_keeps *keeps,
                                   const void *self);
struct parameters *parameters_without(struct arena *arena, const struct parameters *parameters,
                                      const struct parameter_value *value);

/* How many values a name has. */
size_t parameters_count(const struct parameters *parameters, const char *name);

/* Is there a parameter with one value alone, which makes COLUMN the same in every row? */
bool parameters_fix(const struct parameters *parameters, const char *column);

/* The canonical query ("" or "a=1&b=2"), leaving out a parameter whose only value is its fallback.
 * parse(canonical(q)) == q. Changes (or NULL), ended by NULL name, replace every value of a name by text in canonical
 * spelling (value NULL or "": drop it; one name in several changes: several values); a name that is not among the
 * values is added at its declared place, or at the end when it is not declared. */
struct parameter_change {
    const char *name;
    const char *value;
};
char *parameters_query(struct arena *arena, const struct parameters *parameters,
                       const struct parameter_change *changes);

/* The same for a series of queries that differ in the one value of OPEN, one of those declared: what stands before that
 * value, which http_encode writes, and what after it. */
struct query_gap {
    const char *before, *after;
};
struct query_gap parameters_query_gap(struct arena *arena, const struct parameters *parameters,
                                      const struct parameter_change *changes, const struct parameter *open);

#endif
