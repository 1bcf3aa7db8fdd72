public import Metrics

// What is in a file, for machines.
extension ExportOutline {
  /// As JSON: how the file is written, its tables, what is none, and the issues.
  public var json: String {
    JSONValue.object([
      "file": .text(file.string),
      "form": .text(form),
      "compressed": .bool(isCompressed),
      "encoding": .text(encoding?.name),
      "encoding_evidence": .text(encoding?.evidence),
      "dialect": dialect?.json ?? .null,
      "tables": .array(tables.map(\.json)),
      "left_out": .array(leftOut.map(\.json)),
      "issues": .array(issues.map(\.json)),
    ]).document
  }
}

extension ExportOutline.Dialect {
  var json: JSONValue {
    .object([
      "delimiter": .text(delimiter.map { ByteWords($0).text }),
      "quote": .text(quote.map { ByteWords($0).text }),
      "escape": .text(escape.map { ByteWords($0).text }),
      "skips_spaces": .bool(skipsSpaces),
      "line_ends": .text(lineEnds),
      "trials": .array(
        trials.map { trial in
          .object([
            "delimiter": .text(ByteWords(trial.delimiter).text),
            "quote": .text(trial.quote.map { ByteWords($0).text }),
            "score": .number(trial.score),
          ])
        }),
    ])
  }
}

extension ExportOutline.Table {
  var json: JSONValue {
    .object([
      "table": .number(number),
      "name": .text(name?.string),
      "header_line": .number(header?.lowerBound),
      "header_last_line": .number(header?.upperBound),
      "header_is_certain": .bool(isHeaderCertain),
      "repeats_header": .bool(repeatsHeader),
      "rows": .number(rows),
      "first_line": .number(lines?.lowerBound),
      "last_line": .number(lines?.upperBound),
      "preamble": .array(
        preamble.map { .object(["line": .number($0.number), "text": .text($0.text.string)]) }),
      "columns": .array(
        columns.map { column in
          .object([
            "name": .text(column.name.string), "type": .text(column.type),
            "missing": .number(column.missing),
          ])
        }),
    ])
  }
}

extension ExportOutline.LeftOut {
  var json: JSONValue {
    .object([
      "reason": .text(reason), "first_line": .number(lines.lowerBound),
      "last_line": .number(lines.upperBound),
    ])
  }
}

/// A byte between or around cells, as people name it.
struct ByteWords {
  /// The character, or the name of one that cannot be seen.
  let text: String

  /// The words for a byte.
  init(_ byte: UInt8) {
    switch byte {
    case 0x09: text = "tab"
    case 0x20: text = "space"
    case 0x21...0x7E: text = String(UnicodeScalar(byte))
    default: text = "0x" + String(byte, radix: 16)
    }
  }
}
