@testable import Drawing

/// The kinds of colour vision, as full dichromacy.
///
/// Source: Gustavo Machado et al., "A physiologically-based model for simulation of color vision
/// deficiency", 2009, severity 1.
enum Sight: CaseIterable {
  case normal, protan, deutan, tritan

  private var matrix: [Double] {
    switch self {
    case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protan:
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .deutan:
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    case .tritan:
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
    }
  }

  func seen(_ color: Color) -> Oklab {
    let (red, green, blue) = color.components ?? (0, 0, 0)
    let light = [red, green, blue].map(linearLight)
    let seen = (0..<3).map { row in
      let sum = (0..<3).map { matrix[3 * row + $0] * light[$0] }.reduce(0, +)
      return min(max(sum, 0), 1)
    }
    return Oklab(linear: seen[0], seen[1], seen[2])
  }
}

/// A colour as xterm shows it; black for the terminal's own.
func oklab(_ color: Color) -> Oklab {
  let (red, green, blue) = color.components ?? (0, 0, 0)
  return Oklab(red, green, blue)
}

/// The least distance between two colours for any kind of sight.
func leastDistance(_ one: Color, _ other: Color) -> Double {
  Sight.allCases.map { $0.seen(one).distance(to: $0.seen(other)) }.min() ?? 0
}

/// Every theme at every depth on every ground.
let allPalettes = Theme.allCases.flatMap { theme in
  ColorDepth.allCases.flatMap { depth in
    Ground.allCases.map {
      Capabilities(depth: depth, glyphs: .braille, theme: theme, ground: $0)
    }
  }
}
