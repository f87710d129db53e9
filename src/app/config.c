/* Reads the configuration file; an unknown key is a mistake, not a comment. */
#include "app/config.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define GROUP "proviso"

static const struct {
    const char *name;
    size_t offset;
    bool is_required;
    bool is_shown; /* in answers */
} keys[] = {
    {"base_url", offsetof(struct config, base_url), true, true},
    {"editions", offsetof(struct config, editions), true, false},
    {"templates", offsetof(struct config, templates), true, false},
    {"assets", offsetof(struct config, assets), true, false},
    {"spool", offsetof(struct config, spool), false, false},
    {"contact", offsetof(struct config, contact), false, true},
    {"milliseconds", offsetof(struct config, limit), false, false},
};

/* The value of a key. */
static char **value_of(const struct config *config, size_t key)
{
    return (char **)((char *)config + keys[key].offset);
}

static bool fail(GError **error, const char *path, const char *key, const char *what)
{
    g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: %s %s", path, key, what);
    return false;
}

static bool read_keys(struct config *config, GKeyFile *file, const char *path, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        char *value = g_key_file_get_string(file, GROUP, keys[i].name, NULL);
        if (value && !*g_strstrip(value))
            g_clear_pointer(&value, g_free);
        if (!value && keys[i].is_required)
            return fail(error, path, keys[i].name, "is missing");
        *value_of(config, i) = value;
        g_key_file_remove_key(file, GROUP, keys[i].name, NULL);
    }
    g_auto(GStrv) left = g_key_file_get_keys(file, GROUP, NULL, NULL);
    return !left || !left[0] || fail(error, path, left[0], "is not a key of the configuration");
}

static bool split_base(struct config *config, const char *path, GError **error)
{
    const char *scheme_end = strstr(config->base_url, "://"), *host = scheme_end ? scheme_end + strlen("://") : "";
    if (!*host || g_str_has_suffix(config->base_url, "/"))
        return fail(error, path, "base_url", "must be like https://example.org or https://example.org/grants");
    config->host = g_strndup(host, strcspn(host, ":/"));
    config->prefix = g_strdup(host + strcspn(host, "/"));
    return true;
}

static bool read_limit(struct config *config, const char *path, GError **error)
{
    uint64_t limit = 0;
    if (config->limit && !g_ascii_string_to_unsigned(config->limit, 10, 1, 3600000, &limit, NULL))
        return fail(error, path, "milliseconds", "must be a number from 1 to 3600000");
    config->milliseconds = (int)limit;
    return true;
}

static GKeyFile *read_file(const char *path, GError **error)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    if (g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, error))
        return g_steal_pointer(&file);
    if ((*error)->domain == G_FILE_ERROR)
        error_reword_file(path, "read", error);
    else
        g_prefix_error(error, "%s: ", path);
    return NULL;
}

struct config *config_read(GError **error)
{
    const char *path = g_getenv("PROVISO_CONFIG");
    g_autoptr(GKeyFile) file = path ? read_file(path, error) : NULL;
    if (!path)
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "PROVISO_CONFIG names no file of configuration");
    if (!file)
        return NULL;
    struct config *config = g_new0(struct config, 1);
    if (read_keys(config, file, path, error) && split_base(config, path, error) && read_limit(config, path, error))
        return config;
    config_free(config);
    return NULL;
}

void config_digest(const struct config *config, GChecksum *sum)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const char *value = *value_of(config, i);
        const char *shown = keys[i].is_shown && value ? value : "";
        g_checksum_update(sum, (const guchar *)shown, (gssize)strlen(shown) + 1);
    }
}

void config_free(struct config *config)
{
    if (!config)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        g_free(*value_of(config, i));
    g_free(config->host);
    g_free(config->prefix);
    g_free(config);
}
