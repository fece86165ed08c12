import Banking

/// How likely a silence is for good, by its length: of the bank's own earlier silences, how many were never broken before
/// they counted as gone or ended in closing.
struct FinalSilence: Codable, Sendable {
  /// By complete months of silence; the last element holds for longer ones too. 0 = active in the last month: alive.
  let chance: [Double]

  init(_ view: Vantage, leftMonths: Int) {
    var exposed = [Int](repeating: 0, count: leftMonths)
    var resumed = exposed
    var closed = exposed
    for client in view.clients {
      let own = ActivityHistory.visible(view, client: client).range
      let closing = view.monthOfClosing(client)
      var silent: Int?
      for place in own {
        let month = place - view.row(client).lowerBound
        let isActive = view.isActive(at: place)
        if let length = silent, length > 0, length < leftMonths {
          exposed[length] += 1
          if isActive { resumed[length] += 1 } else if let closing, closing <= month { closed[length] += 1 }
        }
        if let closing, closing <= month { break }
        silent = isActive ? 0 : silent.map { $0 + 1 }
      }
    }
    var chance = [Double](repeating: 1, count: leftMonths + 1)
    chance[0] = 0
    var resumes = 0.0
    for length in stride(from: leftMonths - 1, to: 0, by: -1) {
      let all = Double(max(1, exposed[length]))
      let now = Double(resumed[length]) / all
      resumes = now + (1 - now - Double(closed[length]) / all) * resumes
      // In steps that add up exactly, so that sums over clients do not depend on their order.
      chance[length] = ((1 - resumes) * 1024).rounded() / 1024
    }
    self.chance = chance
  }

  func chance(months: Int) -> Double { chance[min(months, chance.count - 1)] }
}

extension Vantage {
  /// Position of the month of closing in the visible history; nil while open, negative before it.
  func monthOfClosing(_ client: Int) -> Int? {
    closedOn(client).map { months - 1 - lastMonth.months(since: $0.calendarMonth) }
  }
}
