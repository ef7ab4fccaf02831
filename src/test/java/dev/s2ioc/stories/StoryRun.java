package dev.s2ioc.stories;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Plays one story: carries out its lines in a directory of its own and keeps what the last command printed. */
final class StoryRun {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Story story;
    private final Path work;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private byte[] input = new byte[0];
    private Ran last = new Ran(0, "", "");
    private Optional<Beside> beside = Optional.empty();

    StoryRun(Story story, Path work, StoryCluster cluster) throws IOException {
        this.story = story;
        this.work = work;
        variables.putAll(cluster.environment());
        variables.put("WORK", work.toString());
        variables.put("HOME", work.resolve("home").toString());
        variables.put("PROJECT", "story-" + story.name());
        variables.put("PATH", System.getenv("PATH"));
        Files.createDirectories(work.resolve("home"));
        Path kubeconfig = work.resolve("kubeconfig");
        if (variables.containsKey("KUBECONFIG")) {
            Files.copy(Path.of(variables.get("KUBECONFIG")), kubeconfig);
        }
        variables.put("KUBECONFIG", kubeconfig.toString());
        for (Map.Entry<String, String> file : story.files().entrySet()) {
            Path path = work.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    void play() {
        try {
            story.lines().forEach(this::play);
        } finally {
            stopAnyway();
        }
    }

    private void play(Story.Line line) {
        try {
            carryOut(Words.split(line.text(), variables::get));
        } catch (StoryFailure | IllegalArgumentException | IOException failure) {
            throw told(line, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw told(line, interrupted);
        }
    }

    private void stopAnyway() {
        try {
            if (beside.isPresent()) {
                beside.get().stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the program beside the story, whatever comes of it. */
    void s2ioc(List<String> words) {
        Run.in(work, variables).s2ioc(words.toArray(String[]::new));
    }

    private AssertionFailedError told(Story.Line line, Exception failure) {
        String words = story.name() + ".txtar:" + line.number() + ": " + failure.getMessage() + "\n\n"
                + line.comment() + "\n" + line.text() + "\n\nexit code " + last.code() + "\n--- stdout\n" + last.out()
                + "--- stderr\n" + last.err();
        return new AssertionFailedError(words, failure);
    }

    private void carryOut(List<String> words) throws IOException, InterruptedException {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "!" -> carryOutNegated(rest);
            case "exit" -> {
                int code = Integer.parseInt(rest.getFirst());
                command(rest.subList(1, rest.size()), actual -> actual == code, "expected exit code " + code);
            }
            case "s2ioc", "exec", "stop", "ended" -> command(words, code -> code == 0, "expected success");
            case "start" -> start(rest);
            case "until" -> repeat(rest.getFirst(), rest.subList(1, rest.size()));
            case "stdout" -> expect(last.out(), one(rest), true);
            case "stderr" -> expect(last.err(), one(rest), true);
            case "cmp" -> compare(rest);
            case "env" -> rest.forEach(this::set);
            case "capture" -> capture(rest.get(0), rest.get(1));
            case "stdin" -> input = Files.readAllBytes(work.resolve(one(rest)));
            case "skip-unless" -> skipUnless(one(rest));
            default -> throw new StoryFailure("no such command: " + words.getFirst());
        }
    }

    private void carryOutNegated(List<String> words) throws IOException, InterruptedException {
        switch (words.getFirst()) {
            case "s2ioc", "exec" -> command(words, code -> code != 0, "expected a failure");
            case "stdout" -> expect(last.out(), words.get(1), false);
            case "stderr" -> expect(last.err(), words.get(1), false);
            default -> throw new StoryFailure("! goes with s2ioc, exec, stdout and stderr only");
        }
    }

    private void command(List<String> words, IntPredicate expected, String complaint)
            throws IOException, InterruptedException {
        String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
        last = switch (words.getFirst()) {
            case "s2ioc" -> Run.in(work, variables).withInput(input).s2ioc(arguments);
            case "exec" -> new Program(work, variables).run(input, arguments);
            case "started" -> started().soFar();
            case "stop" -> taken().stop();
            case "ended" -> taken().ended();
            default -> throw new StoryFailure("only s2ioc, exec, stop and ended have an exit code");
        };
        input = new byte[0];
        if (!expected.test(last.code())) {
            throw new StoryFailure(complaint + ", but the exit code was " + last.code());
        }
    }

    private void start(List<String> words) throws IOException {
        if (beside.isPresent() || !words.getFirst().equals("s2ioc")) {
            throw new StoryFailure("only s2ioc can be started, and once at a time");
        }
        beside = Optional.of(new Beside(work, variables, words.subList(1, words.size())));
    }

    private Beside started() {
        return beside.orElseThrow(() -> new StoryFailure("nothing is started"));
    }

    private Beside taken() {
        Beside ending = started();
        beside = Optional.empty();
        return ending;
    }

    /** Runs a command again and again until it prints the text. */
    private void repeat(String wanted, List<String> words) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        do {
            if (Instant.now().isAfter(limit)) {
                throw new StoryFailure("not printed within " + PATIENCE.toMinutes() + " minutes: " + wanted);
            }
            Thread.sleep(100);
            command(words, code -> true, "");
        } while (!isIn(words.getFirst().equals("started") ? last.out() + last.err() : last.out(), wanted));
    }

    private static void expect(String output, String wanted, boolean present) {
        if (isIn(output, wanted) != present) {
            throw new StoryFailure((present ? "not printed: " : "printed, but should not be: ") + wanted);
        }
    }

    private static boolean isIn(String output, String wanted) {
        boolean regex = wanted.length() > 1 && wanted.startsWith("/") && wanted.endsWith("/");
        return regex
                ? regex(wanted.substring(1, wanted.length() - 1))
                        .matcher(output)
                        .find()
                : output.contains(wanted);
    }

    private static Pattern regex(String text) {
        return Pattern.compile(text, Pattern.MULTILINE);
    }

    private void compare(List<String> words) throws IOException {
        String actual = switch (words.get(0)) {
            case "stdout" -> last.out();
            case "stderr" -> last.err();
            default -> Files.readString(work.resolve(words.get(0)));
        };
        String golden = Words.expand(Files.readString(work.resolve(words.get(1))), variables::get);
        Optional<String> difference = new Golden(golden).difference(actual);
        if (difference.isPresent()) {
            throw new StoryFailure(words.get(0) + " differs from " + words.get(1) + " in " + difference.get());
        }
    }

    private void set(String assignment) {
        int equals = assignment.indexOf('=');
        variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    private void capture(String name, String regex) {
        Matcher matcher = regex(regex).matcher(last.out());
        if (!matcher.find()) {
            throw new StoryFailure("nothing on stdout matches " + regex);
        }
        variables.put(name, matcher.group(1));
    }

    private void skipUnless(String program) {
        if (!new Program(work, variables).isInstalled(program)) {
            throw new TestAbortedException(program + " is not installed");
        }
    }

    private static String one(List<String> words) {
        if (words.size() != 1) {
            throw new StoryFailure("one word is needed, quote it: " + words);
        }
        return words.getFirst();
    }
}
