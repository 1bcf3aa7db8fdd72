import Metrics

/// Everything that can be wrong with the text definitions of a workspace.
enum DefinitionIssue {
  // Files.
  case missingFile(String)
  case folder(String)
  case irregularFile(String)
  case unreadableFile(String, reason: String)
  case fileTooLarge(megabytes: Int)
  case outsideWorkspace(String)
  case nothingIncluded(String)
  case onlyInMainFile(String)
  case notUTF8
  case utf16
  case emptyFile
  // YAML.
  case syntax(String)
  case tab
  case severalDocuments
  case anchor
  case mergeKey
  case tag
  case tooDeep(limit: Int)
  case keyNotText
  case duplicateKey(String, first: SourcePlace)
  // Keys and values.
  case unknownKey(String, known: [String])
  case unsupportedKey(String)
  case missingKey(String)
  case expected(String, found: String)
  case notAName(String)
  case badValue(String, expected: String, choices: [String])
  case definedTwice(Kind, String, first: SourcePlace)
  case tooMany(String, limit: Int)
  case conflict(String, with: String, because: String)
  // Columns.
  case notAdditive(String, MeasureNature)
  case personalDimension(String)
  case personalMeasure(String, Rollup)
  case looksPersonal(String)
  // Names of other things.
  case unknown(Kind, String, among: [String])
  case unknownTimeZone(String)
  // Formulas.
  case expression(ExpressionError)
  case formulaCycle([String])
  case formulaTooLarge(limit: Int)
  case unlikeUnits(String, String)
  case unitMismatch(declared: String, computed: String)
  case senselessUnit(String)
  // Tree and funnels.
  case treeCycle([String])
  case tooFewStages
  case repeatedStage(String)

  /// What a name stands for.
  enum Kind: String {
    case source, metric, measure, event, phase, dimension, funnel, target
    case treeRoot = "tree root"
  }

  /// Whether it only deserves attention.
  var severity: Issue.Severity {
    switch self {
    case .nothingIncluded, .notAdditive, .looksPersonal: .warning
    default: .error
    }
  }

  /// The short stable name.
  var code: String {
    switch self {
    case .missingFile: "missing-file"
    case .folder, .irregularFile: "not-a-file"
    case .unreadableFile: "unreadable-file"
    case .fileTooLarge: "file-too-large"
    case .outsideWorkspace: "outside-workspace"
    case .nothingIncluded: "nothing-included"
    case .onlyInMainFile: "only-in-main-file"
    case .notUTF8: "not-utf8"
    case .utf16: "utf-16"
    case .emptyFile: "empty-file"
    case .syntax: "yaml-syntax"
    case .tab: "yaml-tab"
    case .severalDocuments: "yaml-documents"
    case .anchor: "yaml-anchor"
    case .mergeKey: "yaml-merge-key"
    case .tag: "yaml-tag"
    case .tooDeep: "yaml-too-deep"
    case .keyNotText: "yaml-key"
    case .duplicateKey: "duplicate-key"
    case .unknownKey: "unknown-key"
    case .unsupportedKey: "unsupported-key"
    case .missingKey: "missing-key"
    case .expected: "wrong-kind"
    case .notAName: "bad-name"
    case .badValue: "bad-value"
    case .definedTwice: "defined-twice"
    case .tooMany: "too-many"
    case .conflict: "conflicting-keys"
    case .notAdditive: "not-additive"
    case .personalDimension: "personal-dimension"
    case .personalMeasure: "personal-measure"
    case .looksPersonal: "looks-personal"
    case .unknown(let kind, _, _): "unknown-\(kind.rawValue)"
    case .unknownTimeZone: "unknown-timezone"
    case .expression: "bad-expression"
    case .formulaCycle: "formula-cycle"
    case .formulaTooLarge: "formula-too-large"
    case .unlikeUnits: "unlike-units"
    case .unitMismatch: "unit-mismatch"
    case .senselessUnit: "senseless-unit"
    case .treeCycle: "tree-cycle"
    case .tooFewStages: "too-few-stages"
    case .repeatedStage: "repeated-stage"
    }
  }
}
