extension Exercise {
  /// All that a verdict depends on, as text: the start, what is allowed, the questions and goals.
  ///
  /// Texts for people are no part of it, so a spelling that is mended in a hint makes no other exercise.
  public var essence: String {
    var lines = ["percept exercise 1", "name \(name)", "version \(version)"]
    lines += preset.texts.filter { $0.key != "title" && $0.key != "description" }
      .map { "preset \($0.key) \($0.text)" }
    if let parameters = start.parameters {
      lines.append("parameters " + parameters.map { "\($0)" }.joined(separator: ","))
    }
    lines.append("frozen " + start.frozen.map { "\($0)" }.joined(separator: ","))
    lines += permits.deeds.map { "allow \($0.rawValue)" }
    lines += permits.settings.map { item in
      "allow \(item.key)" + (item.values.map { ": \($0.joined(separator: " | "))" } ?? "")
    }
    lines += limits.map { "limit \($0.text)" }
    lines.append("changes \(changesAreLive ? "live" : "restart")")
    for question in questions {
      let within = if case .number(_, let within) = question.answer { " ± \(within)" } else { "" }
      lines.append(
        "question \(question.id) \(question.isBefore ? "before" : "after")"
          + " \(question.choices.count) \(question.solution)\(within)")
    }
    for goal in goals {
      lines.append(
        "goal \(goal.timing) \(goal.hold) \(goal.seeds?.of ?? 0) \(goal.seeds?.pass ?? 0)"
          + " \(goal.medal?.rawValue ?? "-") \(goal.needs.map(\.text).joined(separator: " & "))")
    }
    lines.append("hints \(hints.count)")
    return lines.joined(separator: "\n") + "\n"
  }
}
