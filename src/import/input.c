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

static enum kind kind_of(const char *path)
{
    char magic[4] = "";
    FILE *file = fopen(path, "rbe");
    size_t n = file ? fread(magic, 1, sizeof magic, file) : 0;
    if (file)
        fclose(file);
    if (n == sizeof magic && (memcmp(magic, "PK\3\4", n) == 0 || memcmp(magic, "PK\5\6", n) == 0))
        return KIND_ZIP;
    return n > 2 && memcmp(magic, "\x1f\x8b", 2) == 0 ? KIND_GZIP : KIND_PLAIN;
}

struct input *input_open(const char *path, GError **error)
{
    struct input *input = g_new0(struct input, 1);
    struct stat status;
    input->path = g_strdup(path);
    input->size = stat(path, &status) == 0 ? status.st_size : 0;
    enum kind kind = kind_of(path);
    if (kind == KIND_GZIP) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: is compressed with gzip; unpack it first", path);
    } else if (kind == KIND_PLAIN) {
        input->file = fopen(path, "rbe");
        if (input->file)
            return input;
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be opened: %s", path, g_strerror(errno));
    } else {
        input->archive = archive_read_new();
        archive_read_support_format_zip(input->archive);
        if (archive_read_open_filename(input->archive, path, BLOCK) == ARCHIVE_OK)
            return input;
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be opened: %s", path,
                    archive_error_string(input->archive));
    }
    input_close(input);
    return NULL;
}

static void close_file(struct input *input)
{
    if (input->file)
        fclose(input->file);
    input->file = NULL;
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
    g_autofree char *lower = name ? g_ascii_strdown(name, -1) : NULL;
    g_autofree char *base = name ? g_path_get_basename(name) : NULL;
    return lower && base[0] != '.' && g_str_has_suffix(lower, ".csv") && archive_entry_filetype(entry) == AE_IFREG;
}

static bool next_member(struct input *input, GError **error)
{
    struct archive_entry *entry;
    int status;
    while ((status = archive_read_next_header(input->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        const char *name = archive_entry_pathname(entry);
        if (!is_table(entry, name))
            continue;
        g_autofree char *valid = g_utf8_make_valid(name, -1);
        input->name = g_strdup_printf("%s/%s", input->path, valid);
        input->file = fopencookie(input, "rb", (cookie_io_functions_t){.read = read_member});
        return input->file != NULL;
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
