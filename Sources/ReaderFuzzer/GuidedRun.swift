#if LIBFUZZER
  import Glibc

  /// libFuzzer's loop, which the usual entry points do not reach under SwiftPM.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  /// A run that is guided by which code the inputs reach.
  enum GuidedRun {
    /// Runs with the command's arguments, and the tokens as dictionary.
    static func start() -> Never {
      let dictionary = "/tmp/reader-fuzzer-\(getpid()).dict"
      if let file = fopen(dictionary, "w") {
        fputs(Tokens.dictionary, file)
        fclose(file)
      }
      let words = CommandLine.arguments + ["-dict=\(dictionary)"]
      var count = Int32(words.count)
      var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(
        capacity: words.count + 1)
      for (index, word) in words.enumerated() { arguments?[index] = strdup(word) }
      arguments?[words.count] = nil
      exit(
        runDriver(&count, &arguments) { bytes, count in
          let input = UnsafeRawBufferPointer(start: bytes, count: count)
          guard let complaint = ReaderFuzzer.complaint(about: input) else { return 0 }
          print(complaint)
          abort()
        })
    }
  }
#endif
