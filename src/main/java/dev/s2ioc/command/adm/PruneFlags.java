package dev.s2ioc.command.adm;

import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DurationFlag;
import dev.s2ioc.print.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** The flags that say what is old enough to be removed, and the choice that they make. */
public final class PruneFlags {

    @Option(names = "--confirm", description = "Remove; without, only what would be removed is listed.")
    boolean confirm;

    @Option(names = "--orphans", description = "Remove too what was made from something that is no longer there.")
    boolean orphans;

    @Option(
            names = "--keep-younger-than",
            paramLabel = "DURATION",
            defaultValue = "1h",
            converter = DurationFlag.class,
            description = "Keep what is younger. Default: ${DEFAULT-VALUE}")
    Duration keepYoungerThan;

    @Option(
            names = "--keep-complete",
            paramLabel = "N",
            defaultValue = "5",
            description = "Keep so many that ended well, the newest ones, of each owner. Default: ${DEFAULT-VALUE}")
    int keepComplete;

    @Option(
            names = "--keep-failed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Keep so many that did not, the newest ones, of each owner. Default: ${DEFAULT-VALUE}")
    int keepFailed;

    /** @throws CommandFailure if a number makes no sense */
    void check() {
        if (keepYoungerThan.isNegative()) {
            throw new CommandFailure("--keep-younger-than must be greater than or equal to 0");
        }
        if (keepComplete < 0) {
            throw new CommandFailure("--keep-complete must be greater than or equal to 0");
        }
        if (keepFailed < 0) {
            throw new CommandFailure("--keep-failed must be greater than or equal to 0");
        }
    }

    /** What is to be removed of these, when these owners are there. */
    List<Candidate> choose(List<Candidate> ended, Set<String> owners, Instant now) {
        List<Candidate> old = ended.stream()
                .filter(one -> Ages.instant(one.created())
                        .filter(created -> !created.plus(keepYoungerThan).isAfter(now))
                        .isPresent())
                .sorted(Comparator.comparing(Candidate::created).reversed())
                .toList();
        List<Candidate> chosen = new ArrayList<>();
        Map<String, List<Candidate>> byOwner = new LinkedHashMap<>();
        for (Candidate one : old) {
            if (owners.contains(one.owner())) {
                byOwner.computeIfAbsent(one.owner() + one.complete(), key -> new ArrayList<>())
                        .add(one);
            } else if (orphans) {
                chosen.add(one);
            }
        }
        for (List<Candidate> alike : byOwner.values()) {
            int keep = alike.getFirst().complete() ? keepComplete : keepFailed;
            chosen.addAll(alike.subList(Math.min(keep, alike.size()), alike.size()));
        }
        return chosen;
    }
}
