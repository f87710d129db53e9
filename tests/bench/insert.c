/* insert FILE ACTIONS SCHEMA.sql: the floor of an import: a bare loop of prepared inserts of as many SYNTHETIC awards
 * and actions into the register's own tables, in one transaction, with nothing read, matched, compared or checked.
 * Prints the seconds it took. */
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void must(sqlite3 *db, int code)
{
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
        return;
    fprintf(stderr, "insert: %s\n", sqlite3_errmsg(db));
    exit(1);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;
    must(db, sqlite3_prepare_v2(db, sql, -1, &statement, NULL));
    return statement;
}

static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

static void run(sqlite3 *db, sqlite3_stmt *statement)
{
    must(db, sqlite3_step(statement));
    sqlite3_reset(statement);
}

static void insert_all(sqlite3 *db, long actions)
{
    sqlite3_stmt *award =
        prepare(db, "INSERT INTO award (key, fain, program_key, jurisdiction_key, recipient_name, recipient_uei, "
                    "fiscal_year, summary, modified_on, source_key, confidence) "
                    "VALUES (?1, ?2, 'synthetic-1', ?3, ?4, ?5, ?6, ?7, ?8, 'synthetic', 'high')");
    sqlite3_stmt *action = prepare(db, "INSERT INTO award_action (key, award_key, action_on, amount_usd, modified_on) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5)");
    char key[64], own[96], fain[32], uei[24];
    for (long i = 0; i < actions; i++) {
        if (i % 5 % 2 == 0) { /* five actions to two awards and a half, as the synthetic files have them */
            snprintf(fain, sizeof fain, "SYN%010ld", i);
            snprintf(key, sizeof key, "asst-non-syn%010ld-9999", i);
            snprintf(uei, sizeof uei, "SYN%09lX", i);
            bind_text(award, 1, key);
            bind_text(award, 2, fain);
            bind_text(award, 3, "synthetic-barbarbarbar-al");
            bind_text(award, 4, "BARBARBARBAR, CITY OF");
            bind_text(award, 5, uei);
            sqlite3_bind_int64(award, 6, 2015);
            bind_text(award, 7, "SYNTHETIC AWARD FOR MEASURING");
            bind_text(award, 8, "2016-01-28");
            run(db, award);
        }
        snprintf(own, sizeof own, "%s.99.001-%ld", key, i % 5);
        bind_text(action, 1, own);
        bind_text(action, 2, key);
        bind_text(action, 3, "2015-01-01");
        sqlite3_bind_int64(action, 4, i * 100);
        bind_text(action, 5, "2016-01-28");
        run(db, action);
    }
    sqlite3_finalize(award);
    sqlite3_finalize(action);
}

int main(int argc, char **argv)
{
    g_autofree char *schema = NULL;
    sqlite3 *db;
    if (argc != 4 || !g_file_get_contents(argv[3], &schema, NULL, NULL) || sqlite3_open(argv[1], &db) != SQLITE_OK) {
        fputs("usage: insert FILE ACTIONS SCHEMA.sql\n", stderr);
        return 2;
    }
    must(db, sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536", NULL,
                          NULL, NULL));
    must(db, sqlite3_exec(db, schema, NULL, NULL, NULL));
    gint64 started = g_get_monotonic_time();
    must(db, sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
    insert_all(db, strtol(argv[2], NULL, 10));
    must(db, sqlite3_exec(db, "COMMIT", NULL, NULL, NULL));
    must(db, sqlite3_close(db));
    printf("%.3f\n", (double)(g_get_monotonic_time() - started) / 1e6);
    return 0;
}
