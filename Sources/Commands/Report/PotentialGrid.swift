import Banking
import Store

/// Potential by region and industry, the largest by name and the rest together, so that the map can be taken in.
struct PotentialGrid {
  let regions: [String]
  let industries: [String]
  /// By region, then industry; nil = no clients, or nothing known of them.
  let cells: [[Money?]]
  let total: Money

  private static let shown = 12
  private static let rest = "all others"

  init(_ potential: [PotentialCell], unknown: String) {
    let known = potential.compactMap { cell in
      cell.potentialIncome.map { (region: cell.region ?? unknown, industry: cell.industry ?? unknown, income: $0) }
    }
    let regions = Self.largest(known.map { ($0.region, $0.income) })
    let industries = Self.largest(known.map { ($0.industry, $0.income) })
    var cells = [[Money?]](repeating: Array(repeating: nil, count: industries.count), count: regions.count)
    for cell in known {
      let region = regions.firstIndex(of: cell.region) ?? regions.count - 1
      let industry = industries.firstIndex(of: cell.industry) ?? industries.count - 1
      cells[region][industry] = (cells[region][industry] ?? .zero) + cell.income
    }
    self.regions = regions
    self.industries = industries
    self.cells = cells
    total = known.reduce(.zero) { $0 + $1.income }
  }

  private static func largest(_ parts: [(name: String, income: Money)]) -> [String] {
    let sums = Dictionary(parts.map { ($0.name, $0.income) }, uniquingKeysWith: +)
    let names = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return names.count > shown ? names.prefix(shown) + [rest] : names
  }
}
