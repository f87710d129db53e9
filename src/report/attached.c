/* Files attached to a PDF that comes from outside, read with qpdf: it may have been rewritten, or be no PDF at all. */
#include "report/document.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NODES = 10000 };

struct search {
    qpdf_data pdf;
    const char *name;
    qpdf_oh found; /* the file's description; 0: not yet */
    int nodes;     /* that may still be looked at */
};

static qpdf_oh key(const struct search *search, qpdf_oh dictionary, const char *name)
{
    return qpdf_oh_is_dictionary(search->pdf, dictionary) ? qpdf_oh_get_key(search->pdf, dictionary, name)
                                                          : qpdf_oh_new_null(search->pdf);
}

static bool is_named(const struct search *search, qpdf_oh name)
{
    return qpdf_oh_is_string(search->pdf, name) && strcmp(qpdf_oh_get_utf8_value(search->pdf, name), search->name) == 0;
}

/* Looks at a node of the tree of names and at what is below it. */
static void look(struct search *search, qpdf_oh node, int depth)
{
    qpdf_oh names = key(search, node, "/Names"), kids = key(search, node, "/Kids");
    int n = qpdf_oh_is_array(search->pdf, names) ? qpdf_oh_get_array_n_items(search->pdf, names) : 0;
    for (int i = 0; i + 1 < n && !search->found; i += 2)
        if (is_named(search, qpdf_oh_get_array_item(search->pdf, names, i)))
            search->found = qpdf_oh_get_array_item(search->pdf, names, i + 1);
    n = qpdf_oh_is_array(search->pdf, kids) && depth < 20 ? qpdf_oh_get_array_n_items(search->pdf, kids) : 0;
    for (int i = 0; i < n && !search->found && search->nodes-- > 0; i++)
        look(search, qpdf_oh_get_array_item(search->pdf, kids, i), depth + 1);
}

static char *stream_bytes(const struct search *search, size_t *length)
{
    qpdf_oh stream = key(search, key(search, search->found, "/EF"), "/F");
    unsigned char *bytes = NULL;
    QPDF_BOOL filtered = QPDF_FALSE;
    *length = 0;
    if (!qpdf_oh_is_stream(search->pdf, stream) ||
        qpdf_oh_get_stream_data(search->pdf, stream, qpdf_dl_generalized, &filtered, &bytes, length) & QPDF_ERRORS ||
        !filtered || (!bytes && *length))
        return NULL;
    char *copy = g_malloc(*length + 1);
    if (bytes)
        memcpy(copy, bytes, *length);
    copy[*length] = '\0';
    free(bytes);
    return copy;
}

char *document_attached(const char *pdf, size_t length, const char *name, size_t *attached_length, GError **error)
{
    struct search search = {.pdf = qpdf_init(), .name = name, .nodes = MOST_NODES};
    qpdf_set_suppress_warnings(search.pdf, QPDF_TRUE);
    qpdf_silence_errors(search.pdf);
    char *bytes = NULL;
    bool is_pdf = !(qpdf_read_memory(search.pdf, "report", pdf, length, NULL) & QPDF_ERRORS);
    if (is_pdf) {
        qpdf_oh names = key(&search, qpdf_get_root(search.pdf), "/Names");
        look(&search, key(&search, names, "/EmbeddedFiles"), 0);
        bytes = search.found ? stream_bytes(&search, attached_length) : NULL;
    }
    if (!is_pdf)
        g_set_error_literal(error, PROVISO_ERROR, ERROR_DATA, "it is no PDF, or not a whole one");
    else if (!bytes)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "it is a PDF without the attached file %s", name);
    while (qpdf_has_error(search.pdf))
        qpdf_get_error(search.pdf); /* or qpdf prints it */
    qpdf_cleanup(&search.pdf);
    return bytes;
}
