/* A PDF written object by object: small ones together in compressed streams, and the table of where each is. Says
 * nothing of what the objects are. Private to report. */
#ifndef PROVISO_REPORT_PACK_H
#define PROVISO_REPORT_PACK_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct libdeflate_compressor;

struct pack {
    GString *out;    /* the file, from its first byte on */
    GArray *places;  /* of the objects, by number */
    GString *held;   /* objects of the stream being filled */
    GArray *numbers; /* theirs, each with its offset in held */
    struct libdeflate_compressor *compressor;
    bool is_failed; /* there was no memory to compress */
};

/* Numbers below FIRST_FREE are those of objects that will be put; pack_number gives further ones. */
void pack_open(struct pack *pack, unsigned long first_free);
void pack_clear(struct pack *pack);

/* A number that no object has. */
unsigned long pack_number(struct pack *pack);

/* Appends a number; printf takes ten times as long. */
void pack_digits(GString *out, unsigned long number);

/* Appends UTF-8 text as a text string (ISO 32000, 7.9.2.2). */
void pack_text(GString *out, const char *text);

/* An object that is no stream; BODY is what stands between "obj" and "endobj", or, after FIRST, the rest of that. */
void pack_object(struct pack *pack, unsigned long number, const char *body, size_t length);
void pack_parts(struct pack *pack, unsigned long number, const char *first, const char *body, size_t length);

/* An object that stays as it is: a stream, whole with its dictionary, or what a reader must find without unpacking. */
void pack_plain(struct pack *pack, unsigned long number, const char *body, size_t length);

/* A stream of BYTES, compressed; ENTRIES are its dictionary's, but for filter and length. */
void pack_stream(struct pack *pack, unsigned long number, const char *entries, const char *bytes, size_t length);

/* The table and what it must say besides ("/Root 1 0 R ..."). False: no memory. */
bool pack_close(struct pack *pack, const char *entries);

#endif
