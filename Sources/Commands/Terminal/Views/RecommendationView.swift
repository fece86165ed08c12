import Wording

/// The answer to "why is, or is not, this product offered to this client?".
enum RecommendationView {
  static func render(_ facts: RecommendationFacts, language: any Language, style: Style, width: Int?) -> String {
    var page = Page(language, style, width: width)
    page.add(TextWidth.printable(facts.productName), .strong)
    page.paragraph(language.statusSentence(facts), facts.status.term == .offered ? .good : .warning)
    page.blank()
    page.table(RecommendationTable.table([facts], page))
    page.blank()
    page.paragraph(language.reason(facts))
    if let drivers = language.drivers(facts) { page.paragraph(drivers) }
    if facts.typical == nil { page.paragraph(language.note(.worthUnknown), .warning) }
    if let note = language.note(on: facts.basis) { page.paragraph(note, .warning) }
    return page.text
  }

  /// For a product of which nothing is recommended, so that there are no figures.
  static func render(
    _ status: OfferStatus, product: String, language: any Language, style: Style, width: Int?
  ) -> String {
    var page = Page(language, style, width: width)
    page.add(TextWidth.printable(product), .strong)
    page.paragraph(language.sentence(status, product: product))
    return page.text
  }
}
