/* What must hold however the program ends: the terminal as it was, and the last words readable.
 *
 * C, because this code runs in signal handlers, where Swift has no licence to run. There is one
 * terminal and one set of signal handlers in a process, so the state is the process's. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* restore.c */

/* Remembers the modes of the terminal `fd` as they are now; false if it is none. From here on
 * `guard_restore` brings them back, so call it before the first mode is changed. Does nothing while
 * armed. */
bool guard_arm(int fd);
/* The bytes that undo what was written to the terminal: sent by `guard_restore` before the modes are
 * brought back. False if they are too many. May be called while armed. */
bool guard_set_farewell(const char *bytes, size_t count);
/* Brings the terminal back; once an arming, later calls do nothing. Safe in signal handlers. Gives up
 * on a terminal that takes no bytes for half a second. */
void guard_restore(void);

/* signals.c */

/* Sends INT, TERM, HUP, QUIT, TSTP, CONT and WINCH into a pipe, one byte each with the signal's
 * number, and returns its non-blocking end for reading, or -1. A signal that was ignored stays so.
 * Fatal signals restore the terminal, print the captured errors, run the handler that was there
 * before and end the process by the same signal. */
int guard_watch_signals(void);
/* Puts the former handlers back and closes the pipe. */
void guard_unwatch_signals(void);
/* The last signal taken from the pipe was understood: a later one is a new request. */
void guard_signal_seen(int signal);
/* Stops as ctrl-Z would, the whole foreground job or this process alone, and returns when continued;
 * at once where stopping is not possible. */
void guard_stop(bool whole_job);

/* interrupts.c */

/* From here on INT, TERM and HUP are noted instead of ending the process, as long as one is worked
 * on that wants to end in order. A signal that was ignored stays so; a second one ends the process at
 * once. */
void guard_note_interrupts(void);
/* The first signal that was noted; 0 if none was. */
int guard_interrupt(void);
/* Puts the former handlers back. */
void guard_forget_interrupts(void);
/* How many columns the terminal `fd` has; 0 if it is none or does not say. */
int guard_columns(int fd);

/* errors.c */

/* Holds back what is written to standard error, if that is a terminal, until it is released. */
void guard_capture_errors(void);
/* Points standard error where it was, and prints there what was held back. Safe in signal handlers. */
void guard_release_errors(void);

/* files.c */

/* Puts something in the place of standard streams that are closed, so that no file gets their number:
 * reading finds an end there, and writing fails as before. From then on, a file that becomes too large
 * is an error of `write` and no signal. */
void guard_prepare_streams(void);

/* A second, non-blocking way to the terminal `fd`, whose mode is not shared with other programs as
 * that of a duplicate would be; a duplicate where that cannot be had; -1 if nothing can. */
int guard_reopen(int fd);
/* A file that exists in memory only, or -1. */
int guard_memory_file(void);
/* Writes all, waiting half a second at most whenever nothing moves. Safe in signal handlers. */
void guard_write(int fd, const char *bytes, size_t count);
