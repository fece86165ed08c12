import Banking
import Features
import Foundation
import Testing

@testable import Gaps

/// Ranks a source pack as of a date and writes what `score.py` reads. Run by hand:
/// `XSELL_PACK=folder XSELL_AS_OF=2011-09-30 XSELL_HORIZON=2 XSELL_OUT=out.csv swift test -c release --filter PackMeasurement`
@Suite(.enabled(if: ProcessInfo.processInfo.environment["XSELL_PACK"] != nil))
struct PackMeasurement {
  @Test("A pack's ranking is written for scoring")
  func ranking() async throws {
    let environment = ProcessInfo.processInfo.environment
    let reader = try PackReader(folder: environment["XSELL_PACK"] ?? "")
    let asOf = try #require(BusinessDate(iso: environment["XSELL_AS_OF"] ?? ""))
    let horizon = Int(environment["XSELL_HORIZON"] ?? "") ?? 3
    let table = reader.table(asOf: asOf)
    let dates = AdoptionOrigins.choose(
      history: AdoptionOrigins.history(of: table.snapshot), asOf: asOf, horizon: horizon)
    let origins = dates.map { TrainingOrigin(reader.table(asOf: $0)) }
    let clock = ContinuousClock()
    let start = clock.now
    let model = await AdoptionModel.fit(
      tonight: table, origins: origins, horizonMonths: horizon, random: SeededRandom(seed: 1),
      threads: 2)
    let fitted = clock.now
    let scores = model.scores
    print(
      "\(model.basis) from \(model.openingsLearnedFrom) openings at \(dates.map(\.description)); ",
      "fit \(fitted - start), score \(clock.now - fitted)")
    var text = "client_id,product_code,rank,probability\n"
    for client in 0..<table.clientCount {
      for (rank, product) in scores.ranking(of: client).enumerated() {
        let code = table.snapshot.catalogue[product].code
        let probability = scores.probability(client: client, product: product)
        text += "\(table.snapshot.clients[client].id),\(code),\(rank + 1),\(probability)\n"
      }
    }
    try text.write(toFile: environment["XSELL_OUT"] ?? "/dev/null", atomically: false, encoding: .utf8)
  }
}
