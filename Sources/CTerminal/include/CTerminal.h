#pragma once
// ncurses behind a dozen plain functions. Nothing here mentions curses, so that no macro of it reaches
// Swift. One terminal at a time; everything but terminal_width and the signal handler belongs to the
// main thread.

#include <stdbool.h>
#include <stdint.h>

/// A spacing character with at most two combining ones, 0 where there is none.
typedef struct {
  uint32_t text[3];
  uint16_t look;    ///< A number from terminal_look.
  uint8_t columns;  ///< 1 or 2; right halves are not passed.
} terminal_cell;

/// Something that came from the keyboard or the mouse.
typedef struct {
  int32_t code;  ///< A byte (under 256) or one of the codes below.
  int32_t column, row;
} terminal_input;

enum {
  TERMINAL_KEY_UP = 0x1000, TERMINAL_KEY_DOWN, TERMINAL_KEY_LEFT, TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_PAGE_UP, TERMINAL_KEY_PAGE_DOWN, TERMINAL_KEY_HOME, TERMINAL_KEY_END,
  TERMINAL_KEY_BACKSPACE, TERMINAL_KEY_DELETE, TERMINAL_KEY_INSERT, TERMINAL_KEY_BACK_TAB,
  TERMINAL_KEY_ENTER, TERMINAL_RESIZED, TERMINAL_PASTE_START, TERMINAL_PASTE_END,
  TERMINAL_MOUSE_PRESS, TERMINAL_MOUSE_SCROLL_UP, TERMINAL_MOUSE_SCROLL_DOWN,
  TERMINAL_KEY_FUNCTION = 0x2000,  ///< Plus the number of the function key.
};

enum { TERMINAL_OPENED = 0, TERMINAL_NOT_A_TERMINAL = 1, TERMINAL_UNUSABLE = 2 };

/// How to open; the strings need only live during the call.
typedef struct {
  int colors;               ///< 0, 16, 256 or 1 << 24: the most to be used; −1: what the terminal has.
  bool mouse;
  const char *log_path;     ///< Where standard error goes meanwhile; null leaves it.
  const char *crash_words;  ///< Written after a crash, when the screen is whole again; may be null.
} terminal_options;

/// What was found while opening.
typedef struct {
  int colors;           ///< 0, 8, 16, 256 or 1 << 24.
  bool is_utf8;
  bool is_modern;       ///< Whether the terminal is of the xterm family, and may be asked questions.
  bool is_substitute;   ///< Whether $TERM is unknown here, and xterm-256color was used instead.
} terminal_facts;

/// Which signals the other threads leave to this one; before the first thread is made.
void terminal_claim_signals(void);
/// Switches to the alternate screen; TERMINAL_OPENED or what is in the way.
int terminal_open(const terminal_options *options, terminal_facts *facts);
/// Gives the terminal back as it was found; harmless when it is not open.
void terminal_close(void);
/// Gives the terminal back, stops until continued, and takes it again.
void terminal_suspend(void);
/// The extent in cells.
void terminal_size(int *columns, int *rows);
/// A number for a look: colours as −1 (the terminal's own) or a number of the palette or 0xRRGGBB.
uint16_t terminal_look(int ink, int background, bool bold, bool underlined, bool reversed);
/// Forgets all looks; their numbers start anew.
void terminal_forget_looks(void);
/// Puts a whole row into the grid that is to be shown.
void terminal_put_row(int row, const terminal_cell *cells, int count);
/// Sends what has changed, with the cursor shown at a cell, or hidden at column −1.
void terminal_present(int cursor_column, int cursor_row);
/// Has the next terminal_present send everything.
void terminal_invalidate(void);
/// Writes a sequence as it is, outside of the grid.
void terminal_write(const char *bytes, int count);
/// Waits for input, the bell or the time; -1 milliseconds is for ever. Bits: 1 input, 2 bell, 4 the
/// terminal is gone, 8 was stopped and continued.
int terminal_wait(int bell, int milliseconds);
/// The input that is there, without waiting.
int terminal_read(terminal_input *inputs, int most);
/// Makes bytes that were no answer come out of terminal_read again.
void terminal_unread(const uint8_t *bytes, int count);
/// The function that says how many cells a character takes, for ncurses too.
void terminal_set_width(int (*columns)(uint32_t scalar));
/// A descriptor that becomes readable when eight bytes are written to it; −1 if there is none left.
int terminal_bell_open(void);
