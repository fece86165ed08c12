import Banking

// Large banks have a hundred thousand cells: they are kept column by column, a fifth of what cell by cell would take.

extension IdealLessons: Codable {
  private struct Kept: Codable {
    var columns: [KeptColumn]
    var profiles: KeptProfiles
  }

  package init(from decoder: any Decoder) throws {
    let kept = try Kept(from: decoder)
    guard kept.profiles.isWhole, kept.columns.allSatisfy(\.isWhole) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "columns of different lengths"))
    }
    self.init(columns: kept.columns.map(\.column), profiles: kept.profiles.profiles)
  }

  package func encode(to encoder: any Encoder) throws {
    try Kept(columns: columns.map { KeptColumn($0) }, profiles: KeptProfiles(profiles)).encode(to: encoder)
  }
}

private struct KeptColumn: Codable {
  private let members: [Int]
  private let reference: [Int]
  private let holders: [Int]
  private let thresholds: [Int64?]
  private let penetrations: [Double]
  /// By cell with usage: its place, and the usage.
  private let used: [Int]
  private let usedBy: [Int]
  private let typicalIncomes: [Int64]
  private let idealIncomes: [Int64]
  private let operations: [Double]
  private let strengths: [Double]

  /// The cell of everyone stands last.
  init(_ column: IdealColumn) {
    let cells = column.cells + [column.everyone]
    members = cells.map(\.memberCount)
    reference = cells.map(\.referenceMembers)
    holders = cells.map(\.holders)
    thresholds = cells.map(\.threshold?.minorUnits)
    penetrations = cells.map(\.penetration)
    let usages = cells.enumerated().compactMap { place, cell in cell.usage.map { (place: place, usage: $0) } }
    used = usages.map(\.place)
    usedBy = usages.map(\.usage.holders)
    typicalIncomes = usages.map(\.usage.typicalIncome.minorUnits)
    idealIncomes = usages.map(\.usage.idealIncome.minorUnits)
    operations = usages.map(\.usage.typicalOperations)
    strengths = column.strengths
  }

  var isWhole: Bool {
    let cells = [reference.count, holders.count, thresholds.count, penetrations.count]
    let usages = [usedBy.count, typicalIncomes.count, idealIncomes.count, operations.count]
    return !members.isEmpty && cells.allSatisfy { $0 == members.count } && usages.allSatisfy { $0 == used.count }
      && used.allSatisfy(members.indices.contains)
  }

  var column: IdealColumn {
    var usages = [ProductUsage?](repeating: nil, count: members.count)
    for (row, place) in used.enumerated() {
      usages[place] = ProductUsage(
        holders: usedBy[row], typicalIncome: Money(minorUnits: typicalIncomes[row]),
        idealIncome: Money(minorUnits: idealIncomes[row]), typicalOperations: operations[row])
    }
    let cells = members.indices.map { place in
      IdealCell(
        memberCount: members[place], referenceMembers: reference[place], holders: holders[place],
        threshold: thresholds[place].map { Money(minorUnits: $0) }, penetration: penetrations[place],
        usage: usages[place])
    }
    return IdealColumn(cells: cells.dropLast(), everyone: cells[cells.count - 1], strengths: strengths)
  }
}

private struct KeptProfiles: Codable {
  private let members: [Int]
  private let shares: [Double]
  private let typicalIncomes: [Int64?]
  private let idealIncomes: [Int64?]

  init(_ profiles: [CohortProfile]) {
    members = profiles.map(\.memberCount)
    shares = profiles.map(\.share)
    typicalIncomes = profiles.map(\.typicalIncome?.minorUnits)
    idealIncomes = profiles.map(\.idealIncome?.minorUnits)
  }

  var isWhole: Bool {
    [shares.count, typicalIncomes.count, idealIncomes.count].allSatisfy { $0 == members.count }
  }

  var profiles: [CohortProfile] {
    members.indices.map { place in
      CohortProfile(
        memberCount: members[place], share: shares[place],
        typicalIncome: typicalIncomes[place].map { Money(minorUnits: $0) },
        idealIncome: idealIncomes[place].map { Money(minorUnits: $0) })
    }
  }
}
