import Banking
import Store
import Wording

/// Profiles of one cohort as the section `pinned_profiles` of a policy.
struct PinnedSection {
  private let rows: [ProfileRow]
  private let numbers = English().numbers

  init(_ rows: [ProfileRow]) { self.rows = rows }

  var text: String {
    var lines = [
      "# Ideal clients of \(plain(rows.first?.cohort ?? "")), run \(rows.first?.runID ?? "").",
      "# A pinned profile applies to every client of its industries and regions: keep what should hold for all of them.",
      "# join adds its products to those that were learned, override takes their place.", "pinned_profiles:",
    ]
    let profiles = rows.filter { $0.products.contains(where: \.isCharacteristic) }
    if profiles.isEmpty { lines[lines.count - 1] += " []" }
    for profile in profiles { lines += entry(profile) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func entry(_ profile: ProfileRow) -> [String] {
    [
      "  # \(numbers.integer(profile.members)) members, income a month \(income(profile))",
      "  - name: \(quoted(profile.name))",
      "    industries: \(profile.industry.map { "[\(quoted($0))]" } ?? "null")",
      "    regions: \(profile.region.map { "[\(quoted($0))]" } ?? "null")",
      "    mode: \(profile.isPinned ? "override" : "join")",
      "    products:",
    ] + profile.products.filter(\.isCharacteristic).map(product)
  }

  private func product(_ product: ProfileProductRow) -> String {
    let share = numbers.percent(product.penetration)
    let held = "\(plain(product.name)): \(share) of \(numbers.integer(product.referenceMembers)) reference members"
    return "      - \(quoted(product.code.rawValue))  # \(held)"
  }

  private func income(_ profile: ProfileRow) -> String {
    guard let typical = profile.typicalIncome, let ideal = profile.idealIncome else { return "unknown" }
    return "\(numbers.amount(typical, profile.currency)), ideal \(numbers.amount(ideal, profile.currency))"
  }

  /// In one line, for a comment.
  private func plain(_ name: String) -> String { TextWidth.printable(name) }

  /// A string of JSON is one of YAML.
  private func quoted(_ text: String) -> String { JSONWriter.compact(.string(text)) }
}
