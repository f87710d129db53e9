/* Refusal of what is only half asked. */
#include "app/need.h"

/* Any one of the parameters in NAMES ("a|b") would do. */
static void refuse(struct question *question, const char *names)
{
    const struct catalog *catalog = question->app->catalog;
    const struct parameter *const *declared = question->resource->parameters;
    g_auto(GStrv) each = g_strsplit(names, "|", -1);
    const char *labels = catalog_text(catalog, parameter_find(declared, *each)->label);
    for (char **name = each + 1; *name; name++)
        labels = arena_printf(question->arena, "%s, %s", labels,
                              catalog_text(catalog, parameter_find(declared, *name)->label));
    const char *form = each[1] ? N_("One of these fields is needed: {fields}.") : N_("This field is needed: {fields}.");
    const char *message = catalog_format(question->arena, catalog, form, "fields", labels, NULL);
    for (char **name = each; *name; name++)
        question_refuse(question, parameter_find(declared, *name), message);
}

bool need_met(struct question *question, GError **error)
{
    const struct resource *resource = question->resource;
    if (question->representation->bit == AS_HTML || !resource_lacks(resource, question->parameters))
        return true;
    for (const char *const *names = resource->needs; *names; names++)
        if (!resource_has_one_of(question->parameters, *names))
            refuse(question, *names);
    g_set_error_literal(error, PROVISO_ERROR, ERROR_BAD_REQUEST, question->parameters->errors[0].message);
    return false;
}
