/* From records of award files to the keys of awards and actions, and what keys are refused. */
#include "import/usaspending.h"
#include "store/rule.h"

#define TOTALS                                                                                                         \
    "assistance_award_unique_key,award_id_fain,award_id_uri,total_obligated_amount,award_base_action_date,"            \
    "recipient_uei,recipient_name,recipient_state_code,cfda_numbers_and_titles,business_types_code,"                   \
    "last_modified_date\n"
#define RECORD(name, title) ",2017DJBX0771,,100.00,2017-10-01,ABC," name ",IL,16.738: " title ",C,2018-01-01\n"
#define REST RECORD("\"CHICAGO, CITY OF\"", "EDWARD BYRNE")
#define KEY "ASST_NON_2017DJBX0771_1550"
#define LETTERS_65 "abcdefghijklmabcdefghijklmabcdefghijklmabcdefghijklmabcdefghijklm"
#define LETTERS_250 LETTERS_65 LETTERS_65 LETTERS_65 "abcdefghijklmabcdefghijklmabcdefghijklmabcdefghijklmabc"
#define LETTERS_500 LETTERS_250 LETTERS_250

static const struct {
    const char *file;
    const char *key;     /* of its award; NULL: the record is turned away */
    const char *problem; /* a part of the complaint */
} cases[] = {
    {TOTALS KEY REST, "asst-non-2017djbx0771-1550", NULL},
    {TOTALS "9ASST" REST, "9asst", NULL},
    {TOTALS "|SST_NON_2017DJBX0771_1550" REST, NULL, "begins with neither a letter nor a digit"},
    {TOTALS "-ASST_NON" REST, NULL, "begins with neither a letter nor a digit"},
    {TOTALS REST, NULL, "is required"},
    {TOTALS LETTERS_65 LETTERS_65 LETTERS_65 "abcdef" REST, NULL, "makes a key of more than 200 characters"},
    {TOTALS KEY RECORD(LETTERS_500, LETTERS_500), "asst-non-2017djbx0771-1550", NULL},
    {TOTALS KEY RECORD(LETTERS_500 "a", "B"), NULL, "file.csv:2:recipient_name: has 501 bytes; at most 500"},
    {TOTALS KEY RECORD("A", LETTERS_500 "b"), NULL, "file.csv:2:cfda_numbers_and_titles: has 501 bytes; at most 500"},
};

struct reading {
    const struct award_form *form;
    char *key; /* of the last award that was accepted */
    bool is_prepared;
};

static void *prepare_line(const void *self, struct source *source)
{
    const struct reading *reading = self;
    struct award_line *line = ARENA_NEW(source->scratch, struct award_line);
    usaspending_read(reading->form, source, line);
    return line; /* of a record that is not sound too: it is forgotten */
}

static bool read_line(void *self, struct source *source, GError **error)
{
    (void)error;
    struct reading *reading = self;
    struct award_line line, *ready = source->ready;
    bool is_sound = usaspending_read(reading->form, source, &line);
    g_assert_true(!ready == !(is_sound && reading->is_prepared));
    if (is_sound) {
        g_assert_cmpstr(ready ? ready->award_key : line.award_key, ==, line.award_key);
        g_assert_null(rule_key_problem(source->scratch, line.award_key));
        g_free(reading->key);
        reading->key = g_strdup(line.award_key);
    }
    return true;
}

static void check(size_t i, bool is_prepared)
{
    struct problems problems = {.arena = arena_new()};
    struct rejections rejections = {.problems = &problems};
    struct reading reading = {.is_prepared = is_prepared};
    struct source source;
    GError *error = NULL;
    FILE *in = fmemopen((void *)(uintptr_t)cases[i].file, strlen(cases[i].file), "rb");
    g_assert_true(source_open(&source, "file.csv", in, &rejections, &error));
    reading.form = award_form_open(&source);
    g_assert_nonnull(reading.form);
    g_assert_true(source_each(&source, is_prepared ? prepare_line : NULL, read_line, &reading, &error));
    const struct problem_list *errors = &problems.of[SEVERITY_ERROR];
    const char *said = errors->n ? errors->kept[0] : NULL;
    if (g_strcmp0(reading.key, cases[i].key) != 0 || !said != !cases[i].problem ||
        (said && !strstr(said, cases[i].problem)))
        g_error("case %zu: key %s: %s", i, reading.key, said ? said : "nothing is wrong");
    g_assert_cmpint(rejections.records, ==, cases[i].key ? 0 : 1);
    g_free(reading.key);
    source_close(&source);
    fclose(in);
    arena_free(problems.arena);
}

static void test_award_keys(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        for (int is_prepared = 0; is_prepared < 2; is_prepared++)
            check(i, is_prepared);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/usaspending/award-keys", test_award_keys);
    return g_test_run();
}
