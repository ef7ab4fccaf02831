package dev.s2ioc.command;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of {@code apply} that go beyond sending what differs: conflicts, deleting, parts of objects. */
public final class ApplyFlags {

    @Option(
            names = "--overwrite",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Whether the file wins where somebody else has changed a field since. Default: true")
    boolean overwrite;

    @Option(
            names = "--openapi-patch",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Either way the same: this program knows by itself which lists are merged.")
    boolean openApiPatch;

    @Option(
            names = "--force",
            description = "Delete and create anew what the server refuses to change, as fields that cannot be changed.")
    boolean force;

    @Option(
            names = "--prune",
            description = "Delete objects that were applied before and are no longer in the files;"
                    + " needs --all or a selector.")
    boolean prune;

    @Option(names = "--all", description = "With --prune, look at all objects of the namespaces of the files.")
    boolean all;

    @Option(
            names = "--prune-allowlist",
            paramLabel = "GROUP/VERSION/KIND",
            split = ",",
            description = "With --prune, look at this type instead of the usual ones,"
                    + " as in build.openshift.io/v1/BuildConfig or core/v1/ConfigMap; may be repeated.")
    List<String> pruneAllowlist = List.of();

    @Option(
            names = "--wait",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description = "Return when the pruned objects are gone.")
    boolean wait;

    @Option(
            names = "--subresource",
            paramLabel = "NAME",
            description = "Apply to this part of the objects instead, such as status or scale.")
    String subresource = "";

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only objects of the files that have these labels, as in a=b,c!=d,e in (f,g),h.")
    String labels = "";

    @Mixin
    DeletionFlags deletion = new DeletionFlags();

    /** @throws CommandFailure if they contradict each other, or want what others forbid */
    void check(boolean serverSide, DryRunFlags dryRun, PrintStream err) {
        deletion.check(err);
        if (force && serverSide) {
            throw new CommandFailure("--force cannot be used with --server-side");
        }
        if (force && dryRun.isSet() && !dryRun.isClient()) {
            throw new CommandFailure("--dry-run=server cannot be used with --force");
        }
        if (all && !labels.isEmpty()) {
            throw new CommandFailure("cannot set --all and --selector at the same time");
        }
        if (prune && !all && labels.isEmpty()) {
            throw new CommandFailure("all resources selected for prune without explicitly passing --all. To prune all"
                    + " resources, pass the --all flag. If you did not mean to prune all resources, specify a label"
                    + " selector");
        }
        if (!prune && (!pruneAllowlist.isEmpty() || wait)) {
            throw new CommandFailure("--prune-allowlist and --wait only work with --prune");
        }
        if (!prune && !force && deletion.areSet()) {
            throw new CommandFailure("--cascade, --grace-period and --timeout only work with --prune or --force");
        }
        if (deletion.gracePeriod == 0 && !force) {
            throw new CommandFailure("--grace-period=0 must have --force specified");
        }
        if (!overwrite && serverSide) {
            throw new CommandFailure("--overwrite=false does not work with --server-side: there the server tells of"
                    + " conflicts, unless --force-conflicts is set");
        }
    }
}
