import Glibc

exit(CommandLineRun(arguments: Array(CommandLine.arguments.dropFirst())).status)
