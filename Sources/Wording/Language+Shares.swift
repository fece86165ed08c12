extension Language {
  /// `61 %` of many, but `3` of few: a percentage of a handful says more than is known.
  func share(_ holders: Int, of members: Int) -> String {
    members < Self.fewMembers
      ? numbers.integer(holders) : numbers.percent(Double(holders) / Double(members))
  }

  private static var fewMembers: Int { 20 }
}
