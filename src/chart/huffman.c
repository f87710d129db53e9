/* Lengths by merging the two rarest, cut to the limit; then canonical codes. */
#include "chart/huffman.h"

#include <stdlib.h>

enum { MOST_BITS = 15, MOST_NODES = 2 * HUFFMAN_MOST_SYMBOLS };

struct leaf {
    uint32_t count;
    uint16_t symbol;
};

static int compare_leaves(const void *a, const void *b)
{
    const struct leaf *left = a, *right = b;
    if (left->count != right->count)
        return left->count < right->count ? -1 : 1;
    return left->symbol - right->symbol;
}

/* The symbols that occur, the rarest first; two at least. */
static size_t sort_leaves(const uint32_t *counts, size_t n_symbols, struct leaf *leaves)
{
    size_t n_leaves = 0;
    for (size_t i = 0; i < n_symbols; i++)
        if (counts[i])
            leaves[n_leaves++] = (struct leaf){counts[i], (uint16_t)i};
    for (size_t i = 0; i < n_symbols && n_leaves < 2; i++)
        if (!counts[i])
            leaves[n_leaves++] = (struct leaf){1, (uint16_t)i};
    qsort(leaves, n_leaves, sizeof *leaves, compare_leaves);
    return n_leaves;
}

/* The depth of each leaf in a tree that joins the two lightest nodes again and again. Both the leaves and the joints
 * come in order of weight, so the lightest is at the front of one of two queues. */
static void measure_depths(const struct leaf *leaves, size_t n_leaves, unsigned *depths)
{
    uint64_t weights[MOST_NODES];
    size_t parents[MOST_NODES], n_nodes = n_leaves, leaf = 0, joint = n_leaves;
    for (size_t i = 0; i < n_leaves; i++)
        weights[i] = leaves[i].count;
    while (n_nodes < 2 * n_leaves - 1) {
        uint64_t weight = 0;
        for (int i = 0; i < 2; i++) {
            size_t lightest =
                leaf < n_leaves && (joint == n_nodes || weights[leaf] <= weights[joint]) ? leaf++ : joint++;
            parents[lightest] = n_nodes;
            weight += weights[lightest];
        }
        weights[n_nodes++] = weight;
    }
    unsigned node_depths[MOST_NODES] = {0};
    for (size_t i = n_nodes - 1; i-- > 0;)
        node_depths[i] = node_depths[parents[i]] + 1;
    for (size_t i = 0; i < n_leaves; i++)
        depths[i] = node_depths[i];
}

/* How many codes have each length: those too long are cut, and as many short ones grow as keeps the code whole. */
static void limit(const unsigned *depths, size_t n_leaves, unsigned most_bits, unsigned *n_of_length)
{
    uint32_t used = 0;
    for (size_t i = 0; i < n_leaves; i++)
        n_of_length[depths[i] < most_bits ? depths[i] : most_bits]++;
    for (unsigned bits = 1; bits <= most_bits; bits++)
        used += n_of_length[bits] << (most_bits - bits);
    for (; used > 1u << most_bits; used--) {
        unsigned bits = most_bits - 1;
        while (!n_of_length[bits])
            bits--;
        n_of_length[bits]--;
        n_of_length[bits + 1] += 2;
        n_of_length[most_bits]--;
    }
}

static uint16_t reversed(unsigned code, unsigned bits)
{
    unsigned turned = 0;
    for (unsigned i = 0; i < bits; i++)
        turned |= (code >> i & 1) << (bits - 1 - i);
    return (uint16_t)turned;
}

static void assign_codes(struct huffman *huffman, size_t n_symbols, const unsigned *n_of_length)
{
    unsigned next[MOST_BITS + 2] = {0};
    for (unsigned bits = 1; bits <= MOST_BITS; bits++)
        next[bits + 1] = (next[bits] + n_of_length[bits]) << 1;
    for (size_t i = 0; i < n_symbols; i++)
        if (huffman->lengths[i])
            huffman->codes[i] = reversed(next[huffman->lengths[i]]++, huffman->lengths[i]);
}

void huffman_make(struct huffman *huffman, const uint32_t *counts, size_t n_symbols, unsigned most_bits)
{
    struct leaf leaves[HUFFMAN_MOST_SYMBOLS];
    unsigned depths[HUFFMAN_MOST_SYMBOLS], n_of_length[MOST_BITS + 1] = {0};
    size_t n_leaves = sort_leaves(counts, n_symbols, leaves), at = 0;
    *huffman = (struct huffman){0};
    measure_depths(leaves, n_leaves, depths);
    limit(depths, n_leaves, most_bits, n_of_length);
    /* The rarest get the longest. */
    for (unsigned bits = most_bits; bits > 0; bits--)
        for (unsigned i = 0; i < n_of_length[bits]; i++)
            huffman->lengths[leaves[at++].symbol] = (uint8_t)bits;
    assign_codes(huffman, n_symbols, n_of_length);
}
