/* The other forms of a question's answer, as links of its page. */
#ifndef PROVISO_APP_DOWNLOADS_H
#define PROVISO_APP_DOWNLOADS_H

#include "app/question.h"

/* One form of answers, for links and documentation. */
struct download {
    enum representation_bit bit;
    const char *extension;
    const char *content_type;
    const char *label;                         /* message id */
    const struct parameter *const *parameters; /* beside the resource's, NULL-terminated */
    bool is_whole;                             /* takes no part of a list */
    bool is_chart;                             /* only where the question has one */
    bool is_feed;                              /* goes on with each edition: its link names none */
    struct parameter_change change;            /* what its link asks for beside the page's question */
};

/* All forms but the page, ended by one without extension. */
extern const struct download downloads[];

/* Those that the question has, none where it has no edition: label, href, content_type, is_alternate (the same rows,
 * for programs), is_feed. Named "downloads". */
struct result *downloads_result(const struct question *question);

#endif
