/* Prints the account of an import: what each table got, and of award files two columns, records and money, that add up
 * to the files' own totals, once by what was done and once by whose it is. */
#include "tool/account.h"

#include <stdio.h>

static void print_line(const char *name, const struct register_counts *counts)
{
    printf("%-20s %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " changed, %" G_GINT64_FORMAT
           " unchanged, %" G_GINT64_FORMAT " removed\n",
           name, counts->added, counts->changed, counts->unchanged, counts->removed);
}

static void print_tables(const struct register_store *reg)
{
    const struct schema *schema = register_schema(reg);
    struct register_counts total = {0};
    for (size_t i = 0; i < schema->n_tables; i++) {
        const struct register_counts *counts = register_counts(reg, &schema->tables[i]);
        if (counts->added || counts->changed || counts->unchanged || counts->removed)
            print_line(schema->tables[i].name, counts);
        total.added += counts->added;
        total.changed += counts->changed;
        total.unchanged += counts->unchanged;
        total.removed += counts->removed;
    }
    print_line("total", &total);
}

static void print_tally(const char *name, const struct tally *tally)
{
    unsigned __int128 cents = tally->amount < 0 ? -(unsigned __int128)tally->amount : (unsigned __int128)tally->amount;
    char dollars[48], *at = dollars + sizeof dollars;
    *--at = '\0';
    for (int i = 0; cents || i < 3; cents /= 10, i++) {
        *--at = (char)('0' + (int)(cents % 10));
        if (i == 1)
            *--at = '.';
    }
    if (tally->amount < 0)
        *--at = '-';
    printf("  %-28s %12" G_GINT64_FORMAT " %24s\n", name, tally->records, at);
}

static void add_up(struct tally *total, const char *name, const struct tally *tally)
{
    total->records += tally->records;
    total->amount += tally->amount;
    print_tally(name, tally);
}

static void print_awards(const struct import_options *options, const struct award_tallies *awards)
{
    static const char *const names[AWARD_OUTCOMES] = {
        [OUTCOME_ADDED] = "added",           [OUTCOME_CHANGED] = "changed",
        [OUTCOME_UNCHANGED] = "unchanged",   [OUTCOME_REMOVED] = "withdrawn by the agency",
        [OUTCOME_SUPERSEDED] = "superseded", [OUTCOME_HELD] = "held by an editor",
        [OUTCOME_REJECTED] = "rejected",
    };
    struct tally done = {0}, whose = {0};
    printf("\n%-30s %12s %24s\n", "award records by outcome", "records", "dollars");
    for (size_t i = 0; i < AWARD_OUTCOMES; i++)
        add_up(&done, names[i], &awards->outcomes[i]);
    print_tally("total of the files", &done);
    printf("\n%-30s %12s %24s\n", "award records by recipient", "records", "dollars");
    add_up(&whose, "matched to a jurisdiction", &awards->recipients.matched);
    add_up(&whose, "unmatched, not sure", &awards->recipients.unsure);
    add_up(&whose, "unmatched, no government", &awards->recipients.none);
    add_up(&whose, "withdrawn by the agency", &awards->unassigned);
    add_up(&whose, names[OUTCOME_HELD], &awards->outcomes[OUTCOME_HELD]);
    add_up(&whose, names[OUTCOME_REJECTED], &awards->outcomes[OUTCOME_REJECTED]);
    print_tally("total of the files", &whose);
    if (awards->n_unread > 0)
        printf("\nof the rejected %" G_GINT64_FORMAT " %s not read as far as an amount, which is in no sum\n",
               awards->n_unread, awards->n_unread == 1 ? "was" : "were");
    if (awards->recipients.n_unsure > 0)
        printf("\nrecipients that are not sure: %" G_GINT64_FORMAT "; %s%s\n", awards->recipients.n_unsure,
               options->review ? "listed in " : "--review FILE lists them", options->review ? options->review : "");
}

static void print_held(const struct problem_list *held)
{
    printf("\nheld by an editor with another amount than the files': %zu\n", held->n);
    for (size_t i = 0; i < MIN(held->n, PROBLEMS_KEPT); i++)
        printf("  %s\n", held->kept[i]);
    if (held->n > PROBLEMS_KEPT)
        printf("  and %zu more\n", held->n - PROBLEMS_KEPT);
}

static void print_places(const struct import_options *options, const struct place_tally *places)
{
    printf("\nplaces: %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " changed, %" G_GINT64_FORMAT
           " unchanged, %" G_GINT64_FORMAT " not in the register%s, %" G_GINT64_FORMAT
           " of no kind or year that it holds, %" G_GINT64_FORMAT " rejected\n",
           places->added, places->changed, places->unchanged, places->absent,
           options->create && places->absent ? " (the file has no code to add them by)" : "", places->other,
           places->rejected);
}

static void print_done(const struct register_store *reg, const struct import_options *options,
                       const struct import_report *report)
{
    print_tables(reg);
    if (report->awards.n_files > 0)
        print_awards(options, &report->awards);
    if (report->awards.held_otherwise.n > 0)
        print_held(&report->awards.held_otherwise);
    if (report->places.n_files > 0)
        print_places(options, &report->places);
    if (report->answers > 0)
        puts("awards that are in already get the jurisdictions of these answers when their files are imported again");
    if (report->yielded > 0)
        printf("\nawards of award files that gave way to an editor's record of their number (FAIN): %" G_GINT64_FORMAT
               "\n",
               report->yielded);
    if (report->rejected > 0)
        printf("records that were rejected: %" G_GINT64_FORMAT "\n", report->rejected);
    if (options->dry_run)
        puts("dry run: nothing was changed");
}

void account_print(const struct register_store *reg, const struct import_options *options,
                   const struct import_report *report)
{
    switch (report->outcome) {
    case IMPORT_DONE: print_done(reg, options, report); return;
    case IMPORT_UNCHANGED: puts("unchanged: these files were imported already"); return;
    case IMPORT_EDITED: puts("the register was edited; left alone"); return;
    }
}
