/* Reads RFC 4180 text strictly, a record at a time: comma, double quote, CR LF or LF, UTF-8 with or without a byte
 * order mark. Nothing is trimmed, guessed or repaired: what is not CSV is a fault with its record and field. Memory is
 * bounded by the limits below, whatever the size of the file. */
#ifndef PROVISO_IMPORT_CSV_H
#define PROVISO_IMPORT_CSV_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { CSV_FIELD_MAX = 65536, CSV_FIELDS_MAX = 256 };

enum csv_fault {
    CSV_FAULT_NONE,
    CSV_FAULT_READ, /* the system refused; errno says why */
    CSV_FAULT_UTF16,
    CSV_FAULT_UTF8,
    CSV_FAULT_NUL,
    CSV_FAULT_CR,          /* a carriage return without a line feed, outside quotes */
    CSV_FAULT_STRAY_QUOTE, /* in a field that does not begin with one */
    CSV_FAULT_AFTER_QUOTE, /* text between the closing quote and the comma */
    CSV_FAULT_OPEN_QUOTE,  /* the file ends inside quotes */
    CSV_FAULT_FIELD_SIZE,
    CSV_FAULT_FIELDS,
    CSV_FAULTS
};

struct csv_record {
    int64_t number; /* 1 for the first of the file */
    size_t n_fields;
    const char *const *fields; /* NUL-terminated, valid UTF-8; valid until the next csv_next */
    const char *text;          /* what the fields lie in, but for those that were decoded */
    size_t length;
};

struct csv_reader;

/* Reads from IN, which stays the caller's. */
struct csv_reader *csv_new(FILE *in);
void csv_free(struct csv_reader *reader);

/* From the next record on, a field that is not UTF-8 is read as ISO 8859-1, for publishers who write that. */
void csv_accept_latin1(struct csv_reader *reader);

/* The next record. False at the end of the file and at a fault. */
bool csv_next(struct csv_reader *reader, struct csv_record *record);

/* What stopped the reading: NONE at the end of the file. The record and field (1, 2, ...) it stands in. */
enum csv_fault csv_fault(const struct csv_reader *reader, int64_t *record, size_t *field);

/* Forgets a fault that is inside one record whose end is known (UTF8, NUL): csv_next goes on with the record after it.
 * False for every other: there is no going on. */
bool csv_skip(struct csv_reader *reader);

/* The fault in words. */
const char *csv_fault_text(enum csv_fault fault);

#endif
