import Banking
import Store
import Wording

/// What differs between two runs; for analysts and engineers, in English.
struct RunDiffView {
  private let diff: RunDiff
  private let numbers = English().numbers

  init(_ diff: RunDiff) { self.diff = diff }

  func render(style: Style, width: Int?) -> String {
    var page = Page(English(), style, width: width)
    page.title(title, remark: "\(Page.brief(identifier: diff.earlier.id)) → \(Page.brief(identifier: diff.later.id))")
    guard !diff.differences.isEmpty else {
      page.paragraph("Nothing differs.", .good)
      return page.text
    }
    page.blank()
    if diff.sources.isEmpty {
      page.paragraph("Both were made of the same: input, policy, seed and version of xsell.")
    } else {
      page.table(Table([.left("Made of"), .left(""), .right("Before"), .right("After")], rows: sources))
    }
    if diff.hasUnknownSettings {
      page.paragraph("Which settings differ is not known: a policy of then was not kept, or they are secret.", .muted)
    }
    guard !diff.figures.isEmpty else { return page.text }
    page.blank()
    page.table(
      Table([.left("Came to"), .left(""), .right("Before"), .right("After"), .right("Change")], rows: figures))
    return page.text
  }

  private var title: String {
    let banks = Set([diff.earlier, diff.later].map { $0.bankName ?? $0.bank.rawValue })
    let dates = "\(diff.earlier.asOf) → \(diff.later.asOf)"
    return banks.count == 1 ? "\(banks.first ?? "") · \(dates)" : dates
  }

  private var sources: [[Table.Cell]] {
    named(diff.sources) { [.init(told($0, $0.before), .muted), .init(told($0, $0.after, isLater: true))] }
  }

  private var figures: [[Table.Cell]] {
    named(diff.figures) { difference in
      [
        .init(told(difference, difference.before), .muted), .init(told(difference, difference.after)),
        .init(difference.change.map(change) ?? "", .muted),
      ]
    }
  }

  /// The part is named once.
  private func named(
    _ differences: [RunDifference], _ values: (RunDifference) -> [Table.Cell]
  ) -> [[Table.Cell]] {
    differences.indices.map { place in
      let difference = differences[place]
      let isFirst = place == 0 || differences[place - 1].part != difference.part
      return [.init(isFirst ? difference.part : "", .strong), .init(difference.name)] + values(difference)
    }
  }

  private func told(_ difference: RunDifference, _ value: RunDifference.Value?, isLater: Bool = false) -> String {
    guard let value else { return Page.none }
    switch difference.source {
    case .input:
      let isSameNumber = difference.before?.shown == difference.after?.shown
      let rows = value.shown == "1" ? "row" : "rows"
      return "\(grouped(value.shown)) \(rows)" + (isLater && isSameNumber ? ", changed" : "")
    // Hashes: enough to see that they differ.
    case .manifest where difference.name == "policy": return Page.brief(identifier: value.shown)
    case .manifest, .settings: return value.shown
    case nil: return grouped(value.shown)
    }
  }

  private func grouped(_ text: String) -> String { Int(text).map(numbers.integer) ?? text }

  private func change(_ change: Double) -> String {
    let rounded = (change * 1000).rounded() / 1000
    let size = abs(rounded)
    let text = size == size.rounded() && size < 1e15 ? numbers.integer(Int(size)) : "\(size)"
    return rounded == 0 ? "0" : (rounded < 0 ? "−" : "+") + text
  }
}
