/// What the nights of May and June show when nothing disturbs them, made once for all tests.
struct Undisturbed: Sendable {
  let may: [String: String]
  let june: [String: String]

  static let shared = Task {
    let connection = try await LoadedBank.connectPublished()
    let may = try await Checksums.ofViews(connection)
    try await LoadedBank.night(connection, LoadedBank.june)
    return Undisturbed(may: may, june: try await Checksums.ofViews(connection))
  }
}
