import Metrics
import Testing

@testable import MetricsStore

@Suite struct DamagedJSON {
  @Test(arguments: [
    ("[{\"a\":1},\n {\"a\":2 \"b\":3}]", "2:9:is damaged: expected , or }"),
    ("[{\"é\":1} 2]", "1:10:is damaged: expected , or ]"),
    ("[{\"a\" 1}]", "1:7:is damaged: expected :"),
    ("[{a:1}]", "1:3:is damaged: expected a name in double quotes"),
    ("[{\"a\":tru}]", "1:7:is damaged: neither a number nor true, false or null"),
    ("[{\"a\":1.2.3}]", "1:7:is damaged: neither a number nor true, false or null"),
    ("[{\"a\":1},]", "1:10:is damaged: expected a value"),
    ("[{\"a\":\"x\ny\"}]", "1:9:is damaged: a line break in a text"),
    ("[{\"a\":\"x", "1:7:is damaged: a text does not end"),
    ("[{\"a\":1}", "1:9:is damaged: it ends in the middle"),
    ("[{\"a\":1}] x", "1:11:is damaged: something stands behind the end"),
    ("hello", "1:1:is damaged: expected a value"),
  ])
  func aFaultSaysItsLineAndColumn(_ text: String, _ words: String) {
    for step in [1, 1000] { #expect(JSONReading(text, step: step).words == words) }
  }

  @Test func aDamagedLineIsLeftOutAndTheOthersAreRead() {
    let reading = JSONReading(
      """
      {"a":1}
      {"a":2 "z":2}
      {"a":3,"y":
      {"a":4}
      nonsense
      {"a":5}
      {"a":6
      """)
    #expect(reading.text == "a\n1\n4\n5\n")
    #expect(reading.lines == [nil, 1, 4, 6])
    #expect(
      reading.messages == [
        "2:8:left out a record: expected , or }",
        "3:left out a record: expected , or } on line 5, column 1",
        "5:1:left out a record: expected an object",
        "7:7:left out a record: it ends in the middle",
      ])
  }

  @Test func aDamagedFirstLineDoesNotHideTheOthers() {
    let reading = JSONReading("{\"a\":1,}\n{\"a\":2}\n{\"a\":3}\n")
    #expect(reading.text == "a\n2\n3\n")
    #expect(reading.messages == ["1:8:left out a record: expected a name in double quotes"])
  }

  @Test func manyDamagedLinesAreCounted() {
    let reading = JSONReading(
      String(repeating: "{\"a\":1}\n", count: 200)
        + String(repeating: "{\"a\"}\n", count: 50))
    #expect(reading.issues.count == 21)
    #expect(reading.messages.last == "left out 30 more damaged records")
  }

  @Test func deepNestingIsRefusedAndCostsNoStack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let deep = String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 9)
      #expect(JSONReading("[{\"x\":\(deep)}]").words.contains("nested more than 64 deep"))
      #expect(JSONReading(deep).fault != nil)
    }
    let most = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    #expect(JSONReading("[{\"x\":\(most)}]").fault == nil)
    #expect(JSONReading(String(repeating: "[]", count: 100_000)).fault == nil)
  }

  @Test func aGiantTextIsOneCell() {
    let giant = String(repeating: "ab", count: 3 << 19)
    let reading = JSONReading("[{\"a\":\"\(giant)\"},{\"a\":\"\(giant)", step: 1 << 16)
    #expect(reading.words.hasSuffix("a text does not end"))
    #expect(JSONReading("[{\"a\":\"\(giant)\"}]", step: 1 << 16).text == "a\n\(giant)\n")
  }

  @Test func manyEmptyRecordsUnderManyColumnsAreNotBlownUp() {
    let members = (0..<2000).map { #""c\#($0)":1"# }.joined(separator: ",")
    let text = "{\(members)}\n" + String(repeating: "{}\n", count: 60_000)
    let bytes = Array(text.utf8)
    var count = 0
    var words = ""
    do throws(FileFault) {
      let tables = try JSONTables { () throws(FileFault) in BytesInPieces(bytes: bytes).supply }
      let rows = try tables.rows(of: 0)
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 8)
      defer { block.deallocate() }
      while true {
        let read = try rows.read(into: block)
        if read == 0 { break }
        count += read
      }
    } catch {
      words = error.words
    }
    #expect(words.contains("more columns than values"))
    #expect(count < 100_000_000)
  }

  @Test func aTextCutShortAnywhereIsAFaultOrLosesOneRecordLoudly() {
    let array = Array(#"[{"a":"é\u3042","b":[1,{"c":null}]},{"a":-1.5e3,"d":{"e":true}}]"#.utf8)
    for count in 0..<array.count {
      let reading = JSONReading(Array(array[..<count]))
      #expect(reading.fault != nil || reading.text.isEmpty, "cut to \(count) bytes")
    }
    let lines = Array("{\"a\":\"é\"}\n{\"a\":12,\"b\":true}".utf8)
    for count in 12..<lines.count {
      let reading = JSONReading(Array(lines[..<count]))
      #expect(reading.text == "a\né\n", "cut to \(count) bytes")
      #expect(reading.issues.map(\.code) == ["damaged-record"], "cut to \(count) bytes")
    }
  }

  @Test func changedBytesNeverTrapAndGiveTheSameWhateverTheBlocks() {
    let texts = [
      #"[{"a":"é\u3042","b":[1,{"c":null}]},{"a":-1.5e3,"d":{"e":true}}]"#,
      "{\"a\":1,\"event_params\":[{\"key\":\"k\",\"value\":{\"int_value\":\"5\"}}]}\n{\"a\":2}\n",
      #"{"dimensionHeaders":[{"name":"d"}],"rows":[{"dimensionValues":[{"value":"1"}]}]}"#,
    ]
    let pieces = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "-", "e", "\\u", "null", "\u{0}"]
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<3000 {
      var bytes = Array((texts.randomElement(using: &numbers) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let start = Int.random(in: 0..<bytes.count, using: &numbers)
        let end = min(bytes.count, start + Int.random(in: 0...2, using: &numbers))
        let piece = Array((pieces.randomElement(using: &numbers) ?? "").utf8)
        bytes.replaceSubrange(start..<end, with: piece)
      }
      let whole = JSONReading(bytes)
      let pieces = JSONReading(bytes, step: 1)
      #expect(whole.text == pieces.text)
      #expect(whole.messages == pieces.messages)
      #expect(whole.words == pieces.words)
      #expect(whole.lines == pieces.lines)
    }
  }
}
