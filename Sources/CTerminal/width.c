#include "internal.h"
#include <wchar.h>

static int (*columns_of)(uint32_t scalar);

void terminal_set_width(int (*columns)(uint32_t scalar)) { columns_of = columns; }

/// Necessary because ncurses asks the C library for widths, which knows neither our table nor whether
/// ambiguous characters are wide here: the linker gives libncursesw this function instead.
int wcwidth(wchar_t character) {
  if (character == 0) return 0;
  if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return -1;
  if (character < 0x7F || !columns_of) return 1;
  return columns_of((uint32_t)character);
}
