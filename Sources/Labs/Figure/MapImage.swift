import Drawing
import Engine
import Studio

/// Numbers or classes over the plane as pixels.
enum MapImage {
  /// Numbers from −1 to 1; what is beyond has the colour of the end, NaN a grey.
  static func image(of field: Field, _ style: FigureStyle) -> PaletteImage {
    let top = Float(FigureStyle.levels - 1)
    return PaletteImage(
      width: field.width, height: field.height, inks: style.scale + [style.muted],
      pixels: field.values.map { value in
        guard !value.isNaN else { return UInt8(FigureStyle.levels) }
        return UInt8(((min(max(value, -1), 1) + 1) / 2 * top).rounded())
      })
  }

  /// Steps from unsure to sure.
  private static let steps = 24

  /// Classes, each paler where it is less sure.
  static func image(of field: ClassField, _ style: FigureStyle) -> PaletteImage {
    let classes = min(Palette.classCount, max(1, (field.classes.max() ?? 0) + 1))
    let inks = (0..<classes).flatMap { index in
      (0..<steps).map { step in
        style.classInk(index, strength: Double(step) / Double(steps - 1))
      }
    }
    return PaletteImage(
      width: field.width, height: field.height, inks: inks + [style.muted],
      pixels: field.classes.indices.map { pixel in
        let (index, confidence) = (field.classes[pixel], field.confidences[pixel])
        guard index >= 0, !confidence.isNaN else { return UInt8(inks.count) }
        let step = (min(max(confidence, 0), 1) * Float(steps - 1)).rounded()
        return UInt8(index % classes * steps + Int(step))
      })
  }
}
