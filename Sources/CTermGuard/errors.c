#include "termguard.h"

#include <fcntl.h>
#include <unistd.h>

static int captured = -1;
static int standard = -1;

void guard_capture_errors(void) {
  if (captured >= 0 || !isatty(STDERR_FILENO)) return;
  int file = guard_memory_file();
  if (file < 0) return;
  standard = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (standard < 0 || dup2(file, STDERR_FILENO) < 0) {
    close(file);
    return;
  }
  captured = file;
}

void guard_release_errors(void) {
  int file = __atomic_exchange_n(&captured, -1, __ATOMIC_SEQ_CST);
  if (file < 0) return;
  dup2(standard, STDERR_FILENO);
  char bytes[4096];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(file, bytes, sizeof bytes, offset)) > 0) {
    guard_write(STDERR_FILENO, bytes, (size_t)count);
    offset += count;
  }
  close(file);
  close(standard);
}
