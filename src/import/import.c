/* Finds the files, runs one transaction over them, and remembers what the shipped files were. */
#include "import/import.h"

#include "import/award_source.h"
#include "import/input.h"
#include "import/load.h"
#include "import/review.h"
#include "store/command.h"
#include "store/rule.h"

#include <stdio.h>
#include <string.h>

#define META_SHIPPED_FILES "shipped_files"     /* SHA-256 of the files of the last import with unless_edited */
#define META_SHIPPED_CONTENT "shipped_content" /* SHA-256 of the register's rows after it */

#define ENDING ".csv"

struct import_file {
    const struct table *table; /* NULL: what it is shows in its header */
    const char *path;
};

struct importing {
    struct register_store *reg;
    const struct import_options *options;
    struct rejections rejections;
    struct import_report *report;
    struct arena *arena;
    GArray *files; /* struct import_file: tables in the order of the schema, then the others */
    struct gazetteer *gazetteer;
    struct awards_options awards_options;
    struct awards *awards; /* NULL until the first award file */
    struct input *input;   /* at hand */
    const char *name;      /* of the file at hand */
    bool has_tables;       /* a table was among the files */
    bool incomplete;       /* a file could not be read to its end: checks across tables would mislead */
};

/* The table that a file is named after, or NULL. */
static const struct table *table_named(const struct importing *importing, const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    if (!g_str_has_suffix(base, ENDING))
        return NULL;
    base[strlen(base) - strlen(ENDING)] = '\0';
    return schema_table(register_schema(importing->reg), base);
}

static void add_file(struct importing *importing, const char *path)
{
    const struct import_file file = {table_named(importing, path), arena_strdup(importing->arena, path)};
    g_array_append_val(importing->files, file);
}

static void add_file_in(struct importing *importing, const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    add_file(importing, path);
}

static bool is_import_name(const char *name)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    return name[0] != '.' && (g_str_has_suffix(lower, ENDING) || g_str_has_suffix(lower, ".zip"));
}

static bool add_folder(struct importing *importing, const char *path, GError **error)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, error);
    if (!folder)
        return error_reword_file(path, "read", error);
    unsigned before = importing->files->len;
    for (const char *name; (name = g_dir_read_name(folder));)
        if (is_import_name(name))
            add_file_in(importing, path, name);
    if (importing->files->len == before)
        problems_add(importing->rejections.problems, SEVERITY_ERROR, path, NULL, "the folder holds no file to import");
    return true;
}

/* By table, then by path: the order that a folder gives its files in does not matter. */
static int compare_files(const void *a, const void *b)
{
    const struct import_file *left = a, *right = b;
    size_t first = left->table ? left->table->index : SIZE_MAX, second = right->table ? right->table->index : SIZE_MAX;
    return first != second ? (first < second ? -1 : 1) : strcmp(left->path, right->path);
}

static bool collect_files(struct importing *importing, GError **error)
{
    for (const char *const *path = importing->options->paths; *path; path++) {
        if (!g_file_test(*path, G_FILE_TEST_IS_DIR))
            add_file(importing, *path);
        else if (!add_folder(importing, *path, error))
            return false;
    }
    g_array_sort(importing->files, compare_files);
    return true;
}

static bool hash_file(GChecksum *checksum, const struct import_file *file, GError **error)
{
    FILE *in = fopen(file->path, "rbe");
    unsigned char buffer[8192];
    size_t n = 0, length = 0;
    while (in && (n = fread(buffer, 1, sizeof buffer, in)) > 0) {
        g_checksum_update(checksum, buffer, (gssize)n);
        length += n;
    }
    bool ok = in && !ferror(in);
    if (!ok)
        error_of_file(file->path, "read", error);
    if (in)
        fclose(in);
    /* Table and length tell where one file ends and which it is. */
    g_autofree char *end = g_strdup_printf("\n%s %zu\n", file->table ? file->table->name : "", length);
    g_checksum_update(checksum, (const unsigned char *)end, -1);
    return ok;
}

static const char *hash_files(struct importing *importing, GError **error)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (unsigned i = 0; i < importing->files->len; i++)
        if (!hash_file(checksum, &g_array_index(importing->files, struct import_file, i), error))
            return NULL;
    return arena_strdup(importing->arena, g_checksum_get_string(checksum));
}

/* A register without rows is not one that was edited. */
static bool decide(struct importing *importing, const char *files, enum import_outcome *outcome, GError **error)
{
    const char *shipped_files, *shipped_content;
    char content[65];
    int64_t n_rows;
    if (!register_meta(importing->reg, importing->arena, META_SHIPPED_FILES, &shipped_files, error) ||
        !register_meta(importing->reg, importing->arena, META_SHIPPED_CONTENT, &shipped_content, error) ||
        !register_content(importing->reg, content, &n_rows, error))
        return false;
    *outcome = IMPORT_DONE;
    if (g_strcmp0(files, shipped_files) == 0)
        *outcome = IMPORT_UNCHANGED;
    else if (n_rows > 0 && g_strcmp0(content, shipped_content) != 0)
        *outcome = IMPORT_EDITED;
    return true;
}

static bool remember(struct importing *importing, const char *files, GError **error)
{
    char content[65];
    int64_t n_rows;
    return register_content(importing->reg, content, &n_rows, error) &&
           register_set_meta(importing->reg, META_SHIPPED_FILES, files, error) &&
           register_set_meta(importing->reg, META_SHIPPED_CONTENT, content, error);
}

/* Errors that are not about single records, or about too many of them, stop the import. */
static bool fail_on_errors(const struct importing *importing, GError **error)
{
    const struct rejections *rejections = &importing->rejections;
    size_t n = rejections->problems->of[SEVERITY_ERROR].n;
    if (n == 0 || (n == rejections->reports && rejections->records <= importing->options->allow_rejects))
        return true;
    const char *why = importing->options->allow_rejects == 0 ? ""
                      : n > rejections->reports ? ", not all of single records, which --allow-rejects needs"
                                                : " in more records than --allow-rejects leaves out";
    g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%zu error%s%s; nothing was changed", n, n == 1 ? "" : "s", why);
    return false;
}

static void tell_progress(void *self, int64_t records)
{
    const struct importing *importing = self;
    const struct import_options *options = importing->options;
    options->progress(options->progress_self, importing->name, input_progress(importing->input), records);
}

static bool read_awards(struct importing *importing, const struct award_form *form, struct source *source,
                        GError **error)
{
    const struct import_options *options = importing->options;
    importing->awards_options = (struct awards_options){
        .create = options->create,
        .source_key = options->source_key,
        .progress = options->progress ? tell_progress : NULL,
        .progress_self = importing,
    };
    if (!importing->awards)
        importing->awards = awards_new(importing->reg, importing->gazetteer, &importing->awards_options, error);
    return importing->awards && awards_read(importing->awards, form, source, error);
}

/* The table whose columns are exactly the header's, or NULL. */
static const struct table *table_of_header(const struct importing *importing, const struct source *source)
{
    const struct schema *schema = register_schema(importing->reg);
    for (size_t i = 0; i < schema->n_tables; i++) {
        const struct table *table = &schema->tables[i];
        size_t n = 0;
        for (size_t c = 0; c < table->n_columns; c++)
            n += source_column(source, table->columns[c].name) != SIZE_MAX;
        if (n == table->n_columns && source->n_columns == n + table->is_fact)
            return table;
    }
    return NULL;
}

static bool read_table(struct importing *importing, const struct table *table, struct source *source, GError **error)
{
    struct loader loader = {importing->reg, importing->options->find_column};
    importing->has_tables = true;
    return load_source(&loader, table, source, error);
}

/* Refuses the file when its source, as the options name it, is not in the register. Tables are read before. */
static bool check_source_key(struct importing *importing, struct source *source, GError **error)
{
    const char *key = importing->options->source_key;
    struct command *exists = key ? command_prepare(importing->reg, "source_exists", error) : NULL;
    const struct cell values[] = {cell_text(key)};
    struct cell one;
    bool found = true;
    if (key && (!exists || !command_first(exists, source->scratch, values, 1, &one, 1, &found, error)))
        return false;
    if (!found)
        source_refuse(source, NULL, "its source %s (--source) is not in the register: put it into source.csv first",
                      rule_quote(source->scratch, key));
    return true;
}

/* What only the header tells. */
static bool read_by_header(struct importing *importing, struct source *source, GError **error)
{
    const struct award_form *awards = award_form_open(source);
    const struct census *census = awards ? NULL : census_open(source);
    const struct table *table = awards || census ? NULL : table_of_header(importing, source);
    if (table)
        return read_table(importing, table, source, error);
    bool review = !awards && !census && review_is(source);
    if (!awards && !census && !review) {
        source_refuse(source, NULL,
                      "the file is named after no table of the register, and its header is of no form that is known "
                      "(proviso import --help tells which are)");
        return true;
    }
    if (importing->options->replace) {
        source_refuse(source, NULL, "only tables of the register can replace it");
        return true;
    }
    if (!check_source_key(importing, source, error))
        return false;
    if (!importing->gazetteer && !(importing->gazetteer = gazetteer_load(importing->reg, error)))
        return false;
    if (review)
        return review_read(source, importing->reg, importing->gazetteer, &importing->report->answers, error);
    return awards ? read_awards(importing, awards, source, error)
                  : places_read(census, source, importing->reg, importing->gazetteer, importing->options->source_key,
                                importing->options->create, &importing->report->places, error);
}

static bool read_stream(struct importing *importing, const struct table *table, FILE *in, GError **error)
{
    struct source source;
    bool ok;
    if (source_open(&source, importing->name, in, &importing->rejections, error))
        ok = table ? read_table(importing, table, &source, error) : read_by_header(importing, &source, error);
    else
        ok = source.broken;
    importing->incomplete |= source.broken;
    source_close(&source);
    return ok;
}

static bool read_file(struct importing *importing, const struct import_file *file, GError **error)
{
    FILE *in;
    GError *failed = NULL;
    unsigned n = 0;
    importing->input = input_open(file->path, error);
    if (!importing->input)
        return false;
    for (; input_next(importing->input, &importing->name, &in, &failed); n++) {
        const struct table *table = file->table ? file->table : table_named(importing, importing->name);
        if (!read_stream(importing, table, in, &failed))
            break;
    }
    if (!failed && n == 0)
        problems_add(importing->rejections.problems, SEVERITY_ERROR, file->path, NULL,
                     "the archive holds no .csv file; of a workbook save each table as CSV");
    input_close(importing->input);
    if (!failed)
        return true;
    g_propagate_error(error, failed);
    return false;
}

static bool finish_awards(struct importing *importing, GError **error)
{
    if (!importing->awards)
        return true;
    if (!awards_finish(importing->awards, error))
        return false;
    awards_tallies(importing->awards, importing->rejections.problems->arena, &importing->report->awards);
    return !importing->options->review || review_write(importing->reg, importing->options->review, error);
}

/* Whichever of the two came first, what an editor holds by number stands, and nothing of it counts twice. */
static bool yield_to_editors(struct importing *importing, GError **error)
{
    if (!register_script(importing->reg, "write/awards_yield", error))
        return false;
    struct command *yielding = command_prepare(importing->reg, "awards_yielding", error);
    struct cell n[2];
    bool found;
    if (!yielding || !command_first(yielding, importing->arena, NULL, 0, n, G_N_ELEMENTS(n), &found, error))
        return false;
    importing->report->yielded = n[0].integer;
    const struct schema *schema = register_schema(importing->reg);
    register_count(importing->reg, schema_table(schema, "award"), &(struct register_counts){.removed = n[0].integer});
    register_count(importing->reg, schema_table(schema, "award_action"),
                   &(struct register_counts){.removed = n[1].integer});
    return true;
}

/* An award that went, or that another file tells of now, may have been the last that cited its source. */
static bool forget_sources(struct importing *importing, GError **error)
{
    const struct register_store *reg = importing->reg;
    const struct register_counts *awards = register_counts(reg, schema_table(register_schema(reg), "award"));
    bool may_be_free = importing->awards && awards->changed + awards->removed > 0;
    return !(may_be_free || importing->report->yielded > 0) || award_source_forget(importing->reg, error);
}

/* Rules across rows concern what tables bring; what award files bring keeps them by how it is made. What gives way does
 * so to what stands once the tables are swept. */
static bool settle(struct importing *importing, GError **error)
{
    bool has_rules = importing->has_tables || importing->options->replace;
    if (has_rules && (!register_sweep(importing->reg, importing->options->replace, error) ||
                      !register_script(importing->reg, "write/totals_known", error)))
        return false;
    if (!yield_to_editors(importing, error) || !forget_sources(importing, error))
        return false;
    return !has_rules || importing->incomplete || register_check(importing->reg, importing->rejections.problems, error);
}

static bool put_files(struct importing *importing, GError **error)
{
    for (unsigned i = 0; i < importing->files->len; i++)
        if (!read_file(importing, &g_array_index(importing->files, struct import_file, i), error))
            return false;
    importing->report->rejected = importing->rejections.records;
    return finish_awards(importing, error) && settle(importing, error) && fail_on_errors(importing, error);
}

static bool run_transaction(struct importing *importing, GError **error)
{
    const char *files = NULL;
    enum import_outcome *outcome = &importing->report->outcome;
    *outcome = IMPORT_DONE;
    if (importing->options->unless_edited) {
        files = hash_files(importing, error);
        if (!files || !decide(importing, files, outcome, error))
            return false;
    }
    if (*outcome != IMPORT_DONE)
        return true;
    return put_files(importing, error) && (!files || remember(importing, files, error)) &&
           (importing->options->dry_run || register_commit(importing->reg, error));
}

bool import_files(struct register_store *reg, const struct import_options *options, struct problems *problems,
                  struct import_report *report, GError **error)
{
    *report = (struct import_report){0};
    struct importing importing = {.reg = reg,
                                  .options = options,
                                  .rejections = {.problems = problems},
                                  .report = report,
                                  .arena = arena_new(),
                                  .files = g_array_new(FALSE, FALSE, sizeof(struct import_file))};
    bool ok = collect_files(&importing, error) && fail_on_errors(&importing, error) && register_begin(reg, error) &&
              run_transaction(&importing, error);
    register_rollback(reg); /* of what was not committed */
    awards_free(importing.awards);
    gazetteer_free(importing.gazetteer);
    g_array_free(importing.files, TRUE);
    arena_free(importing.arena);
    return ok;
}
