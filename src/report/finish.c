/* An update appended to cairo's file, as PDF provides for: a rewriting of the whole would take longer than drawing it.
 * Structure elements of a kind stand in the file in the order in which they were begun. Reads nothing but what this
 * process's cairo wrote. */
#include "report/finish.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

enum { ENTRY_BYTES = 20, OFFSET_DIGITS = 10, LEVEL = 6 };

struct object {
    unsigned long number;
    size_t offset;
};

struct update {
    const struct report_plan *plan;
    GString *out;
    size_t start;            /* of the PDF in out */
    size_t length;           /* of what cairo wrote */
    size_t table, entries;   /* of cairo's objects: offsets of it and of its first entry */
    unsigned long n_objects; /* cairo's */
    unsigned long next;      /* number not used yet */
    unsigned long root, info;
    GArray *objects; /* new and changed, struct object */
};

static const char *at(const struct update *update, size_t offset)
{
    return update->out->str + update->start + offset;
}

/* The number after NAME in the text between two offsets; 0 when there is none. */
static unsigned long number_after(const struct update *update, size_t from, size_t to, const char *name)
{
    const char *found = from < to ? memmem(at(update, from), to - from, name, strlen(name)) : NULL;
    return found ? strtoul(found + strlen(name), NULL, 10) : 0;
}

static bool read_table(struct update *update)
{
    static const char mark[] = "startxref\n", head[] = "xref\n0 ";
    size_t tail = update->length > 64 ? update->length - 64 : 0;
    update->table = number_after(update, tail, update->length, mark);
    if (update->table < 16 || update->table + 32 > update->length ||
        strncmp(at(update, update->table), head, strlen(head)) != 0)
        return false;
    char *end;
    update->n_objects = strtoul(at(update, update->table + strlen(head)), &end, 10);
    update->entries = (size_t)(end + 1 - at(update, 0));
    size_t trailer = update->entries + update->n_objects * ENTRY_BYTES;
    update->next = update->n_objects;
    update->root = number_after(update, trailer, update->length, "/Root ");
    update->info = number_after(update, trailer, update->length, "/Info ");
    return trailer < update->length && update->root && update->info;
}

static size_t offset_of(const struct update *update, unsigned long number)
{
    char digits[OFFSET_DIGITS + 1] = {0};
    if (number >= update->n_objects)
        return 0;
    memcpy(digits, at(update, update->entries + number * ENTRY_BYTES), OFFSET_DIGITS);
    size_t offset = strtoul(digits, NULL, 10);
    return offset < update->table ? offset : 0;
}

/* What stands between an object's "<<" and its "endobj"; empty when it is no dictionary. */
static GString *dictionary_of(const struct update *update, unsigned long number)
{
    size_t offset = offset_of(update, number);
    const char *from = memmem(at(update, offset), update->table - offset, "<<", 2);
    const char *to = from ? memmem(from, (size_t)(at(update, update->table) - from), "endobj", 6) : NULL;
    return g_string_new_len(to ? from + 2 : "", to ? to - from - 2 : 0);
}

static void begin_object(struct update *update, unsigned long number)
{
    struct object object = {number, update->out->len - update->start};
    g_array_append_val(update->objects, object);
    g_string_append_printf(update->out, "%lu 0 obj\n", number);
}

static void end_object(struct update *update)
{
    g_string_append(update->out, "\nendobj\n");
}

/* A text string: in parentheses where it is ASCII, else in UTF-16 as hexadecimal digits. */
static void append_text(GString *out, const char *text)
{
    if (g_str_is_ascii(text)) {
        g_string_append_c(out, '(');
        for (; *text; text++) {
            if (strchr("()\\", *text))
                g_string_append_c(out, '\\');
            g_string_append_c(out, *text < ' ' ? ' ' : *text);
        }
        g_string_append_c(out, ')');
        return;
    }
    glong n = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, &n, NULL);
    g_string_append(out, "<FEFF");
    for (glong i = 0; units && i < n; i++)
        g_string_append_printf(out, "%04X", units[i]);
    g_string_append_c(out, '>');
}

/* An object of cairo's again, with what was appended to it since begin_object put before its entries. */
static void end_changed(struct update *update, const GString *dictionary)
{
    g_string_append_len(update->out, dictionary->str, (gssize)dictionary->len);
    g_string_append(update->out, "endobj\n");
}

static bool is_element(const struct update *update, unsigned long number, const char *kind)
{
    size_t offset = offset_of(update, number);
    const char *text = at(update, offset);
    const char *end = offset ? memchr(text, '\n', update->table - offset) : NULL;
    return end && g_str_has_prefix(end + 1, kind);
}

static void describe_elements(struct update *update, const struct told *told)
{
    static const char figure[] = "<< /Type /StructElem\n   /S /Figure\n", head[] = "<< /Type /StructElem\n   /S /TH\n";
    guint n = 0, n_heads = 0;
    for (unsigned long number = 1; number < update->n_objects; number++) {
        bool is_figure = n < told->alternatives->len && is_element(update, number, figure);
        if (!is_figure && (n_heads == told->scopes->len || !is_element(update, number, head)))
            continue;
        GString *dictionary = dictionary_of(update, number);
        begin_object(update, number);
        if (is_figure) {
            g_string_append(update->out, "<< /Alt ");
            append_text(update->out, told->alternatives->pdata[n++]);
        } else {
            bool is_row = told->scopes->str[n_heads++] == SCOPE_ROW;
            g_string_append_printf(update->out, "<< /A << /O /Table /Scope /%s >>", is_row ? "Row" : "Column");
        }
        end_changed(update, dictionary);
        g_string_free(dictionary, TRUE);
    }
}

static void append_date(struct update *update, const char *key)
{
    g_auto(GStrv) parts = g_strsplit(update->plan->created_on, "-", 3);
    g_string_append_printf(update->out, " /%s (D:%s%s%s000000Z)", key, parts[0], parts[1], parts[2]);
}

/* The bytes of an attachment, compressed. */
static bool append_stream(struct update *update, const struct report_attachment *file)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
    size_t most = compressor ? libdeflate_zlib_compress_bound(compressor, file->length) : 0;
    g_autofree char *packed = g_malloc(most + 1);
    size_t length = compressor ? libdeflate_zlib_compress(compressor, file->bytes, file->length, packed, most) : 0;
    libdeflate_free_compressor(compressor);
    g_string_append_printf(update->out, " /Filter /FlateDecode /Length %zu >>\nstream\n", length);
    g_string_append_len(update->out, packed, (gssize)length);
    g_string_append(update->out, "\nendstream");
    return length > 0;
}

static void append_type(GString *out, const char *content_type)
{
    g_string_append(out, " /Subtype /");
    for (; *content_type; content_type++)
        if (g_ascii_isalnum(*content_type) || strchr(".-+", *content_type))
            g_string_append_c(out, *content_type);
        else
            g_string_append_printf(out, "#%02X", (unsigned char)*content_type);
}

/* Two objects, the file and its description; the number of the latter, or 0. */
static unsigned long attach(struct update *update, const struct report_attachment *file)
{
    unsigned long number = update->next;
    update->next += 2;
    begin_object(update, number);
    g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)file->bytes, file->length);
    g_string_append(update->out, "<< /Type /EmbeddedFile");
    append_type(update->out, file->content_type);
    g_string_append_printf(update->out, " /Params << /Size %zu /CheckSum <%s>", file->length, sum);
    append_date(update, "CreationDate");
    append_date(update, "ModDate");
    g_string_append(update->out, " >>");
    bool done = append_stream(update, file);
    end_object(update);
    begin_object(update, number + 1);
    g_string_append(update->out, "<< /Type /Filespec /AFRelationship /Data /F ");
    append_text(update->out, file->name);
    g_string_append(update->out, " /UF ");
    append_text(update->out, file->name);
    if (file->description) {
        g_string_append(update->out, " /Desc ");
        append_text(update->out, file->description);
    }
    g_string_append_printf(update->out, " /EF << /F %lu 0 R /UF %lu 0 R >> >>", number, number);
    end_object(update);
    return done ? number + 1 : 0;
}

struct named {
    const char *name;
    unsigned long number;
};

static int compare_names(gconstpointer a, gconstpointer b)
{
    const struct named *left = a, *right = b;
    int order = g_str_is_ascii(right->name) - g_str_is_ascii(left->name);
    return order ? order : strcmp(left->name, right->name);
}

/* All attachments, and the tree of their names, whose number *tree becomes. */
static bool attach_all(struct update *update, GArray *files, unsigned long *tree)
{
    for (size_t i = 0; i < update->plan->n_attachments; i++) {
        struct named named = {update->plan->attachments[i].name, attach(update, &update->plan->attachments[i])};
        if (!named.number)
            return false;
        g_array_append_val(files, named);
    }
    g_array_sort(files, compare_names);
    *tree = update->next++;
    begin_object(update, *tree);
    g_string_append(update->out, "<< /Names [");
    for (guint i = 0; i < files->len; i++) {
        const struct named *named = &g_array_index(files, struct named, i);
        g_string_append_c(update->out, ' ');
        append_text(update->out, named->name);
        g_string_append_printf(update->out, " %lu 0 R", named->number);
    }
    g_string_append(update->out, " ] >>");
    end_object(update);
    return true;
}

static void append_files(struct update *update, const GArray *files)
{
    g_string_append(update->out, " /AF [");
    for (guint i = 0; i < files->len; i++)
        g_string_append_printf(update->out, " %lu 0 R", g_array_index(files, struct named, i).number);
    g_string_append(update->out, " ]");
}

/* The catalogue again; cairo's names of destinations keep their place beside the files'. */
static void write_catalog(struct update *update, const GArray *files, unsigned long tree)
{
    GString *catalog = dictionary_of(update, update->root);
    char *names = strstr(catalog->str, "/Names ");
    GString *inside = NULL;
    if (names && tree) {
        char *end = strstr(names, " R\n");
        inside = dictionary_of(update, strtoul(names + strlen("/Names "), NULL, 10));
        if (end)
            g_string_erase(catalog, names - catalog->str, end + 2 - names);
    }
    begin_object(update, update->root);
    g_string_append(update->out, "<< /Version /1.7 /ViewerPreferences << /DisplayDocTitle true >> /Lang ");
    append_text(update->out, update->plan->language);
    if (tree) {
        append_files(update, files);
        g_string_append_printf(update->out, " /Names << /EmbeddedFiles %lu 0 R%s", tree, inside ? "" : " >>");
    }
    if (inside) {
        char *end = g_strrstr(inside->str, ">>");
        g_string_append_len(update->out, inside->str, (end ? end + 2 : inside->str) - inside->str);
        g_string_free(inside, TRUE);
    }
    end_changed(update, catalog);
    g_string_free(catalog, TRUE);
}

static int compare_objects(gconstpointer a, gconstpointer b)
{
    const struct object *left = a, *right = b;
    return (left->number > right->number) - (left->number < right->number);
}

/* What the file was made from, in short. */
static char *identity(const struct update *update)
{
    const struct report_plan *plan = update->plan;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_MD5);
    const char *const parts[] = {PROVISO_VERSION, plan->paper->name, plan->language, plan->created_on, plan->head};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_checksum_update(sum, (const guchar *)parts[i], (gssize)strlen(parts[i]) + 1);
    g_checksum_update(sum, (const guchar *)plan->page, (gssize)plan->length);
    /* The attachments' own sums stand in the update. */
    g_checksum_update(sum, (const guchar *)at(update, update->length),
                      (gssize)(update->out->len - update->start - update->length));
    return g_strdup(g_checksum_get_string(sum));
}

static void write_table(struct update *update)
{
    g_autofree char *sum = identity(update);
    size_t table = update->out->len - update->start;
    g_array_sort(update->objects, compare_objects);
    g_string_append(update->out, "xref\n");
    for (guint i = 0, n; i < update->objects->len; i += n) {
        const struct object *objects = &g_array_index(update->objects, struct object, i);
        for (n = 1; i + n < update->objects->len && objects[n].number == objects[0].number + n; n++)
            ;
        g_string_append_printf(update->out, "%lu %u\n", objects->number, n);
        for (guint k = 0; k < n; k++)
            g_string_append_printf(update->out, "%010zu 00000 n \n", objects[k].offset);
    }
    g_string_append_printf(update->out,
                           "trailer\n<< /Size %lu /Root %lu 0 R /Info %lu 0 R /Prev %zu /ID [<%s> <%s>] >>\n"
                           "startxref\n%zu\n%%%%EOF\n",
                           update->next, update->root, update->info, update->table, sum, sum, table);
}

bool finish(const struct report_plan *plan, size_t before, const struct told *told, GString *out, GError **error)
{
    struct update update = {.plan = plan, .out = out, .start = before, .length = out->len - before};
    unsigned long tree = 0;
    if (!read_table(&update)) {
        g_set_error_literal(error, PROVISO_ERROR, ERROR_INTERNAL, "cairo's PDF has an unknown form");
        return false;
    }
    GArray *files = g_array_new(FALSE, FALSE, sizeof(struct named));
    update.objects = g_array_new(FALSE, FALSE, sizeof(struct object));
    describe_elements(&update, told);
    bool done = !plan->n_attachments || attach_all(&update, files, &tree);
    if (done) {
        write_catalog(&update, files, tree);
        write_table(&update);
    } else
        g_set_error_literal(error, PROVISO_ERROR, ERROR_INTERNAL, "an attachment cannot be compressed");
    g_array_unref(files);
    g_array_unref(update.objects);
    return done;
}
