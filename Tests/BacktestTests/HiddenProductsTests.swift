import Banking
import Features
import Testing

@testable import Backtest

@Suite struct HiddenProductsTests {
  @Test("One held product is hidden of about 30 % of those who hold two, as if it had never been; seeds 1 to 200")
  func hidden() {
    let snapshot = SmallBank.table().snapshot
    var masked = 0
    for seed in 1...200 {
      let hidden = HiddenProducts(snapshot, random: SeededRandom(seed: UInt64(seed)))
      let trial = hidden.trial(FeatureTable(hidden.snapshot))
      for client in 0..<5 {
        let before = snapshot.holdings(of: client).map(\.product)
        let after = hidden.snapshot.holdings(of: client).map(\.product)
        guard let product = hidden.hidden[client] else {
          #expect(after == before)
          #expect(trial.taken[client] == nil)
          continue
        }
        masked += 1
        #expect(after == before.filter { $0 != product })
        #expect(trial.taken(client, .firstTime) == [product])
      }
      // The fifth holds one product only.
      #expect(hidden.hidden[4] == nil)
    }
    // Four of five clients hold two: 240 of 800 expected.
    #expect((180...300).contains(masked))
  }
}
