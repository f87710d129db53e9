/* Matches with the byte before and the row above, in one block with codes of its own. */
#include "chart/flate.h"

#include "chart/huffman.h"

#include <libdeflate.h>
#include <stdbool.h>
#include <string.h>

enum {
    BUFFER = 4096,
    SHORTEST = 3,
    SHORTEST_ABOVE = 6,
    LONGEST = 258,
    N_LITERALS = 286,
    N_DISTANCES = 30,
    N_LENGTHS = 19, /* symbols in which the lengths of codes are told */
    END = 256,
};

/* What a match's length or distance is sent as: a symbol, and so many bits more. */
struct range {
    uint16_t base;
    uint8_t extra;
};

static const struct range lengths[] = {{3, 0},   {4, 0},   {5, 0},   {6, 0},   {7, 0},  {8, 0},  {9, 0},  {10, 0},
                                       {11, 1},  {13, 1},  {15, 1},  {17, 1},  {19, 2}, {23, 2}, {27, 2}, {31, 2},
                                       {35, 3},  {43, 3},  {51, 3},  {59, 3},  {67, 4}, {83, 4}, {99, 4}, {115, 4},
                                       {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}};

static const struct range distances[N_DISTANCES] = {
    {1, 0},     {2, 0},     {3, 0},     {4, 0},      {5, 1},      {7, 1},     {9, 2},     {13, 2},
    {17, 3},    {25, 3},    {33, 4},    {49, 4},     {65, 5},     {97, 5},    {129, 6},   {193, 6},
    {257, 7},   {385, 7},   {513, 8},   {769, 8},    {1025, 9},   {1537, 9},  {2049, 10}, {3073, 10},
    {4097, 11}, {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13}};

struct token {
    uint16_t length;    /* of a match; 0: a literal */
    bool is_above;      /* the match is with the row above, else with the byte before */
    unsigned char byte; /* the literal */
};

struct flate {
    const unsigned char *bytes;
    size_t size, row;
    struct token *tokens;
    size_t n_tokens;
    uint8_t length_symbols[LONGEST + 1]; /* index in lengths */
    size_t above;                        /* index in distances of the row above */
    struct huffman literals, distances;
    GString *out;
    uint64_t bits; /* not yet in the buffer, the lowest first */
    unsigned n_bits;
    size_t n_buffered;
    unsigned char buffer[BUFFER]; /* not yet in out */
};

static void empty_buffer(struct flate *flate)
{
    g_string_append_len(flate->out, (const char *)flate->buffer, (gssize)flate->n_buffered);
    flate->n_buffered = 0;
}

static inline void put(struct flate *flate, uint64_t bits, unsigned n_bits)
{
    flate->bits |= bits << flate->n_bits;
    flate->n_bits += n_bits;
    if (flate->n_bits < 32)
        return;
    if (flate->n_buffered + 4 > BUFFER)
        empty_buffer(flate);
    uint32_t four = GUINT32_TO_LE((uint32_t)flate->bits);
    memcpy(flate->buffer + flate->n_buffered, &four, sizeof four);
    flate->n_buffered += sizeof four;
    flate->bits >>= 32;
    flate->n_bits -= 32;
}

static void put_rest(struct flate *flate)
{
    empty_buffer(flate);
    for (; flate->n_bits; flate->n_bits -= MIN(flate->n_bits, 8), flate->bits >>= 8)
        g_string_append_c(flate->out, (char)flate->bits);
}

/* How far the bytes at AT equal those DISTANCE before, eight at a time. */
static size_t match(const struct flate *flate, size_t at, size_t distance)
{
    const unsigned char *now = flate->bytes + at, *then = now - distance;
    size_t most = MIN(flate->size - at, (size_t)LONGEST), n = 0;
    while (n + 8 <= most) {
        uint64_t left, right;
        memcpy(&left, now + n, 8);
        memcpy(&right, then + n, 8);
        if (left != right)
            break;
        n += 8;
    }
    while (n < most && now[n] == then[n])
        n++;
    return n;
}

static bool same_4(const unsigned char *a, const unsigned char *b)
{
    return memcmp(a, b, 4) == 0;
}

/* How far the row above goes on alike; a short match with it costs more than its letters do. */
static size_t match_above(const struct flate *flate, size_t at)
{
    const unsigned char *now = flate->bytes + at;
    if (at < flate->row || at + 4 > flate->size || !same_4(now, now - flate->row))
        return 0;
    size_t length = match(flate, at, flate->row);
    return length < SHORTEST_ABOVE ? 0 : length;
}

/* Greedy: the longer of the two matches, the nearer one where they are equal. */
static void find_tokens(struct flate *flate)
{
    for (size_t at = 0; at < flate->size;) {
        size_t before = at && flate->bytes[at] == flate->bytes[at - 1] ? match(flate, at, 1) : 0;
        size_t above = before < LONGEST ? match_above(flate, at) : 0;
        size_t longest = MAX(before, above);
        struct token token = {.byte = flate->bytes[at]};
        if (longest >= SHORTEST)
            token = (struct token){.length = (uint16_t)longest, .is_above = above > before};
        flate->tokens[flate->n_tokens++] = token;
        at += MAX(1, token.length);
    }
}

static size_t find_range(const struct range *ranges, size_t n_ranges, size_t value)
{
    size_t i = n_ranges - 1;
    while (ranges[i].base > value)
        i--;
    return i;
}

static void count_tokens(struct flate *flate)
{
    uint32_t literals[N_LITERALS] = {[END] = 1}, n_distances[N_DISTANCES] = {0};
    for (size_t i = 0; i < flate->n_tokens; i++) {
        const struct token *token = &flate->tokens[i];
        literals[token->length ? END + 1 + flate->length_symbols[token->length] : token->byte]++;
        n_distances[token->is_above ? flate->above : 0] += token->length > 0;
    }
    huffman_make(&flate->literals, literals, N_LITERALS, 15);
    huffman_make(&flate->distances, n_distances, N_DISTANCES, 15);
}

/* The lengths of all codes as symbols: a length, or a run of zeros with its extra bits in the high byte. */
static size_t run_lengths(const uint8_t *all, size_t n_all, uint16_t *symbols)
{
    size_t n_symbols = 0;
    for (size_t i = 0, run; i < n_all; i += run) {
        run = 1;
        while (!all[i] && i + run < n_all && !all[i + run] && run < 138)
            run++;
        if (run < 3)
            run = 1;
        symbols[n_symbols++] = (uint16_t)(run == 1 ? all[i] : run <= 10 ? 17 | (run - 3) << 8 : 18 | (run - 11) << 8);
    }
    return n_symbols;
}

/* The head of a block with codes of its own: how long each code is, itself in a code. */
static void put_codes(struct flate *flate)
{
    static const uint8_t order[N_LENGTHS] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    uint8_t all[N_LITERALS + N_DISTANCES];
    uint16_t symbols[N_LITERALS + N_DISTANCES];
    uint32_t counts[N_LENGTHS] = {0};
    struct huffman code;
    memcpy(all, flate->literals.lengths, N_LITERALS);
    memcpy(all + N_LITERALS, flate->distances.lengths, N_DISTANCES);
    size_t n_symbols = run_lengths(all, sizeof all, symbols);
    for (size_t i = 0; i < n_symbols; i++)
        counts[symbols[i] & 0xff]++;
    huffman_make(&code, counts, N_LENGTHS, 7);
    put(flate, 1 | 2 << 1, 3); /* the last block; codes of its own */
    put(flate, N_LITERALS - 257, 5);
    put(flate, N_DISTANCES - 1, 5);
    put(flate, N_LENGTHS - 4, 4);
    for (size_t i = 0; i < N_LENGTHS; i++)
        put(flate, code.lengths[order[i]], 3);
    for (size_t i = 0; i < n_symbols; i++) {
        unsigned symbol = symbols[i] & 0xff;
        put(flate, code.codes[symbol], code.lengths[symbol]);
        put(flate, (uint64_t)symbols[i] >> 8, symbol == 17 ? 3 : symbol == 18 ? 7 : 0);
    }
}

static void put_match(struct flate *flate, const struct token *token)
{
    size_t length = flate->length_symbols[token->length], distance = token->is_above ? flate->above : 0;
    size_t steps = token->is_above ? flate->row : 1;
    put(flate, flate->literals.codes[END + 1 + length], flate->literals.lengths[END + 1 + length]);
    put(flate, token->length - lengths[length].base, lengths[length].extra);
    put(flate, flate->distances.codes[distance], flate->distances.lengths[distance]);
    put(flate, steps - distances[distance].base, distances[distance].extra);
}

static void put_tokens(struct flate *flate)
{
    for (size_t i = 0; i < flate->n_tokens; i++) {
        const struct token *token = &flate->tokens[i];
        if (token->length)
            put_match(flate, token);
        else
            put(flate, flate->literals.codes[token->byte], flate->literals.lengths[token->byte]);
    }
    put(flate, flate->literals.codes[END], flate->literals.lengths[END]);
}

void flate_rows(struct scratch *scratch, const unsigned char *rows, size_t row, size_t n_rows, GString *out)
{
    struct flate flate = {.bytes = rows, .size = row * n_rows, .row = row, .out = out};
    flate.tokens = scratch_get(scratch, SCRATCH_TOKENS, flate.size * sizeof *flate.tokens);
    flate.above = find_range(distances, N_DISTANCES, row);
    for (size_t i = SHORTEST; i <= LONGEST; i++)
        flate.length_symbols[i] = (uint8_t)find_range(lengths, G_N_ELEMENTS(lengths), i);
    g_string_append_len(out, "\x78\x01", 2);
    find_tokens(&flate);
    count_tokens(&flate);
    put_codes(&flate);
    put_tokens(&flate);
    put_rest(&flate);
    uint32_t sum = libdeflate_adler32(1, rows, flate.size);
    for (int i = 3; i >= 0; i--)
        g_string_append_c(out, (char)(sum >> 8 * i));
}
