import Banking
import DemoBank
import Lift
import Triggers

/// How often the lift that xsell measures agrees with what the calls really brought. A demo bank lives twice from the same
/// seed, once with managers who call and once without; what each client did in both lives is the truth that no bank ever
/// sees. Then a draw decides whose calls were made, and the measured interval either holds the truth or not.
///
///     swift run -c release lift-coverage [seeds] [clients]
@main
struct Coverage {
  static let asOf = BusinessDate(dayNumber: 9677)  // 2026-06-30
  static let began = BusinessDate(dayNumber: 9496)  // 2025-12-31
  static let months = 6
  static let controlShare = 0.3

  static func main() {
    let counts = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let (seeds, clients) = (counts.first ?? 100, counts.dropFirst().first ?? 2000)
    var held: [LiftMeasure: Int] = [:]
    var seen: [LiftMeasure: Int] = [:]
    for seed in 1...seeds {
      let world = World(seed: UInt64(seed), clients: clients)
      let report = LiftReport(world.observed, random: SeededRandom(seed: 1))
      for figure in report.figures {
        let truth = world.truth(figure.measure)
        if figure.low <= truth, truth <= figure.high { held[figure.measure, default: 0] += 1 }
        if figure.verdict == .higher { seen[figure.measure, default: 0] += 1 }
      }
    }
    print("\(seeds) banks of \(clients) clients, a control group of 30 %, 6 months of calls")
    for measure in LiftMeasure.allCases {
      print(
        "\(measure.rawValue): the interval held the truth in \(held[measure] ?? 0), told a lift in \(seen[measure] ?? 0)"
      )
    }
  }
}
