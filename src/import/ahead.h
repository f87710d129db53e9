/* Reads CSV some records ahead of whoever deals with them, on a thread of its own: a file is inflated, split and made
 * ready while the records before go into the register. The two share a ring of a few batches, and of the file no more
 * than how far it has been read. Records, and what stops the reading, come in the order of the file, as csv_next and
 * csv_fault tell them. */
#ifndef PROVISO_IMPORT_AHEAD_H
#define PROVISO_IMPORT_AHEAD_H

#include "base/arena.h"
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

/* Makes something of a record on the thread. What is made lives in ARENA, as long as the record; NULL: nothing. */
typedef void *ahead_make(void *self, struct arena *arena, const struct csv_record *record);

/* Begins to read. Until ahead_free the reader, its file and SELF are the thread's; make may be NULL.
 * ERROR_UNAVAILABLE: no thread to be had. */
struct ahead *ahead_new(struct csv_reader *reader, ahead_make *make, void *self, GError **error);

/* Ends the reading, wherever it is; NULL is fine. */
void ahead_free(struct ahead *ahead);

/* The next record and what was made of it, valid until the next call. False: *stop says why, and there are more records
 * only if it goes on. */
bool ahead_next(struct ahead *ahead, struct csv_record *record, void **made, struct stop *stop);

#endif
