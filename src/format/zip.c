/* A package as a ZIP archive, written as it comes. */
#include "format/package.h"

#include <archive.h>
#include <archive_entry.h>

struct zip {
    struct archive *archive;
    time_t time; /* of its files */
    package_take *take;
    void *self;
    GError *error; /* what kept the bytes from being taken */
    bool is_over;  /* nobody takes any more of them */
};

/* Bytes that are not taken count as written: the library would not give back what it holds in the middle of a file. */
static la_ssize_t pass_on(struct archive *archive, void *memory, const void *bytes, size_t n)
{
    struct zip *zip = memory;
    (void)archive;
    if (!zip->is_over && !zip->take(zip->self, bytes, n, &zip->error))
        zip->is_over = true;
    return (la_ssize_t)n;
}

/* What the archive says, or what lies behind it. */
static bool check(struct zip *zip, bool ok, GError **error)
{
    if (ok && !zip->error)
        return true;
    if (zip->error)
        g_propagate_error(error, g_error_copy(zip->error));
    else
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "the archive: %s", archive_error_string(zip->archive));
    return false;
}

static bool begin(void *self, const char *name, GError **error)
{
    struct zip *zip = self;
    struct archive_entry *entry = archive_entry_new2(zip->archive);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, zip->time, 0);
    bool ok = check(zip, archive_write_header(zip->archive, entry) == ARCHIVE_OK, error);
    archive_entry_free(entry);
    return ok;
}

static bool append(void *self, const char *bytes, size_t n, GError **error)
{
    struct zip *zip = self;
    return check(zip, archive_write_data(zip->archive, bytes, n) == (la_ssize_t)n, error);
}

static bool end(void *self, GError **error)
{
    struct zip *zip = self;
    return check(zip, archive_write_finish_entry(zip->archive) == ARCHIVE_OK, error);
}

static time_t noon_of(const char *day)
{
    g_autofree char *text = g_strconcat(day, "T12:00:00Z", NULL);
    g_autoptr(GDateTime) noon = g_date_time_new_from_iso8601(text, NULL);
    return noon ? (time_t)g_date_time_to_unix(noon) : 0;
}

bool package_zip(const struct tables *tables, column_finder *find_column, const char *as_of, package_take *take,
                 void *self, GError **error)
{
    struct zip zip = {.archive = archive_write_new(), .time = noon_of(as_of), .take = take, .self = self};
    const struct package_taker taker = {begin, append, end, &zip};
    archive_write_set_format_zip(zip.archive);
    archive_write_set_bytes_in_last_block(zip.archive, 1);
    bool ok = check(&zip, archive_write_open(zip.archive, &zip, NULL, pass_on, NULL) == ARCHIVE_OK, error) &&
              package_write(tables, find_column, &taker, error) &&
              check(&zip, archive_write_close(zip.archive) == ARCHIVE_OK, error);
    zip.is_over = true;
    archive_write_free(zip.archive);
    g_clear_error(&zip.error);
    return ok;
}
