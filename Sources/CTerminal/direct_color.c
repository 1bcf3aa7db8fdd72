// 24-bit colour. Necessary because ncurses takes it only from a terminfo entry with RGB in it, which
// Debian does not ship: the running entry is written out again in the compiled form (term(5)) with
// setaf, setab, RGB and the number of colours changed.

#include "internal.h"
#include <stdlib.h>
#include <string.h>
#include <term.h>

#define CAPACITY 16384

typedef struct {
  unsigned char bytes[CAPACITY];
  size_t count;
  bool is_full;
} buffer;

static void add(buffer *to, const void *bytes, size_t count) {
  if (to->count + count > CAPACITY) {
    to->is_full = true;
    return;
  }
  memcpy(to->bytes + to->count, bytes, count);
  to->count += count;
}

static void add_number(buffer *to, int32_t value, int size) {
  unsigned char bytes[4];
  for (int i = 0; i < size; i++) bytes[i] = (unsigned char)((uint32_t)value >> (8 * i));
  add(to, bytes, (size_t)size);
}

static void align(buffer *to) {
  if (to->count % 2) add(to, "", 1);
}

static bool is(const char *name, const char *other) { return strcmp(name, other) == 0; }

static int number_of(const char *name) {
  if (is(name, "colors")) return 1 << 24;
  if (is(name, "pairs")) return 1 << 16;
  int value = tigetnum((char *)name);
  return value < 0 ? -1 : value;
}

static const char *string_of(const char *name) {
#define RGB "2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"
  if (is(name, "setaf")) return "\033[38;" RGB;
  if (is(name, "setab")) return "\033[48;" RGB;
  if (is(name, "initc") || is(name, "initp") || is(name, "oc")) return NULL;
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

/// The extended part: RGB, and what else ncurses looks for there.
static void add_extensions(buffer *to) {
  const char *flags[] = {"AX", "RGB", "XT"};
  const char *strings[] = {"XM"};
  buffer *table = calloc(1, sizeof(buffer)), *names = calloc(1, sizeof(buffer));
  buffer *offsets = calloc(1, sizeof(buffer)), *name_offsets = calloc(1, sizeof(buffer));
  if (!table || !names || !offsets || !name_offsets) {
    to->is_full = true;
  } else {
    const char *mouse = string_of(strings[0]);
    for (int i = 0; i < 3; i++) {
      add_number(name_offsets, (int32_t)names->count, 2);
      add(names, flags[i], strlen(flags[i]) + 1);
    }
    if (mouse) {
      add_number(offsets, 0, 2);
      add(table, mouse, strlen(mouse) + 1);
      add_number(name_offsets, (int32_t)names->count, 2);
      add(names, strings[0], strlen(strings[0]) + 1);
    }
    align(to);
    add_number(to, 3, 2);
    add_number(to, 0, 2);
    add_number(to, mouse ? 1 : 0, 2);
    add_number(to, mouse ? 5 : 3, 2);
    add_number(to, (int32_t)(table->count + names->count), 2);
    for (int i = 0; i < 3; i++) {
      add_number(to, is(flags[i], "RGB") || tigetflag((char *)flags[i]) > 0, 1);
    }
    align(to);
    add(to, offsets->bytes, offsets->count);
    add(to, name_offsets->bytes, name_offsets->count);
    add(to, table->bytes, table->count);
    add(to, names->bytes, names->count);
  }
  free(table);
  free(names);
  free(offsets);
  free(name_offsets);
}

static char *base64(const buffer *from) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  char *text = malloc(4 + (from->count + 2) / 3 * 4 + 1);
  if (!text) return NULL;
  memcpy(text, "b64:", 4);
  char *end = text + 4;
  for (size_t i = 0; i < from->count; i += 3) {
    uint32_t bits = 0;
    for (size_t j = 0; j < 3; j++) bits = bits << 8 | (i + j < from->count ? from->bytes[i + j] : 0);
    for (size_t j = 0; j < 4; j++) {
      *end++ = i + j > from->count ? '=' : digits[bits >> (18 - 6 * j) & 63];
    }
  }
  *end = 0;
  return text;
}

char *terminal_direct_color_entry(const char *name) {
  if (tigetnum("colors") < 8) return NULL;
  buffer *entry = calloc(1, sizeof(buffer)), *table = calloc(1, sizeof(buffer));
  char *text = NULL;
  if (entry && table) {
    int flags = 0, numbers = 0, strings = 0;
    while (boolnames[flags]) flags++;
    while (numnames[numbers]) numbers++;
    while (strnames[strings]) strings++;
    buffer *offsets = calloc(1, sizeof(buffer));
    for (int i = 0; offsets && i < strings; i++) {
      const char *value = string_of(strnames[i]);
      add_number(offsets, value ? (int32_t)table->count : -1, 2);
      if (value) add(table, value, strlen(value) + 1);
    }
    const char *rest = "|with 24-bit colours";
    add_number(entry, 01036, 2);
    add_number(entry, (int32_t)(strlen(name) + strlen(rest) + 1), 2);
    add_number(entry, flags, 2);
    add_number(entry, numbers, 2);
    add_number(entry, strings, 2);
    add_number(entry, (int32_t)table->count, 2);
    add(entry, name, strlen(name));
    add(entry, rest, strlen(rest) + 1);
    for (int i = 0; i < flags; i++) {
      add_number(entry, !is(boolnames[i], "ccc") && tigetflag((char *)boolnames[i]) > 0, 1);
    }
    align(entry);
    for (int i = 0; i < numbers; i++) add_number(entry, number_of(numnames[i]), 4);
    if (offsets) add(entry, offsets->bytes, offsets->count);
    add(entry, table->bytes, table->count);
    add_extensions(entry);
    if (offsets && !entry->is_full && !table->is_full) text = base64(entry);
    free(offsets);
  }
  free(entry);
  free(table);
  return text;
}
