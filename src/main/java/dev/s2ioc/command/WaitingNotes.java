package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.BuildQueue;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.Session;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** While a build waits to be run, says what it waits for: each reason once, and none of a build that starts soon. */
final class WaitingNotes implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Session session;
    private final String build;
    private final Consumer<String> talk;
    private final Thread thread;

    WaitingNotes(Session session, String build, Consumer<String> talk) {
        this.session = session;
        this.build = build;
        this.talk = talk;
        this.thread = Thread.ofVirtual().start(this::look);
    }

    private void look() {
        Set<String> said = new HashSet<>();
        try {
            while (true) {
                Thread.sleep(PAUSE);
                JsonNode now = new Builds(session).get(build);
                if (!Set.of("New", "Pending").contains(Builds.phase(now))) {
                    return;
                }
                new BuildQueue(session).reasons(now).stream().filter(said::add).forEach(talk);
            }
        } catch (InterruptedException e) {
            // The build has been seen to its end.
        } catch (ApiException | ConnectionException e) {
            session.talk().note(6, "not watching what the build waits for: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
