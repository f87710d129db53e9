/* Cairo's file taken apart and packed again, with attachments and what else cairo cannot say of it. */
#include "report/finish.h"

#include "report/objects.h"
#include "report/pack.h"
#include "report/structure.h"

#include <stdlib.h>
#include <string.h>

struct update {
    const struct document_plan *plan;
    const struct told *told;
    struct objects objects;
    struct pack pack;
};

static void put_objects(struct update *update)
{
    const struct objects *objects = &update->objects;
    struct structure structure;
    structure_open(&structure, objects, update->told, &update->pack);
    for (unsigned long number = 1; number < objects->n; number++) {
        const struct object *object = &objects->all[number];
        if (!object->body || number == objects->root)
            continue;
        if (object_is_plain(object))
            pack_plain(&update->pack, number, object->body, object->length);
        else
            structure_put(&structure, number);
    }
    structure_close(&structure);
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
    pack_text(entries, file->name);
    g_string_append(entries, " /UF ");
    pack_text(entries, file->name);
    if (file->description) {
        g_string_append(entries, " /Desc ");
        pack_text(entries, file->description);
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
        pack_text(names, named->name);
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
    if (number > 0 && number < update->objects.n && update->objects.all[number].length > 4) {
        const struct object *object = &update->objects.all[number];
        g_string_append_len(out, object->body + 2, (gssize)object->length - 4);
        g_string_erase(catalog, names - catalog->str, end + 2 - names);
    }
    g_string_append(out, " >>");
}

static void put_catalog(struct update *update, const GArray *files, unsigned long tree)
{
    const struct object *object = &update->objects.all[update->objects.root];
    g_autoptr(GString) catalog = g_string_new_len(object->body + 2, (gssize)object->length - 2);
    g_autoptr(GString) changed = g_string_new("<< /ViewerPreferences << /DisplayDocTitle true >> /Lang ");
    pack_text(changed, update->plan->language);
    if (tree)
        append_names(update, files, tree, catalog, changed);
    g_string_append_len(changed, catalog->str, (gssize)catalog->len);
    pack_object(&update->pack, update->objects.root, changed->str, changed->len);
}

/* What the file was made from, in short. */
static char *identity(const struct document_plan *plan)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_MD5);
    const char *const parts[] = {PROVISO_VERSION,  plan->paper->name, plan->language,
                                 plan->created_on, plan->head,        plan->head_end ? plan->head_end : ""};
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
    g_autofree char *entries = g_strdup_printf("/Root %lu 0 R /Info %lu 0 R /ID [<%s> <%s>]", update->objects.root,
                                               update->objects.info, sum, sum);
    put_objects(update);
    unsigned long tree = attach_all(update, files);
    put_catalog(update, files, tree);
    return pack_close(&update->pack, entries);
}

bool finish(const struct document_plan *plan, size_t before, const struct told *told, GString *out, GError **error)
{
    struct update update = {.plan = plan, .told = told};
    bool is_read = objects_read(&update.objects, out->str + before, out->len - before), done = false;
    if (is_read) {
        pack_open(&update.pack, update.objects.n);
        done = put_all(&update);
        g_string_truncate(out, before);
        g_string_append_len(out, update.pack.out->str, (gssize)update.pack.out->len);
        pack_clear(&update.pack);
    }
    objects_clear(&update.objects);
    if (!done)
        g_set_error_literal(error, PROVISO_ERROR, is_read ? ERROR_UNAVAILABLE : ERROR_INTERNAL,
                            is_read ? "no memory to compress the report" : "cairo's PDF has an unknown form");
    return done;
}
