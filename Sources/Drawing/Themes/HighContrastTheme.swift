/// Nine strong steps with black marks, and text of contrast 7 where the ground is known.
///
/// Source of the 7: Web Content Accessibility Guidelines 2.2, success criterion 1.4.6. On an unknown
/// ground no colour can have more than about 4 with both black and white.
let highContrastPalettes = ThemeTable(
  anchors: [0xFF8000, 0xFFFFFF, 0x3399FF], levels: 9,
  indexedRamp: [208, 215, 216, 224, 231, 189, 153, 75, 69],
  sixteenRamp: [3, 11, 15, 14, 6],
  eightRamp: [3, 7, 6],
  text: [
    ThemeTable.Text(
      direct: [0x51AEFF, 0xFF8841, 0xF476FF, 0xFF8575, 0x4FBD6C, 0xA8A8A8],
      indexed: [75, 214, 213, 210, 42, 248], sixteen: [14, 11], eight: [6, 3]),
    ThemeTable.Text(
      direct: [0x004DD2, 0xA82A00, 0x9700B6, 0xB60000, 0x00681A, 0x595959],
      indexed: [20, 124, 91, 88, 22, 240], sixteen: [4, 3], eight: [4, 3]),
    ThemeTable.Text(
      direct: [0x1177FF, 0xE06000, 0xC040E0, 0xE02020, 0x008A3C, 0x808080],
      indexed: [33, 166, 164, 196, 28, 244], sixteen: [12, 3], eight: [6, 3]),
  ],
  marks: ThemeTable.Marks(direct: [0x000018, 0x180000, 0x000000], indexed: [16, 232, 16]),
  classes: ThemeTable.Classes(
    direct: [
      0xFF8000, 0x3399FF, 0xFFD800, 0x00B84A, 0xFF66CC, 0x00D5E0, 0xB58CFF, 0xD08040, 0xA8A8A8,
      0x9CCC00,
    ],
    directMarks: [
      0x180000, 0x000018, 0x181000, 0x001800, 0x180010, 0x001818, 0x100018, 0x180800, 0x101010,
      0x081000,
    ],
    indexed: [
      [223, 216, 209, 208], [189, 153, 111, 69], [230, 229, 222, 220], [194, 151, 114, 35],
      [225, 218, 212, 206], [195, 159, 80, 44], [189, 183, 147, 141], [223, 180, 179, 173],
      [254, 252, 251, 248], [193, 192, 149, 112],
    ],
    indexedMarks: [232, 16, 233, 22, 234, 17, 53, 52, 235, 58])
).palettes
