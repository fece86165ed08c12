import Banking
import Glibc
import IdealProfiles

/// Fits the mixture of the night on made-up clients and tells time and log-likelihood. With a path it writes the clients as
/// CSV first, so that `fit.py` fits the same ones: see `run`.
///
///     mixture-benchmark ROWS COMPONENTS STARTS [CSV]
@main
struct MixtureBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let counts = arguments.prefix(3).compactMap { Int($0) }
    guard counts.count == 3 else {
      print("mixture-benchmark ROWS COMPONENTS STARTS [CSV]")
      exit(64)
    }
    let clients = PlantedClients(count: counts[0], random: SeededRandom(seed: 11))
    if let path = arguments.dropFirst(3).first, !clients.write(to: path) {
      print("\(path) cannot be written")
      exit(73)
    }
    var settings = MixtureSettings()
    settings.restarts = counts[2]
    // Maximum likelihood, like the libraries beside it.
    settings.weightPrior = 0
    settings.productPrior = 0
    settings.varianceFloor = 1e-6
    let clock = ContinuousClock()
    var fit: MixtureFit?
    let time = clock.measure {
      fit = MixtureModel.fit(clients.data, components: counts[1], settings: settings, seed: 1)
    }
    guard let fit else { return }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    print("xsell,\(seconds),\(fit.logLikelihood / Double(counts[0])),\(fit.iterations)")
  }
}
