package dev.s2ioc.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of start-build that say what is sent along. */
final class BuildInputFlags {
    static final String DEFAULT_EXCLUDE = "(^|/)\\.git(/|$)";

    @Option(
            names = "--from-dir",
            paramLabel = "DIR",
            description =
                    "A directory to send as the build's input. An archive (tar, tar.gz, zip), its http(s) address,"
                            + " or - for standard input is sent as it is.")
    String fromDir;

    @Option(
            names = "--from-file",
            paramLabel = "FILE",
            description = "A file, or its http(s) address, to send as the only file of the build's input, under its own"
                    + " name.")
    String fromFile;

    @Option(
            names = "--from-archive",
            paramLabel = "FILE",
            description = "An archive (tar, tar.gz, zip), its http(s) address, or - for standard input; the server"
                    + " unpacks it.")
    String fromArchive;

    @Option(
            names = "--from-repo",
            paramLabel = "DIR",
            description = "A local git repository: what is committed is sent, with its submodules.")
    String fromRepo;

    @Option(
            names = "--commit",
            paramLabel = "REF",
            description = "The commit to build, of the BuildConfig's repository or of --from-repo. With --from-dir, the"
                    + " commit that is noted in the build.")
    String commit;

    @Option(
            names = "--exclude",
            paramLabel = "REGEXP",
            description = "With --from-dir: leave out files and directories in whose relative path this is found."
                    + " The default is (^|/)\\.git(/|$); '' sends .git too.")
    String exclude;

    @Option(
            names = "--ignore-file",
            paramLabel = "FILE",
            description = "With --from-dir: also leave out what this file of the directory names. .gitignore follows"
                    + " git's rules, and counts only if named here; others follow Docker's. May be repeated.")
    List<String> ignoreFiles = new ArrayList<>();

    @Option(
            names = "--no-ignore",
            description = "With --from-dir: do not leave out what .dockerignore (docker strategy) or .s2iignore (source"
                    + " strategy) names. The server drops it after the upload all the same.")
    boolean noIgnore;

    @Option(
            names = "--list-files",
            description = "With --from-dir: list what would be sent, and what not for which rule. Nothing is sent.")
    boolean listFiles;

    @Mixin
    PackingFlags packing = new PackingFlags();

    /** Whether input is sent along at all. */
    boolean isBinary() {
        return given().findAny().isPresent();
    }

    /** What --from-dir or --from-archive names: the two mean the same. */
    Optional<String> directoryOrArchive() {
        return Optional.ofNullable(fromDir).or(() -> Optional.ofNullable(fromArchive));
    }

    void validate() {
        if (given().count() > 1) {
            throw new CommandFailure(
                    "only one of --from-file, --from-repo, --from-archive or --from-dir may be specified");
        }
        if (exclude != null && fromDir == null) {
            throw new CommandFailure("the --exclude flag is only supported with --from-dir");
        }
        if (fromDir == null && (!ignoreFiles.isEmpty() || noIgnore || listFiles)) {
            throw new CommandFailure("--ignore-file, --no-ignore and --list-files are only supported with --from-dir");
        }
        if (packing.isGiven() && fromDir == null && fromRepo == null) {
            throw new CommandFailure(
                    "--compression is only supported with --from-dir and --from-repo; archives and files are sent as they"
                            + " are");
        }
        if (noIgnore && !ignoreFiles.isEmpty()) {
            throw new CommandFailure("--no-ignore and --ignore-file contradict each other");
        }
    }

    private Stream<String> given() {
        return Stream.of(fromDir, fromFile, fromArchive, fromRepo).filter(value -> value != null && !value.isEmpty());
    }
}
