import Backtest
import Banking
import Gaps
import Wording

extension BacktestReport {
  var json: JSONValue {
    .object([
      ("bank", .string(bank.id.rawValue)), ("as_of", .string(asOf.description)),
      ("question", .string(question.rawValue)), ("horizon_months", .integer(horizonMonths)),
      ("resamples", .integer(resamples)), ("origins_asked", .integer(originsAsked)),
      ("pooled", pooled.json(catalogue)), ("warnings_before_leaving", warnings?.json ?? .null),
      (
        "origins",
        .array(
          origins.map { origin in
            .object([
              ("as_of", .string(origin.asOf.description)), ("until", .string(origin.until.description)),
              ("basis", .string(origin.basis.rawValue)), ("evaluation", origin.evaluation.json(catalogue)),
            ])
          })
      ),
    ])
  }
}

extension Evaluation {
  fileprivate func json(_ catalogue: Catalogue) -> JSONValue {
    .object([
      ("clients", .integer(clients)), ("pairs", .integer(pairs)), ("openers", .integer(takers)),
      ("openings", .integer(taken)), ("win_backs", .integer(wonBack)),
      ("rankings", .array(rankers.map(\.json))), ("calibration", calibration?.json(catalogue) ?? .null),
      ("income", income?.json ?? .null),
    ])
  }
}

extension RankerQuality {
  fileprivate var json: JSONValue {
    .object([
      ("ranker", .string(ranker.rawValue)), ("figures", Self.json(figures)),
      ("xsell_leads_by", lead.isEmpty ? .null : Self.json(lead)),
    ])
  }

  private static func json(_ figures: [Measure: Estimate]) -> JSONValue {
    func list(_ measure: (ListFigure) -> Measure) -> JSONValue {
      .object(ListFigure.allCases.map { ($0.key, figures[measure($0)].json) })
    }
    return .object([
      ("openers", list { .takers($0, .all) }), ("first_time", list { .takers($0, .firstTime) }),
      ("win_back", list { .takers($0, .winBack) }), ("all_clients", list { .everyone($0) }),
      ("auc", figures[.areaUnderCurve].json), ("precision_top_1_percent", figures[.topPrecision].json),
    ])
  }
}

extension ListFigure {
  fileprivate var key: String {
    switch self {
    case .averagePrecision: "map_7"
    case .recall1: "recall_1"
    case .recall3: "recall_3"
    case .recall7: "recall_7"
    case .gain: "ndcg_7"
    }
  }
}

extension Estimate? {
  fileprivate var json: JSONValue {
    map { .object([("value", .number($0.value)), ("low", .number($0.low)), ("high", .number($0.high))]) } ?? .null
  }
}

extension Calibration {
  fileprivate func json(_ catalogue: Catalogue) -> JSONValue {
    .object([
      ("brier", .number(brier)), ("brier_of_the_rate", .number(brierOfTheRate)),
      ("expected_calibration_error", .number(expectedError)), ("deciles", .array(deciles.map { .object($0.members) })),
      (
        "products",
        .array(
          products.enumerated().map { product, cell in
            .object([("product_code", .string(catalogue[product].code.rawValue))] + cell.members)
          })
      ),
    ])
  }
}

extension Calibration.Cell {
  fileprivate var members: [(key: String, value: JSONValue)] {
    [("pairs", .integer(pairs)), ("expected", .number(expected)), ("opened", .integer(opened))]
  }
}

extension IncomeAccuracy {
  fileprivate var json: JSONValue {
    .object([
      ("pairs", .integer(pairs)), ("typical_factor", typicalFactor.json), ("total_ratio", totalRatio.json),
      ("rank_correlation", rankCorrelation.json), ("coverage", coverage.json),
    ])
  }
}
