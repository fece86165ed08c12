/// Thresholds of the life cycle. Changes are shares of the usual level: 0.3 is a fall (or rise) by 30 %. Each change has
/// a stronger value for entering a stage and a weaker one for staying in it, so that clients do not flicker.
package struct StageSettings: Sendable, Hashable {
  /// Whole months of tenure below which a client is onboarding. Three: the first statements and the first quarter's
  /// taxes have passed, so the first set of services is either in use or missing.
  package var onboardingMonths = 3
  /// Full months of its own that a client needs before its last three for a trend, and active ones before a silence says
  /// that it leaves. Three: their median bears one month of noise. A younger client that is active counts as growing.
  package var baselineMonths = 3

  /// A rise this large enters growth: beyond the usual year's inflation of tariffs.
  package var growthEnter = 0.2
  package var growthStay = 0.08
  /// A fall this large enters decline: about what the loss of one main service costs.
  package var declineEnter = 0.3
  package var declineStay = 0.15
  /// A fall this large means that business is being moved elsewhere.
  package var leavingEnter = 0.7
  package var leavingStay = 0.5
  /// A change must also exceed this many times the client's own usual month-to-month change (the median of it, as a
  /// share of its level); half as much for staying. 1.5 is about two standard deviations of a median of three months.
  package var noiseMultiple = 1.5
  /// Operations a month below which their number says nothing about trend: of ten, three come or go by chance, as much
  /// as a fall that counts.
  package var minimumOperations = 10.0

  /// Months without any income or operation that mean leaving, if the client was never silent so long before. Three:
  /// one or two happen to healthy clients (holidays, a late posting).
  package var silentMonths = 3
  /// Silence must also be longer than the longest pause of this share (0–1) of the bank's clients: where business is
  /// done by the quarter, three months are nothing. Four in five.
  package var silenceQuantile = 0.8
  /// Months of silence after which a client counts as left, closed or not: a whole season has passed.
  package var leftMonths = 12
  /// Months of silence (or without any account) after which activity is a return. Half a year: longer than a season's
  /// pause, and it must be longer than any pause before.
  package var returnAfterMonths = 6
  /// Months for which a client that is active again counts as returned: until it has a level of its own again.
  package var returnedMonths = 6

  /// Complete months of history from which a client is compared with its own same months a year before.
  package var yearOnYearMonths = 15
  /// Clients, each seen for half of the history and active in half of it, that the bank's own movement must rest on:
  /// with 100, a month's movement is known to about a tenth. With fewer, a client is compared with its plain own months.
  package var minimumPeers = 100

  package init() {}

  /// Three months, and the same of the year before.
  var monthsOfYearOnYear: Int { max(15, yearOnYearMonths) }
}
