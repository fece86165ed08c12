import Glibc
import Testing

@testable import Commands

@Suite("Work that signals stop", .serialized)
struct StoppableWorkTests {
  @Test("a signal cancels the work, and the failure says what to do", arguments: [SIGTERM, SIGINT, SIGHUP])
  func stopped(signal: Int32) async {
    let error = await #expect(throws: CommandError.self) {
      try await StoppableWork.run { try await stop(by: signal) }
    }
    #expect(error?.status == .tryAgain)
    let name = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"][signal] ?? ""
    #expect(error?.description == "\(name) stopped it before its end; run it again.")
  }

  @Test("work that ends all the same has ended well")
  func endsWell() async throws {
    let answer = try await StoppableWork.run {
      try? await stop(by: SIGTERM)
      return 42
    }
    #expect(answer == 42)
  }

  @Test("work that fails by itself keeps its own error")
  func fails() async {
    struct Own: Error {}
    await #expect(throws: Own.self) { try await StoppableWork.run { throw Own() } }
  }

  /// Sends it to this process, once Dispatch has had time to listen, and waits to be cancelled.
  private func stop(by signal: Int32) async throws {
    try await Task.sleep(for: .milliseconds(200))
    kill(getpid(), signal)
    try await Task.sleep(for: .seconds(30))
  }
}
