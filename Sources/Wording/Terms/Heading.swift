/// Titles of the parts of a printed page.
package enum Heading: Sendable, CaseIterable {
  case recommendations, reasons, openTriggers, history, idealClient, stageCounts, manifest
  case keep, renew, sell, others, priorityFactors, qualification, talkingPoints, timeline
}
