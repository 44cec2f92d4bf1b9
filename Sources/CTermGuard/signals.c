#define _GNU_SOURCE
#include "termguard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SIGNAL_LIMIT = 65, ALTERNATE_STACK = 65536 };

static const int reported[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static int pipe_ends[2] = {-1, -1};
static struct sigaction former[SIGNAL_LIMIT];
/* When an ending signal came that nobody has taken from the pipe yet; 0 if none. */
static volatile time_t waiting_since[SIGNAL_LIMIT];
static char alternate_stack[ALTERNATE_STACK];

static time_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1;
}

static bool asks_to_end(int signal) {
  return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT;
}

static void die_of(int number) {
  signal(number, SIG_DFL);
  raise(number);
}

static void report(int number) {
  int saved_errno = errno;
  if (asks_to_end(number)) {
    /* A program that does not listen can still be ended: the second request is final. The second
     * between them is for `timeout` and its kind, which send the same signal twice at once. */
    if (waiting_since[number] && now() - waiting_since[number] > 1) {
      guard_restore();
      guard_release_errors();
      die_of(number);
    }
    if (!waiting_since[number]) waiting_since[number] = now();
  }
  unsigned char byte = (unsigned char)number;
  /* A full pipe holds signals enough. */
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = saved_errno;
}

static void crash(int number, siginfo_t *info, void *context) {
  guard_restore();
  guard_release_errors();
  /* Whoever was here before, Swift's backtracer say, gets the fault as it happened. */
  const struct sigaction *before = &former[number];
  if (before->sa_flags & SA_SIGINFO) {
    if (before->sa_sigaction) before->sa_sigaction(number, info, context);
  } else if (before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN) {
    before->sa_handler(number);
  }
  die_of(number);
}

static void leave(void) {
  guard_restore();
  guard_release_errors();
}

int guard_watch_signals(void) {
  static bool registered;
  if (pipe_ends[0] >= 0 || pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  /* For a call of exit while the screen is up. */
  if (!registered) registered = atexit(leave) == 0;

  memset((void *)waiting_since, 0, sizeof waiting_since);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = report;
  action.sa_flags = SA_RESTART;
  for (size_t i = 0; i < COUNT(reported); i++) {
    sigaction(reported[i], NULL, &former[reported[i]]);
    if (former[reported[i]].sa_handler != SIG_IGN) sigaction(reported[i], &action, NULL);
  }

  /* A stack of its own, or an overflow of the stack could not be handled. */
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &action, &former[fatal[i]]);
  return pipe_ends[0];
}

void guard_unwatch_signals(void) {
  if (pipe_ends[0] < 0) return;
  for (size_t i = 0; i < COUNT(reported); i++) sigaction(reported[i], &former[reported[i]], NULL);
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &former[fatal[i]], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

void guard_signal_seen(int number) {
  if (number > 0 && number < SIGNAL_LIMIT) waiting_since[number] = 0;
}

void guard_stop(bool whole_job) {
  /* Where nobody could continue it, the shell that started it has stops ignored. */
  if (former[SIGTSTP].sa_handler == SIG_IGN) return;
  struct sigaction standard, ours;
  memset(&standard, 0, sizeof standard);
  sigemptyset(&standard.sa_mask);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  /* To the whole job, as the terminal's driver would have sent it. */
  kill(whole_job ? 0 : getpid(), SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
