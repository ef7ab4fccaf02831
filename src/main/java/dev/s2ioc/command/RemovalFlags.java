package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.io.PrintStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How {@code run --rm} deletes what it has made. */
final class RemovalFlags {

    @Option(names = "--force", description = "With --rm: remove the pod at once, without waiting for it to end.")
    boolean force;

    @Option(
            names = "--wait",
            arity = "0..1",
            paramLabel = "BOOL",
            preprocessor = AttachedValue.class,
            fallbackValue = "true",
            description = "With --rm: return only when the pod is gone. Default: false")
    boolean wait;

    @Mixin
    DeletionFlags how = new DeletionFlags();

    void check(boolean removes, PrintStream err) {
        if (!removes && (force || wait || how.areSet())) {
            throw new CommandFailure("--cascade, --force, --grace-period, --timeout and --wait say how --rm deletes;"
                    + " they go with it alone");
        }
        if (force && how.gracePeriod > 0) {
            throw new CommandFailure("--force and --grace-period greater than 0 cannot be specified together");
        }
        if (!wait && !how.timeout.isZero()) {
            throw new CommandFailure("--timeout is about the waiting of --wait; they go together");
        }
        if (force) {
            how.gracePeriod = 0;
        } else if (how.gracePeriod == 0) {
            // Zero would remove what still runs from the list without ending it; without --force that is not meant.
            how.gracePeriod = 1;
        }
        how.check(err);
    }

    ObjectNode options() {
        return how.options();
    }

    /** Returns when it is gone, if that is wanted. */
    void await(Resources resources, ResourceType type, String name, String uid) {
        if (wait) {
            new Disappearance(how.timeout).await(resources, type, name, uid);
        }
    }
}
