/* Writes and reads review files. */
#include "import/review.h"

#include "base/money.h"
#include "import/row.h"
#include "import/usaspending.h"
#include "store/command.h"
#include "store/rule.h"

#include <errno.h>
#include <string.h>

/* The columns, in the order that write/review.sql gives them; the last is the editor's. */
enum {
    COLUMN_NAME,
    COLUMN_STATE,
    COLUMN_UEI,
    COLUMN_DUNS,
    COLUMN_ID,
    COLUMN_TYPES,
    COLUMN_CITY,
    COLUMN_COUNTY,
    COLUMN_RECORDS,
    COLUMN_AMOUNT,
    COLUMN_REASON,
    COLUMN_SUGGESTED,
    COLUMN_ANSWER,
    REVIEW_COLUMNS
};

static const char *const column_names[REVIEW_COLUMNS] = {
    [COLUMN_NAME] = "recipient_name",
    [COLUMN_STATE] = "state",
    [COLUMN_UEI] = "uei",
    [COLUMN_DUNS] = "duns",
    [COLUMN_ID] = "usaspending_id",
    [COLUMN_TYPES] = "business_types",
    [COLUMN_CITY] = "city",
    [COLUMN_COUNTY] = "county",
    [COLUMN_RECORDS] = "records",
    [COLUMN_AMOUNT] = "amount_usd",
    [COLUMN_REASON] = "reason",
    [COLUMN_SUGGESTED] = "suggested_key",
    [COLUMN_ANSWER] = "jurisdiction_key",
};

static bool add_target(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    gazetteer_add(self, &(struct gazetteer_entry){cells[0].text, cells[1].text, cells[2].text, cells[3].text,
                                                  cells[4].text, cells[5].text});
    return true;
}

static bool add_alias(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    gazetteer_add_alias(self, cells[0].text, cells[1].text, cells[2].text);
    return true;
}

struct gazetteer *gazetteer_load(struct register_store *reg, GError **error)
{
    struct gazetteer *gazetteer = gazetteer_new();
    struct command *targets = command_prepare(reg, "match_targets", error);
    struct command *aliases = targets ? command_prepare(reg, "match_aliases", error) : NULL;
    if (aliases && command_each(targets, NULL, 0, 6, add_target, gazetteer, error) &&
        command_each(aliases, NULL, 0, 3, add_alias, gazetteer, error))
        return gazetteer;
    gazetteer_free(gazetteer);
    return NULL;
}

/* The field quoted where it must be. */
static void write_field(FILE *out, const char *text, bool first)
{
    fputs(first ? "" : ",", out);
    if (!strpbrk(text, "\",\r\n")) {
        fputs(text, out);
        return;
    }
    putc('"', out);
    for (; *text; text++)
        fputs(*text == '"' ? "\"\"" : (char[]){*text, '\0'}, out);
    putc('"', out);
}

static bool write_row(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    struct arena *scratch = arena_new();
    for (size_t i = 0; i < REVIEW_COLUMNS; i++) {
        const struct cell *cell = &cells[i];
        const char *text = i == COLUMN_ANSWER ? "" : cell->kind == CELL_TEXT ? cell->text : "";
        if (i == COLUMN_RECORDS)
            text = arena_printf(scratch, "%" G_GINT64_FORMAT, cell->integer);
        if (i == COLUMN_AMOUNT)
            text = money_plain(scratch, cell->integer);
        write_field(self, text, i == 0);
    }
    fputs("\n", self);
    arena_free(scratch);
    return true;
}

bool review_write(struct register_store *reg, const char *path, GError **error)
{
    struct command *select = command_prepare(reg, "review", error);
    FILE *out = select ? fopen(path, "we") : NULL;
    if (!out) {
        if (select)
            g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be written: %s", path, g_strerror(errno));
        return false;
    }
    for (size_t i = 0; i < REVIEW_COLUMNS; i++)
        write_field(out, column_names[i], i == 0);
    fputs("\n", out);
    const struct cell how = cell_integer(MATCH_UNSURE);
    bool ok = command_each(select, &how, 1, REVIEW_COLUMNS - 1, write_row, out, error);
    bool written = !ferror(out);
    written = fclose(out) == 0 && written;
    if (ok && !written)
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be written: %s", path, g_strerror(errno));
    return ok && written;
}

bool review_is(const struct source *source)
{
    return source_column(source, column_names[COLUMN_NAME]) != SIZE_MAX &&
           source_column(source, column_names[COLUMN_ANSWER]) != SIZE_MAX;
}

struct answer {
    struct register_store *reg;
    struct gazetteer *gazetteer;
    struct source *source;
    size_t positions[REVIEW_COLUMNS];
};

static const char *text_of(const struct answer *answer, size_t column)
{
    return source_field(answer->source, answer->positions[column]);
}

static bool put_alias(const struct answer *answer, const char *alias_kind, const char *name, GError **error)
{
    struct arena *scratch = answer->source->scratch;
    const char *jurisdiction = text_of(answer, COLUMN_ANSWER);
    const char *prefix = strcmp(alias_kind, "recipient") == 0 ? "" : arena_printf(scratch, "%s-", alias_kind);
    const struct row_value values[] = {
        {"key", cell_text(arena_printf(scratch, "%s.%s%s", jurisdiction, prefix, row_slug(scratch, name)))},
        {"jurisdiction_key", cell_text(jurisdiction)},
        {"name", cell_text(name)},
        {"alias_kind", cell_text(alias_kind)},
        {"note", cell_text("Decided in review of an import.")},
    };
    if (!*name || strcmp(name, UNNAMED_RECIPIENT) == 0)
        return true;
    gazetteer_add_alias(answer->gazetteer, jurisdiction, alias_kind, name);
    return row_put(answer->reg, "jurisdiction_alias", values, G_N_ELEMENTS(values), error);
}

static bool read_answer(void *self, struct source *source, GError **error)
{
    const struct answer *answer = self;
    const char *key = text_of(answer, COLUMN_ANSWER), *name = text_of(answer, COLUMN_NAME);
    if (!*key)
        return true;
    if (!gazetteer_has(answer->gazetteer, key))
        source_report(source, column_names[COLUMN_ANSWER], "no jurisdiction has the key %s",
                      rule_quote(source->scratch, key));
    if (!*name)
        source_report(source, column_names[COLUMN_NAME], "is required");
    return source->rejected || (put_alias(answer, "recipient", name, error) &&
                                put_alias(answer, "uei", text_of(answer, COLUMN_UEI), error) &&
                                put_alias(answer, "duns", text_of(answer, COLUMN_DUNS), error) &&
                                put_alias(answer, "usaspending", text_of(answer, COLUMN_ID), error));
}

bool review_read(struct source *source, struct register_store *reg, struct gazetteer *gazetteer, GError **error)
{
    struct answer answer = {reg, gazetteer, source, {0}};
    if (!source_check_header(source))
        return true;
    for (size_t i = 0; i < REVIEW_COLUMNS; i++)
        answer.positions[i] = source_column(source, column_names[i]);
    return source_each(source, read_answer, &answer, error);
}
