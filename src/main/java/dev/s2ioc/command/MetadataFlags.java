package dev.s2ioc.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that {@code label} and {@code annotate} share. */
public final class MetadataFlags {

    @Option(names = "--all", description = "All objects of the type in the project.")
    boolean all;

    @Option(names = "--list", description = "Print what the objects have instead of changing it.")
    boolean list;

    @Option(names = "--local", description = "Change the objects of the files given by -f; no server is asked.")
    boolean local;

    @Option(names = "--overwrite", description = "Change a value that is there already.")
    boolean overwrite;

    @Option(
            names = "--resource-version",
            paramLabel = "REVISION",
            description = "Change the object only if it still is in this revision.")
    String revision = "";

    @Mixin
    SelectorFlags selectors = new SelectorFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();
}
