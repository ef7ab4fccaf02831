package dev.s2ioc.kubeconfig;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Refuses, before it is built, the YAML whose tree would be endless: nested too deeply, or a short text that aliases make long. */
public final class YamlLimits {
    private static final int DEEPEST = 500;
    private static final long MOST_NODES = 1_000_000;

    private record Open(Optional<Anchor> anchor, long before) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Long> sizes = new HashMap<>();
    private long nodes;

    private YamlLimits() {}

    /** @throws YamlEngineException if the events are those of too much */
    public static void check(Iterable<Event> events) {
        YamlLimits limits = new YamlLimits();
        events.forEach(limits::take);
    }

    private void take(Event event) {
        // Not a switch over the types: the JVM would have to make it anew at every start, and this is on the way of
        // each.
        if (event instanceof CollectionStartEvent start) {
            begin(start);
        } else if (event instanceof CollectionEndEvent) {
            remember(open.pop());
        } else if (event instanceof ScalarEvent scalar) {
            nodes++;
            scalar.getAnchor().ifPresent(anchor -> sizes.put(anchor, 1L));
        } else if (event instanceof AliasEvent alias) {
            repeat(alias.getAlias());
        }
        // Documents and comments take no room.
    }

    private void begin(CollectionStartEvent start) {
        if (open.size() == DEEPEST) {
            throw new YamlEngineException("it is nested more than " + DEEPEST + " levels deep");
        }
        open.push(new Open(start.getAnchor(), nodes));
        nodes++;
    }

    private void remember(Open ended) {
        ended.anchor().ifPresent(anchor -> sizes.put(anchor, nodes - ended.before()));
    }

    private void repeat(Anchor anchor) {
        if (open.stream().anyMatch(each -> each.anchor().equals(Optional.of(anchor)))) {
            throw new YamlEngineException("*" + anchor.getValue() + " is an alias inside of what it stands for");
        }
        nodes += sizes.getOrDefault(anchor, 1L);
        if (nodes > MOST_NODES) {
            throw new YamlEngineException("document contains excessive aliasing");
        }
    }
}
