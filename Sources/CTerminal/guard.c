// Giving the terminal back when the process dies. Necessary because ncurses does so for INT and TERM
// only, and leaves bracketed paste on even then.

#include "internal.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const int guarded[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE,  SIGABRT, SIGTRAP,
                              SIGSYS,  SIGHUP, SIGINT, SIGQUIT, SIGTERM};
#define GUARDED (sizeof guarded / sizeof *guarded)

static struct sigaction former[GUARDED];
static struct termios original;
static char restore_bytes[512], crash_bytes[512];
static size_t restore_count, crash_count;
static int original_error = -1;
static volatile sig_atomic_t is_installed;
static unsigned char own_stack[64 * 1024] __attribute__((aligned(16)));

void terminal_write_all(int file, const char *bytes, size_t count) {
  for (int tries = 0; count > 0 && tries < 1000; tries++) {
    ssize_t written = write(file, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      usleep(1000);
    } else if (written < 0 && errno != EINTR) {
      return;
    }
  }
}

static void die(int number) {
  if (is_installed) {
    is_installed = 0;
    terminal_write_all(STDOUT_FILENO, restore_bytes, restore_count);
    tcsetattr(STDIN_FILENO, TCSANOW, &original);
    bool is_crash = number != SIGHUP && number != SIGINT && number != SIGQUIT && number != SIGTERM;
    if (is_crash) terminal_write_all(STDOUT_FILENO, crash_bytes, crash_count);
    if (original_error >= 0) dup2(original_error, STDERR_FILENO);
  }
  for (size_t i = 0; i < GUARDED; i++) {
    if (guarded[i] == number) sigaction(number, &former[i], NULL);
  }
  sigset_t own;
  sigemptyset(&own);
  sigaddset(&own, number);
  pthread_sigmask(SIG_UNBLOCK, &own, NULL);
  raise(number);
}

void terminal_guard_install(const struct termios *saved, const char *restore, const char *words,
                            int standard_error) {
  original = *saved;
  original_error = standard_error;
  restore_count = (size_t)snprintf(restore_bytes, sizeof restore_bytes, "%s", restore);
  if (restore_count >= sizeof restore_bytes) restore_count = sizeof restore_bytes - 1;
  crash_count = words ? (size_t)snprintf(crash_bytes, sizeof crash_bytes, "%s\r\n", words) : 0;
  if (crash_count >= sizeof crash_bytes) crash_count = sizeof crash_bytes - 1;
  stack_t stack = {.ss_sp = own_stack, .ss_size = sizeof own_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < GUARDED; i++) {
    struct sigaction now;
    sigaction(guarded[i], NULL, &now);
    if (now.sa_handler == SIG_IGN && (guarded[i] == SIGHUP || guarded[i] == SIGINT)) {
      former[i] = now;
      continue;
    }
    sigaction(guarded[i], &action, &former[i]);
    // ncurses has put its own handlers there by now; they are not what the process had.
    if (guarded[i] == SIGINT || guarded[i] == SIGTERM) {
      former[i] = (struct sigaction){.sa_handler = SIG_DFL};
    }
  }
  is_installed = 1;
}

void terminal_guard_remove(void) {
  is_installed = 0;
  for (size_t i = 0; i < GUARDED; i++) sigaction(guarded[i], &former[i], NULL);
}
