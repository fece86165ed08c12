import Banking
import IdealProfiles
import Nightly
import Wording

/// What became of the profiles between two dates; for analysts, in English.
struct ProfileDiffView {
  private let diff: ProfileDiff
  private let numbers = English().numbers

  init(_ diff: ProfileDiff) { self.diff = diff }

  func render(style: Style, width: Int?) -> String {
    let (then, now) = (diff.then, diff.now)
    let isRedrawn = then.fittedOn != now.fittedOn
    let profiles =
      isRedrawn
      ? "profiles fitted \(then.fittedOn), drawn anew \(now.fittedOn)" : "the profiles fitted \(now.fittedOn)"
    let moved = diff.moves.count { $0.from != nil && $0.to != nil }
    let share = Double(moved) / Double(max(1, moved + diff.stayed))
    var lines = [
      style.paint("\(then.asOf) → \(now.asOf)", .strong) + "  "
        + style.paint(profiles, .muted),
      "\(numbers.integer(diff.stayed)) clients stayed, \(numbers.integer(moved)) moved (\(numbers.percent(share)))\(agreement)",
      "",
    ]
    let flows = diff.flows
    guard !flows.isEmpty else { return lines.joined(separator: "\n") }
    lines += Table(
      [.left("From", min: 20), .left("To", min: 20), .right("Clients"), .left("Because")],
      rows: flows.map { flow in
        [
          .init(flow.from?.name ?? "–", .muted), .init(flow.to?.name ?? "–"), .init(numbers.integer(flow.clients)),
          .init(Self.words(flow.cause), .muted),
        ]
      }
    ).lines(style, width: width)
    lines += ["", style.paint("Client by client, with what was opened and dropped: --csv", .muted)]
    return lines.joined(separator: "\n") + "\n"
  }

  private var agreement: String {
    diff.agreement.map { "; adjusted Rand index \(($0 * 1000).rounded() / 1000)" } ?? ""
  }

  private static func words(_ cause: ProfileDiff.Cause) -> String {
    switch cause {
    case .client: "the clients changed"
    case .profiles: "the profiles were drawn anew"
    case .arrival: "new clients"
    case .departure: "clients that left"
    }
  }
}
