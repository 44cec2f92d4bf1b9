extension Character {
  /// The character, or the nearest one that a set of glyphs has.
  public func fitted(to glyphs: GlyphSet) -> Character {
    switch glyphs {
    case .braille: return self
    case .blocks:
      guard !isASCII else { return self }
      if let known = blockFallbacks[self] { return known }
      return isBraille ? "·" : self
    case .ascii:
      guard !isASCII else { return self == "\r\n" ? " " : self }
      if let known = asciiFallbacks[self] { return known }
      if isBraille { return "." }
      // A letter with a mark of its own above it stays a letter: m̂.
      guard let first = unicodeScalars.first, unicodeScalars.count > 1 else { return "?" }
      return Character(first).fitted(to: glyphs)
    }
  }

  private var isBraille: Bool {
    guard let code = unicodeScalars.first?.value else { return false }
    return code >= 0x2800 && code < 0x2900
  }
}

/// What the fonts of the Linux console lack: they have the lines, blocks and marks of code page
/// 437, hence no rounded or heavy lines.
private let blockFallbacks: [Character: Character] = [
  "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "━": "═", "┃": "║", "┏": "╔", "┓": "╗", "┗": "╚",
  "┛": "╝", "┄": "-", "┅": "═", "┆": ":", "╌": "-", "╎": ":", "╱": "/", "╲": "\\", "╳": "X",
  "●": "•", "◐": "◘", "✚": "+",
  "ᴸ": "L", "ˡ": "l", "ᵀ": "T", "ⱼ": "j", "ₖ": "k", "ᵗ": "t", "⊙": "•", "∇": "d",
  "▸": "►", "◂": "◄", "▾": "▼", "▴": "▲", "…": "~", "−": "-", "⏸": "=", "❚": "|",
  "✓": "√", "✗": "x", "⊘": "■",
]

/// The one table of stand-ins for terminals that show ASCII alone; what is not here becomes `?`.
private let asciiFallbacks: [Character: Character] = {
  let groups: [(String, Character)] = [
    ("─╌┄┈╴╶–—−‐‑⎯‾▔¯", "-"), ("━═╸╺", "="), ("┅", "!"), ("│┃║‖╎┆┊╵╷╹╻▏▕❘❙❚", "|"),
    ("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬┝┥┿┠┨┯┷╂╪╫＋✚✛", "+"),
    ("▀▄█▌▐▓▉▊▋▙▟▛▜■◼", "#"), ("▒▚▞▬", "="), ("░", ":"), ("▁▂▃", "_"), ("▅▆▇", "="),
    ("▖▗", "."), ("▘▝", "'"), ("○◦◯", "o"), ("●•◉", "*"), ("◐", "+"), ("▲△▴↑⇑", "^"),
    ("▼▽▾↓⇓", "v"), ("◆◇♦", "%"),
    ("□◻▪▫", "#"), ("×✕✖✗╳⨯", "x"), ("←⇐◀◂◄‹«≤", "<"), ("→⇒▶▸►›»≥↦", ">"), ("↔⇔", "-"),
    ("…", "~"), ("·∙⋅˙", "."), ("✓✔", "v"), ("★☆", "*"), ("╱⁄", "/"), ("╲", "\\"),
    ("₀⁰", "0"), ("₁¹", "1"), ("₂²", "2"), ("₃³", "3"), ("₄⁴", "4"), ("₅⁵", "5"), ("₆⁶", "6"),
    ("₇⁷", "7"), ("₈⁸", "8"), ("₉⁹", "9"), ("₊⁺", "+"), ("₋⁻", "-"), ("‘’‚′", "'"), ("“”„″", "\""),
    ("ŷỹȳ", "y"), ("x̂", "x"), ("m̂", "m"), ("v̂", "v"), ("ᵗ", "t"), ("ₖᵏ", "k"), ("ₘ", "m"),
    ("ŵ", "w"), ("σςΣ∑", "s"), ("η", "n"), ("λ", "l"), ("μµ", "u"), ("β", "b"),
    ("αɑ", "a"), ("γ", "g"), ("δΔ∂∇", "d"), ("εϵ", "e"), ("θϑ", "t"), ("ρ", "r"), ("τ", "t"),
    ("φϕ", "f"), ("ω", "w"), ("π", "p"), ("≈≃∼", "~"), ("±", "+"), ("≠", "!"), ("≡", "="),
    ("°", "o"), ("\u{A0}\u{2009}\u{202F}\u{2002}\u{2003}", " "), ("äàáâãå", "a"), ("öòóôõø", "o"),
    ("üùúû", "u"),
    ("ÄÀÁÂÃÅ", "A"), ("ÖÒÓÔÕØ", "O"), ("ÜÙÚÛ", "U"), ("éèêë", "e"), ("ÉÈÊË", "E"), ("íìîï", "i"),
    ("ñ", "n"), ("ç", "c"), ("ß", "s"), ("√", "V"), ("∞", "8"), ("∈", "e"), ("⌃", "^"),
    ("⏎↵", "<"), ("⇥", ">"), ("⏸", "="), ("∥", "|"), ("⊙", "o"), ("⊕", "+"), ("ℓ", "l"),
    ("∗", "*"), ("ᴸ", "L"), ("ˡ", "l"), ("ᵀ", "T"), ("ⱼ", "j"), ("Φ", "F"), ("ₓ", "x"), ("ᵢ", "i"),
    ("⊘", "#"), ("⌈⌊", "["), ("⌉⌋", "]"), ("÷", "/"),
  ]
  var table: [Character: Character] = [:]
  for (characters, standIn) in groups {
    for character in characters { table[character] = standIn }
  }
  return table
}()
