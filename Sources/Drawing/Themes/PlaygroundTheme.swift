/// Orange `#f59322`, white `#e8eaeb` and blue `#0877bd`.
///
/// The nearest of 256 colours to the exact ramp have lilac and grey steps; these were picked by
/// eye, and each side gets steadily darker. Blue is too dark for lines on a black console, so that
/// lines are cyan there.
///
/// Source of the first classes' colours: Masataka Okabe and Kei Ito, "Color universal design", 2008.
let playgroundPalettes = ThemeTable(
  anchors: [0xF59322, 0xE8EAEB, 0x0877BD],
  indexedRamp: [166, 208, 215, 222, 223, 230, 231, 189, 153, 110, 74, 32, 25],
  sixteenRamp: [9, 3, 11, 15, 14, 6, 12],
  eightRamp: [3, 7, 6],
  text: [
    ThemeTable.Text(
      direct: [0x1F8FDB, 0xDD7800, 0xB066DB, 0xE55354, 0x2EA05B, 0x888E97],
      indexed: [68, 172, 135, 167, 35, 245], sixteen: [12, 3], eight: [6, 3]),
    ThemeTable.Text(
      direct: [0x007BC6, 0xBD5B00, 0x9F55C9, 0xD34345, 0x008845, 0x727780],
      indexed: [26, 130, 98, 160, 29, 243], sixteen: [4, 3], eight: [4, 3]),
    ThemeTable.Text(
      direct: [0x1F8FDB, 0xDD7800, 0xB066DB, 0xD9484A, 0x2EA05B, 0x888E97],
      indexed: [32, 166, 134, 167, 29, 245], sixteen: [12, 3], eight: [6, 3]),
  ],
  marks: ThemeTable.Marks(direct: [0x062B4F, 0x5E2A00, 0x2E3238], indexed: [17, 233, 236]),
  classes: ThemeTable.Classes(
    direct: [
      0xF59322, 0x0877BD, 0x009E73, 0xCC79A7, 0xD55E00, 0x56B4E9, 0x882255, 0xF0E442, 0x332288,
      0x999999,
    ],
    directMarks: [
      0x5E2A00, 0x062B4F, 0x003322, 0x4A1436, 0x4A1200, 0x083858, 0x440F29, 0x2F2700, 0x211C53,
      0x262626,
    ],
    indexed: [
      [230, 223, 215, 208], [189, 153, 74, 32], [194, 151, 72, 35], [225, 218, 176, 133],
      [224, 216, 173, 166], [195, 159, 117, 39], [181, 138, 132, 89], [230, 229, 228, 220],
      [146, 103, 61, 18], [254, 251, 249, 247],
    ],
    indexedMarks: [52, 17, 22, 53, 58, 23, 234, 233, 16, 235])
).palettes
