import Drawing

extension KeyMap {
  /// The keys by what they are for.
  public static let sections: [Section] = [
    Section(title: "Training", bindings: training),
    Section(title: "Choosing and changing", bindings: choosing),
    Section(title: "Views", bindings: views),
    Section(title: "Other screens", bindings: labs),
    Section(title: "Exercises", bindings: exercises),
    Section(title: "Network", bindings: network),
    Section(title: "Points", bindings: points),
    Section(title: "While points are drawn", bindings: drawing),
    Section(title: "Showing and keeping", bindings: showing),
  ]

  private static let training = [
    Binding([.character(" ")], .playPause, "space", hint: "play", "start or pause training"),
    Binding([.character("s")], .stepBatch, "s", hint: "step", "one step: train on one batch"),
    Binding([.character("e")], .stepEpoch, "e", hint: "epoch", "train to the end of the epoch"),
    Binding(
      [.character("r")], .reset, "r", hint: "reset", "back to epoch 0 with the same weights"),
    Binding(
      [.backspace], .recover, "backspace",
      "after a divergence, back to the last epoch that was sound"),
    Binding([.character("<")], .earlier, "<", "an epoch back in time, or on again"),
    Binding([.character(">")], .later, ">", "an epoch back in time, or on again"),
    Binding([.home], .earliest, "home", "to the first epoch, to the newest one"),
    Binding([.end], .latest, "end", "to the first epoch, to the newest one"),
    Binding([.character("w")], .newWeights, "w", "back to epoch 0 with new weights"),
    Binding([.character("d")], .newData, "d", "new points of the same kind"),
    Binding(
      [.character("+"), .character("=")], .faster, "+",
      "faster, slower, from slow motion to unlimited"),
    Binding(
      [.character("-"), .character("_")], .slower, "-",
      "faster, slower, from slow motion to unlimited"),
  ]

  private static let choosing = [
    Binding([.tab], .nextPanel, "tab", hint: "panel", "to the next panel, to the one before"),
    Binding([.backTab], .previousPanel, "shift-tab", "to the next panel, to the one before"),
    Binding([.up, .character("k")], .selectUp, "↑ k", "choose a control"),
    Binding([.down, .character("j")], .selectDown, "↓ j", "choose a control"),
    Binding([.left, .character("h")], .decrease, "← h", "change its value"),
    Binding([.right, .character("l")], .increase, "→ l", hint: "change", "change its value"),
    Binding([.enter], .activate, "enter", hint: "type", "type a value, or take the next choice"),
    Binding([.character("u")], .undo, "u", hint: "undo", "undo the last change, redo it"),
    Binding([.control("r")], .redo, "ctrl-r", "undo the last change, redo it"),
    Binding(
      [.character(":"), .control("p")], .commands, ":", hint: "commands",
      "find any command, setting or preset by typing"),
    Binding([.escape], .back, "esc", "one level back"),
    Binding(
      [.character("?")], .explain, "?", hint: "explain",
      "explain what is chosen: formula, numbers, course"),
    Binding([.function(1)], .help, "F1", hint: "keys", "show or hide these keys"),
    Binding([.character("q"), .control("c")], .quit, "q", hint: "quit", "leave Percept"),
  ]

  private static let views =
    ViewCatalogue.all.enumerated().map { index, view in
      Binding(
        [.character(view.key)], .view(index), "\(view.key)",
        "\(view.name): \(view.summary)")
    } + [
      Binding([.character("v")], .nextBeside, "v", "the network or another view beside it"),
      Binding([.character("m")], .showMetrics, "m", "below: loss, metrics, or how the layers do"),
      Binding(
        [.character("n")], .nextOption, "n",
        "the next of what a view goes through, or the one before"),
      Binding(
        [.character("N")], .previousOption, "N",
        "the next of what a view goes through, or the one before"),
      Binding([.character("z")], .zoomIn, "z", "zoom into a chart, and out again"),
      Binding([.character("Z")], .zoomOut, "Z", "zoom into a chart, and out again"),
      Binding([.pageUp], .pageUp, "pgup", "what is long, a page up or down"),
      Binding([.pageDown], .pageDown, "pgdn", "what is long, a page up or down"),
      Binding([.character("y")], .switchAxis, "y", "a chart's axis, linear or logarithmic"),
      Binding([.character("o")], .nextStyle, "o", "maps smooth, signs only, or in bands"),
      Binding(
        [.character("c")], .nextRange, "c", "range of colours: each map, a layer, or -1 to 1"),
      Binding([.character("x")], .showMistakes, "x", "mark the points taken for another class"),
      Binding([.character("b")], .showTruth, "b", "the truth: the best boundary, flipped points"),
      Binding(
        [.character("%")], .swapPair, "%", "in a comparison: the other one is yours to change"),
      Binding([.character("E")], .endPair, "E", "end a comparison and keep the one that is yours"),
    ]

  private static let labs = LabCatalogue.all.enumerated().compactMap { index, lab in
    lab.key.map {
      Binding([.character($0)], .lab(index), "\($0)", "\(lab.name): \(lab.summary)")
    }
  }

  private static let exercises = [
    Binding([.character("G")], .task, "G", "the task of the exercise, page by page"),
    Binding([.character("Q")], .question, "Q", "answer the next question of the exercise"),
    Binding([.character("I")], .hint, "I", "take the next hint"),
    Binding([.character("V")], .nextExercise, "V", "go on to the next exercise"),
    Binding([], .startOver, "", "start this exercise over: a new attempt"),
    Binding([], .leaveExercise, "", "leave the exercise for free play with its settings"),
  ]

  private static let network = [
    Binding([.character("]")], .addLayer, "]", "add or take away a hidden layer"),
    Binding([.character("[")], .removeLayer, "[", "add or take away a hidden layer"),
    Binding([.character("}")], .addUnit, "}", "add or take away a unit of the chosen layer"),
    Binding([.character("{")], .removeUnit, "{", "add or take away a unit of the chosen layer"),
    Binding(
      [.character("i")], .inspect, "i", hint: "inspect",
      "choose a unit, its bias or a connection; its map is shown"),
    Binding([.character(",")], .nudgeDown, ",", "make the chosen value a little smaller or larger"),
    Binding([.character(".")], .nudgeUp, ".", "make the chosen value a little smaller or larger"),
    Binding([.character("0")], .zero, "0", "set the chosen weight or bias to 0"),
    Binding([.character("f")], .freeze, "f", "freeze the chosen weights, or let them learn again"),
    Binding([.character("X")], .kill, "X", "kill the chosen unit, or revive it"),
    Binding(
      [.character("g")], .checkGradient, "g", "compare the gradient with differences of the loss"),
  ]

  private static let points = [
    Binding(
      [.character("t")], .showPoints, "t",
      "points on the map: training, test, validation, all, none"),
    Binding([.character("p")], .draw, "p", hint: "draw", "draw and erase points on the map"),
    Binding([.character("a")], .addFormula, "a", "add an input by a formula such as sin(x1*x2)"),
    Binding([.character("O")], .openFile, "O", "open a CSV file, a preset or an address"),
    Binding([.character("W")], .savePoints, "W", "write the points into a CSV file"),
  ]

  private static let drawing = [
    Binding([.enter], .putPoints, "enter", hint: "put", "put points at the brush", mode: .drawing),
    Binding(
      [.backspace, .delete], .erasePoints, "backspace", hint: "erase",
      "erase the points under the brush",
      mode: .drawing),
    Binding(
      [.character("f")], .flipPoints, "f", hint: "flip", "give them the next class", mode: .drawing),
    Binding(
      [.character("c")], .nextClass, "c", hint: "class", "choose the class to draw", mode: .drawing),
    Binding(
      [.character("b")], .nextBrush, "b", hint: "brush", "choose the size of the brush",
      mode: .drawing),
    Binding(
      [.character("y")], .lasso, "y", hint: "lasso",
      "set corners of a lasso; closed, it is the brush",
      mode: .drawing),
  ]

  private static let showing = [
    Binding([.character("S")], .spotlight, "S", "spotlight: the whole screen for one view"),
    Binding([.character("B")], .demo, "B", "demo: big marks and few numbers, for a projector"),
    Binding([.character("T")], .nextTheme, "T", "theme: other colours"),
    Binding([.character("M")], .toggleMouse, "M", "the mouse for Percept, or for selecting text"),
    Binding([.character("C")], .showCaption, "C", "show or hide the preset's caption"),
    Binding([], .showLink, "", "link: this state as an address of TensorFlow Playground"),
    Binding([], .showKeys, "", "show each key that is pressed, for an audience"),
    Binding([.character("R")], .record, "R", "record the session into a file, or stop"),
  ]
}
