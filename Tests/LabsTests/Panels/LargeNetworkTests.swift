import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// A network as large as there may be, and what it is called in a failure.
private func large(
  _ hidden: [Int] = Array(
    repeating: SettingCatalogue.unitLimit, count: SettingCatalogue.layerLimit),
  change: (inout Preset) -> Void = { _ in }
) -> Preset {
  var preset = Preset()
  preset.network.hidden = hidden
  preset.network.activation = PerLayer(.relu)
  preset.network.initialization = .he
  change(&preset)
  preset.network.fitLayers()
  return preset
}

@Suite("Networks too large for their panel")
struct LargeNetworkTests {
  private static let shapes = [
    large().network.hidden, [16, 16], [12, 12], [15, 5], Array(repeating: 6, count: 20),
    [15, 5, 16, 1, 12, 2, 3, 16],
  ]
  private static let sizes = [
    Size(width: 24, height: 2), Size(width: 25, height: 4), Size(width: 38, height: 9),
    Size(width: 42, height: 8), Size(width: 46, height: 26), Size(width: 78, height: 19),
    Size(width: 118, height: 36), Size(width: 198, height: 56),
  ]

  private func layout(_ session: Session, _ size: Size, _ focus: Control) -> NetworkLayout {
    let spec = session.trainer.network.spec
    return NetworkLayout(
      inner: Rectangle(x: 5, y: 2, width: size.width, height: size.height),
      hidden: spec.hidden.map(\.units), outputs: spec.outputCount,
      features: session.preset.features, sight: NetworkSight(focus, part: nil, session))
  }

  @Test("What is chosen has its map, in its place, and so have both ends of a connection")
  func chosen() {
    for hidden in Self.shapes {
      let session = Session(large(hidden) { $0.features = Feature.allCases })
      for size in Self.sizes {
        let inner = Rectangle(x: 5, y: 2, width: size.width, height: size.height)
        for (level, shape) in session.trainer.network.levels.enumerated() {
          for unit in 0..<shape.units {
            let layout = layout(session, size, .part(.unit(level: level, unit: unit)))
            let tile = layout.tile(level: level, unit: unit)
            #expect(tile.map { inner.intersection($0) == $0 } == true, "\(level), \(unit), \(size)")
          }
          let input = NetworkPart.inputCount(of: level, in: session) - 1
          let weight = NetworkPart.weight(level: level, unit: shape.units - 1, input: input)
          let layout = layout(session, size, .part(weight))
          #expect(layout.tile(level: level, unit: shape.units - 1) != nil)
          let start =
            level == 0
            ? layout.featureTile(session.preset.features[input])
            : layout.tile(level: level - 1, unit: input)
          #expect(
            start != nil || level > 0 && layout.mark(level: level - 1, unit: input) != nil,
            "\(hidden), \(weight) at \(size)")
          if level < session.preset.network.hidden.count {
            #expect(self.layout(session, size, .units(level)).x(ofLevel: level) != nil)
          }
        }
        for (input, feature) in session.preset.features.enumerated() {
          #expect(layout(session, size, .part(.input(input))).featureTile(feature) != nil)
        }
      }
    }
  }

  @Test("Maps lie on no other map, and a press on one moves none of its column")
  func stands() {
    for hidden in Self.shapes {
      let session = Session(large(hidden))
      for size in Self.sizes where size.height > 2 {
        for level in hidden.indices {
          let focus = Control.part(.unit(level: level, unit: hidden[level] / 2))
          let layout = layout(session, size, focus)
          let units = session.trainer.network.levels.enumerated().flatMap { level, shape in
            (0..<shape.units).map { UnitPlace(level: level, unit: $0) }
          }
          var taken: Set<Point> = []
          for place in units {
            guard let tile = layout.tile(level: place.level, unit: place.unit) else { continue }
            for y in tile.y..<tile.maxY {
              for x in tile.x..<tile.maxX {
                #expect(taken.insert(Point(x: x, y: y)).inserted, "\(hidden), \(place) at \(size)")
              }
            }
            guard place.level == level else { continue }
            let pressed = NetworkPart.unit(level: level, unit: place.unit)
            #expect(
              self.layout(session, size, .part(pressed)).tile(level: level, unit: place.unit)
                == tile)
          }
        }
      }
    }
  }

  @Test("Nothing is drawn outside the panel, nor is a letter lost in ASCII, at any size")
  func places() {
    let focuses: [Control] = [
      .layers, .units(11), .part(.unit(level: 19, unit: 15)),
      .part(.weight(level: 8, unit: 9, input: 15)), .part(.input(6)),
    ]
    let session = Session(large { $0.features = Feature.allCases })
    for width in [0, 1, 9, 26, 27, 40, 44, 60, 120] {
      for height in [0, 1, 2, 3, 4, 5, 10, 21, 36] {
        for focus in focuses {
          var canvas = blank(width + 4, height + 2, .mono, .ascii)
          let area = Rectangle(x: 2, y: 1, width: width, height: height)
          canvas.fill(canvas.bounds, with: Cell("@"))
          canvas.fill(area, with: .blank)
          NetworkPanel(session: session, focus: focus).draw(in: area, on: &canvas)
          let wrong = canvas.cells.enumerated().contains { index, cell in
            let place = Point(x: index % canvas.size.width, y: index / canvas.size.width)
            return area.contains(place) ? cell.glyph == "?" : cell.glyph != "@"
          }
          #expect(!wrong, "\(focus) at \(width)×\(height)")
        }
      }
    }
  }

  /// Where the picture shows a part.
  private func places(_ part: NetworkPart, _ app: App, _ size: Size) -> [Rectangle] {
    app.view(size: size, capabilities: .full, answersToMouse: true).hotspots
      .filter { $0.target as? Target == .part(part) }.map(\.area)
  }

  @Test("Keys reach every layer and unit, and each is on the screen when it is chosen")
  func keys() {
    var app = app(.character("i"), preset: large())
    _ = app.update(.resized(small, .full))
    let hidden = app.session.preset.network.hidden
    var seen: Set<NetworkPart> = []
    func look() {
      guard case .part(let part)? = app.playground?.focus else {
        Issue.record("the focus is on no part")
        return
      }
      seen.insert(part)
      #expect(places(part, app, small).contains { $0.width >= 2 }, "\(part)")
    }
    look()
    for layer in hidden.indices {
      // A column down or up, then on to the next one.
      for _ in 1..<hidden[layer] {
        app.press(layer % 2 == 0 ? .down : .up)
        if layer % 7 == 0 {
          look()
        } else {
          seen.formUnion(app.playground?.part.map { [$0] } ?? [])
        }
      }
      app.press(.right)
      look()
    }
    let units = hidden.enumerated().flatMap { level, count in
      (0..<count).map { NetworkPart.unit(level: level, unit: $0) }
    }
    #expect(seen.isSuperset(of: units))
  }

  @Test("What is left out is counted, and a press there shows it")
  func mouse() {
    var app = app(preset: large())
    _ = app.update(.resized(small, .full))
    let text = picture(app.view(size: small, capabilities: .full))
    #expect(text.contains("Network 2·20×16·1 relu"))
    let layout = app.view(size: small, capabilities: .full, answersToMouse: true).hotspots
    // The first unit below those that are shown stands in the row that counts.
    let hiddenUnit = (0..<16).last { !places(.unit(level: 0, unit: $0), app, small).isEmpty }
    guard let hiddenUnit, let row = places(.unit(level: 0, unit: hiddenUnit), app, small).first
    else {
      Issue.record("there is no first layer")
      return
    }
    #expect(text.contains("…\(16 - hiddenUnit)"))
    app.mouse(.press, Point(x: row.x, y: row.y))
    #expect(app.playground?.part == .unit(level: 0, unit: hiddenUnit))
    #expect(places(.unit(level: 0, unit: hiddenUnit), app, small).first != row)
    // And so do the layers.
    let last = layout.compactMap { spot -> (layer: Int, area: Rectangle)? in
      guard case .control(.units(let layer))? = spot.target as? Target else { return nil }
      return (layer, spot.area)
    }.max { $0.layer < $1.layer }
    guard let last else { return }
    #expect(text.contains("…\(20 - last.layer)"))
    app.mouse(.press, Point(x: last.area.x, y: last.area.y))
    #expect(app.playground?.focus == .units(last.layer))
    #expect(picture(app.view(size: small, capabilities: .full)).contains("…\(last.layer)"))
  }

  @Test("The shape counts what repeats where there is no room for all of it")
  func shape() {
    let text = ShapeText(Session(large([6, 6, 6, 6, 2])))
    #expect(text.text(within: 30) == "2·6·6·6·6·2·1 relu")
    #expect(text.text(within: 15) == "2·4×6·2·1 relu")
    #expect(ShapeText(Session(Preset())).text(within: 5) == "2·4·2·1 tanh")
  }
}
