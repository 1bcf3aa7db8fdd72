import Glibc

let arguments = CommandLine.arguments.dropFirst()
let questions = ["q3", "q4"]
guard let question = arguments.first, questions.contains(question),
  let file = arguments.dropFirst().first,
  arguments.count == 2 || arguments.count == 4 && arguments[3] == "--out"
else {
  complain("usage: StoreBenchmark q3|q4 EVENTS.csv [--out ANSWER.csv]")
  exit(2)
}
do {
  let answer =
    question == "q3"
    ? try EventBenchmark(personsByWeekOf: file) : try EventBenchmark(orderedFunnelOf: file)
  print("\(question): \(answer.rows.count) rows")
  if arguments.count == 4 {
    guard let out = fopen(arguments[4], "w") else {
      complain("cannot write \(arguments[4])")
      exit(1)
    }
    for row in answer.rows { fputs(row + "\n", out) }
    fclose(out)
  }
} catch {
  complain("\(error)")
  exit(1)
}

/// Says what is wrong, on standard error.
func complain(_ text: String) {
  let line = text + "\n"
  _ = line.withCString { write(2, $0, strlen($0)) }
}
