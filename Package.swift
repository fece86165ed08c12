// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the product: a library target that may import only the rooms it names.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, resources: [Resource] = [])
  -> Target
{
  .target(
    name: name, dependencies: dependencies, path: path, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// What a command does before its first statement is mostly the loader's work.
let quickStart: [LinkerSetting] = [
  .unsafeFlags(
    [
      // 90,000 addresses of a program that can lie anywhere are written anew at every start; libraries, heap and stack
      // still lie where chance puts them.
      "-Xclang-linker", "-no-pie",
      // The runtimes of C++ and GCC inside, and none of the program's 11,000 names offered to its libraries.
      "-L\(Context.packageDirectory)/scripts/link", "-Xclang-linker", "-static-libgcc",
      "-Xlinker", "--no-export-dynamic",
    ], .when(configuration: .release))
]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "xsell",
  products: [.executable(name: "xsell", targets: ["xsell"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CMalloc"),
    room("PostgresKit", ["CLibPQ", log]),
    room(
      "Schema", path: "schema",
      resources: [.embedInCode("migrations"), .embedInCode("queries"), .embedInCode("source")]),
    room("Banking"),
    room("Features", ["Banking"]),
    room("Cohorts", ["Banking", "Features"]),
    room("IdealProfiles", ["Banking", "Features", "Cohorts"]),
    room("Gaps", ["Banking", "Features"]),
    room("Potential", ["Banking", "Features"]),
    room("LifeCycle", ["Banking", "Features", "Cohorts"]),
    room("Triggers", ["Banking"]),
    room("Lift", ["Banking", "Features"]),
    room("DefaultPolicy", path: "profiles", resources: [.embedInCode("policy.yaml")]),
    room(
      "Policy",
      ["Banking", "IdealProfiles", "Gaps", "Potential", "LifeCycle", "Triggers", "DefaultPolicy", yaml]),
    room("Store", ["PostgresKit", "Schema", "Banking", "IdealProfiles", "Lift", "Triggers", "Policy"]),
    room(
      "Nightly",
      [
        "Banking", "Features", "Cohorts", "IdealProfiles", "Gaps", "Potential", "LifeCycle", "Triggers",
        "Policy", "Store", "Wording", "PostgresKit", "CMalloc", log,
      ]),
    room(
      "Backtest",
      [
        "Banking", "Features", "Cohorts", "IdealProfiles", "Gaps", "LifeCycle", "Potential", "Policy", "Nightly",
        "PostgresKit",
      ]),
    room("DemoBank", ["Banking"]),
    room("Wording", ["Banking", "Triggers"]),
    room(
      "Commands",
      [
        "PostgresKit", "Banking", "Cohorts", "IdealProfiles", "Gaps", "LifeCycle", "Lift", "Policy", "Triggers",
        "Store", "Nightly", "Backtest", "DemoBank", "Wording", log, arguments,
      ]),
    tests(
      "IdealProfilesTests", ["IdealProfiles", "Banking", "Features", "Cohorts"], resources: [.process("Fixtures")]),
    room("TestCluster", ["PostgresKit"], path: "Tests/TestCluster"),
    tests("PostgresKitTests", ["PostgresKit", "TestCluster"]),
    tests("LifeCycleTests", ["LifeCycle", "Banking", "Features", "Cohorts"], resources: [.process("Fixtures")]),
    tests("LiftTests", ["Lift", "Banking"]),
    tests("TriggersTests", ["Triggers", "Banking"]),
    tests(
      "PolicyTests",
      ["Policy", "DefaultPolicy", "Banking", "IdealProfiles", "Gaps", "Potential", "LifeCycle", "Triggers"]),
    .executableTarget(
      name: "mixture-benchmark", dependencies: ["Banking", "IdealProfiles"], path: "Benchmarks/mixture",
      exclude: ["fit.py", "run"], swiftSettings: settings),
    .executableTarget(
      name: "lift-coverage", dependencies: ["Banking", "DemoBank", "Lift", "Triggers"], path: "Benchmarks/lift",
      swiftSettings: settings),
    .executableTarget(name: "xsell", dependencies: ["Commands"], swiftSettings: settings, linkerSettings: quickStart),

    room("TestBank", ["Banking", "Triggers"], path: "Tests/TestBank"),
    tests("BankingTests", ["Banking"]),
    tests("FeaturesTests", ["Banking", "Features", "Cohorts", "TestBank"]),
    tests("PotentialTests", ["Banking", "Features", "Potential", "TestBank"]),
    tests("DemoBankTests", ["DemoBank", "Banking"]),
    tests(
      "IntegrationTests", ["Store", "Schema", "Policy", "Banking", "Triggers", "PostgresKit", "TestCluster", "xsell"]),
    tests("WordingTests", ["Wording", "Banking", "Triggers", "TestBank"]),
    tests(
      "CommandsTests",
      [
        "Backtest", "Commands", "Wording", "Banking", "Cohorts", "PostgresKit", "Features", "Gaps", "TestBank",
        "Triggers",
      ]),
    tests(
      "ManagerTests",
      [
        "Commands", "Policy", "IdealProfiles", "Store", "PostgresKit", "TestCluster", "TestBank", "Banking", "Triggers",
        "Wording", arguments,
      ]),
    tests(
      "PipelineTests",
      [
        "Banking", "Features", "Gaps", "IdealProfiles", "LifeCycle", "Nightly", "Policy", "Potential", "Triggers",
        "Wording", "TestBank",
      ]),
    tests("GapsTests", ["Gaps", "Features", "Banking", "TestBank"]),
    tests("BacktestTests", ["Backtest", "Banking", "Cohorts", "Features", "LifeCycle", "TestBank"]),
    room(
      "NightFixture",
      ["Banking", "Gaps", "IdealProfiles", "Nightly", "Policy", "PostgresKit", "Potential", "Wording", log],
      path: "Tests/NightFixture"),
    .executableTarget(
      name: "NightVictim", dependencies: ["Banking", "Nightly", "NightFixture", "PostgresKit"],
      path: "Tests/NightVictim", swiftSettings: settings),
    tests(
      "NightTests",
      [
        "Backtest", "Banking", "DemoBank", "Features", "Gaps", "IdealProfiles", "Nightly", "NightFixture",
        "NightVictim", "Policy", "PostgresKit", "Store", "TestCluster", "Triggers",
      ]),
  ]
)
