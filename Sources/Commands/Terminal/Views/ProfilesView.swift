import Banking
import Wording

/// What the ideal clients look like.
enum ProfilesView {
  /// Every profile on a line, cohort by cohort.
  static func renderList(_ profiles: [ProfileFacts], language: any Language, style: Style, width: Int?) -> String {
    var page = Page(language, style, width: width)
    guard !profiles.isEmpty else {
      page.paragraph(language.note(.noProfiles))
      return page.text
    }
    let columns: [Table.Column] = [
      .left(page.title(.cohort), min: 14), .right(page.title(.rank)), .left(page.title(.profile), min: 20),
      .right(page.title(.members)), .right(page.title(.typicalIncome)), .right(page.title(.idealIncome)),
      .left(page.title(.products), min: 20),
    ]
    var previous: String?
    let rows = profiles.map { profile -> [Table.Cell] in
      defer { previous = profile.cohortName }
      return row(profile, isFirst: profile.cohortName != previous, page)
    }
    page.table(Table(columns, rows: rows))
    return page.text
  }

  private static func row(_ profile: ProfileFacts, isFirst: Bool, _ page: Page) -> [Table.Cell] {
    let characteristic = profile.products.filter(\.isCharacteristic).map(\.productName)
    return [
      .init(isFirst ? profile.cohortName : "", .muted), .init(String(profile.number), .muted),
      .init(page.profile(profile.name, isPinned: profile.isPinned), .strong),
      .init(page.language.numbers.integer(profile.members)), .init(page.brief(profile.typicalIncome)),
      .init(page.brief(profile.idealIncome)), .init(characteristic.joined(separator: ", "), .muted),
    ]
  }

  /// One profile and its ideal client.
  static func render(_ profile: ProfileFacts, language: any Language, style: Style, width: Int?) -> String {
    var page = Page(language, style, width: width)
    let level = language.name(profile.cohortLevel)
    page.title(page.profile(profile.name, isPinned: profile.isPinned), remark: "\(profile.cohortName) · \(level)")
    page.blank()
    page.facts(
      FactGrid(left: [
        .init(page.label(.members), language.numbers.integer(profile.members)),
        .init(page.label(.typicalIncome), language.monthly(page.amount(profile.typicalIncome, profile.currency))),
        .init(page.label(.idealIncome), language.monthly(page.amount(profile.idealIncome, profile.currency))),
        .init(page.label(.lifeValue), page.amount(profile.lifeValue, profile.currency)),
        .init(page.label(.acquisitionCost), page.amount(profile.acquisitionCost, profile.currency)),
      ]))
    page.heading(.idealClient, remark: language.monthly(profile.currency))
    page.table(products(profile.products, page))
    return page.text
  }

  private static let barWidth = 20

  private static func products(_ products: [ProfileProductFacts], _ page: Page) -> Table {
    let numbers = page.language.numbers
    return Table(
      [
        .left(page.title(.product), min: 14), .left(""), .right(page.title(.penetration)),
        .right(page.title(.typicalIncome)), .right(page.title(.idealIncome)), .right(page.title(.operations)),
      ],
      rows: products.map { product in
        let bar = Bars.bar(product.penetration, width: barWidth, page.style)
        return [
          .init(product.productName, product.isCharacteristic ? .strong : .plain),
          .init(bar.filled + bar.rest, product.isCharacteristic ? .good : .muted),
          .init(numbers.percent(product.penetration)), .init(page.brief(product.typicalIncome)),
          .init(page.brief(product.idealIncome)),
          .init(product.typicalOperations.map { numbers.integer($0) } ?? Page.none),
        ]
      })
  }
}
