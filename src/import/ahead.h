/* Reads CSV some records ahead of whoever deals with them, on a thread of its own: a file is inflated and split while
 * the records before go into the register. The two share a ring of a few batches, and of the file no more than how far
 * it has been read. Records, and what stops the reading, come in the order of the file, as csv_next and csv_fault tell
 * them. */
#ifndef PROVISO_IMPORT_AHEAD_H
#define PROVISO_IMPORT_AHEAD_H

#include "base/error.h"
#include "import/csv.h"

/* What stopped a reader. */
struct stop {
    enum csv_fault fault; /* NONE: the end of the file */
    int64_t record;
    size_t field;
    int system_error; /* errno of CSV_FAULT_READ */
    bool goes_on;     /* there are more records behind the fault */
};

/* Of a reader whose csv_next just was false; where it can go on, it will. */
struct stop stop_of(struct csv_reader *reader);

struct ahead;

/* Begins to read. Until ahead_free the reader and its file are the thread's. ERROR_UNAVAILABLE: no thread to be had. */
struct ahead *ahead_new(struct csv_reader *reader, GError **error);

/* Ends the reading, wherever it is; NULL is fine. */
void ahead_free(struct ahead *ahead);

/* The next record, valid until the next call. False: *stop says why, and there are more records only if it goes on. */
bool ahead_next(struct ahead *ahead, struct csv_record *record, struct stop *stop);

#endif
