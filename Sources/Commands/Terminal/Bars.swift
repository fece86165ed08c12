/// Small charts inside a line.
enum Bars {
  /// One column a value, from zero to the largest; what is below zero stands at the bottom.
  static func sparkline(_ values: [Int64], _ style: Style) -> String {
    let steps = Array(style.isUnicode ? "▁▂▃▄▅▆▇█" : "_.-=+*#%")
    let top = values.max() ?? 0
    guard top > 0 else { return String(repeating: steps[0], count: values.count) }
    return String(
      values.map { value in
        let place = Double(max(0, value)) / Double(top) * Double(steps.count - 1)
        return steps[Int(place.rounded())]
      })
  }

  /// A share of `width` columns, the rest left as a faint track.
  static func bar(_ share: Double, width: Int, _ style: Style) -> (filled: String, rest: String) {
    let bounded = share.isFinite ? min(1, max(0, share)) : 0
    let filled = Int((bounded * Double(width)).rounded())
    let (ink, track): (Character, Character) = style.isUnicode ? ("█", "░") : ("#", ".")
    return (String(repeating: ink, count: filled), String(repeating: track, count: width - filled))
  }
}
