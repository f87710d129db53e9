/* Puts the sources of award files. */
#include "import/award_source.h"

#include "import/usaspending.h"
#include "store/command.h"

#include <string.h>

#define DOWNLOADS "https://www.usaspending.gov/download_center"

void award_source_begin(struct award_source *source, struct register_store *reg, struct arena *arena,
                        const char *file_name, const char *given)
{
    g_autofree char *title = g_path_get_basename(file_name);
    *source = (struct award_source){
        .reg = reg,
        .arena = arena,
        .key = given ? given : usaspending_source_key(arena, file_name),
        .title = arena_strdup(arena, title),
        .is_given = given != NULL,
    };
}

void award_source_note(struct award_source *source, const char *date)
{
    if (date && strcmp(date, source->newest) > 0)
        g_strlcpy(source->newest, date, sizeof source->newest);
}

static void count(struct register_store *reg, const struct register_counts *counts)
{
    register_count(reg, schema_table(register_schema(reg), "source"), counts);
}

static bool put(struct award_source *source, int64_t *changed, GError **error)
{
    struct command *add = command_prepare(source->reg, "source_add", error);
    const char *date = usaspending_file_date(source->arena, source->title);
    const struct cell values[] = {cell_text(source->key), cell_text("USAspending.gov"), cell_text(source->title),
                                  cell_text(DOWNLOADS), cell_text(date ? date : source->newest)};
    return add && command_run(add, values, G_N_ELEMENTS(values), changed, error);
}

bool award_source_use(struct award_source *source, GError **error)
{
    if (source->is_used || source->is_given) {
        source->is_used = true;
        return true;
    }
    struct command *exists = command_prepare(source->reg, "source_exists", error);
    const struct cell key = cell_text(source->key);
    struct cell one;
    bool there;
    if (!exists || !command_first(exists, source->arena, &key, 1, &one, 1, &there, error))
        return false;
    source->is_used = true;
    source->is_new = !there;
    count(source->reg, &(struct register_counts){.added = source->is_new});
    return there || put(source, NULL, error);
}

bool award_source_end(struct award_source *source, GError **error)
{
    int64_t changed = 0;
    if (!source->is_used || source->is_given)
        return true;
    if (!put(source, &changed, error))
        return false;
    if (!source->is_new)
        count(source->reg, &(struct register_counts){.changed = changed, .unchanged = 1 - changed});
    return true;
}

bool award_source_forget(struct register_store *reg, GError **error)
{
    struct command *forget = command_prepare(reg, "source_forget", error);
    const struct cell url = cell_text(DOWNLOADS);
    int64_t removed;
    if (!forget || !command_run(forget, &url, 1, &removed, error))
        return false;
    count(reg, &(struct register_counts){.removed = removed});
    return true;
}
