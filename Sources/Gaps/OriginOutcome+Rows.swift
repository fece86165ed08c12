import Banking
import Features
import Glibc

extension OriginOutcome {
  /// The origin's rows: every opening, and of the other pairs the share that the settings and the limit allow.
  func rows(_ settings: AdoptionSettings, limit: Int, random: SeededRandom) -> TransitionRows {
    let others = chances.reduce(0, +) - total
    let wanted = min(max(0, limit - total), max(5_000, settings.negativesPerOpening * total))
    let share = others > wanted ? Double(wanted) / Double(others) : 1
    let bound = UInt64(share * 0x1p32)
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
        guard isOpened || TransitionRows.lot(stream, id, product) < bound else { continue }
        if !isTurned { row.turn(to: client) }
        isTurned = true
        row.fill(product)
        rows.values += row.values
        rows.isOpened.append(isOpened)
        rows.level.append(levels[product])
        rows.weight.append(isOpened ? 1 : Float(1 / share))
        rows.part.append(UInt8(TransitionRows.lot(random, id, -1) % UInt64(TransitionRows.parts)))
      }
    }
    return rows
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
