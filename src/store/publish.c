/* Decides whether and under which number to publish, and puts the new file in place. What is in the file is build.c's.
 */
#include "store/publish.h"

#include "store/accept.h"
#include "store/build.h"
#include "store/editions.h"
#include "store/file.h"
#include "store/recipe.h"
#include "store/register.h"
#include "store/renew.h"
#include "store/rule.h"
#include "store/state.h"

#include <unistd.h>

#define META_LAST "last_edition"           /* the highest number ever used */
#define META_RECIPE "edition_recipe"       /* SHA-256 of the source that made that edition */
#define META_PUBLISHED "published_content" /* content hash of the register at the last publish */

struct publishing {
    struct arena *arena;
    const struct publish_options *options;
    struct problems *problems;
    struct register_store *reg;
    const char *register_path, *editions;
    const char *as_of, *recipe;
    const char *later_source;      /* the newest retrieved_on, where the date asked for is before it */
    int64_t last;                  /* the highest number ever used */
    int64_t previous;              /* the newest edition there is, whose ledger the next one carries on; 0: none */
    bool has_accepted;             /* a warning was */
    struct edition_entry restored; /* for a rollback: the edition that comes back */
};

static bool decide_date(struct publishing *publishing, GError **error)
{
    const char *newest, *asked = publishing->options->date;
    if (!register_newest_source(publishing->reg, publishing->arena, &newest, error))
        return false;
    const char *restored = publishing->restored.stamp.as_of;
    publishing->as_of = asked ? asked : restored ? restored : newest;
    publishing->later_source = asked && newest && strcmp(asked, newest) < 0 ? newest : NULL;
    if (!publishing->as_of) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "the register has no source; nothing was published");
        return false;
    }
    const char *problem = rule_date_problem(publishing->arena, publishing->as_of);
    if (problem)
        g_set_error(error, PROVISO_ERROR, publishing->options->date ? ERROR_BAD_REQUEST : ERROR_DATA,
                    "the date of the edition: %s", problem);
    return !problem;
}

/* The register remembers the number; the files are the second guard, for a register that was put back from a copy. */
static bool find_last(struct publishing *publishing, GError **error)
{
    const char *text;
    if (!register_meta(publishing->reg, publishing->arena, META_LAST, &text, error))
        return false;
    int64_t in_files = editions_highest(publishing->editions);
    int64_t in_register = text ? g_ascii_strtoll(text, NULL, 10) : 0;
    publishing->last = MAX(in_files, in_register);
    return true;
}

/* A damaged one is not passed over: the next would be without what stands only in its ledger. */
static bool find_previous(struct publishing *publishing, GError **error)
{
    struct edition_entry entry;
    publishing->previous = editions_highest(publishing->editions);
    if (!publishing->previous ||
        editions_read(publishing->arena, publishing->editions, publishing->previous, &entry, error))
        return true;
    g_prefix_error(error,
                   "edition %" G_GINT64_FORMAT " cannot be read, and the next one carries on its ledger of changes; "
                   "put its file back from a copy, or remove it to publish without: ",
                   publishing->previous);
    return false;
}

static bool find_restored(struct publishing *publishing, GError **error)
{
    int64_t number = publishing->options->rollback;
    return !number || editions_read(publishing->arena, publishing->editions, number, &publishing->restored, error);
}

static bool register_hash(struct publishing *publishing, const char **hash, GError **error)
{
    char text[65];
    int64_t n_rows;
    if (!register_content(publishing->reg, text, &n_rows, error))
        return false;
    *hash = arena_strdup(publishing->arena, text);
    return true;
}

/* Whether the register, the recipe and the date asked for are what they were at the last publish. entry then holds the
 * edition it made; that may be an older content brought back, which stays until the register is edited. */
static bool is_unchanged(struct publishing *publishing, bool *unchanged, struct edition_entry *entry, GError **error)
{
    *unchanged = false;
    struct arena *arena = publishing->arena;
    int64_t current = editions_current(publishing->editions);
    const char *recipe, *published, *content;
    if (!register_meta(publishing->reg, arena, META_RECIPE, &recipe, error) ||
        !register_meta(publishing->reg, arena, META_PUBLISHED, &published, error))
        return false;
    if (!current || current != publishing->last || g_strcmp0(recipe, publishing->recipe) != 0)
        return true;
    g_autoptr(GError) unreadable = NULL; /* then a new one is due */
    if (!editions_read(arena, publishing->editions, current, entry, &unreadable))
        return true;
    if (!register_hash(publishing, &content, error))
        return false;
    const char *date = publishing->options->date;
    *unchanged = g_strcmp0(content, published) == 0 && (!date || strcmp(date, entry->stamp.as_of) == 0);
    return true;
}

/* Before the file gets its name, so that the number is used up even if the process ends in between. */
static bool remember(struct publishing *publishing, int64_t number, const char *content, GError **error)
{
    const char *text = arena_printf(publishing->arena, "%" G_GINT64_FORMAT, number);
    return register_begin(publishing->reg, error) && register_set_meta(publishing->reg, META_LAST, text, error) &&
           register_set_meta(publishing->reg, META_RECIPE, publishing->recipe, error) &&
           register_set_meta(publishing->reg, META_PUBLISHED, content, error) &&
           register_commit(publishing->reg, error);
}

static struct edition_plan make_plan(struct publishing *publishing, int64_t number, const char *temporary)
{
    const struct publish_options *options = publishing->options;
    struct arena *arena = publishing->arena;
    const char *dir = publishing->editions;
    int64_t restored = options->rollback, previous = publishing->previous;
    return (struct edition_plan){
        .path = arena_printf(arena, "%s/%s", dir, temporary),
        .rows_path =
            restored ? arena_printf(arena, "%s/%s", dir, editions_name(arena, restored)) : publishing->register_path,
        .previous_path = previous ? arena_printf(arena, "%s/%s", dir, editions_name(arena, previous)) : NULL,
        .number = number,
        .as_of = publishing->as_of,
        .restored = restored,
        .restored_hash = publishing->restored.stamp.content_hash,
        .reason = options->reason,
        .source_key = options->source_key,
        .find_column = options->find_column,
        .progress = options->progress,
        .progress_self = options->progress_self,
    };
}

static bool publish_next(struct publishing *publishing, struct edition_entry *entry, GError **error)
{
    struct arena *arena = publishing->arena;
    int64_t number = publishing->last + 1;
    const char *temporary = arena_printf(arena, ".%s.tmp", editions_name(arena, number));
    const struct edition_plan plan = make_plan(publishing, number, temporary);
    struct content content;
    if (!build_edition(arena, &plan, publishing->problems, &content, error))
        return false;
    const char *hash = content.hash;
    if ((plan.restored && !register_hash(publishing, &hash, error)) || !remember(publishing, number, hash, error) ||
        !editions_place(arena, publishing->editions, temporary, number, error) ||
        !file_link(publishing->editions, EDITION_CURRENT, editions_name(arena, number), "." EDITION_CURRENT, error) ||
        !editions_read(arena, publishing->editions, number, entry, error))
        return false;
    entry->is_new = true;
    entry->later_source = publishing->later_source;
    entry->ledger_of = publishing->previous;
    entry->missing = publishing->last > publishing->previous ? publishing->last : 0;
    return publishing->options->keep < 0 || editions_prune(publishing->editions, publishing->options->keep, error);
}

static bool accept(struct publishing *publishing, GError **error)
{
    const char *const *texts = publishing->options->accept;
    publishing->has_accepted = texts && accept_warnings(publishing->reg, texts, error);
    return publishing->has_accepted || !texts;
}

static bool publish_locked(struct publishing *publishing, struct edition_entry *entry, GError **error)
{
    const struct publish_options *options = publishing->options;
    publishing->reg = register_open(publishing->register_path, false, error);
    if (!publishing->reg || !file_make_directory(publishing->editions, error) ||
        !editions_remove_leftovers(publishing->editions, error) || !find_restored(publishing, error) ||
        !decide_date(publishing, error) || !find_last(publishing, error) || !find_previous(publishing, error) ||
        !accept(publishing, error))
        return false;
    bool unchanged = false;
    if (options->if_changed && !is_unchanged(publishing, &unchanged, entry, error))
        return false;
    if (!unchanged && !publish_next(publishing, entry, error))
        return false;
    renew_editions(publishing->arena, options, publishing->editions, &entry->renewal);
    return true;
}

bool publish_edition(struct arena *arena, const struct publish_options *options, struct problems *problems,
                     struct edition_entry *entry, GError **error)
{
    g_autofree char *state = g_canonicalize_filename(options->state, NULL);
    *entry = (struct edition_entry){0};
    struct publishing publishing = {
        .arena = arena,
        .options = options,
        .problems = problems,
        .register_path = arena_printf(arena, "%s/" STATE_REGISTER, state),
        .editions = arena_printf(arena, "%s/" STATE_EDITIONS, state),
        .recipe = recipe_own(arena),
    };
    if (!g_file_test(publishing.register_path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_FOUND, "%s: there is no register yet; import one first",
                    publishing.register_path);
        return false;
    }
    int lock;
    if (!file_lock(state, &lock, error))
        return false;
    bool ok = publish_locked(&publishing, entry, error);
    entry->has_accepted = publishing.has_accepted;
    register_close(publishing.reg);
    if (!ok)
        editions_remove_leftovers(publishing.editions, NULL);
    close(lock);
    return ok;
}
