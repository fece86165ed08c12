package import Banking

/// When a snapshot is too broken for a night.
package struct CheckSettings: Sendable, Equatable {
  /// An amount of larger magnitude is a fault of the row, not income. In the bank's currency; default 10^12, more than
  /// any bank earns from one small business.
  package var absurdAmount = Money(minorUnits: 100_000_000_000_000)
  /// Share (0–1) of a relation's rows that may be set aside as broken before the whole snapshot is refused. Default
  /// 0.01: a hundredth moves no median.
  package var quarantineShare = 0.01
  /// A client base smaller by more than this share (0–1) than at the last published night is an error. Default 0.5.
  package var shrinkErrorShare = 0.5
  /// … and a warning by more than this share. Default 0.1: no bank loses a tenth of its clients between two nights.
  package var shrinkWarningShare = 0.1
  /// The last complete month is not loaded yet where fewer than this share (0–1) of the clients of the months before have
  /// business in it. Default 0.5: no season leaves half of a bank's clients without any. 0 = never.
  package var thinMonthShare = 0.5
  /// … and is perhaps loaded in part where fewer than this share have, of all clients or of those that use a product month by
  /// month. Default 0.8: few seasons leave a fifth without any.
  package var thinMonthWarningShare = 0.8
  /// Whether a missing load note is an error rather than a warning. Default false: many warehouses write none.
  package var requireLoadNote = false
  /// Days by which an as-of date may lie ahead of the latest load note. Default 93: a quarter. A date further ahead is a
  /// slip of the keyboard, and would keep later nights off the triggers.
  package var maximumDaysAhead = 93

  package init() {}
}
