import Banking

extension FirmLife {
  /// The day on which the client had left by the as-of date, nil while it is there or has come back.
  var closedOn: BusinessDate? {
    let past = departures.last { ($0.closedOn ?? calendar.asOf.advanced(byDays: 1)) <= calendar.asOf }
    if let back = past?.returnedOn, back <= calendar.asOf { return nil }
    return past?.closedOn
  }

  /// Whether the warehouse would have archived the client before the window opens.
  var isArchived: Bool {
    guard let last = departures.last, last.returnedOn == nil, let flow = last.lastFlowIn else { return false }
    if let closed = last.closedOn { return closed < calendar.windowStart.firstDay }
    return flow < calendar.windowStart.advanced(by: -12)
  }
}
