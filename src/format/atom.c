/* Atom. A day without an hour is written as its first second. */
#include "format/entry.h"

#include "base/xml.h"

static const char *moment(struct arena *arena, const char *day)
{
    return arena_printf(arena, "%sT00:00:00Z", day);
}

static void write_link(struct xml *xml, const char *rel, const char *type, const char *href)
{
    xml_start(xml, "link");
    xml_attribute(xml, "rel", rel);
    xml_attribute(xml, "type", type);
    xml_attribute(xml, "href", href);
    xml_end(xml);
}

static void write_entry(struct arena *arena, struct xml *xml, const struct entry *entry)
{
    xml_start(xml, "entry");
    xml_element(xml, "id", entry->id);
    xml_element(xml, "title", entry->title);
    if (entry->is_day)
        xml_element(xml, "published", moment(arena, entry->on));
    xml_element(xml, "updated", moment(arena, entry->changed_on));
    if (entry->link)
        write_link(xml, "alternate", "text/html", entry->link);
    xml_start(xml, "content");
    xml_attribute(xml, "type", "text");
    xml_text(xml, entry->text);
    xml_end(xml);
    xml_end(xml);
}

void atom_write(struct arena *arena, const struct feed *feed, GString *out)
{
    struct xml xml;
    xml_init(&xml, out);
    xml_start(&xml, "feed");
    xml_attribute(&xml, "xmlns", "http://www.w3.org/2005/Atom");
    xml_attribute(&xml, "xml:lang", catalog_language(feed->catalog));
    xml_element(&xml, "id", feed->self_url);
    xml_element(&xml, "title", feed->title);
    if (feed->subtitle)
        xml_element(&xml, "subtitle", feed->subtitle);
    xml_element(&xml, "updated", moment(arena, entry_newest(feed)));
    write_link(&xml, "self", "application/atom+xml", feed->self_url);
    write_link(&xml, "alternate", "text/html", feed->page_url);
    xml_start(&xml, "author");
    xml_element(&xml, "name", "Proviso");
    xml_end(&xml);
    xml_element(&xml, "rights", feed->licence);
    struct entry entry;
    for (size_t row = 0; row < feed->rows->n_rows; row++)
        if (entry_read(arena, feed, row, &entry))
            write_entry(arena, &xml, &entry);
    xml_end(&xml);
    g_string_append_c(out, '\n');
}
