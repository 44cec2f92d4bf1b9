#define _GNU_SOURCE
#include "termguard.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static const int noticed[] = {SIGINT, SIGTERM, SIGHUP};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct sigaction former[COUNT(noticed)];
static volatile sig_atomic_t watching;
static volatile sig_atomic_t first;
static struct timespec first_time;

static void note(int number) {
  int saved_errno = errno;
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  if (!first) {
    first_time = time;
    first = number;
  } else {
    /* `timeout` and its kind send the same signal twice at once; a person is slower. */
    double seconds = (double)(time.tv_sec - first_time.tv_sec) +
                     1e-9 * (double)(time.tv_nsec - first_time.tv_nsec);
    if (seconds > 0.3) {
      signal(number, SIG_DFL);
      raise(number);
    }
  }
  errno = saved_errno;
}

void guard_note_interrupts(void) {
  if (watching) return;
  watching = 1;
  first = 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  for (size_t i = 0; i < COUNT(noticed); i++) {
    sigaction(noticed[i], NULL, &former[i]);
    if (former[i].sa_handler != SIG_IGN) sigaction(noticed[i], &action, NULL);
  }
}

int guard_interrupt(void) { return first; }

void guard_forget_interrupts(void) {
  if (!watching) return;
  for (size_t i = 0; i < COUNT(noticed); i++) sigaction(noticed[i], &former[i], NULL);
  watching = 0;
}

int guard_columns(int fd) {
  struct winsize size;
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
