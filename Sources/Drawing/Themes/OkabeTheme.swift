/// Orange and blue of eight colours that were chosen for every colour vision, and classes in an
/// order that keeps neighbours apart.
///
/// Source: Masataka Okabe and Kei Ito, "Color universal design", 2008; wine, indigo and sand are
/// Paul Tol's, "Colour schemes", 2021.
let okabePalettes = ThemeTable(
  anchors: [0xE69F00, 0xE8EAEB, 0x0072B2],
  indexedRamp: [172, 214, 215, 222, 223, 230, 231, 189, 153, 110, 74, 31, 25],
  sixteenRamp: [3, 11, 15, 14, 12],
  eightRamp: [3, 7, 6],
  text: [
    ThemeTable.Text(
      direct: [0x56B4E9, 0xE69F00, 0xCC79A7, 0xD9620B, 0x009E73, 0x888888],
      indexed: [75, 214, 175, 202, 36, 102], sixteen: [12, 3], eight: [6, 3]),
    ThemeTable.Text(
      direct: [0x005A9C, 0xB85000, 0xAC5C8A, 0xC85200, 0x00875E, 0x767676],
      indexed: [25, 130, 96, 131, 29, 243], sixteen: [4, 3], eight: [4, 3]),
    ThemeTable.Text(
      direct: [0x0072B2, 0xD55E00, 0xCA77A5, 0xC8383C, 0x009E73, 0x888888],
      indexed: [32, 166, 168, 161, 29, 102], sixteen: [12, 3], eight: [6, 3]),
  ],
  marks: ThemeTable.Marks(direct: [0x002A4A, 0x4A2400, 0x2E3238], indexed: [17, 52, 236]),
  classes: ThemeTable.Classes(
    direct: [
      0xE69F00, 0x0072B2, 0xF0E442, 0xD55E00, 0x56B4E9, 0x882255, 0xCC79A7, 0x332288, 0x009E73,
      0xDDCC77,
    ],
    directMarks: [
      0x4A2400, 0x002A4A, 0x2F2700, 0x4B0D00, 0x002A44, 0x440F29, 0x3E162D, 0x211C53, 0x00321D,
      0x2F2600,
    ],
    indexed: [
      [223, 222, 215, 178], [146, 110, 67, 25], [230, 229, 228, 220], [181, 180, 173, 166],
      [195, 153, 110, 74], [181, 138, 132, 89], [225, 182, 176, 175], [147, 103, 61, 18],
      [152, 108, 72, 36], [254, 187, 223, 186],
    ],
    indexedMarks: [52, 17, 234, 88, 23, 233, 53, 16, 22, 58])
).palettes
