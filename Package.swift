// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "kpitop",
  products: [
    .executable(name: "kpitop", targets: ["kpitop"]),
    .library(name: "MetricsStore", targets: ["MetricsStore", "Metrics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Metrics", swiftSettings: strict),
    .target(name: "Analysis", dependencies: ["Metrics"], swiftSettings: strict),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CExpat"),
    .target(name: "CScan"),
    .target(
      name: "MetricsStore", dependencies: ["Metrics", "Yams", "CZlib", "CExpat", "CScan"],
      swiftSettings: strict),
    .target(name: "Drawing", swiftSettings: strict),
    .target(
      name: "Dashboard", dependencies: ["Metrics", "Analysis", "Drawing"], swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["Metrics", "Analysis"], swiftSettings: strict),
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "Terminal", dependencies: ["Drawing", "CTerminal"], swiftSettings: strict),
    .executableTarget(
      name: "kpitop",
      dependencies: [
        "Metrics", "Analysis", "MetricsStore", "Drawing", "Dashboard", "Reporting", "Terminal",
        "Yams", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "SampleDataMaker", swiftSettings: strict),
    .executableTarget(
      name: "StoreBenchmark", dependencies: ["Metrics", "MetricsStore"], swiftSettings: strict),
    .executableTarget(
      name: "ReaderFuzzer", dependencies: ["MetricsStore"], swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Drawing", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics"], swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Metrics", "Analysis"], swiftSettings: strict),
    .testTarget(
      name: "MetricsStoreTests", dependencies: ["Metrics", "MetricsStore", "CScan"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests", dependencies: ["Metrics", "Analysis", "Drawing", "Dashboard"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Metrics", "Analysis", "Reporting"],
      swiftSettings: strict),
    .testTarget(
      name: "KpitopTests",
      dependencies: [
        "kpitop", "TerminalProbe", "Metrics", "Analysis", "MetricsStore", "Drawing", "Dashboard",
        "Reporting", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SampleDataMakerTests", dependencies: ["SampleDataMaker"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
