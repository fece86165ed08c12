package import Banking

/// One start of the nightly job: a row of `xsell.run`.
package struct RunFacts: Sendable {
  /// A figure by name, in the order it is to be shown.
  package struct Figure: Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A UUID in its usual spelling.
  package var identifier: String
  package var bankName: String
  package var asOf: BusinessDate
  package var kind: Code<RunKind>
  package var state: Code<RunState>
  /// UTC, to the minute.
  package var startedAt: String
  /// Nil while it runs.
  package var seconds: Double?
  /// By stage, in the order they ran.
  package var stages: [(stage: String, figures: [Figure])] = []
  package var manifest: [Figure] = []
  package var failure: String?

  package init(
    identifier: String, bankName: String, asOf: BusinessDate, kind: Code<RunKind>, state: Code<RunState>,
    startedAt: String, seconds: Double?
  ) {
    self.identifier = identifier
    self.bankName = bankName
    self.asOf = asOf
    self.kind = kind
    self.state = state
    self.startedAt = startedAt
    self.seconds = seconds
  }
}
