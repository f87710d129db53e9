/* The command line "proviso": finds the command and runs it. */
#include "tool/tool.h"

#include "base/error.h"

#include <stdio.h>
#include <string.h>

static const struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *summary;
} commands[] = {
    {"import", import_command, "put CSV files into the register"},
    {"check", check_command, "check CSV files, changing nothing"},
    {"publish", publish_command, "make the register's content the next edition"},
    {"editions", editions_command, "list the editions and what each changed"},
    {"export", export_command, "write the register as CSV files with a description"},
    {"backup", backup_command, "copy the register to a file"},
    {"restore", restore_command, "put a copy in the place of the register"},
    {"verify", verify_command, "compute the hashes of an edition anew, or see whether a report still holds"},
    {"report", report_command, "write a report as a file"},
    {"chart", chart_command, "write a chart as a file"},
};

static void print_usage(FILE *out)
{
    fputs("Usage: proviso COMMAND [OPTION...] [ARGUMENT...]\n\nCommands:\n", out);
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        fprintf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
    fputs("\nproviso COMMAND --help tells more of each; proviso --version prints the version.\n"
          "Exit status: 0 fine; 1 the data or the system was refused; 2 wrong usage.\n",
          out);
}

static int run(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_usage(stdout);
        return STATUS_FINE;
    }
    if (strcmp(name, "--version") == 0) {
        puts("proviso " PROVISO_VERSION);
        return STATUS_FINE;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    if (*name)
        fprintf(stderr, "proviso: no command is named '%s'\n", name);
    print_usage(stderr);
    return STATUS_USAGE;
}

int main(int argc, char **argv)
{
    int status = run(argc, argv);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fputs("proviso: standard output cannot be written\n", stderr);
    return status ? status : STATUS_REFUSED;
}
