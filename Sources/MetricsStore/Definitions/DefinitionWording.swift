import Metrics

extension DefinitionIssue {
  /// What was found, as a sentence.
  var message: String {
    switch self {
    case .missingFile(let path): "there is no file “\(path)”"
    case .folder(let path): "“\(path)” is a folder, not a file"
    case .irregularFile(let path): "“\(path)” is not an ordinary file"
    case .unreadableFile(let path, let reason): "“\(path)” cannot be read: \(reason)"
    case .fileTooLarge(let megabytes): "the file is larger than \(megabytes) MB"
    case .outsideWorkspace(let path): "“\(path)” leads out of the workspace"
    case .nothingIncluded(let pattern): "no file matches “\(pattern)”"
    case .onlyInMainFile(let key): "“\(key)” can stand in the main file only"
    case .notUTF8: "the text is not UTF-8"
    case .utf16: "the file is written in UTF-16"
    case .emptyFile: "the file says nothing"
    case .syntax(let problem): "this is not YAML: \(problem)"
    case .tab: "there is a tab where YAML wants spaces"
    case .severalDocuments: "a second document starts here"
    case .anchor: "anchors and aliases (& and *) are not supported"
    case .mergeKey: "merge keys (<<) are not supported"
    case .tag: "tags (!) are not supported"
    case .tooDeep(let limit): "this is nested deeper than \(limit) levels"
    case .keyNotText: "a key has to be a text"
    case .duplicateKey(let key, let first): "“\(key)” is given twice, first at \(first)"
    case .unknownKey(let key, _): "there is no key “\(key)” here"
    case .unsupportedKey(let key): "“\(key)” is not supported yet"
    case .missingKey(let key): "“\(key)” is missing"
    case .expected(let wanted, let found): "\(wanted) has to stand here, not \(found)"
    case .notAName(let text): "“\(text)” is not a name"
    case .badValue(let text, let expected, _): "“\(text)” is not \(expected)"
    case .definedTwice(let kind, let name, let first):
      "the \(kind.rawValue) “\(name)” is defined twice, first at \(first)"
    case .tooMany(let what, let limit): "there are more than \(limit) \(what)"
    case .conflict(let key, let other, let reason): "“\(key)” and \(other): \(reason)"
    case .notAdditive(let measure, .average):
      "“\(measure)” is an average or a rate: a sum of it means nothing"
    case .notAdditive(let measure, .people):
      "“\(measure)” counts people, some of whom are in several days and segments: "
        + "a sum counts them again"
    case .notAdditive(let measure, _): "“\(measure)” holds names, which cannot be added up"
    case .personalDimension(let column):
      "“\(column)” holds personal data, which a dimension would show"
    case .personalMeasure(let measure, let rollup):
      "“\(measure)” holds personal data, whose \(rollup.rawValue) cannot be taken"
    case .looksPersonal(let column): "“\(column)” looks like personal data and is read as it is"
    case .unknown(let kind, let name, _): "there is no \(kind.rawValue) “\(name)”"
    case .unknownTimeZone(let name): "there is no time zone “\(name)”"
    case .expression(let error): error.message
    case .formulaCycle(let names):
      "a formula needs its own result: \(names.joined(separator: " → "))"
    case .formulaTooLarge(let limit):
      "written out to its measured metrics the formula has more than \(limit) terms"
    case .unlikeUnits(let left, let right): "\(left) and \(right) are added or compared"
    case .unitMismatch(let declared, let computed):
      "the formula gives \(computed), the unit says \(declared)"
    case .senselessUnit(let computed):
      "the formula gives \(computed), a unit that makes no sense by itself"
    case .treeCycle(let names):
      "a metric stands below itself: \(names.joined(separator: " → "))"
    case .tooFewStages: "a funnel has at least two stages"
    case .repeatedStage(let name): "“\(name)” is a stage twice"
    }
  }

  /// What to do about it; nil where the message says it already.
  var help: String? {
    switch self {
    case .missingFile: "make it, or correct its name"
    case .fileTooLarge: "split it with include"
    case .outsideWorkspace: "give a path relative to the workspace, without .."
    case .onlyInMainFile: "move it there"
    case .notUTF8, .utf16: "save it as UTF-8"
    case .emptyFile: "start with sources: and metrics:"
    case .tab: "indent with spaces"
    case .severalDocuments: "remove the line ---, or split the file with include"
    case .anchor, .mergeKey: "write the values out, or use defaults"
    case .tag: "remove it; every value is read as the text it is"
    case .unknownKey(let key, let known): suggestion(key, known, "known here")
    case .unsupportedKey: "remove it until a later version reads it"
    case .notAName: "use letters, digits and _, not a digit first, at most 64 characters"
    case .badValue(let text, _, let choices): suggestion(text, choices, "possible")
    case .notAdditive(_, .average): "leave the roll-up out, or take “rollup: mean” with a weight"
    case .notAdditive(_, .people):
      "take “rollup: max” or “last”, or data in which the people themselves can be counted"
    case .notAdditive: "take “rollup: distinct”"
    case .personalDimension: "cut by something else; to count people, make a measure of it"
    case .personalMeasure: "take “rollup: distinct” to count people"
    case .looksPersonal(let column): "add “personal: [\(column)]”: only a hash of it is then kept"
    case .unknown(let kind, let name, let known): suggestion(name, known, "each \(kind.rawValue)")
    case .unknownTimeZone: "use an IANA name such as Asia/Tokyo"
    case .formulaTooLarge: "make it from fewer metrics"
    case .unlikeUnits: "convert one of them, or correct the units of the metrics"
    case .unitMismatch: "correct one of them; “unit: ratio” accepts any formula"
    case .senselessUnit: "correct the formula, or declare “unit: ratio”"
    default: nil
    }
  }

  private func suggestion(_ name: String, _ known: [String], _ title: String) -> String? {
    // A hostile text with thousands of long names must not make its mistakes costly.
    let similar = known.lazy.filter { abs($0.utf8.count - name.utf8.count) <= 12 }.prefix(100)
    if name.utf8.count <= 40, let nearest = NearestName.of(name, among: similar) {
      return "did you mean “\(nearest)”?"
    }
    guard !known.isEmpty else { return nil }
    return "\(title): \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")"
  }
}
