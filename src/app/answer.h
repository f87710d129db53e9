/* The representations. A program links only those that it names. */
#ifndef PROVISO_APP_ANSWER_H
#define PROVISO_APP_ANSWER_H

#include "app/question.h"

#define TYPE_HTML "text/html; charset=utf-8"
#define TYPE_JSON "application/json"
#define TYPE_CSV "text/csv; charset=utf-8"
#define TYPE_XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define TYPE_ATOM "application/atom+xml"
#define TYPE_ICS "text/calendar; charset=utf-8"
#define TYPE_PNG "image/png"
#define TYPE_SVG "image/svg+xml"
#define TYPE_PDF "application/pdf"
#define TYPE_DATABASE "application/vnd.sqlite3"
#define TYPE_ZIP "application/zip"

extern const struct representation answer_html, answer_json, answer_csv, answer_xlsx, answer_atom, answer_ics,
    answer_svg, answer_png, answer_pdf, answer_report, answer_database, answer_zip;

struct chart_layout;

/* The question's chart in SIZE. ERROR_BAD_REQUEST: it has none. */
const struct chart_layout *answer_chart_layout(const struct question *question, const struct chart_size *size,
                                               GError **error);

/* Does every page's template resolve against the shapes of its results in the current edition? */
bool answer_html_check(struct app *app, struct arena *arena, GError **error);

#endif
