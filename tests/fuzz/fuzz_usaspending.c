/* The USAspending mapper on any bytes: a file of records, read to its end. What it accepts keeps its promises: keys are
 * keys, dates are days, text is UTF-8, and a second reading gives the same. */
#include "base/date.h"
#include "import/usaspending.h"
#include "store/rule.h"

#include <stdint.h>
#include <string.h>

static void check_date(const char *text)
{
    struct date date;
    g_assert_true(!*text || date_parse(text, &date) == DATE_OK);
}

static void check_text(const char *text)
{
    g_assert_nonnull(text);
    g_assert_true(g_utf8_validate(text, -1, NULL));
}

static void check_line(struct arena *arena, const struct award_line *line)
{
    g_assert_null(rule_key_problem(arena, line->award_key));
    g_assert_null(rule_key_problem(arena, line->action_key));
    g_assert_true(g_str_has_prefix(line->action_key, line->award_key));
    check_date(line->modified_on);
    if (line->is_removed)
        return;
    check_date(line->action_on);
    g_assert_cmpint(line->fiscal_year, >=, 1600);
    g_assert_cmpint(line->fiscal_year, <=, 3000);
    g_assert_cmpuint(strlen(line->listing), ==, 6);
    check_text(line->summary);
    check_text(line->listing_title);
    check_text(line->recipient.name);
    g_assert_true(*line->recipient.name);
    g_assert_true(strlen(line->recipient.county_geoid) == 0 || strlen(line->recipient.county_geoid) == 5);
    g_assert_true(strlen(line->recipient.place_geoid) == 0 || strlen(line->recipient.place_geoid) == 7);
}

struct sum {
    const struct award_form *form;
    unsigned of_lines;
};

static void *prepare_line(const void *self, struct source *source)
{
    const struct sum *sum = self;
    struct award_line *line = ARENA_NEW(source->scratch, struct award_line);
    return usaspending_read(sum->form, source, line) ? line : NULL;
}

static bool read_line(void *self, struct source *source, GError **error)
{
    (void)error;
    struct sum *sum = self;
    struct award_line line, *ready = source->ready;
    bool is_sound = usaspending_read(sum->form, source, &line);
    g_assert(!ready == !is_sound);
    if (!is_sound)
        return true;
    g_assert(strcmp(ready->action_key, line.action_key) == 0 && ready->amount == line.amount);
    check_line(source->scratch, &line);
    sum->of_lines = sum->of_lines * 31 + g_str_hash(line.action_key) + (unsigned)line.amount;
    return true;
}

/* Reads the file; a number made of everything that it gave. */
static unsigned read_file(const uint8_t *data, size_t size)
{
    struct problems problems = {.arena = arena_new()};
    struct rejections rejections = {.problems = &problems};
    struct source source;
    FILE *in = fmemopen((void *)data, size, "rb");
    GError *error = NULL;
    struct sum sum = {0};
    if (source_open(&source, "file.csv", in, &rejections, &error) && (sum.form = award_form_open(&source)))
        source_each(&source, prepare_line, read_line, &sum, &error);
    unsigned n_errors = (unsigned)problems.of[SEVERITY_ERROR].n;
    g_assert_cmpint(rejections.records, <=, (gint64)rejections.reports);
    g_clear_error(&error);
    source_close(&source);
    fclose(in);
    arena_free(problems.arena);
    return sum.of_lines * 31 + n_errors;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0)
        g_assert_cmpuint(read_file(data, size), ==, read_file(data, size));
    return 0;
}
