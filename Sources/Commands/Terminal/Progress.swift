import Glibc
import Synchronization

/// A progress bar on standard error while somebody watches; silent otherwise.
final class Progress: Sendable {
  private struct State {
    var stage = ""
    var stageStarted = ContinuousClock.now
    var lastDrawn: ContinuousClock.Instant?
  }

  private let isShown: Bool
  private let style: Style
  private let width: Int
  private let state = Mutex(State())

  /// Redraws are no more frequent than this, so that drawing costs nothing next to the work.
  private static let pause = Duration.milliseconds(100)

  init(_ terminal: Terminal) {
    isShown = terminal.showsProgress
    style = Style(isColoured: false, isUnicode: terminal.style.isUnicode)
    width = (terminal.width ?? 80) - 1
  }

  /// - Parameter share: of the stage's work, 0–1; nil where its size is not known.
  func report(_ stage: String, share: Double?) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let line: ProgressLine? = state.withLock { state in
      if state.stage != stage {
        state = State(stage: stage, stageStarted: now)
      } else if let last = state.lastDrawn, now - last < Self.pause {
        return nil
      }
      state.lastDrawn = now
      return ProgressLine(stage: stage, share: share, elapsed: now - state.stageStarted)
    }
    if let line { draw(line.text(style, width: width)) }
  }

  /// Clears the line for what follows.
  func finish() {
    if isShown { draw("") }
  }

  private func draw(_ text: String) {
    let bytes = Array("\r\u{1B}[K\(text)".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
