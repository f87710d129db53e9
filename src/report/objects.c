/* Cairo's table of where each object is, and where each ends. Looks into no object. */
#include "report/objects.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRY_BYTES = 20, OFFSET_DIGITS = 10 };

struct file {
    const char *bytes;
    size_t length, table; /* offset of its table */
};

/* The number after NAME in the text between two offsets; 0 when there is none. */
static unsigned long number_after(const struct file *file, size_t from, size_t to, const char *name)
{
    const char *found = from < to ? memmem(file->bytes + from, to - from, name, strlen(name)) : NULL;
    return found ? strtoul(found + strlen(name), NULL, 10) : 0;
}

static int compare_places(gconstpointer a, gconstpointer b)
{
    const struct object *left = *(struct object *const *)a, *right = *(struct object *const *)b;
    return (left->body > right->body) - (left->body < right->body);
}

/* An object ends where the next one in the file, or the table, begins. */
static bool measure(struct objects *objects, const struct file *file)
{
    static const char end[] = "\nendobj\n";
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    for (unsigned long i = 1; i < objects->n; i++)
        if (objects->all[i].body)
            g_ptr_array_add(order, &objects->all[i]);
    g_ptr_array_sort(order, compare_places);
    for (guint i = 0; i < order->len; i++) {
        struct object *object = order->pdata[i];
        const struct object *next = i + 1 < order->len ? order->pdata[i + 1] : NULL;
        const char *stop = next ? next->body : file->bytes + file->table;
        const char *start = memchr(object->body, '\n', (size_t)(stop - object->body));
        if (!start || stop - start < (ptrdiff_t)strlen(end) || memcmp(stop - strlen(end), end, strlen(end)) != 0)
            return false;
        object->body = start + 1;
        object->length = (size_t)(stop - start - 1) - strlen(end);
    }
    return true;
}

/* Where each object begins. */
static void read_entries(struct objects *objects, const struct file *file, size_t entries)
{
    objects->all = g_new0(struct object, objects->n);
    for (unsigned long i = 1; i < objects->n; i++) {
        char digits[OFFSET_DIGITS + 1] = {0};
        memcpy(digits, file->bytes + entries + i * ENTRY_BYTES, OFFSET_DIGITS);
        size_t offset = strtoul(digits, NULL, 10);
        if (offset > 0 && offset < file->table)
            objects->all[i].body = file->bytes + offset;
    }
}

bool objects_read(struct objects *objects, const char *bytes, size_t length)
{
    static const char mark[] = "startxref\n", head[] = "xref\n0 ";
    struct file file = {bytes, length, 0};
    *objects = (struct objects){0};
    file.table = number_after(&file, length > 64 ? length - 64 : 0, length, mark);
    if (file.table < 16 || file.table + 32 > length || strncmp(bytes + file.table, head, strlen(head)) != 0)
        return false;
    char *end;
    objects->n = strtoul(bytes + file.table + strlen(head), &end, 10);
    size_t entries = (size_t)(end + 1 - bytes), trailer = entries + objects->n * ENTRY_BYTES;
    objects->root = number_after(&file, trailer, length, "/Root ");
    objects->info = number_after(&file, trailer, length, "/Info ");
    if (trailer >= length || !objects->root || !objects->info || objects->root >= objects->n)
        return false;
    read_entries(objects, &file, entries);
    return measure(objects, &file);
}

void objects_clear(struct objects *objects)
{
    g_free(objects->all);
}

bool object_begins(const struct object *object, const char *prefix)
{
    size_t length = strlen(prefix);
    return object->length > length && memcmp(object->body, prefix, length) == 0;
}

bool object_is_plain(const struct object *object)
{
    static const char end[] = "endstream";
    size_t length = strlen(end);
    if (object->length > length && memcmp(object->body + object->length - length, end, length) == 0)
        return true;
    return object->length && *object->body != '<' && *object->body != '[';
}
