/* Private to src/tmpl: what the files of this part share.
 *
 * A page is compiled to one list of operations: layout, content and partials in line, translations in place, so that
 * rendering is a walk over an array. Names are looked up when a page is rendered, once for each list of columns that a
 * section goes through. */
#ifndef PROVISO_TMPL_INTERNAL_H
#define PROVISO_TMPL_INTERNAL_H

#include "tmpl/template.h"

enum {
    SECTION_DEPTH = 16,      /* sections in sections, counted from the layout */
    PARTIAL_DEPTH = 8,       /* partials in partials */
    OPERATIONS_MAX = 1 << 16 /* in a page: far above any page, far below trouble */
};

/* ---- html.c: where in an HTML document a tag stands ---- */

enum html_state {
    HTML_TEXT,
    HTML_OPEN,       /* after < */
    HTML_CLOSE,      /* after </ */
    HTML_NAME,       /* of an element */
    HTML_SPACED,     /* in a start tag, after white space: an attribute may begin */
    HTML_EDGE,       /* in a start tag, after a value or a section: white space or the end must follow */
    HTML_ATTRIBUTE,  /* its name */
    HTML_AFTER_NAME, /* white space after an attribute's name: = may follow */
    HTML_EQUALS,     /* after = */
    HTML_DOUBLE,     /* in a "value" */
    HTML_SINGLE,     /* in a 'value' */
    HTML_UNQUOTED,   /* in a value without quotes */
    HTML_BANG,       /* after <! */
    HTML_DASH,       /* after <!- */
    HTML_COMMENT,
    HTML_DECLARATION, /* doctype and the like */
    HTML_WORDS,       /* text of an element without elements: title, textarea */
    HTML_RAW,         /* text of an element that is not for reading: script, style */
    HTML_RAW_END,     /* the end tag of the last two, being matched */
    HTML_STATES
};

/* What an attribute takes from tags. */
enum html_rule {
    HTML_PLAIN,
    HTML_ADDRESS,     /* one value, alone */
    HTML_ADDRESS_SET, /* the same, with a fixed descriptor after it */
    HTML_CODE         /* nothing: no escape is right there */
};

/* A lower-case name; length goes on counting beyond the room there is. */
struct html_name {
    char text[16];
    size_t length;
};

struct html {
    enum html_state state;
    bool closing;             /* the tag is an end tag */
    struct html_name element; /* of the tag, or whose text this is */
    struct html_name attribute;
    unsigned n_elements; /* start and end tags so far: tells one from the next */
    unsigned n_values;   /* quoted values so far */
    unsigned matched;    /* bytes of an end tag seen in HTML_RAW_END, dashes in HTML_COMMENT */
    enum html_rule rule; /* of the quoted value */
    bool value_has_text, value_has_tag;
};

enum tag_kind { TAG_VALUE, TAG_SECTION, TAG_INVERTED, TAG_CLOSE, TAG_NOTE, TAG_PARTIAL, TAG_TRANSLATION };

/* Goes over LENGTH bytes of output text. NULL, or what is wrong with the byte at *AT. */
const char *html_read(struct html *html, const char *text, size_t length, size_t *at);

/* A tag stands here: NULL, or where that is, as it completes "{{x}} cannot stand ...". */
const char *html_tag(struct html *html, enum tag_kind kind);

/* True when the value that the last tag stands in holds an address. */
bool html_in_address(const struct html *html);

/* True where the text may hold elements. */
bool html_takes_elements(const struct html *html);

/* Text began at OPENED and ends here: is this the same place? Then goes on from where both can go on. */
bool html_rejoin(struct html *html, const struct html *opened);

/* Where this is, as in "in a comment". */
const char *html_where(const struct html *html);

/* ---- tag.c: what a tag says, and messages about it ---- */

struct place {
    const char *path; /* of the file, as in messages */
    unsigned line, column;
    bool translated; /* in the translation of the words that stand there */
};

enum value_form { FORM_SHOWN, FORM_RAW, FORM_LABEL };

struct tag {
    struct place place;
    const char *text; /* all of it, for messages */
    enum tag_kind kind;
    const char *result; /* the a of {{a.b}}, or NULL */
    const char *name;
    const char *by;       /* of {{#x by column}}, or NULL */
    enum value_form form; /* FORM_SHOWN but in values */
    bool words;           /* stands in text that may hold elements */
    bool address;         /* stands in an attribute that takes only COLUMN_URL */
};

/* Reads INSIDE, what stands between the braces, into kind, result, name, by and form. NULL, or what is wrong. */
const char *tag_read(struct arena *arena, const char *inside, struct tag *tag);

/* "path:line:column: problem" and "path:line:column: {{tag}}: problem". Both return false. */
G_GNUC_PRINTF(4, 5)
bool place_fail(GError **error, enum error_code code, const struct place *place, const char *format, ...);
bool tag_fail(GError **error, enum error_code code, const struct tag *tag, const char *problem);

/* ---- parse.c: the compiled form ---- */

enum op_kind { OP_TEXT, OP_VALUE, OP_SECTION, OP_INVERTED };

struct op {
    enum op_kind kind;
    size_t length; /* OP_TEXT: bytes; sections: operations in the body, which follow */
    union {
        const char *text;      /* OP_TEXT */
        const struct tag *tag; /* all others */
    };
};

struct page {
    const char *name;
    size_t n_ops;
    const struct op *ops;
};

struct file {
    const char *path; /* with the folder, for messages */
    const char *name; /* without folder and ending: what tags and callers say */
    const char *text; /* UTF-8, no NUL within */
};

struct file_list {
    size_t n;
    struct file *files;
};

struct templates {
    struct arena *arena;
    const struct catalog *catalog;
    struct file layout;
    struct file_list partials;
    size_t n_pages;
    struct page *pages;
    const char *digest;
};

/* Compiles FIRST, with CONTENT for {{> content}} when it is the layout, into PAGE: everything in the set's arena. */
bool page_compile(const struct templates *templates, const struct file *first, const struct file *content,
                  struct page *page, GError **error);

const struct page *templates_page(const struct templates *templates, const char *name);

/* ---- source.c: text with a position ---- */

struct source {
    const struct file *file;
    const char *at;         /* what comes next, up to a NUL */
    const char *dropped_to; /* up to here is a line that leaves no line: only its tags count */
    const char *line_start;
    unsigned line;
    const struct place *from; /* of the block whose translation this is; NULL for a file's own text */
    const struct source *outer;
};

struct source source_of_file(const struct file *file, const struct source *outer);
struct source source_of_translation(const struct source *outer, const char *text, const struct place *from);

/* The position of what comes next. */
struct place source_place(const struct source *source);
void source_advance(struct source *source, size_t length);

/* How many bytes of text come next that belong together, 0 at a tag or at the end. *DROPPED: they leave nothing. */
size_t source_text(struct source *source, bool *dropped);

/* ---- scope.c: names to cells ---- */

enum slot_kind { SLOT_COLUMN, SLOT_FIRST, SLOT_RESULT };

/* What a name stands for. */
struct slot {
    enum slot_kind kind; /* a column of a frame's row; of a result's first row; a result */
    size_t where;        /* which frame or result */
    size_t column;
    enum value_form form;
};

/* Rows being gone through. */
struct frame {
    const struct result *result;
    struct slot source;       /* what the section's name stands for */
    size_t first, end;        /* the rows; when grouped, the rows of a run */
    size_t row;               /* values come from here */
    const struct cell *cells; /* of that row */
    size_t by;                /* column that groups, or SIZE_MAX */
};

struct scope {
    const struct result *const *results;
    size_t n_results;
    enum error_code code; /* of a name that does not resolve */
    size_t depth;
    struct frame frames[SECTION_DEPTH];
};

/* What the tag of a value or section means here; false sets an error of the scope's code. */
bool scope_resolve(const struct scope *scope, const struct op *op, struct slot *slot, GError **error);

/* The column a slot stands for, NULL for a result. */
const struct column *scope_column(const struct scope *scope, const struct slot *slot);

/* Is it rows, rather than true or false? */
bool scope_is_rows(const struct scope *scope, const struct slot *slot);

/* A frame over the rows that a section's slot stands for, at its first row; result NULL when its cell holds none.
 * False, with an error of the scope's code, when there is no column to group by. */
bool scope_frame(const struct scope *scope, const struct op *op, const struct slot *slot, struct frame *frame,
                 GError **error);

#endif
