#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

// What tells the cells of a file apart. A `quote` below 0 means that there is none.
typedef struct {
  uint8_t delimiter;
  int32_t quote;
} scan_dialect;

// Where a scan stands between two pieces of a block, and what it has found in the block so far.
typedef struct {
  // All ones where the next byte stands inside quotes, else zero.
  uint64_t inside;
  // The byte before the next one; a line end at the start of a file.
  uint8_t previous;
  // How many offsets have been written.
  size_t separators;
  size_t ends;
  // Line ends inside quotes; a CR and an LF that follow one another are one.
  size_t inner_breaks;
  // The first offset at which quotes stand where none can, if the block begins outside of quotes as
  // `inside` said, and if it begins the other way round; PTRDIFF_MAX where there is none.
  size_t damage;
  size_t opposite_damage;
} scan_state;

// Finds the separators outside of quotes in `bytes[from..<until]`, 64 bytes at a time.
//
// Necessary because Swift has no operation that gathers a bit of each of 16 or 32 bytes in one
// instruction, and a loop over bytes takes ten times as long.
//
// `from` must be a multiple of 64, and the bytes up to the next multiple of 64 after `until` must be
// readable. The offsets of all separators (delimiters and line ends) are written to `separators`,
// those of line ends alone to `ends`; a CR and an LF that follow one another are one line end, at the
// CR. Both must have room for `until - from + 64` offsets behind those already there.
void scan_separators(
  const uint8_t *bytes, size_t from, size_t until, scan_dialect dialect, uint32_t *separators,
  uint32_t *ends, scan_state *state);

// The same without special instructions.
//
// Necessary because other processors have other ones; on x86-64 it only serves to check the rest.
void scan_separators_portably(
  const uint8_t *bytes, size_t from, size_t until, scan_dialect dialect, uint32_t *separators,
  uint32_t *ends, scan_state *state);

// Has the processor bring the line of memory at an address, which need not be valid, into its cache.
//
// Necessary because Swift has no such operation, and adding up shuffled rows waits for memory most
// of its time.
static inline void scan_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

#endif
