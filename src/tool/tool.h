/* What the commands of "proviso" share: options, exit statuses, how problems are printed. */
#ifndef PROVISO_TOOL_TOOL_H
#define PROVISO_TOOL_TOOL_H

#include "store/problem.h"

enum { STATUS_FINE = 0, STATUS_REFUSED = 1, STATUS_USAGE = 2 };

#define STATE_OPTION(variable)                                                                                         \
    {                                                                                                                  \
        "state", 0, 0, G_OPTION_ARG_FILENAME, (variable), "Folder of the register and the editions (default: var)",    \
            "DIR"                                                                                                      \
    }
#define STATE_DEFAULT "var"

/* The commands. argv[0] is the command's name. They return an exit status. */
int import_command(int argc, char **argv);
int check_command(int argc, char **argv);
int publish_command(int argc, char **argv);
int editions_command(int argc, char **argv);
int verify_command(int argc, char **argv);
int report_command(int argc, char **argv);
int chart_command(int argc, char **argv);
int export_command(int argc, char **argv);
int backup_command(int argc, char **argv);
int restore_command(int argc, char **argv);

struct usage {
    const char *arguments; /* e.g. "PATH..." or NULL: what follows the options */
    const char *summary;
    const char *details; /* or NULL */
    int min, max;        /* how many arguments */
};

/* Parses the options out of argv, leaving the arguments from argv[1]. False, with the reason printed, for wrong usage:
 * then the status is STATUS_USAGE. --help prints and ends the process. */
bool tool_parse(int *argc, char ***argv, const GOptionEntry *entries, const struct usage *usage);

/* Prints problems (errors, then warnings; NULL: the command finds none) and, when ERROR is set, its message, on
 * standard error. Gives the status and frees the error. */
int tool_finish(const struct problems *problems, GError *error);

/* The path of the register in a state directory; its file need not be there. */
char *tool_register_path(struct arena *arena, const char *state);

/* Reads how many, 0 or more; false, with the reason printed, for anything else. */
bool tool_count(const char *text, int64_t *count);

/* Reads the number of an edition; false, with the reason printed, for anything else. */
bool tool_edition(const char *text, int64_t *number);

#endif
