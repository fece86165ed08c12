/// What a progress bar shows.
struct ProgressLine: Sendable {
  let stage: String
  /// 0–1; nil where the size of the work is not known.
  let share: Double?
  let elapsed: Duration

  private static let barWidth = 24

  func text(_ style: Style, width: Int) -> String {
    let seconds = Int(elapsed.components.seconds)
    let clock = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    var parts = [stage, clock]
    if let share {
      let bar = Bars.bar(share, width: Self.barWidth, style)
      parts = [stage, bar.filled + bar.rest, "\(Int((min(1, max(0, share)) * 100).rounded(.down))) %", clock]
    }
    return TextWidth.truncated(parts.joined(separator: "  "), to: width, ellipsis: style.ellipsis)
  }
}
