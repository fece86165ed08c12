import Backtest

extension Evaluation {
  /// By what xsell leads, loses to, or cannot be told from, on MAP@7.
  func rivals(_ verdict: Verdict) -> [Ranker] {
    rankers.compactMap { quality in
      quality.lead[.takers(.averagePrecision, .all)].flatMap { Verdict($0) == verdict ? quality.ranker : nil }
    }
  }

  /// Plain sentences on the same.
  var verdict: [String] {
    func names(_ verdict: Verdict) -> String { rivals(verdict).map(\.name).joined(separator: ", ") }
    var sentences: [String] = []
    if !rivals(.leads).isEmpty { sentences.append("xsell ranks better than: \(names(.leads)).") }
    if !rivals(.level).isEmpty { sentences.append("xsell cannot be told from: \(names(.level)).") }
    if !rivals(.loses).isEmpty { sentences.append("xsell loses to: \(names(.loses)).") }
    return sentences
  }
}

extension BacktestReport {
  /// The verdict, and how often a baseline was ahead all the same.
  var verdict: [String] {
    let lost = origins.count { origin in
      let best = origin.evaluation.bestBaseline?.figure(.averagePrecision)?.value ?? 0
      return best > origin.evaluation.xsell.figure(.averagePrecision)?.value ?? 0
    }
    guard lost > 0, origins.count > 1 else { return pooled.verdict }
    return pooled.verdict + ["At \(lost) of \(origins.count) origins the best baseline scored higher."]
  }
}
