package dev.s2ioc.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** This program's own rsh, written as another program takes its remote shell, with the flags of this run. */
final class RemoteShell {
    private final CommandSpec spec;

    RemoteShell(CommandSpec spec) {
        this.spec = spec;
    }

    /** One line in which what holds blanks or quotes is quoted as rsync understands it. */
    String line(Optional<String> container) {
        List<String> words = new ArrayList<>(program());
        words.add("rsh");
        for (CommandSpec level = spec; level != null; level = level.parent()) {
            addFlags(level, words);
        }
        container.ifPresent(name -> words.add("--container=" + name));
        words.add("--no-tty");
        return String.join(" ", words.stream().map(RemoteShell::quoted).toList());
    }

    /** Only those that every command takes; this command's own are not rsh's. */
    private static void addFlags(CommandSpec level, List<String> words) {
        for (OptionSpec option : level.commandLine().getParseResult().matchedOptions()) {
            if (level.parent() == null || option.inherited()) {
                for (String value : option.originalStringValues()) {
                    words.add(option.longestName() + "=" + value);
                }
            }
        }
    }

    private static List<String> program() {
        String classPath = System.getProperty("java.class.path");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Optional.of(classPath)
                .filter(path -> path.endsWith(".jar") && !path.contains(File.pathSeparator))
                .map(jar -> Path.of(jar).resolveSibling("s2ioc.aot"))
                .filter(Files::exists)
                .ifPresent(cache -> words.add("-XX:AOTCache=" + cache));
        words.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "dev.s2ioc.Main"));
        return words;
    }

    private static String quoted(String word) {
        boolean plain = !word.isEmpty() && word.chars().noneMatch(c -> " '\"\t".indexOf(c) >= 0);
        return plain ? word : "\"" + word.replace("\"", "\"\"") + "\"";
    }
}
