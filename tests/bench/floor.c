/* The least that a FastCGI program can do: answers as many bytes as its query says, with libfcgi and nothing else.
 * With an edition and a file of SQL it first runs those statements and copies what they give, as the least that a
 * program can do which answers from an edition. What Proviso adds to this is its own.
 *
 * floor [EDITION STATEMENTS.sql [PARAMETER=VALUE...]]: a VALUE of digits alone is a number */
#include "app/columns.h"
#include "store/said.h"

#include <fcgiapp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 20, STATEMENTS = 32 };

static char body[MOST];
static sqlite3_stmt *statements[STATEMENTS + 1]; /* up to NULL */

static void stop(const char *what)
{
    fprintf(stderr, "floor: %s\n", what);
    exit(1);
}

/* Statements say words in English. */
static sqlite3 *open_edition(const char *path)
{
    static const struct asking english;
    sqlite3 *db;
    char *address = sqlite3_mprintf("file:%s?immutable=1", path);
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;

    if (sqlite3_open_v2(address, &db, flags, NULL) != SQLITE_OK ||
        sqlite3_exec(db, "PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY; BEGIN", NULL, NULL, NULL) !=
            SQLITE_OK ||
        !said_register(db, &english, column_find))
        stop(sqlite3_errmsg(db));
    sqlite3_free(address);
    return db;
}

static void bind(sqlite3_stmt *statement, char **given)
{
    for (; *given; given++) {
        char *value = strchr(*given, '=');
        char *name = value ? sqlite3_mprintf(":%.*s", (int)(value - *given), *given) : NULL;
        int place = name ? sqlite3_bind_parameter_index(statement, name) : 0;
        sqlite3_free(name);
        if (place && value[1 + strspn(value + 1, "0123456789")] == '\0')
            sqlite3_bind_int64(statement, place, atoll(value + 1));
        else if (place)
            sqlite3_bind_text(statement, place, value + 1, -1, SQLITE_STATIC);
    }
}

static void prepare(sqlite3 *db, const char *file, char **given)
{
    static char text[MOST];
    FILE *in = fopen(file, "r");

    if (!in || fread(text, 1, sizeof text - 1, in) == 0)
        stop(file);
    fclose(in);
    const char *sql = text;
    for (int n = 0; n < STATEMENTS && *sql;) {
        if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statements[n], &sql) != SQLITE_OK)
            stop(sqlite3_errmsg(db));
        if (statements[n])
            bind(statements[n++], given);
    }
}

/* Copies the value to AT, up to END; gives where the next goes. */
static char *copy_value(char *at, const char *end, sqlite3_value *value)
{
    sqlite3_int64 number;
    const void *from = &number;
    size_t length = 0;

    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        number = sqlite3_value_int64(value);
        length = sizeof number;
        break;
    case SQLITE_TEXT:
        from = sqlite3_value_text(value);
        length = (size_t)sqlite3_value_bytes(value);
        break;
    }
    if (length > (size_t)(end - at))
        return at;
    memcpy(at, from, length);
    return at + length;
}

static void read_rows(void)
{
    char *at = body;

    for (sqlite3_stmt **each = statements; *each; each++) {
        while (sqlite3_step(*each) == SQLITE_ROW)
            for (int i = 0; i < sqlite3_column_count(*each); i++)
                at = copy_value(at, body + sizeof body, sqlite3_column_value(*each, i));
        if (sqlite3_reset(*each) != SQLITE_OK)
            stop(sqlite3_errmsg(sqlite3_db_handle(*each)));
    }
}

static void answer(FCGX_Request *request)
{
    const char *query = FCGX_GetParam("QUERY_STRING", request->envp);
    unsigned long bytes = query ? strtoul(query, NULL, 10) : 0;
    char head[128];

    if (bytes > MOST)
        bytes = MOST;
    snprintf(head, sizeof head, "Content-Type: text/html; charset=utf-8\r\nContent-Length: %lu\r\n\r\n", bytes);
    FCGX_PutS(head, request->out);
    FCGX_PutStr(body, (int)bytes, request->out);
}

int main(int argc, char **argv)
{
    FCGX_Request request;

    memset(body, 'x', sizeof body);
    if (argc > 2)
        prepare(open_edition(argv[1]), argv[2], argv + 3);
    FCGX_Init();
    FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR);
    while (FCGX_Accept_r(&request) == 0) {
        read_rows();
        answer(&request);
        FCGX_Finish_r(&request);
    }
    return 0;
}
