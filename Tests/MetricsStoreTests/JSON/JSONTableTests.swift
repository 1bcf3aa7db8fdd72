import Metrics
import Testing

@testable import MetricsStore

@Suite struct TablesOfJSON {
  @Test func anArrayOfObjectsHasTheUnionOfTheirNamesAsColumns() {
    let reading = JSONReading(
      """
      [
        {"date": "2025-07-01", "clicks": 12, "ok": true},
        {"clicks": null, "cost": -1.50, "date": "2025-07-02"},
        {}
      ]
      """)
    #expect(reading.text == "date,clicks,ok,cost\n2025-07-01,12,true,\n2025-07-02,,,-1.50\n,,,\n")
    #expect(reading.lines == [nil, 2, 3, 4])
    #expect(reading.issues.isEmpty)
  }

  @Test func linesOfObjectsAreRecordsWhereverTheyBreak() {
    let expected = "a,b,c\n1,x,\n2,,y\n3,,\n"
    for text in [
      "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"c\":\"y\"}\n\n{\"a\":3}\n",
      "{\"a\":1,\"b\":\"x\"}{\"a\":2,\"c\":\"y\"} {\"a\":3}",
      "\u{FEFF}{\n \"a\":1,\r\n\"b\":\"x\"\n}\r\n{\"a\":2,\"c\":\"y\"}\r\n{\"a\":3}\r\n",
    ] {
      for step in [1, 3, 1000] { #expect(JSONReading(text, step: step).text == expected) }
    }
    #expect(
      JSONReading("{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"c\":\"y\"}\n\n{\"a\":3}\n").lines
        == [nil, 1, 2, 4])
  }

  @Test func objectsInObjectsAreNamedByTheWayToThem() {
    let reading = JSONReading(
      #"[{"traffic_source":{"medium":"cpc","x":{"y":1}},"a":[1,"b"]},{"traffic_source":null}]"#)
    #expect(
      reading.text
        == "traffic_source.medium,traffic_source.x.y,a,traffic_source\n"
        + "cpc,1,\"[1,\"\"b\"\"]\",\n,,,\n")
  }

  @Test func everyListInAnObjectIsATableByItsPath() {
    let text =
      #"{"meta":{"n":2,"tags":["x"]},"data":[{"a":1},{"a":2}],"more":{"rows":[{"b":"é"}]},"e":[]}"#
    #expect(JSONReading(text).names == ["data", "more.rows"])
    #expect(JSONReading(text).text == "a\n1\n2\n")
    #expect(JSONReading(text, table: 1, step: 1).text == "b\né\n")
  }

  @Test func anObjectWithoutListsIsARecord() {
    #expect(JSONReading(#"{"a":1,"b":{"c":2}}"#).text == "a,b.c\n1,2\n")
    #expect(
      JSONReading(#"{"a":1,"event_params":[{"key":"k","value":{"int_value":"5"}}]}"#).text
        == "a,event_params.k\n1,5\n")
  }

  @Test func arraysOfArraysHaveTheirNamesFirst() {
    let reading = JSONReading("[[\"date\",\"n\"],\n[\"2025-07-01\",1.5e3],[\"2025-07-02\",null,7]]")
    #expect(reading.text == "date,n,\n2025-07-01,1500,\n2025-07-02,,7\n")
    #expect(reading.lines == [1, 2, 2])
    #expect(JSONReading("[\"a\",\"b\"]\n[1,2]\n").text == "a,b\n1,2\n")
    #expect(JSONReading(#"{"values":[["a"],["1"]],"range":"A1:A2"}"#).text == "a\n1\n")
    #expect(JSONReading("[{\"a\":1}]\n[{\"a\":2}]").text == "a\n1\n2\n")
  }

  @Test func parametersOfGA4AreColumnsByTheirKeys() {
    let reading = JSONReading(
      """
      {"event_date":"20250701","event_timestamp":"1751328000000000","event_params":[\
      {"key":"page","value":{"string_value":"/a","int_value":null}},\
      {"value":{"int_value":"42"},"key":"id"},{"key":"value","value":{"double_value":1.5}}],\
      "user_properties":[{"key":"plan","value":{"string_value":"pro",\
      "set_timestamp_micros":"17"}}],"items":[{"id":1}]}
      {"event_date":"20250702","event_params":[{"key":"id","value":{"int_value":"43"}},\
      {"key":"none","value":{}}],"items":[]}
      """)
    #expect(
      reading.text == """
        event_date,event_timestamp,event_params.page,event_params.id,event_params.value,\
        user_properties.plan,event_params.none
        20250701,1751328000000000,/a,42,1.5,pro,
        20250702,,,43,,,

        """)
    #expect(reading.messages == [#"left out a list of objects: "items""#])
  }

  @Test func actionsOfMetaAreColumnsByTheirTypes() {
    let text =
      #"{"data":[{"spend":"9","actions":[{"action_type":"link_click","value":"3"}]}],"paging":{}}"#
    #expect(JSONReading(text).text == "spend,actions.link_click\n9,3\n")
  }

  @Test func answersOfTheDataAPIHaveTheNamesOfTheirHeaders() {
    let text = """
      {"dimensionHeaders":[{"name":"date"},{"name":"channel"}],
       "metricHeaders":[{"name":"sessions","type":"TYPE_INTEGER"}],
       "rows":[{"dimensionValues":[{"value":"20250701"},{"value":"Paid, Search"}],
                "metricValues":[{"value":"12"}]},
               {"dimensionValues":[{"value":"20250702"},{}],"metricValues":[{"value":"5"}]}],
       "rowCount":2}
      """
    let reading = JSONReading(text)
    #expect(reading.names == ["rows"])
    #expect(
      reading.text == "date,channel,sessions\n20250701,\"Paid, Search\",12\n20250702,,5\n")
    #expect(
      JSONReading(#"{"rows":[{"keys":["2025-07-01","q"],"clicks":1.0}]}"#).text
        == "keys.1,keys.2,clicks\n2025-07-01,q,1.0\n")
  }

  @Test func numbersKeepTheirDigitsAndLoseTheirExponents() {
    let reading = JSONReading(
      "[{\"a\":12345678901234567890123,\"b\":1e-7,\"c\":-2.50E+3,\"d\":0.10,\"e\":1E999,\"f\":NaN,"
        + "\"g\":0e5}]")
    #expect(
      reading.text == "a,b,c,d,e,f,g\n12345678901234567890123,0.0000001,-2500,0.10,1E999,,0\n")
  }

  @Test func escapesAreWhatTheyStandForAndLineBreaksSpaces() {
    let reading = JSONReading(
      #"[{"a\u0062":"\u3042\"\\\/\ud83d\ude00\ud800x\udc00","n":"x\r\ny\tz,","u":"\uZZZZ"}]"#)
    #expect(
      reading.text
        == "ab,n,u\n\"あ\"\"\\/😀\u{FFFD}x\u{FFFD}\",\"x y\tz,\",\"\u{FFFD}ZZZZ\"\n")
  }

  @Test func ofTwoEqualNamesTheLaterValueIsTakenAndReported() {
    let reading = JSONReading(#"[{"a":1,"b":2,"a":3}]"#)
    #expect(reading.text == "a,b\n3,2\n")
    #expect(reading.issues.map(\.code) == ["doubled-name"])
  }

  @Test func columnsBeyondTheLimitAreReported() {
    let members = (0..<2005).map { #""c\#($0)":\#($0)"# }.joined(separator: ",")
    let reading = JSONReading("[{\(members)}]")
    #expect(
      reading.text.split(separator: "\n").map { $0.split(separator: ",").count }
        == [2000, 2000])
    #expect(reading.issues.map(\.code) == ["too-many-columns"])
  }
}
