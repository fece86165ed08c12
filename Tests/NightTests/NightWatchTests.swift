import Synchronization
import Testing

@testable import Nightly

@Suite("The watch of a night")
struct NightWatchTests {
  @Test("A step's seconds are what went by on the clock it was given, however often they are asked for")
  func laps() async {
    let start = ContinuousClock.now
    let seconds = Mutex(0.0)
    let watch = NightWatch { start.advanced(by: .seconds(seconds.withLock { $0 })) }
    await watch.begin(.check)
    seconds.withLock { $0 = 2 }
    #expect(await watch.laps().map(\.seconds) == [2])
    seconds.withLock { $0 = 3 }
    await watch.begin(.read)
    seconds.withLock { $0 = 3.5 }
    let laps = await watch.laps()
    #expect(laps.map(\.step) == [.check, .read])
    #expect(laps.map(\.seconds) == [3, 0.5])
    await watch.begin(.check)
    seconds.withLock { $0 = 5.5 }
    let again = await watch.laps()
    #expect(again.map(\.step) == [.check, .read])
    #expect(again.map(\.seconds) == [5, 0.5])
  }
}
