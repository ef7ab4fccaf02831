package dev.s2ioc.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What rsync is to copy, and how; the names are those of the rsync program. */
final class SyncFlags {

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    boolean quiet;

    @Option(names = "--delete", description = "Delete what is not in the source from the destination.")
    boolean delete;

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            split = ",",
            description = "Leave out what matches; may be repeated.")
    List<String> exclude = List.of();

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            split = ",",
            description = "Take what matches although it matches an --exclude; may be repeated.")
    List<String> include = List.of();

    @Option(names = "--progress", description = "Show progress; only the program rsync does.")
    boolean progress;

    @Option(names = "--no-perms", description = "Do not copy permissions.")
    boolean noPerms;

    @Option(names = "--compress", description = "Compress what is sent; only the program rsync does.")
    boolean compress;

    /** As the program takes them. */
    List<String> ofProgram() {
        List<String> flags = new ArrayList<>(List.of(
                "--blocking-io",
                "--archive",
                "--no-owner",
                "--no-group",
                "--omit-dir-times",
                "--numeric-ids",
                quiet ? "-q" : "-v"));
        if (delete) {
            flags.add("--delete");
        }
        if (compress) {
            flags.add("-z");
        }
        include.forEach(pattern -> flags.add("--include=" + pattern));
        exclude.forEach(pattern -> flags.add("--exclude=" + pattern));
        if (progress) {
            flags.add("--progress");
        }
        if (noPerms) {
            flags.add("--no-perms");
        }
        return flags;
    }

    /** Those that mean nothing where the program does not run. */
    List<String> onlyOfProgram() {
        List<String> flags = new ArrayList<>();
        if (progress) {
            flags.add("--progress");
        }
        if (compress) {
            flags.add("--compress");
        }
        return flags;
    }
}
