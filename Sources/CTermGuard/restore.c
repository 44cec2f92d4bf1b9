#include "termguard.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { FAREWELL_LIMIT = 1024 };

static int armed;
static int terminal = -1;
static struct termios modes;

/* Two places for the farewell, so that a signal in the middle of a change finds a whole one. */
static struct {
  char bytes[FAREWELL_LIMIT];
  size_t count;
} farewells[2];
static volatile sig_atomic_t current;

bool guard_arm(int fd) {
  /* Armed already, the modes are no longer those to go back to. */
  if (__atomic_load_n(&armed, __ATOMIC_SEQ_CST)) return true;
  if (tcgetattr(fd, &modes) != 0) return false;
  terminal = fd;
  __atomic_store_n(&armed, 1, __ATOMIC_SEQ_CST);
  return true;
}

bool guard_set_farewell(const char *bytes, size_t count) {
  if (count > FAREWELL_LIMIT) return false;
  int next = 1 - current;
  memcpy(farewells[next].bytes, bytes, count);
  farewells[next].count = count;
  current = next;
  return true;
}

void guard_restore(void) {
  if (!__atomic_exchange_n(&armed, 0, __ATOMIC_SEQ_CST)) return;
  int saved_errno = errno;
  guard_write(terminal, farewells[current].bytes, farewells[current].count);

  /* In the background the modes belong to the shell, and touching them would stop the process. */
  pid_t owner = tcgetpgrp(terminal);
  if (owner == -1 || owner == getpgrp()) {
    sigset_t stop, before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &stop, &before);
    /* Mouse reports still on their way must not be typed into the shell. */
    tcflush(terminal, TCIFLUSH);
    tcsetattr(terminal, TCSANOW, &modes);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  errno = saved_errno;
}
