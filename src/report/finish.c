/* Cairo's file taken apart and packed again, with what cairo cannot say of it. Structure elements of a kind stand in
 * the file in the order in which they were begun. Reads nothing but what this process's cairo wrote. */
#include "report/finish.h"

#include "report/pack.h"

#include <string.h>

enum { ENTRY_BYTES = 20, OFFSET_DIGITS = 10 };

/* An object of cairo's: what stands between "obj" and "endobj". */
struct object {
    const char *body;
    size_t length;
};

struct update {
    const struct document_plan *plan;
    const struct told *told;
    const char *from;        /* cairo's file */
    size_t length, table;    /* its bytes; offset of its table */
    unsigned long n_objects; /* one more than there are */
    unsigned long root, info;
    struct object *objects;   /* by number */
    unsigned long *rows;      /* of cells, by their number */
    guint n_rows;             /* made */
    guint n_figures, n_heads; /* described */
    struct pack pack;
};

/* The number after NAME in the text between two offsets; 0 when there is none. */
static unsigned long number_after(const struct update *update, size_t from, size_t to, const char *name)
{
    const char *found = from < to ? memmem(update->from + from, to - from, name, strlen(name)) : NULL;
    return found ? strtoul(found + strlen(name), NULL, 10) : 0;
}

static int compare_places(gconstpointer a, gconstpointer b)
{
    const struct object *left = *(struct object *const *)a, *right = *(struct object *const *)b;
    return (left->body > right->body) - (left->body < right->body);
}

/* An object ends where the next one in the file, or the table, begins. False: not as cairo writes them. */
static bool measure_objects(struct update *update)
{
    static const char end[] = "\nendobj\n";
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    for (unsigned long i = 1; i < update->n_objects; i++)
        if (update->objects[i].body)
            g_ptr_array_add(order, &update->objects[i]);
    g_ptr_array_sort(order, compare_places);
    for (guint i = 0; i < order->len; i++) {
        struct object *object = order->pdata[i];
        const struct object *next = i + 1 < order->len ? order->pdata[i + 1] : NULL;
        const char *stop = next ? next->body : update->from + update->table;
        const char *start = memchr(object->body, '\n', (size_t)(stop - object->body));
        if (!start || stop - start < (ptrdiff_t)strlen(end) || memcmp(stop - strlen(end), end, strlen(end)) != 0)
            return false;
        object->body = start + 1;
        object->length = (size_t)(stop - start - 1) - strlen(end);
    }
    return true;
}

/* Where each object begins. */
static void read_entries(struct update *update, size_t entries)
{
    update->objects = g_new0(struct object, update->n_objects);
    update->rows = g_new0(unsigned long, update->n_objects);
    for (unsigned long i = 1; i < update->n_objects; i++) {
        char digits[OFFSET_DIGITS + 1] = {0};
        memcpy(digits, update->from + entries + i * ENTRY_BYTES, OFFSET_DIGITS);
        size_t offset = strtoul(digits, NULL, 10);
        if (offset > 0 && offset < update->table)
            update->objects[i].body = update->from + offset;
    }
}

static bool read_table(struct update *update)
{
    static const char mark[] = "startxref\n", head[] = "xref\n0 ";
    size_t tail = update->length > 64 ? update->length - 64 : 0;
    update->table = number_after(update, tail, update->length, mark);
    if (update->table < 16 || update->table + 32 > update->length ||
        strncmp(update->from + update->table, head, strlen(head)) != 0)
        return false;
    char *end;
    update->n_objects = strtoul(update->from + update->table + strlen(head), &end, 10);
    size_t entries = (size_t)(end + 1 - update->from), trailer = entries + update->n_objects * ENTRY_BYTES;
    update->root = number_after(update, trailer, update->length, "/Root ");
    update->info = number_after(update, trailer, update->length, "/Info ");
    if (trailer >= update->length || !update->root || !update->info || update->root >= update->n_objects)
        return false;
    read_entries(update, entries);
    return measure_objects(update);
}

static bool has_prefix(const struct object *object, const char *prefix, size_t length)
{
    return object->length > length && memcmp(object->body, prefix, length) == 0;
}

static bool is_stream(const struct object *object)
{
    static const char end[] = "endstream";
    size_t length = strlen(end);
    return object->length > length && memcmp(object->body + object->length - length, end, length) == 0;
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

#define ELEMENT(kind) "<< /Type /StructElem\n   /S /" kind "\n"
#define REFERENCE " 0 R"

static void append_reference(GString *out, unsigned long number)
{
    g_string_append_c(out, ' ');
    pack_digits(out, number);
    g_string_append(out, REFERENCE);
}

static const char cell_head[] = ELEMENT("TH"), cell_data[] = ELEMENT("TD");

static void put_figure(struct update *update, unsigned long number)
{
    const struct object *object = &update->objects[number];
    g_autoptr(GString) entry = g_string_new("<< /Alt ");
    append_text(entry, update->told->alternatives->pdata[update->n_figures++]);
    pack_parts(&update->pack, number, entry->str, object->body + 2, object->length - 2);
}

/* One row, of the cells whose references begin at *KIDS, which goes behind them. */
static unsigned long put_row(struct update *update, unsigned long table, char **kids)
{
    unsigned long row = pack_number(&update->pack);
    unsigned n = g_array_index(update->told->rows, uint16_t, update->n_rows++);
    g_autoptr(GString) body = g_string_new(NULL);
    g_string_printf(body, "<< /Type /StructElem /S /TR /P %lu 0 R /K [", table);
    for (unsigned i = 0; i < n; i++) {
        char *end;
        unsigned long cell = strtoul(*kids, &end, 10);
        if (end == *kids || cell >= update->n_objects || !g_str_has_prefix(end, REFERENCE))
            break;
        update->rows[cell] = row;
        append_reference(body, cell);
        *kids = end + strlen(REFERENCE);
    }
    g_string_append(body, " ] >>");
    pack_object(&update->pack, row, body->str, body->len);
    return row;
}

static bool is_cell(const struct update *update, unsigned long number)
{
    const struct object *object = number < update->n_objects ? &update->objects[number] : NULL;
    return object && object->body &&
           (has_prefix(object, cell_head, strlen(cell_head)) || has_prefix(object, cell_data, strlen(cell_data)));
}

/* A table whose cells are put in rows; what else it has, its caption, stays. */
static void put_table(struct update *update, unsigned long number)
{
    const struct object *object = &update->objects[number];
    g_autofree char *body = g_strndup(object->body, object->length);
    char *kids = strstr(body, "/K "), *at = kids ? kids + strlen("/K ") : body;
    at += strspn(at, "[ ");
    g_autoptr(GString) changed = g_string_new_len(body, kids ? kids - body : 0);
    g_string_append(changed, "/K [");
    while (kids && g_ascii_isdigit(*at)) {
        char *end;
        unsigned long kid = strtoul(at, &end, 10);
        if (is_cell(update, kid) && update->n_rows < update->told->rows->len)
            kid = put_row(update, number, &at);
        else
            at = end + strlen(REFERENCE);
        append_reference(changed, kid);
        at += strspn(at, " \n");
    }
    at += strspn(at, " ]");
    g_string_append_printf(changed, " ]%s", at);
    if (kids)
        pack_object(&update->pack, number, changed->str, changed->len);
    else
        pack_object(&update->pack, number, object->body, object->length);
}

/* A cell with its row for its parent; a head with its scope. */
static void put_cell(struct update *update, unsigned long number, const char *kind, const char *attributes)
{
    const struct object *object = &update->objects[number];
    const char *parent = memmem(object->body, object->length, "/P ", 3);
    const char *rest = parent ? memchr(parent, 'R', object->length - (size_t)(parent - object->body)) : NULL;
    unsigned long row = update->rows[number];
    if (!rest || !row)
        return pack_object(&update->pack, number, object->body, object->length);
    char begun[96];
    g_snprintf(begun, sizeof begun, "<< /Type /StructElem /S /%s%s /P %lu 0 R", kind, attributes, row);
    pack_parts(&update->pack, number, begun, rest + 1, object->length - (size_t)(rest + 1 - object->body));
}

/* The object as it is, or with what it lacks. */
static void put_object(struct update *update, unsigned long number)
{
    static const char figure[] = ELEMENT("Figure"), table[] = ELEMENT("Table");
    const struct object *object = &update->objects[number];
    const struct told *told = update->told;
    if (is_stream(object) || (object->length && *object->body != '<' && *object->body != '['))
        pack_plain(&update->pack, number, object->body, object->length); /* a stream, or the length of one */
    else if (has_prefix(object, cell_data, strlen(cell_data)))
        put_cell(update, number, "TD", "");
    else if (update->n_heads < told->scopes->len && has_prefix(object, cell_head, strlen(cell_head))) {
        bool is_row = told->scopes->str[update->n_heads++] == SCOPE_ROW;
        put_cell(update, number, "TH",
                 is_row ? " /A << /O /Table /Scope /Row >>" : " /A << /O /Table /Scope /Column >>");
    } else if (has_prefix(object, table, strlen(table)))
        put_table(update, number);
    else if (update->n_figures < told->alternatives->len && has_prefix(object, figure, strlen(figure)))
        put_figure(update, number);
    else
        pack_object(&update->pack, number, object->body, object->length);
}

static void put_objects(struct update *update)
{
    for (unsigned long number = 1; number < update->n_objects; number++)
        if (update->objects[number].body && number != update->root)
            put_object(update, number);
}

static void append_date(GString *out, const struct update *update, const char *key)
{
    g_auto(GStrv) parts = g_strsplit(update->plan->created_on, "-", 3);
    g_string_append_printf(out, " /%s (D:%s%s%s000000Z)", key, parts[0], parts[1], parts[2]);
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

/* Two objects, the file and its description; the number of the latter. */
static unsigned long attach(struct update *update, const struct document_attachment *file)
{
    unsigned long stream = pack_number(&update->pack), number = pack_number(&update->pack);
    g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)file->bytes, file->length);
    g_autoptr(GString) entries = g_string_new("/Type /EmbeddedFile");
    append_type(entries, file->content_type);
    g_string_append_printf(entries, " /Params << /Size %zu /CheckSum <%s>", file->length, sum);
    append_date(entries, update, "CreationDate");
    append_date(entries, update, "ModDate");
    g_string_append(entries, " >>");
    pack_stream(&update->pack, stream, entries->str, file->bytes, file->length);
    g_string_assign(entries, "<< /Type /Filespec /AFRelationship /Data /F ");
    append_text(entries, file->name);
    g_string_append(entries, " /UF ");
    append_text(entries, file->name);
    if (file->description) {
        g_string_append(entries, " /Desc ");
        append_text(entries, file->description);
    }
    g_string_append_printf(entries, " /EF << /F %lu 0 R /UF %lu 0 R >> >>", stream, stream);
    pack_object(&update->pack, number, entries->str, entries->len);
    return number;
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

/* All attachments, and the tree of their names, whose number is given; 0: there are none. */
static unsigned long attach_all(struct update *update, GArray *files)
{
    for (size_t i = 0; i < update->plan->n_attachments; i++) {
        struct named named = {update->plan->attachments[i].name, attach(update, &update->plan->attachments[i])};
        g_array_append_val(files, named);
    }
    if (!files->len)
        return 0;
    g_array_sort(files, compare_names);
    unsigned long tree = pack_number(&update->pack);
    g_autoptr(GString) names = g_string_new("<< /Names [");
    for (guint i = 0; i < files->len; i++) {
        const struct named *named = &g_array_index(files, struct named, i);
        g_string_append_c(names, ' ');
        append_text(names, named->name);
        g_string_append_printf(names, " %lu 0 R", named->number);
    }
    g_string_append(names, " ] >>");
    pack_object(&update->pack, tree, names->str, names->len);
    return tree;
}

/* The names of the files beside cairo's of destinations, which the catalogue no longer refers to by itself. */
static void append_names(struct update *update, const GArray *files, unsigned long tree, GString *catalog, GString *out)
{
    g_string_append(out, " /AF [");
    for (guint i = 0; i < files->len; i++)
        g_string_append_printf(out, " %lu 0 R", g_array_index(files, struct named, i).number);
    g_string_append_printf(out, " ] /Names << /EmbeddedFiles %lu 0 R", tree);
    char *names = strstr(catalog->str, "/Names "), *end = names ? strstr(names, " R") : NULL;
    unsigned long number = end ? strtoul(names + strlen("/Names "), NULL, 10) : 0;
    if (number > 0 && number < update->n_objects && update->objects[number].length > 4) {
        const struct object *object = &update->objects[number];
        g_string_append_len(out, object->body + 2, (gssize)object->length - 4);
        g_string_erase(catalog, names - catalog->str, end + 2 - names);
    }
    g_string_append(out, " >>");
}

static void put_catalog(struct update *update, const GArray *files, unsigned long tree)
{
    const struct object *object = &update->objects[update->root];
    g_autoptr(GString) catalog = g_string_new_len(object->body + 2, (gssize)object->length - 2);
    g_autoptr(GString) changed = g_string_new("<< /ViewerPreferences << /DisplayDocTitle true >> /Lang ");
    append_text(changed, update->plan->language);
    if (tree)
        append_names(update, files, tree, catalog, changed);
    g_string_append_len(changed, catalog->str, (gssize)catalog->len);
    pack_object(&update->pack, update->root, changed->str, changed->len);
}

/* What the file was made from, in short. */
static char *identity(const struct document_plan *plan)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_MD5);
    const char *const parts[] = {PROVISO_VERSION, plan->paper->name, plan->language, plan->created_on, plan->head};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_checksum_update(sum, (const guchar *)parts[i], (gssize)strlen(parts[i]) + 1);
    g_checksum_update(sum, (const guchar *)plan->page, (gssize)plan->length);
    for (size_t i = 0; i < plan->n_attachments; i++)
        g_checksum_update(sum, (const guchar *)plan->attachments[i].bytes, (gssize)plan->attachments[i].length);
    return g_strdup(g_checksum_get_string(sum));
}

static bool put_all(struct update *update)
{
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(struct named));
    g_autofree char *sum = identity(update->plan);
    g_autofree char *entries =
        g_strdup_printf("/Root %lu 0 R /Info %lu 0 R /ID [<%s> <%s>]", update->root, update->info, sum, sum);
    put_objects(update);
    unsigned long tree = attach_all(update, files);
    put_catalog(update, files, tree);
    return pack_close(&update->pack, entries);
}

bool finish(const struct document_plan *plan, size_t before, const struct told *told, GString *out, GError **error)
{
    struct update update = {.plan = plan, .told = told, .from = out->str + before, .length = out->len - before};
    bool is_read = read_table(&update), done = false;
    if (is_read) {
        pack_open(&update.pack, update.n_objects);
        done = put_all(&update);
        g_string_truncate(out, before);
        g_string_append_len(out, update.pack.out->str, (gssize)update.pack.out->len);
        pack_clear(&update.pack);
    }
    g_free(update.objects);
    g_free(update.rows);
    if (!done)
        g_set_error_literal(error, PROVISO_ERROR, is_read ? ERROR_UNAVAILABLE : ERROR_INTERNAL,
                            is_read ? "no memory to compress the report" : "cairo's PDF has an unknown form");
    return done;
}
