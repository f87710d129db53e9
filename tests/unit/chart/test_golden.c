/* Ten goldens of layouts checked by arithmetic: the lengths in the text are to each other as the amounts in its titles,
 * so that a wrong scale cannot become the new golden unseen. That the program still draws them is tested elsewhere. */
#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { PANELS = 2, MARKS_MAX = 32 };

struct golden {
    const char *name;
    bool has_panels; /* the first three rows are a panel with its own scale */
    bool is_upright; /* the height, not the width, stands for the amount */
    double gap;      /* pixels between a mark and the next that belong to its length */
};

static const struct golden goldens[] = {
    {"web", true, false, 0},
    {"narrow", true, false, 0},
    {"social", true, false, 0},
    {"print", true, false, 0},
    {"ranked-bars-square", true, false, 0},
    {"ranked-bars-slide", true, false, 0},
    {"ranked-bars-column", true, false, 0},
    {"columns-web", false, true, 0},
    {"stacked-bar-web", false, false, 1},
    {"waterfall-web", false, false, 0},
};

struct mark {
    double amount; /* dollars */
    double length; /* as printed, with two decimals */
};

/* The dollars of a line such as "row /places/3 [Chicago: $2,019,194]"; 0 when it has none or is not counted. */
static double row_amount(const char *line)
{
    const char *at = strchr(line, '$');
    double amount = 0;
    if (!at || strstr(line, "not counted"))
        return 0;
    for (at++; g_ascii_isdigit(*at) || *at == ','; at++)
        amount = *at == ',' ? amount : amount * 10 + (*at - '0');
    return amount;
}

/* 3 of the same line. */
static guint64 row_number(const char *line)
{
    g_autofree char *link = g_strndup(line, strcspn(line, "?["));
    return g_ascii_strtoull(strrchr(link, '/') + 1, NULL, 10);
}

/* The counted marks of TEXT. */
static void read_marks(const struct golden *golden, const char *text, struct mark marks[PANELS][MARKS_MAX],
                       size_t n_marks[PANELS])
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    double amount = 0;
    size_t panel = 0;
    for (char **line = lines; *line; line++) {
        double width, height;
        char paint[16];
        if (g_str_has_prefix(*line, "row ")) {
            amount = row_amount(*line);
            panel = golden->has_panels && row_number(*line) > 2;
        } else if (amount > 0 && sscanf(*line, "rect %15s %*f %*f %lf %lf", paint, &width, &height) == 3) {
            double length = (golden->is_upright ? height : width) + golden->gap;
            marks[panel][n_marks[panel]++] = (struct mark){amount, length};
            amount = 0;
        }
    }
}

static void check_lengths(const struct golden *golden, const char *text)
{
    const double printed = 0.011; /* two lengths, each right to half a hundredth, and a little */
    struct mark marks[PANELS][MARKS_MAX];
    size_t n_marks[PANELS] = {0};
    read_marks(golden, text, marks, n_marks);
    g_assert_cmpuint(n_marks[0] + n_marks[1], >=, 5);
    for (size_t panel = 0; panel < PANELS; panel++) {
        for (size_t i = 1; i < n_marks[panel]; i++) {
            const struct mark *first = &marks[panel][0], *mark = &marks[panel][i];
            double expected = first->length * mark->amount / first->amount;
            double error = printed * fmax(1, mark->amount / first->amount);
            if (fabs(mark->length - expected) > error)
                g_error("%s: %.0f is %.2f long, not %.2f", golden->name, mark->amount, mark->length, expected);
        }
    }
}

static void test_goldens(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(goldens); i++) {
        g_autofree char *path = g_strdup_printf("tests/golden/chart/%s.txt", goldens[i].name);
        g_autofree char *text = NULL;
        g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
        check_lengths(&goldens[i], text);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/goldens", test_goldens);
    return g_test_run();
}
