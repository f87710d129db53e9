/* Opens files and archives. Knows no CSV. */
#include "import/input.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { BLOCK = 1 << 16 };

struct input {
    char *path, *name;
    FILE *file;              /* handed out; of a member, a stream over the archive */
    struct archive *archive; /* NULL: a plain file */
    bool begun;
    int64_t size;
    _Atomic int64_t at; /* of an archive, how much was read of it: another thread may ask */
};

enum kind { KIND_PLAIN, KIND_ZIP, KIND_GZIP };

/* What the file begins with, which stays to be read: a pipe gives it once. */
static enum kind kind_of(FILE *file)
{
    char magic[4] = "";
    size_t n = fread(magic, 1, sizeof magic, file);
    bool is_zip = n == sizeof magic && (memcmp(magic, "PK\3\4", n) == 0 || memcmp(magic, "PK\5\6", n) == 0);
    bool is_gzip = n > 2 && memcmp(magic, "\x1f\x8b", 2) == 0;
    while (n > 0)
        ungetc((unsigned char)magic[--n], file);
    return is_zip ? KIND_ZIP : is_gzip ? KIND_GZIP : KIND_PLAIN;
}

static void close_file(struct input *input)
{
    if (input->file)
        fclose(input->file);
    input->file = NULL;
}

static bool open_archive(struct input *input, GError **error)
{
    input->archive = archive_read_new();
    archive_read_support_format_zip(input->archive);
    if (archive_read_open_filename(input->archive, input->path, BLOCK) == ARCHIVE_OK)
        return true;
    g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be opened: %s", input->path,
                archive_error_string(input->archive));
    return false;
}

static bool open_path(struct input *input, GError **error)
{
    struct stat status;
    input->file = fopen(input->path, "rbe");
    if (!input->file || fstat(fileno(input->file), &status) != 0)
        return error_of_file(input->path, "opened", error);
    input->size = status.st_size;
    enum kind kind = kind_of(input->file);
    if (kind == KIND_PLAIN)
        return true;
    close_file(input);
    if (kind == KIND_ZIP && S_ISREG(status.st_mode))
        return open_archive(input, error);
    g_set_error(error, PROVISO_ERROR, ERROR_DATA,
                kind == KIND_ZIP ? "%s: is an archive in a pipe; give it as a file"
                                 : "%s: is compressed with gzip; unpack it first",
                input->path);
    return false;
}

struct input *input_open(const char *path, GError **error)
{
    struct input *input = g_new0(struct input, 1);
    input->path = g_strdup(path);
    if (open_path(input, error))
        return input;
    input_close(input);
    return NULL;
}

void input_close(struct input *input)
{
    if (!input)
        return;
    close_file(input);
    archive_read_free(input->archive);
    g_free(input->path);
    g_free(input->name);
    g_free(input);
}

static ssize_t read_member(void *self, char *buffer, size_t size)
{
    struct input *input = self;
    ssize_t n = archive_read_data(input->archive, buffer, size);
    input->at = archive_filter_bytes(input->archive, -1);
    if (n < 0)
        errno = EBADMSG; /* damaged, encrypted, or of a method that is not known */
    return n < 0 ? -1 : n;
}

/* Hidden ones are not data: a Mac adds __MACOSX/._NAME.csv to each NAME.csv. */
static bool is_table(struct archive_entry *entry, const char *name)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    g_autofree char *base = g_path_get_basename(name);
    return base[0] != '.' && g_str_has_suffix(lower, ".csv") && archive_entry_filetype(entry) == AE_IFREG;
}

/* The member's bytes as a stream. */
static bool open_member(struct input *input, const char *name, GError **error)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    input->name = g_strdup_printf("%s/%s", input->path, valid);
    input->file = fopencookie(input, "rb", (cookie_io_functions_t){.read = read_member});
    if (!input->file)
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s: no memory to read it", input->name);
    return input->file != NULL;
}

static bool next_member(struct input *input, GError **error)
{
    struct archive_entry *entry;
    int status;
    while ((status = archive_read_next_header(input->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        const char *name = archive_entry_pathname(entry);
        if (!name) {
            g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: the archive has a member whose name cannot be read",
                        input->path);
            return false;
        }
        if (is_table(entry, name))
            return open_member(input, name, error);
    }
    if (status != ARCHIVE_EOF)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: the archive is damaged: %s", input->path,
                    archive_error_string(input->archive));
    return false;
}

bool input_next(struct input *input, const char **name, FILE **file, GError **error)
{
    if (input->archive) {
        close_file(input);
        g_clear_pointer(&input->name, g_free);
        if (!next_member(input, error))
            return false;
    } else if (input->begun) {
        return false;
    }
    input->begun = true;
    *name = input->name ? input->name : input->path;
    *file = input->file;
    return true;
}

int input_progress(const struct input *input)
{
    int64_t at = input->archive ? input->at : input->file ? ftello(input->file) : 0;
    return input->size > 0 ? (int)CLAMP(at * 1000 / input->size, 0, 1000) : 1000;
}
