#define _GNU_SOURCE
#include "termguard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PATIENCE_MILLISECONDS = 500 };

void guard_prepare_streams(void) {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    if (fcntl(fd, F_GETFD) >= 0) continue;
    /* Those below are open, so this one is the lowest that is free. */
    if (open("/dev/null", O_RDONLY) < 0) return;
  }
  signal(SIGXFSZ, SIG_IGN);
}

int guard_reopen(int fd) {
  char path[64];
  int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
  int own = -1;
#ifdef __linux__
  /* Works where the terminal has no name here, as in a container. */
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  own = open(path, flags);
#endif
  if (own < 0 && ttyname_r(fd, path, sizeof path) == 0) own = open(path, flags);
  if (own < 0) own = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  return own;
}

int guard_memory_file(void) {
#ifdef __linux__
  return memfd_create("percept", MFD_CLOEXEC);
#else
  char path[] = "/tmp/percept.XXXXXX";
  int fd = mkstemp(path);
  if (fd < 0) return -1;
  unlink(path);
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  return fd;
#endif
}

static bool wait_until_writable(int fd) {
  struct pollfd request = {.fd = fd, .events = POLLOUT};
  int ready;
  do ready = poll(&request, 1, PATIENCE_MILLISECONDS);
  while (ready < 0 && errno == EINTR);
  return ready > 0 && (request.revents & POLLOUT);
}

void guard_write(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EINTR) {
      continue;
    } else if (written < 0 && errno == EAGAIN) {
      if (!wait_until_writable(fd)) return;
    } else {
      return;
    }
  }
}
