import ArgumentParser
import Metrics

/// One run of the program: its arguments parsed, its command done, and what it ends with.
struct CommandLineRun {
  /// 0 done, 1 errors in data or definitions, 2 wrong usage, 3 a file could not be read or written.
  let status: Int32

  /// Runs the command that the arguments name, and prints what goes wrong to standard error.
  init(arguments: [String]) {
    StandardStreams.secure()
    do {
      if let failure = UnknownCommand.failure(in: arguments) { throw failure }
      var command = try Kpitop.parseAsRoot(arguments)
      try command.run()
      status = 0
    } catch {
      status = CommandLineRun.report(error)
    }
  }

  private static func report(_ error: any Error) -> Int32 {
    if let failure = error as? CommandFailure {
      StandardStreams.complain(failure.text)
      return failure.status
    }
    let code = Kpitop.exitCode(for: error)
    let message = Kpitop.fullMessage(for: error)
    guard code == .success else {
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
      if !message.isEmpty {
        StandardStreams.complain(lines.map { SafeText($0).string + "\n" }.joined())
      }
      return code == .validationFailure ? 2 : code.rawValue
    }
    do {
      try StandardStreams.print(message.isEmpty ? "" : message + "\n")
      return 0
    } catch {
      StandardStreams.complain(error.text)
      return error.status
    }
  }
}

/// A first argument that is neither a command nor a workspace: most probably a mistyped command.
enum UnknownCommand {
  /// What to say about it; nil where the first argument is an option, a command or a path.
  static func failure(in arguments: [String]) -> CommandFailure? {
    guard let first = arguments.first, !first.isEmpty, !first.hasPrefix("-"),
      !first.contains("/"), !Kpitop.commandNames.contains(first),
      !WorkspaceLocation.exists(first)
    else { return nil }
    return .unknown("command or folder", first, among: Kpitop.commandNames)
  }
}
