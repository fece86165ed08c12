import Foundation
import Testing

/// A real pack and the night that is run on it.
struct RealPack: Sendable, CustomTestStringConvertible {
  let folder: String
  let bank: String
  let asOf: String
  var horizon: Int?
  /// Cut at the as-of date, as the warehouse was then.
  var isCut = false
  /// Under the tests' lighter policy instead of the one that is built in.
  var isLight = false
  var testDescription: String { "\(folder) \(asOf)\(isCut ? " cut" : "")\(isLight ? " light" : "")" }

  /// Beside the package, or where `XSELL_PACKS` says.
  static let place =
    ProcessInfo.processInfo.environment["XSELL_PACKS"]
    ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/data").standardized.path
  static let areThere = FileManager.default.fileExists(atPath: place)
  static let areAllRun = ProcessInfo.processInfo.environment["XSELL_SLOW_TESTS"] == "1"

  static let always = RealPack(folder: "wholesaler", bank: "WHOLE", asOf: "2011-09-30", horizon: 2, isLight: true)
  static let whole = RealPack(folder: "wholesaler", bank: "WHOLE", asOf: "2011-09-30", horizon: 2)
  static let cut = RealPack(
    folder: "wholesaler", bank: "WHOLE", asOf: "2011-09-30", horizon: 2, isCut: true, isLight: true)
  static let slow = [
    whole, RealPack(folder: "wholesaler", bank: "WHOLE", asOf: "2011-11-30"),
    RealPack(folder: "czech_bank", bank: "CZECH", asOf: "1998-12-31"),
    RealPack(folder: "insurer", bank: "INSUR", asOf: "2020-09-01"),
    RealPack(folder: "insurer_masked", bank: "INSUR", asOf: "2020-09-01"),
  ]
}
