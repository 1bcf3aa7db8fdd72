import Analysis
import Metrics

extension Status {
  /// The status in plain words.
  func words(with pen: Pen) -> String {
    switch self {
    case .onTrack: pen.words("on track", "順調")
    case .atRisk: pen.words("at risk", "要注意")
    case .offTrack: pen.words("off track", "未達")
    }
  }

  /// What it means.
  var tone: Tone {
    switch self {
    case .onTrack: .good
    case .atRisk: .attention
    case .offTrack: .bad
    }
  }
}

extension Change {
  /// Whether it is good or bad, as a tone.
  var tone: Tone {
    switch isGood {
    case true: .good
    case false: .bad
    case nil: .plain
    }
  }
}

extension FileReport.State {
  /// What is unusual about the file; nothing where it is not.
  func words(with pen: Pen) -> String {
    switch self {
    case .current: ""
    case .keptOlder: pen.words("older content kept", "以前の内容を使用")
    case .gone: pen.words("gone", "ファイルなし")
    case .unreadable: pen.words("unreadable", "読取不可")
    }
  }

  /// What it means.
  var tone: Tone {
    switch self {
    case .current: .plain
    case .keptOlder, .gone: .attention
    case .unreadable: .bad
    }
  }
}

extension Issue.Severity {
  /// The severity in a word.
  func word(with pen: Pen) -> String {
    switch self {
    case .error: pen.words("error", "エラー")
    case .warning: pen.words("warning", "警告")
    case .note: pen.words("note", "注記")
    }
  }

  /// What it means.
  var tone: Tone {
    switch self {
    case .error: .bad
    case .warning: .attention
    case .note: .faint
    }
  }
}
