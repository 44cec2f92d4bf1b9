/* libvterm, a terminal without a screen, for tests; and what else they need of C. */
#pragma once

#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vterm.h>

/* A colour: 0xRRGGBB, or an index of the palette with CVTERM_INDEXED, or the terminal's own. */
enum { CVTERM_STANDARD = -1, CVTERM_INDEXED = 0x1000000 };

/* One cell of the screen, without the bit fields that Swift cannot read. */
typedef struct {
  uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
  int width;
  bool bold, underline, reverse;
  int foreground, background;
} cvterm_cell;

static inline int cvterm_color(const VTermColor *color, bool is_standard) {
  if (is_standard) return CVTERM_STANDARD;
  if (VTERM_COLOR_IS_INDEXED(color)) return CVTERM_INDEXED | color->indexed.idx;
  return color->rgb.red << 16 | color->rgb.green << 8 | color->rgb.blue;
}

static inline cvterm_cell cvterm_get_cell(VTermScreen *screen, int row, int column) {
  VTermScreenCell cell;
  VTermPos place = {.row = row, .col = column};
  vterm_screen_get_cell(screen, place, &cell);
  cvterm_cell flat = {
      .width = cell.width,
      .bold = cell.attrs.bold,
      .underline = cell.attrs.underline,
      .reverse = cell.attrs.reverse,
      .foreground = cvterm_color(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)),
      .background = cvterm_color(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)),
  };
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) flat.characters[i] = cell.chars[i];
  return flat;
}

static inline VTermPos cvterm_cursor(VTerm *terminal) {
  VTermPos place;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place);
  return place;
}

/* A descriptor that becomes readable when the process ends. */
static inline int cvterm_open_process(pid_t process) {
  return (int)syscall(SYS_pidfd_open, process, 0);
}

/* Of what is open, leaves a program that is started only the descriptors below the first. */
static inline int cvterm_close_from(posix_spawn_file_actions_t *actions, int first) {
  /* glibc 2.34 and later have it, and do not declare it to Swift's importer. */
  extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
