import Testing

@testable import Metrics

/// No text, however long, deep or strange, does more harm than an error.
@Suite struct HostileExpressionTests {
  private func kind(_ text: String) -> ExpressionError.Kind? {
    do {
      _ = try Formula(parsing: text)
      return nil
    } catch {
      return error.kind
    }
  }

  private func conditionKind(_ text: String) -> ExpressionError.Kind? {
    do {
      _ = try RowCondition(parsing: text)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test func sixtyFourLevelsAreDeepEnough() {
    func nested(_ open: String, _ levels: Int, _ close: String) -> String {
      String(repeating: open, count: levels) + "a" + String(repeating: close, count: levels)
    }
    #expect(kind(nested("(", 63, ")")) == nil)
    #expect(kind(nested("(", 64, ")")) == .tooDeep(limit: 64))
    #expect(kind(nested("(", 1900, ")")) == .tooDeep(limit: 64))
    #expect(kind(nested("-", 3900, "")) == .tooDeep(limit: 64))
    #expect(kind(nested("abs(", 700, ")")) == .tooDeep(limit: 64))
    #expect(kind(nested("min(a, ", 400, ")")) == .tooDeep(limit: 64))
    #expect(conditionKind(nested("(", 1900, ")")) == .tooDeep(limit: 64))
    #expect(conditionKind(nested("not ", 400, " = 1")) == .tooDeep(limit: 64))
  }

  @Test func fourThousandCharactersAreLongEnough() {
    #expect(kind(String(repeating: "a", count: 4000)) == nil)
    #expect(kind(String(repeating: "a", count: 4001)) == .tooLong(limit: 4000))
    #expect(conditionKind(String(repeating: "a", count: 100_000)) == .tooLong(limit: 4000))
  }

  @Test func theLongestChainCanBeReadPrintedComparedAndHashed() throws {
    let text = "1" + String(repeating: "+a", count: 1999)
    let formula = try Formula(parsing: text)
    let again = try Formula(parsing: formula.description.filter { $0 != " " })
    #expect(again == formula)
    #expect(again.hashValue == formula.hashValue)
    #expect(formula.operands == ["a"])
    let condition = try RowCondition(parsing: "a=1" + String(repeating: " or a=1", count: 550))
    #expect(condition.columns == ["a"])
    #expect(!condition.isMet { _ in "2" })
  }

  /// Random strings of the language's own pieces and of dangerous characters.
  @Test func randomTextNeverCrashesAndErrorsLieInTheText() {
    let pieces = [
      "a", "b1", "売上", "1", "2.4%", "1_0", ".", "%", "+", "-", "*", "/", "(", ")", ",", "=", "!=",
      "<", ">=", "min(", "max(", "lag(", "cumulative(", "coalesce(", "abs(", "and", "or", "not",
      "in",
      "\"", "`", " ", "\n", "\r\n", "\u{0}", "\u{1B}[2J", "\u{202E}", "\u{301}", "\u{200D}", "👨‍👩‍👧",
      "٣",
      "½", "\u{FFFD}", "\u{E000}", "$",
    ]
    var random = SeededNumbers(seed: 3)
    var read = 0
    for _ in 0..<30_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do {
        let formula = try Formula(parsing: text)
        if try Formula(parsing: formula.description) == formula { read += 1 }
      } catch {
        if error.offset < 0 || error.offset > text.count || error.message.isEmpty {
          Issue.record("\(error) for \(text.debugDescription)")
        }
      }
      do {
        _ = try RowCondition(parsing: text).isMet { $0 }
      } catch {
        if error.offset < 0 || error.offset > text.count {
          Issue.record("\(error) for \(text.debugDescription)")
        }
      }
    }
    #expect(read > 500)
  }
}
