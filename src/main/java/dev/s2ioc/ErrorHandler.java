package dev.s2ioc;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.ExitCode;
import dev.s2ioc.command.SeveralFailures;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The only catch-all: turns what was thrown into words on stderr and an exit code. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final CommandContext context;

    ErrorHandler(CommandContext context) {
        this.context = context;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        err().println(ErrorMessages.usage(exception));
        return exception.getCommandLine().getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        context.streams().out().flush();
        if (exception instanceof ParameterException usage) {
            return handleParseException(usage, new String[0]);
        }
        String words = ErrorMessages.of(exception);
        if (!words.isEmpty()) {
            err().println(words);
        }
        if (context.flags().wantsStackTraces()) {
            exception.printStackTrace(err());
        }
        int code = switch (exception) {
            case CommandFailure failure -> failure.exitCode();
            case SeveralFailures failures -> failures.exitCode();
            default -> ExitCode.FAILED;
        };
        // Where 1 says something else than failure, the command names another code for it.
        return code == ExitCode.FAILED ? command.getCommandSpec().exitCodeOnExecutionException() : code;
    }

    private PrintStream err() {
        return context.streams().err();
    }
}
