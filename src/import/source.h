/* One CSV stream on its way into the register: its header, the record at hand, and where complaints go. */
#ifndef PROVISO_IMPORT_SOURCE_H
#define PROVISO_IMPORT_SOURCE_H

#include "import/csv.h"
#include "store/problem.h"

/* What an import turns away, over all its files. */
struct rejections {
    struct problems *problems;
    int64_t records; /* turned away */
    size_t reports;  /* errors that are about one of them */
};

struct source {
    const char *name; /* as messages give it: "file.csv", "a.zip/b.csv" */
    struct csv_reader *reader;
    struct rejections *rejections; /* NULL: nothing is reported */
    struct arena *lasting, *scratch; /* of the file; of the record */
    size_t n_columns;                /* of the header */
    const char *const *columns;
    struct csv_record record;
    void *ready;   /* what source_prepare made of the record at hand, or NULL */
    bool rejected; /* the record at hand was reported */
    bool broken;   /* the file could not be read to its end */
};

/* Reads the header of IN. False: *source->broken is set and the reason reported, or *error is set. Close it in either
 * case. */
bool source_open(struct source *source, const char *name, FILE *in, struct rejections *rejections, GError **error);
void source_close(struct source *source);

/* The position of a column of the header, or SIZE_MAX. */
size_t source_column(const struct source *source, const char *name);

/* Reports every name that the header holds twice. */
bool source_check_header(struct source *source);

/* Called for each record with as many fields as the header; others are reported and passed over. False ends the
 * reading, with the error set. What scratch holds is forgotten with the record. */
typedef bool source_visit(void *self, struct source *source, GError **error);

/* Makes what a visit will need of a record, on the thread that reads ahead, with a source of its own; SELF is for
 * reading alone. What is made lives in scratch, as long as the record. Where it reports something, nothing is reported
 * and nothing made: the visit will come to it. */
typedef void *source_prepare(const void *self, struct source *source);

/* Visits all records to the end or to a fault that was reported, each made ready where PREPARE is not NULL. False when
 * the system or VISIT failed, with *error set. A source that is broken already has no records. */
bool source_each(struct source *source, source_prepare *prepare, source_visit *visit, void *self, GError **error);

/* The field of the record at hand at a position of the header, as rule_text gives it; "" for SIZE_MAX. Lives as long as
 * the record. */
const char *source_field(const struct source *source, size_t position);

/* Reports an error about the record at hand, which is turned away; column may be NULL. */
void source_report(struct source *source, const char *column, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Reports the text of a column that is too long for a name of the register, by which lists are sorted. */
void source_check_name(struct source *source, const char *column, const char *text);

/* Reports an error about the file as a whole, in its header: there is no importing it in part. */
void source_refuse(struct source *source, const char *column, const char *format, ...) G_GNUC_PRINTF(3, 4);

#endif
