/* Lists, page by page. */
#include "app/listing.h"

#include "app/pivot.h"

/* Reads at least WANTED rows, if there are as many, and gives how many of them the page shows: no more than its limit,
 * but whole lines of a matrix, and one of them however long it is. SIZE_MAX on an error. */
static size_t read_page(const struct question *question, int64_t wanted, struct listing *listing, GError **error)
{
    const struct pivot *pivot = question->resource->pivot;
    size_t limit = (size_t)question->limit;
    for (;; wanted *= 2) {
        listing->rows = question_rows(question, wanted, error);
        if (!listing->rows)
            return SIZE_MAX;
        size_t n_rows = listing->rows->n_rows, shown = MIN(n_rows, limit);
        if (pivot && n_rows > limit)
            shown = pivot_whole(listing->rows, pivot, limit);
        if (shown < n_rows || (int64_t)n_rows < wanted)
            return shown;
    }
}

bool listing_read(const struct question *question, int64_t most, struct listing *listing, GError **error)
{
    const char *total = question->resource->total;
    *listing = (struct listing){.total = total ? question_run(question, total, NULL, 0, error) : NULL};
    if (total && !listing->total)
        return false;
    if (!total) {
        listing->rows = question_rows(question, -1, error);
        if (listing->rows)
            listing->fetched = *listing->rows;
        return listing->rows != NULL;
    }
    int64_t count = result_integer(listing->total, 0, "row_count", 0);
    int64_t wanted = MAX(count <= most ? count : 0, question->limit + 1); /* one more tells that there is a next page */
    size_t shown = read_page(question, wanted, listing, error);
    if (shown == SIZE_MAX)
        return false;
    listing->fetched = *listing->rows;
    listing->rows->n_rows = shown;
    if (shown < listing->fetched.n_rows)
        listing->cursor = question_cursor(question, listing->rows, shown - 1);
    return true;
}

bool listing_is_whole(const struct listing *listing)
{
    return !listing->total || result_integer(listing->total, 0, "row_count", 0) == (int64_t)listing->fetched.n_rows;
}
