/* The command line "proviso": finds the command and runs it. */
#include "tool/tool.h"

#include "base/error.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *summary;
    bool writes; /* something else than its output */
} commands[] = {
    {"import", import_command, "put CSV files into the register", true},
    {"check", check_command, "check CSV files, changing nothing", false},
    {"publish", publish_command, "make the register's content the next edition", true},
    {"editions", editions_command, "list the editions and what each changed", false},
    {"export", export_command, "write the register as CSV files with a description", true},
    {"backup", backup_command, "copy the register to a file", true},
    {"restore", restore_command, "put a copy in the place of the register", true},
    {"verify", verify_command, "compute the hashes of an edition anew, or see whether a report still holds", false},
    {"report", report_command, "write a report as a file", false},
    {"chart", chart_command, "write a chart as a file", false},
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

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static int run(const char *name, const struct command *command, int argc, char **argv)
{
    if (command)
        return command->run(argc - 1, argv + 1);
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_usage(stdout);
        return STATUS_FINE;
    }
    if (strcmp(name, "--version") == 0) {
        puts("proviso " PROVISO_VERSION);
        return STATUS_FINE;
    }
    if (*name)
        fprintf(stderr, "proviso: no command is named '%s'\n", name);
    print_usage(stderr);
    return STATUS_USAGE;
}

/* Arguments and names in archives are UTF-8 whatever locale the program is called in. */
int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const char *name = argc > 1 ? argv[1] : "";
    const struct command *command = find_command(name);
    int status = run(name, command, argc, argv);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "proviso: standard output cannot be written%s\n",
            status == STATUS_FINE && command && command->writes ? "; what was asked was done" : "");
    return status ? status : STATUS_REFUSED;
}
