package dev.s2ioc.command.image;

import dev.s2ioc.print.TabWriter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order repositories are filled: no two that share a blob at the same time, for the second can take it from the
 * first then.
 */
final class MirrorPhases {

    /** One repository, and how many blobs of other repositories it shares, and could take from an earlier phase. */
    record Unit(MirrorTarget target, long shared, long mounts) {}

    private final List<List<Unit>> phases = new ArrayList<>();

    static MirrorPhases of(MirrorPlan plan) {
        MirrorPhases phases = new MirrorPhases();
        plan.registries().values().forEach(targets -> phases.add(targets.values()));
        return phases;
    }

    List<List<Unit>> phases() {
        return phases;
    }

    private void add(Collection<MirrorTarget> registry) {
        Map<String, Integer> uses = MirrorPlan.uses(registry);
        Map<MirrorTarget, Long> shared = new HashMap<>();
        for (MirrorTarget target : registry) {
            shared.put(
                    target,
                    target.blobDigests().stream()
                            .filter(digest -> uses.get(digest) > 1)
                            .count());
        }
        List<MirrorTarget> left = new ArrayList<>(registry);
        left.sort(Comparator.comparing(shared::get).reversed());
        Set<String> there = new HashSet<>();
        for (int number = 0; !left.isEmpty(); number++) {
            List<MirrorTarget> next = independent(left, there);
            left.removeAll(next);
            if (number == phases.size()) {
                phases.add(new ArrayList<>());
            }
            for (MirrorTarget target : next) {
                long mounts =
                        target.blobDigests().stream().filter(there::contains).count();
                phases.get(number).add(new Unit(target, shared.get(target), mounts));
            }
            next.forEach(target -> there.addAll(target.blobDigests()));
        }
    }

    /** Those that want no blob which another of them brings; the first one in any case. */
    private static List<MirrorTarget> independent(List<MirrorTarget> targets, Set<String> there) {
        List<MirrorTarget> taken = new ArrayList<>();
        Set<String> brought = new HashSet<>();
        for (MirrorTarget target : targets) {
            Set<String> wanted = target.blobDigests();
            if (Collections.disjoint(wanted, brought)) {
                taken.add(target);
                wanted.stream().filter(digest -> !there.contains(digest)).forEach(brought::add);
            }
        }
        return taken;
    }

    void print(PrintStream out) {
        for (int i = 0; i < phases.size(); i++) {
            out.println("phase " + i + ":");
            TabWriter rows = TabWriter.forLabels();
            for (Unit unit : phases.get(i)) {
                MirrorTarget target = unit.target();
                rows.line(
                        "  " + target.registry().replaceFirst("/$", ""),
                        target.location().path(),
                        "blobs=" + target.blobDigests().size(),
                        "mounts=" + unit.mounts(),
                        "manifests=" + target.manifestCount(),
                        "shared=" + unit.shared());
            }
            out.print(rows);
        }
        out.println();
    }
}
