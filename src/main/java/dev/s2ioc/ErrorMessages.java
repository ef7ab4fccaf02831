package dev.s2ioc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.SeveralFailures;
import dev.s2ioc.kubeconfig.KubeconfigException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Range;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words of every failure, in one place; the wording is oc's where scripts may read it. */
final class ErrorMessages {

    /** How picocli begins when a value does not fit its option. */
    private static final Pattern INVALID_VALUE =
            Pattern.compile("Invalid value for option '[^']*'(?: \\([^)]*\\))?: (?<reason>.*)", Pattern.DOTALL);

    private ErrorMessages() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case CommandFailure f when f.isPlain() -> f.getMessage();
            case CommandFailure f -> "error: " + f.getMessage();
            case SeveralFailures f ->
                f.failures().stream().map(ErrorMessages::of).distinct().collect(Collectors.joining("\n"));
            case ApiException f -> refusal(f);
            case ConnectionException f -> connection(f);
            case KubeconfigException f -> "error: " + f.getMessage();
            case NoSuchFileException f -> "error: stat " + f.getFile() + ": no such file or directory";
            case AccessDeniedException f -> "error: open " + f.getFile() + ": permission denied";
            case FileSystemException f -> "error: " + f.getMessage();
            default -> "error: " + (failure.getMessage() == null ? failure.toString() : failure.getMessage());
        };
    }

    /** What a server refused, in oc's words. */
    static String refusal(ApiException refusal) {
        String reason = refusal.reason();
        if (reason.equals("Unauthorized") || refusal.isUnauthorized()) {
            return "error: You must be logged in to the server (" + refusal.getMessage() + ")";
        }
        if (reason.equals("Invalid")) {
            return invalid(refusal);
        }
        return "Error from server" + (reason.isEmpty() ? "" : " (" + reason + ")") + ": " + refusal.getMessage();
    }

    private static String invalid(ApiException refusal) {
        JsonNode details = refusal.details();
        if (!details.has("kind")) {
            return "The request is invalid: " + refusal.getMessage();
        }
        String header = "The " + details.path("kind").asText() + " \""
                + details.path("name").asText() + "\" is invalid";
        List<String> causes = new ArrayList<>();
        details.path("causes").forEach(cause -> causes.add(cause(cause)));
        return switch (causes.size()) {
            case 0 -> header + ": " + refusal.getMessage();
            case 1 -> header + ": " + causes.getFirst();
            default -> header + ": \n* " + String.join("\n* ", causes);
        };
    }

    private static String cause(JsonNode cause) {
        String field = cause.path("field").asText("");
        String message = cause.path("message").asText("");
        return field.isEmpty() ? message : field + ": " + message;
    }

    private static String connection(ConnectionException failure) {
        return switch (failure.kind()) {
            case REFUSED ->
                "The connection to the server " + failure.server()
                        + " was refused - did you specify the right host or port?";
            case UNTRUSTED ->
                "Unable to connect to the server: tls: failed to verify certificate: x509: " + failure.getMessage();
            case UNKNOWN_HOST, TIMED_OUT, BROKEN, INTERRUPTED ->
                "Unable to connect to the server: " + failure.getMessage();
        };
    }

    /** What was wrong with the arguments: the complaint, and where the usage is told. */
    static String usage(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String complaint = exception.getMessage().replaceFirst("^[Ee]rror: ", "");
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, name, unmatched.getUnmatched());
        }
        if (exception instanceof MissingParameterException && complaint.contains("for option")) {
            String flag = complaint.replaceFirst(".*for option '([^']*)'.*", "$1");
            return "error: flag needs an argument: " + flag.replaceFirst("=.*", "") + seeHelp(name);
        }
        if (exception instanceof MissingParameterException && isNamed(command)) {
            return "error: exactly one NAME is required, got 0" + seeHelp(name);
        }
        Matcher invalid = INVALID_VALUE.matcher(complaint);
        if (exception.getArgSpec() instanceof OptionSpec option && invalid.matches()) {
            return "error: invalid argument \"" + exception.getValue() + "\" for \"" + flag(option) + "\" flag: "
                    + expected(invalid.group("reason")) + seeHelp(name);
        }
        return "error: " + complaint.replaceFirst("^Value for option option ", "Value for option ") + seeHelp(name);
    }

    /** Whether the first thing that a command needs is the name of what it is to make or change. */
    private static boolean isNamed(CommandLine command) {
        return command.getCommandSpec().positionalParameters().stream()
                .findFirst()
                .filter(first ->
                        first.paramLabel().equals("NAME") && first.arity().equals(Range.valueOf("1")))
                .isPresent();
    }

    private static String unmatched(CommandLine command, String name, List<String> words) {
        String word = words.getFirst();
        if (word.startsWith("--")) {
            return "error: unknown flag: " + word.replaceFirst("=.*", "") + seeHelp(name);
        }
        if (word.startsWith("-") && word.length() > 1) {
            return "error: unknown shorthand flag: '" + word.charAt(1) + "' in " + word + seeHelp(name);
        }
        String near = suggestions(command, word);
        if (command.getParent() == null) {
            return "error: unknown command \"" + word + "\" for \"s2ioc\"" + near;
        }
        if (isNamed(command) && command.getCommandSpec().positionalParameters().size() == 1) {
            return "error: exactly one NAME is required, got " + (1 + words.size()) + seeHelp(name);
        }
        if (command.getSubcommands().isEmpty()) {
            return "error: unexpected argument \"" + word + "\"" + seeHelp(name);
        }
        return "error: unknown command \"" + word + "\""
                + (near.isEmpty() ? "\nSee '" + name + " -h' for help and examples" : near);
    }

    /** As usage texts name a flag: {@code -w, --watch}. */
    private static String flag(OptionSpec option) {
        Stream<String> letter = Stream.of(option.shortestName()).filter(name -> !name.startsWith("--"));
        Stream<String> word =
                Stream.of(option.names()).filter(name -> name.startsWith("--")).limit(1);
        return Stream.concat(letter, word).collect(Collectors.joining(", "));
    }

    private static String expected(String reason) {
        return reason.replaceFirst("^'.*' is not an? (?:int|long)$", "it must be a whole number")
                .replaceFirst("^'.*' is not a boolean$", "it must be true or false");
    }

    private static String seeHelp(String name) {
        return "\nSee '" + name + " --help' for usage.";
    }

    private static String suggestions(CommandLine parent, String word) {
        List<String> near = parent.getSubcommands().keySet().stream()
                .filter(name -> distance(name, word) <= 2 || name.startsWith(word))
                .sorted()
                .toList();
        return near.isEmpty() ? "" : "\n\nDid you mean this?\n\t" + String.join("\n\t", near);
    }

    /** How many letters must be inserted, dropped or replaced to get from one word to the other. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
