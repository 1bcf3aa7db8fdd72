#pragma once
// What the files of this target share.

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include <curses.h>
#include <signal.h>
#include <termios.h>
#include "CTerminal.h"

/// A terminfo entry with 24-bit colours made from the current one, as the value of $TERMINFO; null if
/// there is none to be made. The caller frees it.
char *terminal_direct_color_entry(const char *name);

/// Installs the handlers that give the terminal back when the process dies.
void terminal_guard_install(const struct termios *saved, const char *restore, const char *words,
                            int standard_error);
/// Takes them away again.
void terminal_guard_remove(void);
/// Writes all bytes, through interruptions.
void terminal_write_all(int file, const char *bytes, size_t count);
/// How many bytes of input wait; 0 at the end of a closed terminal, −1 if that cannot be told.
int terminal_bytes_waiting(void);

/// Where input is read: a pad, because reading from a window would refresh it.
extern WINDOW *terminal_input_window;
/// Whether a stop was asked for, and whether the process went on after one.
extern volatile sig_atomic_t terminal_stop_asked, terminal_was_continued;
