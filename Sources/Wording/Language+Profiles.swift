package import Banking

extension Language {
  /// A profile's name with what the program says in it in this language; products, and names given by hand, are the bank's own.
  package func profile(_ name: String) -> String {
    // Behind what is said stand products, or the number that tells the profile from another of the name.
    let end = [ProfileTrait.productSeparator, " ("].compactMap { name.firstRange(of: $0)?.lowerBound }.min()
    let said = name[..<(end ?? name.endIndex)]
    let words = said.split(separator: ProfileTrait.separator).map {
      ProfileTrait(rawValue: String($0)).flatMap { traits[$0] }
    }
    guard words.allSatisfy({ $0 != nil }) else { return name }
    return words.compactMap(\.self).joined(separator: ProfileTrait.separator) + name[said.endIndex...]
  }
}
