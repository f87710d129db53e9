/* How each kind of text is set, and the papers: the look of a report in two tables. */
#include "report/text.h"

#include <string.h>

const struct type document_types[STYLES] = {
    [STYLE_TITLE] = {24, 29, TEXT_STRONG, COLOR_INK, 0, 8, "H1"},
    [STYLE_SECTION] = {15, 19, TEXT_STRONG, COLOR_INK, 26, 8, "H2"},
    [STYLE_PART] = {11, 15, TEXT_STRONG, COLOR_INK, 16, 5, "H3"},
    [STYLE_PARAGRAPH] = {10, 15, 0, COLOR_INK, 0, 7, "P"},
    [STYLE_LEAD] = {12.5, 19, 0, COLOR_INK, 0, 12, "P"},
    [STYLE_ASIDE] = {9.5, 14, 0, COLOR_INK, 8, 10, "P"},
    [STYLE_TOTAL] = {10, 15, TEXT_STRONG, COLOR_INK, 0, 7, "P"},
    [STYLE_NOTE] = {8.5, 12.5, 0, COLOR_MUTED, 2, 6, "P"},
    [STYLE_FINEPRINT] = {7.5, 11, 0, COLOR_MUTED, 2, 5, "P"},
    [STYLE_VERIFY] = {9, 13.5, 0, COLOR_INK, 6, 10, "P"},
    [STYLE_ITEM] = {9.5, 14, 0, COLOR_INK, 0, 4, "LBody"},
    [STYLE_TERM] = {9.5, 14, 0, COLOR_INK, 0, 4, "LBody"},
    [STYLE_CAPTION] = {9, 12.5, TEXT_STRONG, COLOR_INK, 12, 5, "Caption"},
    [STYLE_LEGEND] = {8.5, 12, 0, COLOR_MUTED, 5, 14, "Caption"},
    [STYLE_ENTRY] = {10, 17, 0, COLOR_INK, 0, 0, "TOCI"},
    [STYLE_CELL] = {8.5, 11.25, 0, COLOR_INK, 10, 12, "Table"},
};

const struct document_paper *document_paper_find(const char *name)
{
    static const struct document_paper papers[] = {{"letter", 612, 792}, {"a4", 595.28, 841.89}};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        if (name && strcmp(name, papers[i].name) == 0)
            return &papers[i];
    return NULL;
}
