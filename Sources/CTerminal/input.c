// Keys, mouse and waiting.

#include "internal.h"
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

void terminal_claim_signals(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  sigaddset(&set, SIGCONT);
  sigaddset(&set, SIGWINCH);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

/// Necessary because only ppoll opens the door for signals and waits in one step: a resize between a
/// look at the input and the wait would go unseen.
int terminal_wait(int bell, int milliseconds) {
  sigset_t open_set;
  pthread_sigmask(SIG_SETMASK, NULL, &open_set);
  sigdelset(&open_set, SIGTSTP);
  sigdelset(&open_set, SIGCONT);
  sigdelset(&open_set, SIGWINCH);
  struct pollfd files[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = bell, .events = POLLIN}};
  struct timespec time = {.tv_sec = milliseconds / 1000,
                          .tv_nsec = (long)(milliseconds % 1000) * 1000000};
  int count = ppoll(files, bell < 0 ? 1 : 2, milliseconds < 0 ? NULL : &time, &open_set);
  int result = 0;
  if (count < 0) result |= errno == EINTR ? 1 : 4;
  if (count > 0) {
    if (files[0].revents & POLLIN) result |= 1;
    if (files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= 4;
    // A readable terminal without a byte is a closed one.
    if ((files[0].revents & POLLIN) && terminal_bytes_waiting() == 0) result |= 4;
    if (bell >= 0 && (files[1].revents & POLLIN)) result |= 2;
  }
  if (terminal_stop_asked) {
    terminal_stop_asked = 0;
    terminal_suspend();
    result |= 8;
  } else if (terminal_was_continued) {
    terminal_was_continued = 0;
    terminal_invalidate();
    result |= 8;
  }
  return result;
}

static bool translate(int key, terminal_input *input) {
  *input = (terminal_input){.code = key};
  switch (key) {
    case KEY_UP: input->code = TERMINAL_KEY_UP; return true;
    case KEY_DOWN: input->code = TERMINAL_KEY_DOWN; return true;
    case KEY_LEFT: input->code = TERMINAL_KEY_LEFT; return true;
    case KEY_RIGHT: input->code = TERMINAL_KEY_RIGHT; return true;
    case KEY_PPAGE: input->code = TERMINAL_KEY_PAGE_UP; return true;
    case KEY_NPAGE: input->code = TERMINAL_KEY_PAGE_DOWN; return true;
    case KEY_HOME: input->code = TERMINAL_KEY_HOME; return true;
    case KEY_END: input->code = TERMINAL_KEY_END; return true;
    case KEY_BACKSPACE: input->code = TERMINAL_KEY_BACKSPACE; return true;
    case KEY_DC: input->code = TERMINAL_KEY_DELETE; return true;
    case KEY_IC: input->code = TERMINAL_KEY_INSERT; return true;
    case KEY_BTAB: input->code = TERMINAL_KEY_BACK_TAB; return true;
    case KEY_ENTER: input->code = TERMINAL_KEY_ENTER; return true;
    case KEY_RESIZE: input->code = TERMINAL_RESIZED; return true;
    case TERMINAL_PASTE_START:
    case TERMINAL_PASTE_END: return true;
    case KEY_MOUSE: {
      MEVENT event;
      if (getmouse(&event) != OK) return false;
      input->column = event.x;
      input->row = event.y;
      if (event.bstate & BUTTON1_PRESSED) input->code = TERMINAL_MOUSE_PRESS;
      else if (event.bstate & BUTTON4_PRESSED) input->code = TERMINAL_MOUSE_SCROLL_UP;
      else if (event.bstate & BUTTON5_PRESSED) input->code = TERMINAL_MOUSE_SCROLL_DOWN;
      else return false;
      return true;
    }
    default:
      if (key >= 0 && key < 256) return true;
      // Above 12 come the shifted ones, and what a late answer about the cursor looks like.
      if (key > KEY_F0 && key <= KEY_F(12)) {
        input->code = TERMINAL_KEY_FUNCTION + key - KEY_F0;
        return true;
      }
      return false;
  }
}

int terminal_read(terminal_input *inputs, int most) {
  int count = 0, key;
  while (count < most && (key = wgetch(terminal_input_window)) != ERR) {
    if (translate(key, &inputs[count])) count++;
  }
  return count;
}

void terminal_unread(const uint8_t *bytes, int count) {
  for (int i = count - 1; i >= 0; i--) ungetch(bytes[i]);
}

/// Necessary because Swift's Glibc does not show eventfd.
int terminal_bell_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
