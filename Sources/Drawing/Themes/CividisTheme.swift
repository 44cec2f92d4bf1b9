/// From navy over grey to yellow: of two numbers the lighter one is the larger, for every colour
/// vision and in grey print. Classes begin with the two ends.
///
/// Source: Jamie Nuñez et al., "Optimizing colormaps with consideration for color vision deficiency
/// to enable accurate interpretation of scientific data", 2018.
let cividisPalettes = ThemeTable(
  anchors: [0x00224E, 0x414D6B, 0x7C7B78, 0xBCAF6F, 0xFEE838],
  indexedRamp: [17, 18, 60, 243, 102, 144, 179, 185, 220],
  sixteenRamp: [12, 14, 7, 3, 11],
  eightRamp: [6, 7, 3],
  text: [
    ThemeTable.Text(
      direct: [0xFEE838, 0x7C96CF, 0xBC67B0, 0xD9620B, 0x3E9D8E, 0x888888],
      indexed: [220, 104, 169, 202, 37, 102], sixteen: [11, 12], eight: [3, 6]),
    ThemeTable.Text(
      direct: [0x8C7400, 0x00224E, 0xAC58A1, 0xC85200, 0x1E8476, 0x767676],
      indexed: [94, 17, 97, 130, 29, 243], sixteen: [3, 4], eight: [3, 4]),
    ThemeTable.Text(
      direct: [0xA99100, 0x4B6AA6, 0xB35FA8, 0xD55E00, 0x3E9D8E, 0x888888],
      indexed: [136, 62, 133, 166, 66, 102], sixteen: [3, 12], eight: [3, 6]),
  ],
  marks: ThemeTable.Marks(direct: [0x322600, 0x0A1428, 0x000000], indexed: [232, 16, 16]),
  classes: ThemeTable.Classes(
    direct: [
      0x00224E, 0xFEE838, 0x0072B2, 0xE69F00, 0x56B4E9, 0xD55E00, 0x882255, 0xCC79A7, 0x332288,
      0x009E73,
    ],
    directMarks: [
      0x0A1428, 0x322600, 0x00294A, 0x3F1D00, 0x002A44, 0x4B0D00, 0x440F29, 0x3E162D, 0x211C53,
      0x00321D,
    ],
    indexed: [
      [251, 247, 60, 17], [230, 229, 228, 220], [146, 110, 67, 25], [223, 222, 215, 178],
      [195, 153, 110, 74], [181, 180, 173, 166], [181, 138, 132, 89], [225, 182, 176, 175],
      [147, 103, 61, 18], [152, 108, 72, 36],
    ],
    indexedMarks: [16, 232, 17, 52, 23, 88, 233, 53, 234, 22])
).palettes
