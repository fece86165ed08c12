/// Holdings in half the memory of an array of them: those whose figures are ordinary are packed, the others kept aside as
/// they are. Every holding comes out as it went in.
package struct Holdings: Sendable {
  package var packed: [PackedHolding] = []
  /// Those that do not fit, where their packed form points.
  package var aside: [Holding] = []

  package init() {}

  package init(_ holdings: some Sequence<Holding>) {
    for holding in holdings { append(holding) }
  }

  @inlinable
  package mutating func append(_ holding: Holding) {
    packed.append(PackedHolding(holding) ?? setAside(holding))
  }

  package mutating func reserveCapacity(_ count: Int) { packed.reserveCapacity(count) }

  @inlinable
  package mutating func setAside(_ holding: Holding) -> PackedHolding {
    aside.append(holding)
    return PackedHolding(aside: aside.count - 1)
  }
}

extension Holdings: RandomAccessCollection, MutableCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { packed.count }

  @inlinable
  package subscript(place: Int) -> Holding {
    get {
      let packed = packed[place]
      return packed.isAside ? aside[Int(packed.spellStart)] : packed.holding
    }
    set {
      if packed[place].isAside {
        aside[Int(packed[place].spellStart)] = newValue
      } else {
        packed[place] = PackedHolding(newValue) ?? setAside(newValue)
      }
    }
  }
}

/// A holding in 32 bytes.
package struct PackedHolding: Sendable {
  package let product: Int16
  package let openAccounts: UInt8
  package let activeMonths: UInt8
  /// Where `spellCount` is `.max`, the place among those kept aside.
  package let spellStart: Int32
  package let spellCount: UInt8
  package let maturingAccounts: UInt8
  /// `.min` = none.
  package let lastActive: Int16
  package let maturesOn: OptionalDay
  package let income3: Int32
  package let income12: Int32
  package let incomeYearAgo: Int32
  package let operations3: UInt16
  package let operations12: UInt16

  @inlinable
  package init(aside place: Int) {
    (product, openAccounts, activeMonths) = (0, 0, 0)
    (spellStart, spellCount, maturingAccounts) = (Int32(place), .max, 0)
    (lastActive, maturesOn) = (.min, OptionalDay(nil))
    (income3, income12, incomeYearAgo, operations3, operations12) = (0, 0, 0, 0, 0)
  }

  /// Nil where a figure does not fit.
  @inlinable
  package init?(_ holding: Holding) {
    var lastActive = Int16.min
    if let month = holding.lastActive {
      guard let small = Int16(exactly: month.index), small != .min else { return nil }
      lastActive = small
    }
    guard holding.spells.count < Int(UInt8.max), let openAccounts = UInt8(exactly: holding.openAccounts),
      let maturingAccounts = UInt8(exactly: holding.maturingAccounts), let income3 = Int32(exactly: holding.income3),
      let income12 = Int32(exactly: holding.income12), let incomeYearAgo = Int32(exactly: holding.incomeYearAgo),
      let operations3 = UInt16(exactly: holding.operations3),
      let operations12 = UInt16(exactly: holding.operations12)
    else { return nil }
    (product, self.openAccounts, activeMonths) = (holding.product, openAccounts, holding.activeMonths)
    (spellStart, spellCount) = (holding.spells.lowerBound, UInt8(truncatingIfNeeded: holding.spells.count))
    self.maturingAccounts = maturingAccounts
    (self.lastActive, maturesOn) = (lastActive, OptionalDay(holding.maturesOn))
    (self.income3, self.income12, self.incomeYearAgo) = (income3, income12, incomeYearAgo)
    (self.operations3, self.operations12) = (operations3, operations12)
  }

  @inlinable package var isAside: Bool { spellCount == .max }

  @inlinable package var holding: Holding {
    Holding(
      product: product, openAccounts: UInt16(openAccounts), activeMonths: activeMonths,
      spells: Range(uncheckedBounds: (spellStart, spellStart &+ Int32(spellCount))), maturesOn: maturesOn.date,
      maturingAccounts: UInt16(maturingAccounts),
      lastActive: lastActive == .min ? nil : Month(index: Int32(lastActive)), income3: Int64(income3),
      income12: Int64(income12), incomeYearAgo: Int64(incomeYearAgo), operations3: Int32(operations3),
      operations12: Int32(operations12))
  }
}
