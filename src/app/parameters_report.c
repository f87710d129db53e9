/* Parameters of reports and of their verification. */
#include "app/parameters.h"

static const struct choice papers[] = {{"letter", N_("Letter")}, {"a4", N_("A4")}, {NULL, NULL}};

const struct parameter parameter_paper = {
    .name = "paper",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_PICTURE,
    .choices = papers,
    .fallback = "letter",
    .label = N_("Paper"),
    .in_form = true,
};

const struct parameter parameter_one_j = {
    JURISDICTION,
};

const struct parameter parameter_url = {
    .name = "url",
    .type = PARAMETER_TEXT,
    .high = 1000,
    .label = N_("Address of the report"),
    .hint = N_("As it stands on the report: it begins with the address of this site, and its path with /reports/."),
    .in_form = true,
};

const struct parameter parameter_sha256 = {
    .name = "sha256",
    .type = PARAMETER_SHA256,
    .label = N_("SHA-256 of its rows"),
    .hint = N_("64 digits and letters a to f, as they stand on the report."),
    .in_form = true,
};
