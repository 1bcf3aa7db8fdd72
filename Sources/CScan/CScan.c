#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define ALWAYS_INLINE static inline __attribute__((always_inline))

// For each of 64 bytes a bit that says whether it is the one of its kind; the first byte's is lowest.
typedef struct {
  uint64_t quotes, delimiters, feeds, returns;
} kinds;

typedef kinds (*classifier)(const uint8_t *bytes, scan_dialect dialect);

ALWAYS_INLINE kinds classify_scalar(const uint8_t *bytes, scan_dialect dialect) {
  kinds found = {0, 0, 0, 0};
  for (int index = 0; index < 64; index++) {
    uint64_t byte = bytes[index];
    found.quotes |= (uint64_t)((int32_t)byte == dialect.quote) << index;
    found.delimiters |= (uint64_t)(byte == dialect.delimiter) << index;
    found.feeds |= (uint64_t)(byte == '\n') << index;
    found.returns |= (uint64_t)(byte == '\r') << index;
  }
  return found;
}

#if defined(__x86_64__)
ALWAYS_INLINE kinds classify_sse2(const uint8_t *bytes, scan_dialect dialect) {
  kinds found = {0, 0, 0, 0};
  __m128i quote = _mm_set1_epi8((char)dialect.quote);
  __m128i delimiter = _mm_set1_epi8((char)dialect.delimiter);
  for (int index = 0; index < 64; index += 16) {
    __m128i part = _mm_loadu_si128((const __m128i *)(bytes + index));
#define EQUAL(byte) ((uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, byte)) << index)
    found.quotes |= EQUAL(quote);
    found.delimiters |= EQUAL(delimiter);
    found.feeds |= EQUAL(_mm_set1_epi8('\n'));
    found.returns |= EQUAL(_mm_set1_epi8('\r'));
#undef EQUAL
  }
  if (dialect.quote < 0) found.quotes = 0;
  return found;
}

__attribute__((target("avx2,bmi,popcnt")))
ALWAYS_INLINE kinds classify_avx2(const uint8_t *bytes, scan_dialect dialect) {
  kinds found = {0, 0, 0, 0};
  __m256i quote = _mm256_set1_epi8((char)dialect.quote);
  __m256i delimiter = _mm256_set1_epi8((char)dialect.delimiter);
  for (int index = 0; index < 64; index += 32) {
    __m256i part = _mm256_loadu_si256((const __m256i *)(bytes + index));
#define EQUAL(byte) ((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, byte)) << index)
    found.quotes |= EQUAL(quote);
    found.delimiters |= EQUAL(delimiter);
    found.feeds |= EQUAL(_mm256_set1_epi8('\n'));
    found.returns |= EQUAL(_mm256_set1_epi8('\r'));
#undef EQUAL
  }
  if (dialect.quote < 0) found.quotes = 0;
  return found;
}
#endif

// Each bit of the result is the parity of the bits up to and with its own.
ALWAYS_INLINE uint64_t running_parity(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

// The position of the lowest bit; 64 where there is none, as some processors say it themselves.
ALWAYS_INLINE uint32_t lowest(uint64_t bits) {
  return bits == 0 ? 64 : (uint32_t)__builtin_ctzll(bits);
}

// Writes the positions of the bits, at least `first` offsets at once, some of them of no meaning,
// which is quicker than to stop at each.
ALWAYS_INLINE size_t write_offsets(uint32_t *offsets, size_t base, uint64_t bits, int first) {
  size_t count = (size_t)__builtin_popcountll(bits);
  for (int step = 0; step < first; step++) {
    offsets[step] = (uint32_t)base + lowest(bits);
    bits &= bits - 1;
  }
  if (__builtin_expect(count > (size_t)first, 0)) {
    for (size_t step = (size_t)first; step < count; step++) {
      offsets[step] = (uint32_t)base + lowest(bits);
      bits &= bits - 1;
    }
  }
  return count;
}

ALWAYS_INLINE void scan(
  const uint8_t *bytes, size_t from, size_t until, scan_dialect dialect, uint32_t *separators,
  uint32_t *ends, scan_state *state, classifier classify
) {
  uint64_t inside_before = state->inside;
  uint64_t was_return = state->previous == '\r';
  uint64_t was_quote = dialect.quote >= 0 && state->previous == dialect.quote;
  uint64_t was_boundary =
    was_return || state->previous == '\n' || state->previous == dialect.delimiter;
  uint32_t *next_separator = separators + state->separators;
  uint32_t *next_end = ends + state->ends;
  for (size_t base = from; base < until; base += 64) {
    kinds found = classify(bytes + base, dialect);
    uint64_t valid = until - base < 64 ? ((uint64_t)1 << (until - base)) - 1 : ~(uint64_t)0;
    found.quotes &= valid;
    found.delimiters &= valid;
    found.feeds &= valid;
    found.returns &= valid;

    // A byte is inside from its opening quote on, up to its closing quote and without it.
    uint64_t inside = running_parity(found.quotes) ^ inside_before;
    uint64_t opening = found.quotes & inside;
    uint64_t closing = found.quotes & ~inside;
    uint64_t breaks = found.feeds | found.returns;
    uint64_t boundaries = breaks | found.delimiters;
    uint64_t after_return = found.returns << 1 | was_return;

    // Before an opening quote stands a boundary, or the closing quote that it doubles; after a
    // closing quote a boundary or another quote. The other way round both change places.
    uint64_t after_any = (boundaries | found.quotes) << 1 | was_boundary | was_quote;
    uint64_t before_any = boundaries | found.quotes;
    uint64_t closed = closing << 1 | (was_quote & ~inside_before & 1);
    uint64_t opened = opening << 1 | (was_quote & inside_before & 1);
    uint64_t wrong = ((opening & ~after_any) | (closed & ~before_any)) & valid;
    uint64_t opposite = ((closing & ~after_any) | (opened & ~before_any)) & valid;
    if (wrong != 0 && state->damage == PTRDIFF_MAX)
      state->damage = base + (size_t)__builtin_ctzll(wrong);
    if (opposite != 0 && state->opposite_damage == PTRDIFF_MAX)
      state->opposite_damage = base + (size_t)__builtin_ctzll(opposite);

    uint64_t second_halves = found.feeds & after_return;
    uint64_t line_ends = breaks & ~second_halves;
    uint64_t inner = line_ends & inside;
    if (inner != 0) state->inner_breaks += (size_t)__builtin_popcountll(inner);
    line_ends &= ~inside;
    next_end += write_offsets(next_end, base, line_ends, 2);
    next_separator +=
      write_offsets(next_separator, base, line_ends | (found.delimiters & ~inside), 8);

    inside_before = (uint64_t)((int64_t)inside >> 63);
    was_return = found.returns >> 63;
    was_quote = found.quotes >> 63;
    was_boundary = boundaries >> 63;
  }
  if (until > from) state->previous = bytes[until - 1];
  state->inside = inside_before;
  state->separators = (size_t)(next_separator - separators);
  state->ends = (size_t)(next_end - ends);
}

void scan_separators_portably(
  const uint8_t *bytes, size_t from, size_t until, scan_dialect dialect, uint32_t *separators,
  uint32_t *ends, scan_state *state
) {
  scan(bytes, from, until, dialect, separators, ends, state, classify_scalar);
}

#if defined(__x86_64__)
static void scan_sse2(
  const uint8_t *bytes, size_t from, size_t until, scan_dialect dialect, uint32_t *separators,
  uint32_t *ends, scan_state *state
) {
  scan(bytes, from, until, dialect, separators, ends, state, classify_sse2);
}

__attribute__((target("avx2,bmi,popcnt")))
static void scan_avx2(
  const uint8_t *bytes, size_t from, size_t until, scan_dialect dialect, uint32_t *separators,
  uint32_t *ends, scan_state *state
) {
  scan(bytes, from, until, dialect, separators, ends, state, classify_avx2);
}
#endif

void scan_separators(
  const uint8_t *bytes, size_t from, size_t until, scan_dialect dialect, uint32_t *separators,
  uint32_t *ends, scan_state *state
) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")
      && __builtin_cpu_supports("bmi"))
    scan_avx2(bytes, from, until, dialect, separators, ends, state);
  else
    scan_sse2(bytes, from, until, dialect, separators, ends, state);
#else
  scan_separators_portably(bytes, from, until, dialect, separators, ends, state);
#endif
}
