package dev.s2ioc.command;

import dev.s2ioc.newapp.Existing;
import picocli.CommandLine.Option;

/** The flags, of which only one makes sense, that say what to do about a build config that is there already. */
public final class ExistingFlags {

    @Option(names = "--if-missing", description = "Leave a build config of this name as it is, and succeed.")
    boolean ifMissing;

    @Option(
            names = "--update",
            description = "Change a build config of this name to what is asked for here: source, strategy, output and"
                    + " triggers; webhook secrets and everything else stay.")
    boolean update;

    Existing existing() {
        if (ifMissing) {
            return Existing.KEEP;
        }
        return update ? Existing.UPDATE : Existing.REFUSE;
    }
}
