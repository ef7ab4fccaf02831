package dev.s2ioc.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of build that say what of its directory is sent. */
final class DirectoryFlags {

    @Option(
            names = "--commit",
            paramLabel = "REF",
            description =
                    "The commit that is noted in the build. Default: HEAD of the repository around the directory.")
    String commit;

    @Option(
            names = "--exclude",
            paramLabel = "REGEXP",
            description = "Leave out files and directories in whose relative path this is found. The default is"
                    + " (^|/)\\.git(/|$); '' sends .git too.")
    String exclude;

    @Option(
            names = "--ignore-file",
            paramLabel = "FILE",
            description = "Also leave out what this file of the directory names. .gitignore follows git's rules, and"
                    + " counts only if named here; others follow Docker's. May be repeated.")
    List<String> ignoreFiles = new ArrayList<>();

    @Option(
            names = "--no-ignore",
            description = "Do not leave out what .dockerignore (docker strategy) or .s2iignore (source strategy) names."
                    + " The server drops it after the upload all the same.")
    boolean noIgnore;

    @Mixin
    PackingFlags packing = new PackingFlags();

    /** The same as start-build has it. */
    BuildInputFlags sending(String directory) {
        BuildInputFlags flags = new BuildInputFlags();
        flags.fromDir = directory;
        flags.commit = commit;
        flags.exclude = exclude;
        flags.ignoreFiles = ignoreFiles;
        flags.noIgnore = noIgnore;
        flags.packing = packing;
        return flags;
    }
}
