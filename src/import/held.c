/* Keeps the editors' awards by number, in memory: they are few. */
#include "import/held.h"

#include "base/money.h"
#include "store/command.h"

#include <string.h>

/* Of an award, as the editor has it and as the lines of the files told it: their totals apart from their actions. */
struct held {
    const char *key;
    int64_t amount;
    __int128 told[2]; /* by is_total */
    int64_t lines[2];
};

struct held_awards {
    struct arena *arena;
    GHashTable *by_number; /* number_of -> struct held */
    GPtrArray *all;        /* in the order of their keys */
};

/* What tells an award within its program: "2017-DJ-BX-0771" and "2017DJBX0771" are one number. */
static const char *number_of(struct arena *arena, const char *program, const char *fain)
{
    char *number = arena_printf(arena, "%s %s", program, fain), *to = number + strlen(program) + 1;
    for (const char *from = to; *from; from++)
        if (*from != '-')
            *to++ = g_ascii_toupper(*from);
    *to = '\0';
    return number;
}

static bool read_number(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    struct held_awards *held = self;
    struct held *award = ARENA_NEW(held->arena, struct held);
    *award = (struct held){.key = arena_strdup(held->arena, cells[0].text), .amount = cells[3].integer};
    g_hash_table_replace(held->by_number, (char *)number_of(held->arena, cells[2].text, cells[1].text), award);
    g_ptr_array_add(held->all, award);
    return true;
}

struct held_awards *held_awards_new(struct register_store *reg, GError **error)
{
    struct held_awards *held = g_new0(struct held_awards, 1);
    *held = (struct held_awards){arena_new(), g_hash_table_new(g_str_hash, g_str_equal), g_ptr_array_new()};
    struct command *numbers = command_prepare(reg, "award_numbers", error);
    if (numbers && command_each(numbers, NULL, 0, 4, read_number, held, error))
        return held;
    held_awards_free(held);
    return NULL;
}

void held_awards_free(struct held_awards *held)
{
    if (!held)
        return;
    g_hash_table_destroy(held->by_number);
    g_ptr_array_free(held->all, TRUE);
    arena_free(held->arena);
    g_free(held);
}

bool held_awards_take(struct held_awards *held, struct arena *scratch, const char *program,
                      const struct award_line *line)
{
    if (!*line->fain || !held->all->len)
        return false;
    struct held *award = g_hash_table_lookup(held->by_number, number_of(scratch, program, line->fain));
    if (!award || strcmp(award->key, line->award_key) == 0)
        return false;
    award->told[line->is_total] += line->amount;
    award->lines[line->is_total]++;
    return true;
}

void held_awards_differ(const struct held_awards *held, struct arena *arena, struct problem_list *differ)
{
    for (unsigned i = 0; i < held->all->len; i++) {
        const struct held *award = held->all->pdata[i];
        bool is_total = !award->lines[false];
        int64_t told = (int64_t)CLAMP(award->told[is_total], INT64_MIN, INT64_MAX);
        if (!award->lines[is_total] || told == award->amount)
            continue;
        if (differ->n < PROBLEMS_KEPT)
            differ->kept[differ->n] = arena_printf(arena, "%s: %s; the files: %s", award->key,
                                                   money_plain(arena, award->amount), money_plain(arena, told));
        differ->n++;
    }
}
