/* proviso publish */
#include "tool/tool.h"

#include "app/columns.h"
#include "store/publish.h"
#include "tool/progress.h"

#include <stdio.h>

static const struct usage usage = {
    .summary = "Makes the content of the register the next edition and puts it in place of the current one.",
    .details =
        "The date of an edition is the newest retrieved_on of its sources unless --date is given.\n\n"
        "A warning of the checks stops a publish until it is accepted. The acceptance names the check, the row and "
        "the\n"
        "reason, as in --accept 'count-differs:demand/KEY=The list was never printed.', and is kept in the register\n"
        "(table accepted_warning) and in every edition. It holds for the values warned of: other ones are warned of "
        "again;\n"
        "and it holds where something else stops the publish.\n\n"
        "What an edition changes is in its table \"change\", row by row, with the reason and the source given here; a "
        "row of\n"
        "change_note in the register gives a row its own.\n\n"
        "Kept editions that another version of the program made are made anew for this one: number, rows, content hash "
        "and\n"
        "ledger stay.\n\n"
        "After --rollback the register still holds what it held: correct it before the next publish.",
};

static void print_entry(const struct edition_entry *entry)
{
    const char *what = entry->is_new ? "published"
                       : entry->restored
                           ? "stays, brought back by --rollback, since the register was not edited after it"
                           : "holds this already";
    printf("edition %" G_GINT64_FORMAT " %s: as of %s, %" G_GINT64_FORMAT " rows, content %s\n", entry->stamp.number,
           what, entry->stamp.as_of, entry->n_rows, entry->stamp.content_hash);
    if (entry->later_source)
        printf("the newest source was retrieved on %s; what is dated after %s is not shown\n", entry->later_source,
               entry->stamp.as_of);
    if (entry->missing && entry->ledger_of)
        printf("edition %" G_GINT64_FORMAT " is not there; the ledger of changes goes on from edition %" G_GINT64_FORMAT
               "\n",
               entry->missing, entry->ledger_of);
    else if (entry->missing)
        printf("edition %" G_GINT64_FORMAT " is not there; the ledger of changes begins anew\n", entry->missing);
}

static void print_renewal(const struct edition_renewal *renewal)
{
    if (renewal->n_renewed)
        printf("%" G_GINT64_FORMAT " older edition%s made anew for this version of the program\n", renewal->n_renewed,
               renewal->n_renewed == 1 ? "" : "s");
    if (renewal->n_left)
        printf("%" G_GINT64_FORMAT " older edition%s cannot be made anew for it; edition %" G_GINT64_FORMAT ": %s\n",
               renewal->n_left, renewal->n_left == 1 ? "" : "s", renewal->left, renewal->reason);
}

static int publish(struct publish_options *options)
{
    struct progress progress = {false};
    options->progress = progress_show;
    options->progress_self = &progress;
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct edition_entry entry;
    GError *error = NULL;
    bool ok = publish_edition(arena, options, &problems, &entry, &error);
    progress_clear(&progress);
    if (ok) {
        print_entry(&entry);
        print_renewal(&entry.renewal);
    }
    if (!ok && entry.has_accepted)
        fprintf(stderr, "%s: what --accept names is accepted all the same\n", g_get_prgname());
    int status = tool_finish(&problems, error);
    arena_free(arena);
    return status;
}

int publish_command(int argc, char **argv)
{
    g_autofree char *state = NULL, *date = NULL, *reason = NULL, *source = NULL, *rollback = NULL, *keep = NULL;
    g_auto(GStrv) accept = NULL;
    int if_changed = FALSE;
    int64_t kept = -1, edition = 0;
    const GOptionEntry entries[] = {
        STATE_OPTION(&state),
        {"date", 0, 0, G_OPTION_ARG_STRING, &date, "As-of date of the edition", "YYYY-MM-DD"},
        {"if-changed", 0, 0, G_OPTION_ARG_NONE, &if_changed,
         "Make no edition when nothing changed since the last publish", NULL},
        {"accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &accept, "Accept a warning; may be given again",
         "CHECK:TABLE/ROW=REASON"},
        {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why rows changed, for the ledger of changes", "TEXT"},
        {"source", 0, 0, G_OPTION_ARG_STRING, &source, "Source of the reason", "KEY"},
        {"rollback", 0, 0, G_OPTION_ARG_STRING, &rollback, "Publish the content of an earlier edition again",
         "EDITION"},
        {"keep", 0, 0, G_OPTION_ARG_STRING, &keep, "Keep so many older editions and remove the rest", "N"},
        {0},
    };
    if (!tool_parse(&argc, &argv, entries, &usage) || (rollback && !tool_edition(rollback, &edition)) ||
        (keep && !tool_count(keep, &kept)))
        return STATUS_USAGE;
    return publish(&(struct publish_options){
        .state = state ? state : STATE_DEFAULT,
        .date = date,
        .if_changed = if_changed,
        .rollback = edition,
        .reason = reason,
        .source_key = source,
        .accept = (const char *const *)accept,
        .keep = kept,
        .find_column = column_find,
    });
}
