package import Banking

extension LifeOutlook {
  /// The bank, then its profiles, regions and industries; those without a client are left out.
  /// - Parameters:
  ///   - stages: by client; who has left does not count.
  ///   - profiles: by client.
  package func groups(
    _ snapshot: Snapshot, stages: [StageAssessment?], profiles: [Int16], profileCount: Int
  ) -> [LifeValueGroup] {
    let present = snapshot.clients.indices.filter { stages[$0]?.stage != .left }
    func parted(_ count: Int, by place: (Int) -> Int) -> [(all: [Int], present: [Int])] {
      guard count > 0 else { return [] }
      var groups = [(all: [Int], present: [Int])](repeating: ([], []), count: count)
      for client in snapshot.clients.indices where place(client) >= 0 { groups[place(client)].all.append(client) }
      for client in present where place(client) >= 0 { groups[place(client)].present.append(client) }
      return groups
    }
    var groups = [group(.bank, key: "", profile: nil, (Array(snapshot.clients.indices), present))]
    for (profile, clients) in parted(profileCount, by: { Int(profiles[$0]) }).enumerated() {
      groups.append(group(.profile, key: "", profile: profile, clients))
    }
    for (region, clients) in parted(snapshot.regions.count, by: { Int(snapshot.clients[$0].region) }).enumerated() {
      groups.append(group(.region, key: snapshot.regions[region], profile: nil, clients))
    }
    for (industry, clients) in parted(snapshot.industries.count, by: { Int(snapshot.clients[$0].industry) })
      .enumerated()
    {
      groups.append(group(.industry, key: snapshot.industries[industry], profile: nil, clients))
    }
    return groups.filter { $0.clients > 0 }
  }

  private func group(
    _ dimension: LifeValueGroup.Dimension, key: String, profile: Int?, _ clients: (all: [Int], present: [Int])
  ) -> LifeValueGroup {
    let new = newLife(dimension, clients)
    let incomes = clients.present.compactMap { levels[$0] }.sorted(by: >)
    let total = incomes.reduce(0, +)
    let value = incomes.isEmpty ? nil : total / Double(incomes.count) * new.worth
    let top = incomes.prefix((incomes.count + 4) / 5).reduce(0, +)
    func amount(_ minor: Double?) -> Money? { minor.flatMap { Money(estimate: $0 / 100) } }
    return LifeValueGroup(
      dimension: dimension, key: key, profile: profile, clients: clients.present.count,
      meanMonthlyIncome: amount(incomes.isEmpty ? nil : total / Double(incomes.count)),
      topFifthShare: total > 0 ? min(1, top / total) : nil, expectedMonths: new.months, lifeValue: amount(value),
      acquisitionCost: amount(value.map { max(0, $0) * forecast.settings.acquisitionShare }))
  }

  /// Of a client that comes new: mean months, and what one unit a month is worth over them. A profile is what clients are
  /// tonight, and who has left has left it too, so its own departures would flatter it: its members' cohorts speak for it.
  private func newLife(
    _ dimension: LifeValueGroup.Dimension, _ clients: (all: [Int], present: [Int])
  ) -> (months: Double, worth: Double) {
    guard dimension == .profile else {
      return newLife(dimension == .bank ? survival.curves[0] : survival.curve(of: clients.all))
    }
    var members = [Int](repeating: 0, count: survival.curves.count)
    for client in clients.present { members[Int(cohorts[client])] += 1 }
    return members.indices.reduce((0, 0)) { sum, cohort in
      guard members[cohort] > 0 else { return sum }
      let life = newLife(survival.curves[cohort])
      let share = Double(members[cohort]) / Double(clients.present.count)
      return (sum.0 + share * life.months, sum.1 + share * life.worth)
    }
  }

  private func newLife(_ curve: SurvivalCurve) -> (months: Double, worth: Double) {
    let settings = forecast.settings
    return (
      curve.expectedMonths(settings.longestMonths), curve.annuity(settings.horizonMonths, rate: settings.discountRate)
    )
  }
}
