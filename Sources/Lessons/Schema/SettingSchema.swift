/// The settings of a preset in a schema.
enum SettingSchema {
  /// `data`, `network` and `training`, each with its keys.
  static var sections: [JSON.Member] {
    [
      JSON.Member(
        "data", .lines("The points and how they are shared out.", content + members(of: "data"))),
      JSON.Member(
        "network", .lines("The layers and their first weights.", members(of: "network"))),
      JSON.Member(
        "training", .lines("The loss and how it is made small.", members(of: "training"))),
    ]
  }

  /// What no setting turns.
  private static let content = [
    JSON.Member(
      "points",
      .schema("Points drawn by hand, one a line, as Percept writes them.", .aText)),
    JSON.Member(
      "file", .schema("A CSV file beside this one, with the points in its rows.", .aText)),
  ]

  private static func members(of section: String) -> [JSON.Member] {
    SettingCatalogue.all.filter { $0.key.hasPrefix(section + ".") }.map { setting in
      JSON.Member(String(setting.key.dropFirst(section.count + 1)), setting.schema)
    }
  }

  /// The range of a number that several members of a family have, each with its own.
  fileprivate static func range(of setting: Setting) -> ClosedRange<Double>? {
    var range: ClosedRange<Double>?
    for family in SettingCatalogue.families {
      for member in family.members where family.prefix + member.name == setting.key {
        guard case .number(let own, _, _, _) = member.domain else { continue }
        let present = range ?? own
        range =
          min(own.lowerBound, present.lowerBound)...max(own.upperBound, present.upperBound)
      }
    }
    return range
  }
}

extension Setting {
  /// What stands in a file for it.
  var schema: JSON {
    let unit =
      if case .number(_, _, _, let unit) = domain, !unit.isEmpty { " In \(unit)." } else { "" }
    return .schema(help + unit, members)
  }

  private var members: [JSON.Member] {
    switch key {
    // A table has columns of its own, and numbers can be their names.
    case "data.x1", "data.x2", "data.target":
      return [JSON.Member("type", .texts(["string", "number"]))]
    case "data.set":
      return JSON.oneOf(DataSource.names + [DataSource.pointsName, DataSource.fileName])
    case "features":
      guard case .list(let names, _, let limit) = domain else { return .aText }
      // A formula such as sin(x1*x2) stands in the list, too.
      let item = JSON.object(
        JSON.anyOf([.object(JSON.oneOf(names)), .object(.aText)]))
      return JSON.anyOf([.object(JSON.list(of: item, 0...limit)), .object(.aText)])
    default: return members(domain)
    }
  }

  private func members(_ domain: Domain) -> [JSON.Member] {
    switch domain {
    case .number(let range, _, let isWhole, _):
      let range = SettingSchema.range(of: self) ?? range
      return [
        JSON.Member("type", .text(isWhole ? "integer" : "number")),
        JSON.Member("minimum", .number(Setting.text(range.lowerBound))),
        JSON.Member("maximum", .number(Setting.text(range.upperBound))),
      ]
    case .choice(["true", "false"]): return [JSON.Member("type", .text("boolean"))]
    case .choice(let names): return JSON.oneOf(names)
    case .list(let names, let numbers, let limit):
      let item = JSON.object(names.isEmpty ? JSON.whole(in: numbers) : JSON.oneOf(names))
      return JSON.anyOf([.object(JSON.list(of: item, 0...limit)), item, .object(.aText)])
    case .perLayer(let element, _):
      let one = JSON.object(members(element))
      return JSON.anyOf([
        one, .object(JSON.list(of: one, 1...SettingCatalogue.layerLimit)),
      ])
    }
  }
}
