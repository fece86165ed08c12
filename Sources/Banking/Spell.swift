/// One uninterrupted time of holding a product.
package struct Spell: Hashable, Sendable {
  package var first: OptionalDay
  package var after: OptionalDay
  /// False where the product was moved, taken over or given to all on the first day: nobody opened it then.
  package var isChosen: Bool

  @inlinable
  package init(start: BusinessDate?, end: BusinessDate?, isChosen: Bool = true) {
    first = OptionalDay(start)
    after = OptionalDay(end)
    self.isChosen = isChosen
  }

  /// First day; nil = unknown, held for as long as is known.
  @inlinable
  package var start: BusinessDate? { first.date }

  /// First day without it; nil = still held at the as-of date.
  @inlinable
  package var end: BusinessDate? {
    get { after.date }
    set { after = OptionalDay(newValue) }
  }
}
