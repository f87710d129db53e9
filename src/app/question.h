/* A request understood: resource, record, parameters as values, edition, date. From here on nobody sees raw text. */
#ifndef PROVISO_APP_QUESTION_H
#define PROVISO_APP_QUESTION_H

#include "app/app.h"
#include "app/resource.h"
#include "http/response.h"

struct question;

/* How an answer is written; a program serves some of them (program.representations). */
struct representation {
    const char *extension; /* "" for HTML, else "json", ... */
    enum representation_bit bit;
    const char *content_type;
    bool is_whole;                             /* all rows, never a page of them: after and limit are refused */
    bool is_attachment;                        /* saved rather than shown; download=1 asks it of any other file */
    const struct parameter *const *parameters; /* what it accepts beside the resource's, NULL-terminated, or NULL */
    bool (*write)(const struct question *question, struct http_response *response, GError **error);
};

struct question {
    struct app *app;
    struct arena *arena;
    const struct http_request *request;
    const struct resource *resource;
    const struct representation *representation;
    const char *key; /* of the record, or NULL */
    struct parameters *parameters;
    const struct question *subject; /* whose chart is shown: itself, or of a resource with a subject the question put to
                                       that; NULL where that is not said */
    const struct edition *edition;
    const char *as_of;     /* given, else the edition's */
    const char *canonical; /* canonical query */
    bool is_opening;       /* nothing was asked: these are the values that the resource opens with */
    int64_t limit;         /* rows on a page */
    size_t n_bindings, bindings_max;
    struct binding *bindings; /* of what was asked, as statements take it: a program by its key */
};

/* Fills question (app, arena, request, resource, representation and key are set): parses the query, opens the edition,
 * checks the date, the keys and the cursor, binds. Problems with the input are ERROR_BAD_REQUEST and stand one by one
 * in question->parameters->errors, as far as they have a field; a key that the edition does not hold is
 * ERROR_NOT_FOUND. */
bool question_read(struct question *question, GError **error);

/* Binds one more value. */
void question_bind(struct question *question, const char *name, struct cell value);

/* Adds an error to a field. */
void question_refuse(struct question *question, const struct parameter *parameter, const char *message);

/* Is each well-formed key that of a record that the edition holds? ERROR_NOT_FOUND. */
bool question_check_keys(const struct question *question, GError **error);

/* The same filters, order, date and edition asked of another resource, as far as it takes them. */
const struct question *question_about(const struct question *question, const struct resource *resource, GError **error);

/* Does STATEMENT (NULL: none) read every filter that the resource takes? ERROR_INTERNAL names the one that it does not.
 */
bool question_is_read(const struct question *question, const char *statement, GError **error);

/* Do the resource's statements read every filter that it takes? One that is not read would be ignored in silence. */
bool question_check(const struct question *question, GError **error);

/* A question that asks for nothing but the program's language: what a page that answers no question links with. */
struct question question_none(struct app *app, struct arena *arena);

/* Runs a statement with the question's bindings and those in EXTRA. sort and limit are only for the rows. */
struct result *question_run(const struct question *question, const char *statement, const struct binding *extra,
                            size_t n_extra, GError **error);

/* The rows of the resource's list in the order asked for; most < 0: all of them. */
struct result *question_rows(const struct question *question, int64_t most, GError **error);

/* The same in another order of the list's (NULL: the one asked for). */
struct result *question_rows_by(const struct question *question, const char *sort, int64_t most, GError **error);

/* The rows, all of them, in batches. */
bool question_each(const struct question *question, store_take *take, void *self, GError **error);

/* How many rows the list has in all; of a resource that has a total. */
bool question_count(const struct question *question, int64_t *count, GError **error);

/* The same without one of the question's values: which filter leaves nothing. */
bool question_count_without(const struct question *question, const struct parameter_value *value, int64_t *count,
                            GError **error);

/* The record of the key (exactly one row). ERROR_NOT_FOUND where the edition, on the date, has none. */
struct result *question_record(const struct question *question, GError **error);

/* Is it of the first page of its list: does no cursor continue it? */
bool question_is_first(const struct question *question);

/* The cursor that continues after a row of question_rows. */
const char *question_cursor(const struct question *question, const struct result *rows, size_t row);

/* The cursor that continues after all rows that have a number, in an order by it: those without one are the last. */
const char *question_cursor_valued(const struct question *question);

/* The words for a value: its label in a closed list or in the edition, else itself. Of a record that the date does not
 * show yet no more is said than that. */
bool question_words(const struct question *question, const struct parameter_value *value, const char **words,
                    GError **error);

/* The same without the day that tells it from others of much the same name: where room is short. */
bool question_name(const struct question *question, const struct parameter_value *value, const char **name,
                   GError **error);

/* A value for forms and filters: rows of value, other_value, label, since_on, and issued_on where a day tells some
 * apart. NULL: the parameter has no options. */
const struct result *question_options(const struct question *question, const struct parameter *parameter,
                                      GError **error);

/* What one of the options is called, with its day where it has one. */
const char *question_option(const struct question *question, const struct result *options, size_t row);

#endif
