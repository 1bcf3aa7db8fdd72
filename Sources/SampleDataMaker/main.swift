import Glibc

// swift run SampleDataMaker FOLDER [SEED]
let arguments = CommandLine.arguments
guard arguments.count == 2 || arguments.count == 3 else {
  print("usage: SampleDataMaker FOLDER [SEED]")
  exit(2)
}
let seed = arguments.count == 3 ? UInt64(arguments[2]) : Story.seed
guard let seed else {
  print("\(arguments[2]): the seed must be a whole number")
  exit(2)
}
do {
  let company = SampleCompany(days: Story.first...Story.last, seed: seed)
  try SampleFolder(company).write(to: arguments[1])
} catch {
  print(error.text)
  exit(1)
}
