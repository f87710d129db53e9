/* Results to libxlsxwriter. */
#include "format/xlsx.h"

#include "base/date.h"
#include "base/display.h"

#include <string.h>
#include <xlsxwriter.h>

enum { LINES_MAX = 1048576, TEXT_MAX = 32767, SHEET_NAME = 31, SECONDS_A_DAY = 86400 };

#define CUT_WORDS "\u2026 [cut: whole in the CSV file]"

struct xlsx {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    const char *name;      /* of the sheets that hold the current result */
    unsigned n_sheets;     /* how many do */
    lxw_row_t line;        /* next of the current sheet */
    struct arena *kept;    /* the current result's columns */
    struct arena *scratch; /* one row's texts */
    const struct result *columns;
    lxw_format *head, *formats[COLUMN_RESULT + 1];
};

/* What a column's type looks like; no pattern: general. */
static const struct {
    const char *pattern;
    double width; /* characters */
} looks[COLUMN_RESULT + 1] = {
    [COLUMN_TEXT] = {NULL, 32},        [COLUMN_INTEGER] = {"#,##0", 12},   [COLUMN_NUMBER] = {NULL, 12},
    [COLUMN_MONEY] = {"#,##0.00", 16}, [COLUMN_DATE] = {"yyyy-mm-dd", 12}, [COLUMN_CODE] = {"@", 14},
    [COLUMN_URL] = {"@", 40},          [COLUMN_KEY] = {"@", 24},           [COLUMN_POSITION] = {"@", 24},
    [COLUMN_FLAG] = {NULL, 8},         [COLUMN_SOURCES] = {"@", 32},       [COLUMN_RESULT] = {NULL, 8},
};

static bool fail(GError **error, lxw_error code)
{
    g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "workbook: %s", lxw_strerror(code));
    return false;
}

static void set_day(struct xlsx *xlsx, const char *day)
{
    struct date date;
    lxw_doc_properties properties = {.title = (char *)"Proviso"};
    if (date_parse(day, &date) == DATE_OK)
        properties.created = (time_t)(date_days(date) * SECONDS_A_DAY);
    workbook_set_properties(xlsx->workbook, &properties);
}

struct xlsx *xlsx_open(const char *path, const char *temporary, const char *day, GError **error)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)temporary, .use_zip64 = LXW_FALSE};
    lxw_workbook *workbook = workbook_new_opt(path, &options);
    if (!workbook) {
        fail(error, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return NULL;
    }
    struct xlsx *xlsx = g_new0(struct xlsx, 1);
    *xlsx = (struct xlsx){.workbook = workbook, .kept = arena_new(), .scratch = arena_new()};
    set_day(xlsx, day);
    xlsx->head = workbook_add_format(workbook);
    format_set_bold(xlsx->head);
    for (size_t i = 0; i < G_N_ELEMENTS(looks); i++) {
        if (!looks[i].pattern)
            continue;
        xlsx->formats[i] = workbook_add_format(workbook);
        format_set_num_format(xlsx->formats[i], looks[i].pattern);
    }
    return xlsx;
}

/* A sheet for the current columns. */
static bool begin_sheet(struct xlsx *xlsx, GError **error)
{
    char name[SHEET_NAME + 1];
    g_snprintf(name, sizeof name, xlsx->n_sheets ? "%s %u" : "%s", xlsx->name, xlsx->n_sheets + 1);
    xlsx->sheet = workbook_add_worksheet(xlsx->workbook, name);
    if (!xlsx->sheet)
        return fail(error, LXW_ERROR_MEMORY_MALLOC_FAILED);
    xlsx->n_sheets++;
    for (size_t i = 0; i < xlsx->columns->n_columns; i++) {
        const struct column *column = xlsx->columns->columns[i];
        lxw_col_t at = (lxw_col_t)i;
        worksheet_set_column(xlsx->sheet, at, at, looks[column->type].width, NULL);
        worksheet_write_string(xlsx->sheet, 0, at, column->name, xlsx->head);
    }
    worksheet_freeze_panes(xlsx->sheet, 1, 0);
    xlsx->line = 1;
    return true;
}

bool xlsx_sheet(struct xlsx *xlsx, const char *name, const struct result *columns, GError **error)
{
    arena_reset(xlsx->kept);
    const struct column **copy = ARENA_ARRAY(xlsx->kept, const struct column *, columns->n_columns + 1);
    memcpy(copy, columns->columns, columns->n_columns * sizeof *copy);
    xlsx->columns = result_new(xlsx->kept, name, copy, columns->n_columns);
    xlsx->name = name;
    xlsx->n_sheets = 0;
    return begin_sheet(xlsx, error);
}

static const char *fitting(struct arena *scratch, const char *text)
{
    if (g_utf8_strlen(text, -1) <= TEXT_MAX)
        return text;
    size_t kept = (size_t)(TEXT_MAX - g_utf8_strlen(CUT_WORDS, -1));
    return arena_printf(scratch, "%.*s%s", (int)(g_utf8_offset_to_pointer(text, (glong)kept) - text), text, CUT_WORDS);
}

/* A day as Excel's number; years before its calendar stay text. */
static bool write_date(struct xlsx *xlsx, lxw_col_t at, const char *iso, lxw_format *format)
{
    struct date date;
    if (date_parse(iso, &date) != DATE_OK || date.year < 1900)
        return false;
    lxw_datetime day = {.year = date.year, .month = date.month, .day = date.day};
    return worksheet_write_datetime(xlsx->sheet, xlsx->line, at, &day, format) == LXW_NO_ERROR;
}

static lxw_error write_cell(struct xlsx *xlsx, lxw_col_t at, const struct column *column, const struct cell *cell)
{
    lxw_format *format = xlsx->formats[column->type];
    lxw_worksheet *sheet = xlsx->sheet;
    double number = cell->kind == CELL_REAL ? cell->real : cell->kind == CELL_INTEGER ? (double)cell->integer : 0;
    bool is_number = cell->kind == CELL_REAL || cell->kind == CELL_INTEGER;
    if (cell->kind == CELL_NULL)
        return LXW_NO_ERROR;
    if (is_number && column->type == COLUMN_MONEY)
        return worksheet_write_number(sheet, xlsx->line, at, number / 100, format);
    if (is_number && (column->type == COLUMN_INTEGER || column->type == COLUMN_NUMBER))
        return worksheet_write_number(sheet, xlsx->line, at, number, format);
    if (is_number && column->type == COLUMN_FLAG)
        return worksheet_write_boolean(sheet, xlsx->line, at, number != 0, format);
    const char *text = display_plain(xlsx->scratch, column, cell);
    if (column->type == COLUMN_DATE && write_date(xlsx, at, text, format))
        return LXW_NO_ERROR;
    return worksheet_write_string(sheet, xlsx->line, at, fitting(xlsx->scratch, text), format);
}

bool xlsx_rows(struct xlsx *xlsx, const struct result *rows, GError **error)
{
    for (size_t row = 0; row < rows->n_rows; row++) {
        if (xlsx->line == LINES_MAX && !begin_sheet(xlsx, error))
            return false;
        for (size_t i = 0; i < rows->n_columns; i++) {
            const struct cell *cell = &rows->cells[row * rows->n_columns + i];
            lxw_error code = write_cell(xlsx, (lxw_col_t)i, rows->columns[i], cell);
            if (code != LXW_NO_ERROR)
                return fail(error, code);
        }
        xlsx->line++;
        arena_reset(xlsx->scratch);
    }
    return true;
}

/* libxlsxwriter does not look whether its temporary files took all that it wrote. */
static bool is_whole(const struct xlsx *xlsx)
{
    lxw_worksheet *sheet;
    STAILQ_FOREACH(sheet, xlsx->workbook->worksheets, list_pointers)
    {
        if (sheet->optimize_tmpfile && (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile)))
            return false;
    }
    return true;
}

static void free_rest(struct xlsx *xlsx)
{
    arena_free(xlsx->kept);
    arena_free(xlsx->scratch);
    g_free(xlsx);
}

bool xlsx_close(struct xlsx *xlsx, GError **error)
{
    bool whole = is_whole(xlsx);
    lxw_error code = workbook_close(xlsx->workbook); /* frees it */
    free_rest(xlsx);
    if (!whole)
        code = LXW_ERROR_CREATING_TMPFILE;
    return code == LXW_NO_ERROR || fail(error, code);
}

void xlsx_drop(struct xlsx *xlsx)
{
    lxw_workbook_free(xlsx->workbook);
    free_rest(xlsx);
}
