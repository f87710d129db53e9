/* The thread fills the batches of a ring in turn, the caller empties them in turn. */
#include "import/ahead.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>

enum { BATCHES = 4, RECORDS = 128, BYTES = 3 << 16 };

struct batch {
    struct arena *arena;
    struct csv_record records[RECORDS];
    void *made[RECORDS]; /* of each */
    size_t n;
    bool stopped; /* behind the records */
    struct stop stop;
};

struct ahead {
    struct csv_reader *reader; /* the thread's */
    ahead_make *make;          /* and its self, or NULL */
    void *self;
    pthread_t thread;
    pthread_mutex_t lock; /* for filled, emptied and ends */
    pthread_cond_t changed;
    size_t filled, emptied; /* batches so far: those between are the caller's, the others the thread's */
    bool ends;              /* the thread is to fill no more */
    struct batch batches[BATCHES];
    size_t at; /* the caller's next record in its first batch */
};

struct stop stop_of(struct csv_reader *reader)
{
    struct stop stop = {.system_error = errno};
    stop.fault = csv_fault(reader, &stop.record, &stop.field);
    stop.goes_on = csv_skip(reader);
    return stop;
}

/* A field that lies elsewhere was decoded. */
static struct csv_record copy_record(struct arena *arena, const struct csv_record *record)
{
    const char **fields = ARENA_ROOM(arena, const char *, record->n_fields);
    char *text = memcpy(arena_room(arena, record->length, 1), record->text, record->length);
    for (size_t i = 0; i < record->n_fields; i++) {
        size_t at = (size_t)((uintptr_t)record->fields[i] - (uintptr_t)record->text);
        fields[i] = at < record->length ? text + at : arena_strdup(arena, record->fields[i]);
    }
    return (struct csv_record){record->number, record->n_fields, fields, text, record->length};
}

static void fill(const struct ahead *ahead, struct batch *batch)
{
    struct csv_record record;
    arena_reset(batch->arena);
    batch->n = 0;
    batch->stopped = false;
    while (!batch->stopped && batch->n < RECORDS && arena_used(batch->arena) < BYTES) {
        if (csv_next(ahead->reader, &record)) {
            record = copy_record(batch->arena, &record);
            batch->made[batch->n] = ahead->make ? ahead->make(ahead->self, batch->arena, &record) : NULL;
            batch->records[batch->n++] = record;
        } else {
            batch->stopped = true;
            batch->stop = stop_of(ahead->reader);
        }
    }
}

/* False: the caller wants no more. */
static bool await_room(struct ahead *ahead)
{
    pthread_mutex_lock(&ahead->lock);
    while (ahead->filled - ahead->emptied == BATCHES && !ahead->ends)
        pthread_cond_wait(&ahead->changed, &ahead->lock);
    bool goes_on = !ahead->ends;
    pthread_mutex_unlock(&ahead->lock);
    return goes_on;
}

static void await_batch(struct ahead *ahead)
{
    pthread_mutex_lock(&ahead->lock);
    while (ahead->filled == ahead->emptied)
        pthread_cond_wait(&ahead->changed, &ahead->lock);
    pthread_mutex_unlock(&ahead->lock);
}

/* Hands a batch over to the other side. */
static void hand_over(struct ahead *ahead, size_t *count)
{
    pthread_mutex_lock(&ahead->lock);
    ++*count;
    pthread_cond_signal(&ahead->changed);
    pthread_mutex_unlock(&ahead->lock);
}

static void *read_ahead(void *self)
{
    struct ahead *ahead = self;
    bool goes_on = true;
    for (size_t i = 0; goes_on && await_room(ahead); i++) {
        struct batch *batch = &ahead->batches[i % BATCHES];
        fill(ahead, batch);
        goes_on = !batch->stopped || batch->stop.goes_on;
        hand_over(ahead, &ahead->filled);
    }
    return NULL;
}

static void release(struct ahead *ahead)
{
    for (size_t i = 0; i < BATCHES; i++)
        arena_free(ahead->batches[i].arena);
    pthread_mutex_destroy(&ahead->lock);
    pthread_cond_destroy(&ahead->changed);
    g_free(ahead);
}

struct ahead *ahead_new(struct csv_reader *reader, ahead_make *make, void *self, GError **error)
{
    struct ahead *ahead = g_new0(struct ahead, 1);
    ahead->reader = reader;
    ahead->make = make;
    ahead->self = self;
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    for (size_t i = 0; i < BATCHES; i++)
        ahead->batches[i].arena = arena_new();
    int failed = pthread_create(&ahead->thread, NULL, read_ahead, ahead);
    if (failed == 0)
        return ahead;
    g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "no thread to read with: %s", g_strerror(failed));
    release(ahead);
    return NULL;
}

void ahead_free(struct ahead *ahead)
{
    if (!ahead)
        return;
    pthread_mutex_lock(&ahead->lock);
    ahead->ends = true;
    pthread_cond_signal(&ahead->changed);
    pthread_mutex_unlock(&ahead->lock);
    pthread_join(ahead->thread, NULL);
    release(ahead);
}

bool ahead_next(struct ahead *ahead, struct csv_record *record, void **made, struct stop *stop)
{
    for (;;) {
        await_batch(ahead);
        struct batch *batch = &ahead->batches[ahead->emptied % BATCHES];
        if (ahead->at < batch->n) {
            *record = batch->records[ahead->at];
            *made = batch->made[ahead->at++];
            return true;
        }
        bool stopped = batch->stopped;
        if (stopped)
            *stop = batch->stop;
        if (stopped && !stop->goes_on)
            return false; /* the batch stays: the end is the end however often it is asked for */
        hand_over(ahead, &ahead->emptied);
        ahead->at = 0;
        if (stopped)
            return false;
    }
}
