/* The optimal string alignment distance. */
#include "store/distance.h"

#include <glib.h>

static size_t change_cost(const gunichar *a, const gunichar *b, size_t i, size_t j,
                          size_t rows[3][DISTANCE_LETTERS + 1])
{
    size_t *two_back = rows[(i + 1) % 3], *last = rows[(i + 2) % 3], *row = rows[i % 3];
    size_t cost = last[j - 1] + (a[i - 1] != b[j - 1]);
    cost = MIN(cost, MIN(last[j], row[j - 1]) + 1);
    bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return is_swap ? MIN(cost, two_back[j - 2] + 1) : cost;
}

static size_t letters_of(const char *word, gunichar letters[DISTANCE_LETTERS])
{
    size_t n = 0;
    for (; *word; word = g_utf8_next_char(word)) {
        if (n == DISTANCE_LETTERS)
            return n + 1;
        letters[n++] = g_utf8_get_char(word);
    }
    return n;
}

size_t distance_between(const char *a, const char *b)
{
    gunichar left[DISTANCE_LETTERS], right[DISTANCE_LETTERS];
    size_t rows[3][DISTANCE_LETTERS + 1];
    size_t n = letters_of(a, left), m = letters_of(b, right);
    if (n > DISTANCE_LETTERS || m > DISTANCE_LETTERS)
        return DISTANCE_LETTERS;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        rows[i % 3][0] = i;
        for (size_t j = 1; j <= m; j++)
            rows[i % 3][j] = change_cost(left, right, i, j, rows);
    }
    return rows[n % 3][m];
}

static void edit_distance(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *a = (const char *)sqlite3_value_text(values[0]);
    const char *b = count == 2 ? (const char *)sqlite3_value_text(values[1]) : NULL;
    if (a && b)
        sqlite3_result_int64(context, (sqlite3_int64)distance_between(a, b));
}

bool distance_register(sqlite3 *db)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(db, "edit_distance", 2, flags, NULL, edit_distance, NULL, NULL, NULL) ==
           SQLITE_OK;
}
