/* The wide-character ncurses for Swift.
 *
 * ncurses keeps its state in globals and is not thread-safe, so everything it declares is put on the
 * main actor: a call from elsewhere does not compile. What its headers express as casts or
 * function-like macros, which Swift cannot import, stands below as constants and functions. */
#pragma once

#define NCURSES_WIDECHAR 1

/* The system's own headers first: they must not be caught by the attribute. */
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <wchar.h>

#pragma clang attribute push(__attribute__((swift_attr("@MainActor"))), \
                             apply_to = any(function, variable(is_global)))
#if __has_include(<ncursesw/curses.h>)
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#else
#include <curses.h>
#include <term.h>
#endif

static inline WINDOW *curses_standard_window(void) { return stdscr; }
static inline WINDOW *curses_physical_screen(void) { return curscr; }
static inline int curses_rows(void) { return LINES; }
static inline int curses_columns(void) { return COLS; }
static inline int curses_pair_count(void) { return COLOR_PAIRS; }

/* Forgets the terminal description that setupterm made current. */
static inline void curses_forget_description(void) {
  TERMINAL *terminal = set_curterm(NULL);
  if (terminal) del_curterm(terminal);
}
#pragma clang attribute pop

/* tigetstr answers (char *)-1 for a name that is not a string, NULL for one the terminal lacks. */
static inline const char *curses_string(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}

/* The columns a character takes: 0 for a mark on the one before, -1 if it cannot be shown. Declared
 * here because wchar.h does so only for those who ask for it before anything else is included. */
extern int wcwidth(wchar_t character);
static inline int curses_width(wchar_t character) { return wcwidth(character); }

/* Not on the main actor: the end of a screen's life is the end of its value, wherever that is. */
static inline void curses_delete_screen(SCREEN *screen) { delscreen(screen); }

static const attr_t CURSES_BOLD = A_BOLD;
static const attr_t CURSES_DIM = A_DIM;
static const attr_t CURSES_UNDERLINE = A_UNDERLINE;
static const attr_t CURSES_REVERSE = A_REVERSE;
