package import Banking
package import Features

/// How near a cohort's members are to each other. The level used is always shown.
package enum CohortLevel: String, Codable, Sendable, CaseIterable {
  case region = "bank × region × industry"
  case industry = "bank × industry"
  case bank
}

/// A group of clients that are compared with each other; region and industry are positions in the snapshot's lists,
/// nil above their level.
package struct Cohort: Hashable, Codable, Sendable {
  package let level: CohortLevel
  package let region: Int32?
  package let industry: Int32?
  /// Position of the next wider cohort; nil for the bank.
  package let parent: Int?
  /// Peers in it: clients that have not left.
  package let memberCount: Int
}

/// The bank's cohorts from wide to narrow, and each client's own: the narrowest that is large enough.
package struct Cohorts: Sendable {
  /// The bank first, then industries, then cells; a parent always stands before its children.
  package let all: [Cohort]
  /// By client: position of its cohort.
  package let ofClient: [Int32]

  /// - Parameter minimumMembers: a cell or industry with fewer peers backs off to its parent.
  package init(_ table: FeatureTable, minimumMembers: Int) {
    let snapshot = table.snapshot
    var industryPeers = [Int](repeating: 0, count: snapshot.industries.count)
    var cellPeers: [Cell: Int] = [:]
    var peers = 0
    for client in 0..<table.clientCount where table.isPeer(client) {
      let facts = snapshot.clients[client]
      peers += 1
      guard facts.industry >= 0 else { continue }
      industryPeers[Int(facts.industry)] += 1
      if facts.region >= 0 { cellPeers[Cell(facts), default: 0] += 1 }
    }
    var cohorts = [Cohort(level: .bank, region: nil, industry: nil, parent: nil, memberCount: peers)]
    var ofIndustry: [Int32: Int] = [:]
    for (industry, count) in industryPeers.enumerated() where count >= minimumMembers {
      ofIndustry[Int32(industry)] = cohorts.count
      cohorts.append(
        Cohort(level: .industry, region: nil, industry: Int32(industry), parent: 0, memberCount: count))
    }
    for cell in cellPeers.keys.sorted() {
      guard let count = cellPeers[cell], count >= minimumMembers, let parent = ofIndustry[cell.industry] else {
        continue
      }
      cohorts.append(
        Cohort(
          level: .region, region: cell.region, industry: cell.industry, parent: parent, memberCount: count))
    }
    self.init(all: cohorts, snapshot)
  }

  /// Cohorts as they were formed before, and tonight's clients in them.
  /// - Parameter all: of a snapshot with the same regions and industries.
  package init(all: [Cohort], _ snapshot: Snapshot) {
    var ofIndustry: [Int32: Int32] = [:]
    var ofCell: [Cell: Int32] = [:]
    for case (let place, let (region, industry?)) in all.map({ ($0.region, $0.industry) }).enumerated() {
      if let region {
        ofCell[Cell(region: region, industry: industry)] = Int32(place)
      } else {
        ofIndustry[industry] = Int32(place)
      }
    }
    self.all = all
    ofClient = snapshot.clients.map { ofCell[Cell($0)] ?? ofIndustry[$0.industry] ?? 0 }
  }

  /// The cohort and every wider one, narrowest first.
  package func chain(from cohort: Int) -> [Int] {
    var chain = [cohort]
    while let parent = all[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain
  }
}

private struct Cell: Hashable, Comparable {
  let region: Int32
  let industry: Int32

  init(region: Int32, industry: Int32) {
    self.region = region
    self.industry = industry
  }

  init(_ facts: ClientFacts) {
    region = facts.region
    industry = facts.industry
  }
  static func < (a: Self, b: Self) -> Bool { (a.industry, a.region) < (b.industry, b.region) }
}
