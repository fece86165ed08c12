import Banking

/// The person who decides.
struct Owner {
  /// Factor on the pace of taking products: early adopters above 1.
  let promptness: Double
  /// Factor on the chance of leaving after a bad experience, and on the discount he bargains for.
  let priceSensitivity: Double
  /// Share of the firm's business that another bank has when the firm arrives.
  let otherBank: Double

  init(random: inout SeededRandom) {
    promptness = random.logNormal(spread: 0.55)
    priceSensitivity = random.within(0.5...1.6)
    otherBank = random.chance(0.45) ? random.within(0...0.15) : random.within(0.1...0.85)
  }

  /// Factor on the bank's tariff.
  var discount: Double { 1.25 - 0.25 * priceSensitivity }
}
