import Banking
import Features
import Glibc

extension OriginOutcome {
  /// The origin's rows: every opening, unless they alone would take more than half of the limit, and of the other pairs the share
  /// that the settings and the limit allow.
  func rows(_ settings: AdoptionSettings, limit: Int, random: SeededRandom) -> TransitionRows {
    let kept = min(total, limit / 2)
    let wanted = min(limit - kept, max(5_000, settings.negativesPerOpening * total))
    let shares = (
      opened: Self.share(of: total, wanted: kept), others: Self.share(of: chances.reduce(0, +) - total, wanted: wanted)
    )
    let stream = random.stream(UInt64(bitPattern: Int64(inputs.table.snapshot.asOf.dayNumber)))
    let levels = productLevels()
    var rows = TransitionRows(inputs: inputs.names.count)
    var row = TransitionRow(inputs)
    for client in opened.indices {
      guard let opened = opened[client] else { continue }
      let id = inputs.table.snapshot.clients[client].id
      var isTurned = false
      for product in 0..<inputs.table.productCount where !inputs.table.holds(client, product) {
        let isOpened = opened.contains(Int16(product))
        let share = isOpened ? shares.opened : shares.others
        guard TransitionRows.lot(stream, id, product) < UInt64(share * 0x1p32) else { continue }
        if !isTurned { row.turn(to: client) }
        isTurned = true
        row.fill(product)
        rows.values += row.values
        rows.isOpened.append(isOpened)
        rows.level.append(levels[product])
        rows.weight.append(Float(1 / share))
      }
    }
    return rows
  }

  private static func share(of pairs: Int, wanted: Int) -> Double {
    pairs > wanted ? Double(wanted) / Double(pairs) : 1
  }

  /// Log-odds of each product's own rate of opening after the origin, so that season and fashion are no lesson.
  private func productLevels() -> [Float] {
    let overall = (Double(total) + 0.5) / (Double(chances.reduce(0, +)) + 1)
    return openings.indices.map {
      let rate = (Double(openings[$0]) + 20 * overall) / (Double(chances[$0]) + 20)
      return Float(log(rate / (1 - rate)))
    }
  }
}
