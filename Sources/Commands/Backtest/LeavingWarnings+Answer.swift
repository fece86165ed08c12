import Backtest
import Wording

extension LeavingWarnings {
  /// What was asked of how many, and what counts.
  var sentences: [String] {
    let numbers = BacktestFigures.numbers
    return [
      "Who would leave, as it could be seen at the month ends of the last \(counted(Self.months, "month")): "
        + "\(numbers.integer(leavers)) clients closed or are without operations for \(counted(Self.silentMonths, "month")); "
        + "their business ended with the last month with operations. \(numbers.integer(closings)) closed in that time.",
      "Warned of: flagged \(counted(Self.leadMonths, "month")) or more before, and still so then. False alarm: a run of "
        + "flags on a client that had not left and did not within \(counted(Self.windowMonths, "month")).",
    ]
  }

  var json: JSONValue {
    .object([
      ("months", .integer(Self.months)), ("lead_months", .integer(Self.leadMonths)),
      ("window_months", .integer(Self.windowMonths)), ("silent_months", .integer(Self.silentMonths)),
      ("leavers", .integer(leavers)), ("closings", .integer(closings)),
      (
        "rules",
        .array(
          figures.map { figure in
            .object([
              ("rule", .string(figure.rule.rawValue)), ("warned", .integer(figure.warned)),
              ("warned_of_closing", .integer(figure.warnedOfClosing)), ("false_alarms", .integer(figure.falseAlarms)),
              ("false_per_true", .number(figure.falsePerTrue)), ("false_per_closing", .number(figure.falsePerClosing)),
            ])
          })
      ),
    ])
  }
}

extension LeavingRule {
  /// For people.
  var name: String {
    switch self {
    case .stages: "stage decline or leaving"
    case .silentSixtyDays: "no operations for 60 days"
    }
  }
}

extension BacktestTables {
  static func warnings(_ warnings: LeavingWarnings) -> Table {
    func share(_ part: Int, _ whole: Int) -> String {
      whole > 0 ? BacktestFigures.numbers.percent(Double(part) / Double(whole)) : Page.none
    }
    return Table(
      [
        .left("Flagged by"), .right("Warned of end of business"), .right("False alarms"), .right("for each warned of"),
        .right("Warned of closing"), .right("False for each"),
      ],
      rows: warnings.figures.map { figure in
        [
          .init(figure.rule.name, figure.rule == .stages ? .strong : .plain),
          .init(share(figure.warned, warnings.leavers)), .init(BacktestFigures.numbers.integer(figure.falseAlarms)),
          .init(BacktestFigures.plain(figure.falsePerTrue, places: 1)),
          .init(share(figure.warnedOfClosing, warnings.closings)),
          .init(BacktestFigures.plain(figure.falsePerClosing, places: 1)),
        ]
      })
  }
}
