/* Huffman codes as DEFLATE has them (RFC 1951, 3.2.2). Private to chart. */
#ifndef PROVISO_CHART_HUFFMAN_H
#define PROVISO_CHART_HUFFMAN_H

#include <stddef.h>
#include <stdint.h>

enum { HUFFMAN_MOST_SYMBOLS = 288 };

struct huffman {
    uint8_t lengths[HUFFMAN_MOST_SYMBOLS]; /* bits of a code; 0: the symbol does not occur */
    uint16_t codes[HUFFMAN_MOST_SYMBOLS];  /* the first bit sent is the lowest */
};

/* The codes for symbols that occur COUNTS times, none longer than MOST_BITS (at most 15, and enough for N_SYMBOLS). At
 * least two symbols get a code. */
void huffman_make(struct huffman *huffman, const uint32_t *counts, size_t n_symbols, unsigned most_bits);

#endif
