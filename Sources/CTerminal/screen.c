// The screen: opening, showing, leaving.

#include "internal.h"
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#undef columns  // a macro of term.h

WINDOW *terminal_input_window;
volatile sig_atomic_t terminal_stop_asked, terminal_was_continued;

static SCREEN *screen;
static struct termios original;
static bool is_modern, is_utf8, is_registered;
static int original_error = -1, colors;
static struct { attr_t attributes; int pair; } *looks;
static int look_count, look_capacity;
static cchar_t *row_cells;
static int row_capacity;

static void ask_stop(int number) { (void)number, terminal_stop_asked = 1; }
static void note_continue(int number) { (void)number, terminal_was_continued = 1; }

static void watch_stops(void) {
  struct sigaction stop = {.sa_handler = ask_stop}, go = {.sa_handler = note_continue};
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go, NULL);
}

static char collected[512];
static size_t collected_count;
static int collect(int byte) {
  if (collected_count + 1 < sizeof collected) collected[collected_count++] = (char)byte;
  return byte;
}

/// The bytes that undo everything, made beforehand because a signal handler may not ask terminfo.
static const char *restoring_bytes(void) {
  const char *modes = "\033[?2026l\033[?2004l";
  const char *mouse_modes = "\033[?1006l\033[?1003l\033[?1002l\033[?1000l";
  // ncurses turns the mouse on wherever the entry knows how it reports, on the Linux console too.
  char *mouse = tigetstr("kmous");
  bool has_mouse = is_modern || (mouse && mouse != (char *)-1);
  const char *names[] = {"rmkx", "sgr0", "op", "rmcup", "cnorm"};
  collected_count = 0;
  if (is_modern) for (const char *byte = modes; *byte; byte++) collect(*byte);
  if (has_mouse) for (const char *byte = mouse_modes; *byte; byte++) collect(*byte);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char *value = tigetstr((char *)names[i]);
    if (value && value != (char *)-1) tputs(value, 1, collect);
  }
  if (!is_modern) collect('\r'), collect('\n');
  collected[collected_count] = 0;
  return collected;
}

/// Necessary because a terminal that was reset behind us, and many a tool that types for people, sends
/// arrows in the plain form, which the entries of the xterm family do not list.
static void define_plain_keys(void) {
  const struct { const char *bytes; int key; } keys[] = {
      {"\033[A", KEY_UP},   {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT},
      {"\033[D", KEY_LEFT}, {"\033[H", KEY_HOME}, {"\033[F", KEY_END}};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    if (key_defined(keys[i].bytes) == 0) define_key(keys[i].bytes, keys[i].key);
  }
}

static void enter_modes(void) {
  if (is_modern) terminal_write_all(STDOUT_FILENO, "\033[?2004h", 8);
}

static void leave_modes(void) {
  if (is_modern) terminal_write_all(STDOUT_FILENO, "\033[?2026l\033[?2004l", 16);
}

/// Necessary because newterm ends badly on an unknown name: xterm-256color is what nearly every
/// terminal that is missing from ncurses-base understands.
static const char *known_name(bool *is_substitute) {
  const char *name = getenv("TERM");
  int status;
  if (!name || !*name) return NULL;
  *is_substitute = setupterm((char *)name, STDOUT_FILENO, &status) != OK;
  if (*is_substitute) {
    name = "xterm-256color";
    if (setupterm((char *)name, STDOUT_FILENO, &status) != OK) return NULL;
  }
  char *address = tigetstr("cup");
  return address && address != (char *)-1 ? name : NULL;
}

static bool open_screen(const char *name, int wanted) {
  char *entry = wanted == 1 << 24 ? terminal_direct_color_entry(name) : NULL;
  char *smcup = tigetstr("smcup");
  is_modern = smcup && smcup != (char *)-1 && strstr(smcup, "?1049");
  del_curterm(cur_term);
  if (entry) {
    char *before = getenv("TERMINFO");
    before = before ? strdup(before) : NULL;
    setenv("TERMINFO", entry, 1);
    screen = newterm((char *)name, stdout, stdin);
    if (before) setenv("TERMINFO", before, 1);
    else unsetenv("TERMINFO");
    free(before);
    free(entry);
  }
  if (!screen) screen = newterm((char *)name, stdout, stdin);
  return screen != NULL;
}

static void open_colors(int wanted) {
  colors = 0;
  if (wanted != 0 && has_colors() && start_color() == OK) {
    use_default_colors();
    colors = COLORS >= 1 << 24 ? 1 << 24 : COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : 8;
    if (wanted > 0 && wanted < colors) colors = wanted;
  }
}

static void redirect_error(const char *path) {
  if (!path) return;
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) file = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  original_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(file, STDERR_FILENO);
  close(file);
}

int terminal_open(const terminal_options *options, terminal_facts *facts) {
  *facts = (terminal_facts){0};
  if (screen || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return TERMINAL_NOT_A_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &original) != 0) return TERMINAL_NOT_A_TERMINAL;
  setlocale(LC_ALL, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  setlocale(LC_NUMERIC, "C");
  const char *name = known_name(&facts->is_substitute);
  if (!name || !open_screen(name, options->colors)) return TERMINAL_UNUSABLE;
  redirect_error(options->log_path);
  terminal_guard_install(&original, restoring_bytes(), options->crash_words, original_error);
  terminal_claim_signals();
  watch_stops();
  open_colors(options->colors);
  cbreak(), noecho(), nonl(), intrflush(stdscr, FALSE), set_escdelay(25), curs_set(0);
  leaveok(stdscr, FALSE), scrollok(stdscr, FALSE), idlok(stdscr, FALSE);
  terminal_input_window = newpad(1, 1);
  keypad(terminal_input_window, TRUE), nodelay(terminal_input_window, TRUE);
  define_key("\033[200~", TERMINAL_PASTE_START), define_key("\033[201~", TERMINAL_PASTE_END);
  define_plain_keys();
  mouseinterval(0);
  if (options->mouse) mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
  enter_modes();
  if (!is_registered) atexit(terminal_close);
  is_registered = true;
  facts->colors = colors;
  facts->is_utf8 = is_utf8;
  facts->is_modern = is_modern;
  return TERMINAL_OPENED;
}

void terminal_close(void) {
  if (!screen) return;
  leave_modes();
  mousemask(0, NULL);
  delwin(terminal_input_window);
  endwin();
  delscreen(screen);
  screen = NULL;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &original);
  terminal_guard_remove();
  signal(SIGTSTP, SIG_DFL);
  signal(SIGCONT, SIG_DFL);
  if (original_error >= 0) {
    dup2(original_error, STDERR_FILENO);
    close(original_error);
    original_error = -1;
  }
}

void terminal_suspend(void) {
  leave_modes();
  endwin();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &original);
  signal(SIGTSTP, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  raise(SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  watch_stops();
  terminal_was_continued = 0;
  terminal_invalidate();
}

/// Necessary because after a stop the shell has changed the modes: they are set again, with the mouse
/// and the paste marks, and everything is sent anew.
void terminal_invalidate(void) {
  if (!screen) return;
  reset_prog_mode();
  clearok(curscr, TRUE);
  doupdate();
  enter_modes();
}

void terminal_size(int *columns, int *rows) { *columns = COLS, *rows = LINES; }

uint16_t terminal_look(int ink, int background, bool bold, bool underlined, bool reversed) {
  if (look_count == look_capacity) {
    int capacity = look_capacity ? look_capacity * 2 : 64;
    void *larger = realloc(looks, (size_t)capacity * sizeof *looks);
    if (!larger || capacity > UINT16_MAX) return 0;
    looks = larger;
    look_capacity = capacity;
  }
  if (colors == 8) {
    if (ink >= 8) ink -= 8, bold = true;
    if (background >= 8) background -= 8;
  }
  int pair = colors == 0 || (ink < 0 && background < 0) ? 0 : alloc_pair(ink, background);
  attr_t attributes = bold ? A_BOLD : A_NORMAL;
  if (underlined) attributes |= A_UNDERLINE;
  if (reversed) attributes |= A_REVERSE;
  looks[look_count].attributes = attributes;
  looks[look_count].pair = pair < 0 ? 0 : pair;
  return (uint16_t)look_count++;
}

void terminal_forget_looks(void) { look_count = 0; }

/// Necessary because adding wide characters one by one shifts the rest of a line: only whole rows by
/// mvwadd_wchnstr come out right.
void terminal_put_row(int row, const terminal_cell *cells, int count) {
  if (count * 2 + 1 > row_capacity) {
    void *larger = realloc(row_cells, (size_t)(count * 2 + 1) * sizeof *row_cells);
    if (!larger) return;
    row_cells = larger;
    row_capacity = count * 2 + 1;
  }
  int places = 0;
  for (int i = 0; i < count; i++) {
    wchar_t text[4] = {(wchar_t)cells[i].text[0], (wchar_t)cells[i].text[1],
                       (wchar_t)cells[i].text[2], 0};
    int repeats = 1;
    if (!is_utf8 && text[0] > 0x7E) text[0] = L'?', text[1] = 0, repeats = cells[i].columns;
    int known = cells[i].look < look_count ? cells[i].look : -1;
    int pair = known < 0 ? 0 : looks[known].pair;
    attr_t attributes = known < 0 ? A_NORMAL : looks[known].attributes;
    for (; repeats > 0; repeats--) {
      if (setcchar(&row_cells[places], text, attributes, 0, &pair) == OK) places++;
    }
  }
  mvwadd_wchnstr(stdscr, row, 0, row_cells, places);
}

void terminal_present(int cursor_column, int cursor_row) {
  if (!screen) return;
  // By hand, because a sequence that goes through ncurses comes out after the changes.
  if (is_modern) terminal_write_all(STDOUT_FILENO, "\033[?2026h", 8);
  curs_set(cursor_column >= 0 ? 1 : 0);
  if (cursor_column >= 0) wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
  if (is_modern) terminal_write_all(STDOUT_FILENO, "\033[?2026l", 8);
}

void terminal_write(const char *bytes, int count) {
  terminal_write_all(STDOUT_FILENO, bytes, (size_t)count);
}

int terminal_bytes_waiting(void) {
  int count = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &count) == 0 ? count : -1;
}
