/* Writes and reads review files. */
#include "import/review.h"

#include "base/csv_field.h"
#include "base/money.h"
#include "import/create.h"
#include "import/usaspending.h"
#include "store/command.h"
#include "store/rule.h"

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

struct writing {
    FILE *out;
    GString *line;
    struct arena *scratch; /* of a line */
};

static void write_line(struct writing *writing, const char *const *fields)
{
    g_string_truncate(writing->line, 0);
    for (size_t i = 0; i < REVIEW_COLUMNS; i++) {
        g_string_append(writing->line, i ? "," : "");
        csv_append(writing->line, fields[i], false);
    }
    g_string_append_c(writing->line, '\n');
    fwrite(writing->line->str, 1, writing->line->len, writing->out);
}

static bool write_row(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    struct writing *writing = self;
    const char *fields[REVIEW_COLUMNS] = {[COLUMN_ANSWER] = ""};
    arena_reset(writing->scratch);
    for (size_t i = 0; i < COLUMN_ANSWER; i++)
        fields[i] = cells[i].kind == CELL_TEXT ? cells[i].text : "";
    fields[COLUMN_RECORDS] = arena_printf(writing->scratch, "%" G_GINT64_FORMAT, cells[COLUMN_RECORDS].integer);
    fields[COLUMN_AMOUNT] = money_plain(writing->scratch, cells[COLUMN_AMOUNT].integer);
    write_line(writing, fields);
    return true;
}

static bool write_all(struct command *select, FILE *out, GError **error)
{
    struct writing writing = {out, g_string_new(NULL), arena_new()};
    const struct cell how = cell_integer(MATCH_UNSURE);
    write_line(&writing, column_names);
    bool ok = command_each(select, &how, 1, COLUMN_ANSWER, write_row, &writing, error);
    g_string_free(writing.line, TRUE);
    arena_free(writing.scratch);
    return ok;
}

bool review_write(struct register_store *reg, const char *path, GError **error)
{
    struct command *select = command_prepare(reg, "review", error);
    FILE *out = select ? fopen(path, "wxe") : NULL;
    if (!out) {
        if (select)
            error_of_file(path, "written", error);
        return false;
    }
    bool ok = write_all(select, out, error);
    bool written = !ferror(out);
    written = fclose(out) == 0 && written;
    if (ok && !written)
        error_of_file(path, "written", error);
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
    int64_t *n_answers;
    size_t positions[REVIEW_COLUMNS];
};

static const char *text_of(const struct answer *answer, size_t column)
{
    return source_field(answer->source, answer->positions[column]);
}

/* What an answer teaches: the name and the identifiers of its recipient; some have no name and teach nothing. */
enum { TAUGHT = 4 };

static void taught_of(const struct recipient *recipient, const char *key, struct alias taught[TAUGHT])
{
    static const char note[] = "Decided in review of an import.";
    bool is_named = strcmp(recipient->name, UNNAMED_RECIPIENT) != 0;
    taught[0] = (struct alias){key, "recipient", is_named ? recipient->name : "", note};
    taught[1] = (struct alias){key, "uei", recipient->uei, note};
    taught[2] = (struct alias){key, "duns", recipient->duns, note};
    taught[3] = (struct alias){key, "usaspending", recipient->id, note};
}

/* An answer that would change nothing, or take back an earlier one only in part, is refused: the matcher is asked what
 * comes of it. */
static void check_effect(const struct answer *answer, const struct recipient *recipient, const char *key)
{
    struct source *source = answer->source;
    struct alias taught[TAUGHT];
    struct match match = match_find(source->scratch, answer->gazetteer, recipient);
    bool is_decided = match.how == MATCH_ALIAS || match.how == MATCH_IDENTIFIER;
    if (is_decided && strcmp(match.jurisdiction_key, key) != 0) {
        source_report(source, column_names[COLUMN_ANSWER], "by jurisdiction_alias the recipient is %s already",
                      match.jurisdiction_key);
        return;
    }
    taught_of(recipient, key, taught);
    for (size_t i = 0; i < TAUGHT; i++)
        if (*taught[i].name)
            gazetteer_add_alias(answer->gazetteer, key, taught[i].kind, taught[i].name);
    match = match_find(source->scratch, answer->gazetteer, recipient);
    if (g_strcmp0(match.jurisdiction_key, key) != 0)
        source_report(source, column_names[COLUMN_ANSWER], "the recipient would not be matched to %s all the same: %s",
                      key, match.reason ? match.reason : "its name is of no government");
}

static bool put_answer(const struct answer *answer, const struct recipient *recipient, const char *key, GError **error)
{
    struct alias taught[TAUGHT];
    bool ok = true;
    taught_of(recipient, key, taught);
    for (size_t i = 0; ok && i < TAUGHT; i++)
        ok = !*taught[i].name ||
             create_alias(answer->source->scratch, answer->reg, answer->gazetteer, &taught[i], error);
    ++*answer->n_answers;
    return ok;
}

static bool read_answer(void *self, struct source *source, GError **error)
{
    const struct answer *answer = self;
    const char *key = text_of(answer, COLUMN_ANSWER);
    const struct recipient recipient = {
        .name = text_of(answer, COLUMN_NAME),
        .uei = text_of(answer, COLUMN_UEI),
        .duns = text_of(answer, COLUMN_DUNS),
        .id = text_of(answer, COLUMN_ID),
        .state = text_of(answer, COLUMN_STATE),
        .types = text_of(answer, COLUMN_TYPES),
        .city = text_of(answer, COLUMN_CITY),
        .county = text_of(answer, COLUMN_COUNTY),
        .county_geoid = "",
        .place_geoid = "",
    };
    if (!*key)
        return true;
    if (!gazetteer_has(answer->gazetteer, key))
        source_report(source, column_names[COLUMN_ANSWER], "no jurisdiction has the key %s",
                      rule_quote(source->scratch, key));
    if (!*recipient.name)
        source_report(source, column_names[COLUMN_NAME], "is required");
    for (size_t i = COLUMN_NAME; i <= COLUMN_ID; i++)
        source_check_name(source, column_names[i], text_of(answer, i));
    if (!source->rejected)
        check_effect(answer, &recipient, key);
    return source->rejected || put_answer(answer, &recipient, key, error);
}

bool review_read(struct source *source, struct register_store *reg, struct gazetteer *gazetteer, int64_t *n_answers,
                 GError **error)
{
    struct answer answer = {reg, gazetteer, source, n_answers, {0}};
    if (!source_check_header(source))
        return true;
    for (size_t i = 0; i < REVIEW_COLUMNS; i++)
        answer.positions[i] = source_column(source, column_names[i]);
    return source_each(source, NULL, read_answer, &answer, error);
}
