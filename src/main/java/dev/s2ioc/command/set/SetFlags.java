package dev.s2ioc.command.set;

import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.PrintFlags;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of all commands that set something: on which objects, whether really, and what to print of it. */
public final class SetFlags {

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only objects with these labels, as in a=b,c!=d,e in (f,g),h.")
    String labels = "";

    @Option(names = "--all", description = "All objects of the type in the namespace.")
    boolean all;

    @Option(names = "--local", description = "Change the objects of the files given by -f; send nothing.")
    boolean local;

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            defaultValue = "kubectl-set",
            description = "Who is noted as the one who sets it. Default: ${DEFAULT-VALUE}")
    String fieldManager;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    SetFlags() {
        this(new FilenameFlags());
    }

    private SetFlags(FilenameFlags files) {
        this.files = files;
    }

    /** The flags of a command that reads directories with all that is below them, unless told otherwise. */
    static SetFlags recursing() {
        return new SetFlags(FilenameFlags.recursing());
    }
}
