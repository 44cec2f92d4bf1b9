/// What the manual says that the argument parser does not know.
struct ManualSection {
  let title: String
  /// A word each, and what it means.
  let entries: [(word: String, meaning: String)]

  /// In the order of the page.
  static let all = [
    ManualSection(
      title: "EXIT STATUS",
      entries: [
        ("0", "All went well."),
        (
          "1",
          "Something can't be written, is not proved, or is not as it was asserted to be; "
            + "percept doctor: something keeps the playground from working."
        ),
        ("2", "Wrong usage, or input that is not what it should be."),
        ("130", "Ended by ctrl-C; other signals end it with 128 and their number."),
        ("141", "The reader of its output went away (SIGPIPE)."),
      ]),
    ManualSection(
      title: "ENVIRONMENT",
      entries: [
        ("PERCEPT_PRESETS", "The folder of the presets, and in it exercises."),
        ("XDG_CONFIG_HOME", "The folder of settings; ~/.config if it is not set."),
        ("XDG_STATE_HOME", "The folder of what is kept; ~/.local/state if it is not set."),
        ("HOME", "Where these two are."),
        ("USER, LOGNAME", "The learner's name on submissions."),
        ("TERM", "The name of the terminal; over ssh and in tmux too it must be right."),
        ("COLORTERM", "truecolor or 24bit: the terminal shows exact colours."),
        ("NO_COLOR", "Set to anything: no colours."),
        ("COLORFGBG", "Set by some terminals: whether their background is dark."),
        ("LC_ALL, LC_CTYPE, LANG", "The locale, whose encoding should be UTF-8."),
        ("TMUX, STY", "Set by tmux and GNU screen: what they can show is allowed for."),
        (
          "SSH_CONNECTION, SSH_CLIENT, SSH_TTY",
          "Set by ssh; percept doctor tells that it is there."
        ),
        (
          "SOURCE_DATE_EPOCH",
          "The date on the page that percept manual prints, in seconds since 1970."
        ),
      ]),
    ManualSection(
      title: "FILES",
      entries: [
        ("$XDG_CONFIG_HOME/percept/settings.yaml", "How it looks, and whether it has the mouse."),
        ("$XDG_STATE_HOME/percept/last.percept", "The last session, for --resume."),
        (
          "$XDG_STATE_HOME/percept/trainings",
          "Checkpoints of percept train that was interrupted, for its --resume."
        ),
        ("$XDG_STATE_HOME/percept/progress.json", "How far the learner is with the exercises."),
        ("$XDG_STATE_HOME/percept/submissions", "Attempts at exercises, to be handed in."),
        ("NAME.sweep.jsonl", "The trials of the sweep in NAME.yaml, beside it."),
        (
          "../share/percept/presets",
          "Seen from the program: the presets, exercises, and FORMAT.md, which explains their format."
        ),
      ]),
  ]
}
