import Banking
import Features
import Foundation
import Testing

@testable import Gaps

/// Time and memory at the size of a large bank. Run by hand:
/// `XSELL_CLIENTS=200000 /usr/bin/time -v swift test -c release --filter ScaleMeasurement`
@Suite(.enabled(if: ProcessInfo.processInfo.environment["XSELL_CLIENTS"] != nil))
struct ScaleMeasurement {
  @Test("A large bank is fitted and scored")
  func large() async throws {
    let clients = Int(ProcessInfo.processInfo.environment["XSELL_CLIENTS"] ?? "") ?? 1000
    let asOf = try #require(BusinessDate(iso: "2025-12-31"))
    let products = Int(ProcessInfo.processInfo.environment["XSELL_PRODUCTS"] ?? "") ?? 15
    let isHolding = ProcessInfo.processInfo.environment["XSELL_HOLDING"] != nil
    let tonight = RandomBank(clients: clients, products: products, seed: 1).table(asOf: asOf)
    let small = RandomBank(clients: min(clients, 20_000), products: products, seed: 1)
    let origins = AdoptionOrigins.choose(
      history: AdoptionOrigins.history(of: tonight.snapshot), asOf: asOf, horizon: 3
    ).map { TrainingOrigin(small.table(asOf: $0)) }
    print("built, peak", Self.peakMegabytes(), "MB")
    let clock = ContinuousClock()
    let start = clock.now
    let model = await AdoptionModel.fit(
      tonight: tonight, origins: isHolding ? [] : origins, horizonMonths: 3, random: SeededRandom(seed: 1), threads: 2)
    let fitted = clock.now
    let scores = model.scores
    print(
      "\(model.basis), \(model.openingsLearnedFrom) openings, fit \(fitted - start), score \(clock.now - fitted),",
      "peak", Self.peakMegabytes(), "MB, ranked", scores.ranking(of: 0).count)
  }

  private static func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }
}
