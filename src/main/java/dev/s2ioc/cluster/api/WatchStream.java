package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.StoreException;
import dev.s2ioc.cluster.store.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** A watch request: one line of JSON per event, until the time is up, the client leaves or the server stops. */
final class WatchStream {
    private static final long LONGEST_SECONDS = 3600;
    /** For clients without bookmarks, a blank before the next line: it means nothing to readers of lines and of JSON, and fails when nobody reads. */
    private static final int PULSE = ' ';

    private final Resource resource;
    private final Call call;
    private final Selection selection;
    private final Forms forms;
    private final Duration pulse;
    private final Waiting waiting;
    private OutputStream out;
    private boolean first = true;

    /** Writes something at least once in a pulse. */
    WatchStream(Resource resource, Call call, String name, Forms forms, Duration pulse, Waiting waiting) {
        this.resource = resource;
        this.call = call;
        this.selection = Selection.of(resource, call).named(name);
        this.forms = forms;
        this.pulse = pulse;
        this.waiting = waiting;
    }

    void serve(Exchange exchange) throws IOException {
        ListOptions options = ListOptions.ofWatch(call);
        long from = options.revision();
        boolean initialEvents = call.flag("sendInitialEvents");
        boolean bookmarks = call.flag("allowWatchBookmarks");
        long seconds = Math.min(LONGEST_SECONDS, options.number("timeoutSeconds", LONGEST_SECONDS));
        Optional<Listing> present =
                from == 0 || initialEvents ? Optional.of(resource.list(call, Page.ALL)) : Optional.empty();
        Watch watch = null;
        StatusException refused = null;
        try {
            watch = resource.watch(call, present.map(Listing::revision).orElse(from));
        } catch (StatusException e) {
            refused = e;
        }
        if (refused != null && refused.code() != 410) {
            throw refused;
        }
        out = exchange.stream("application/json");
        if (refused != null) {
            line("ERROR", refused.status());
        } else {
            if (present.isPresent() && (initialEvents || !options.hasInitialEvents())) {
                showPresent(present.get(), initialEvents && bookmarks);
            }
            follow(watch, Duration.ofSeconds(Math.max(0, seconds)), bookmarks);
        }
        out.close();
    }

    private void showPresent(Listing listing, boolean markEnd) throws IOException {
        for (ObjectNode object : listing.items()) {
            if (selection.matches(object)) {
                line("ADDED", object);
            }
        }
        if (markEnd) {
            write("BOOKMARK", forms.bookmark(listing.revision(), true));
        }
        out.flush();
    }

    private void follow(Watch watch, Duration time, boolean bookmarks) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (true) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                boolean last = left.compareTo(pulse) <= 0;
                Optional<Event> event = waiting.pause(() -> watch.next(last ? left : pulse));
                if (event.isPresent()) {
                    send(event.get());
                    continue;
                }
                if (bookmarks) {
                    write("BOOKMARK", forms.bookmark(watch.revision(), false));
                } else if (!last) {
                    out.write(PULSE);
                }
                out.flush();
                if (last) {
                    return;
                }
            }
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.CLOSED) {
                line("ERROR", StatusException.of(e).status());
            }
        } catch (InterruptedException e) {
            // The server stops: the stream ends as it does when its time is over, and the client comes back.
        }
    }

    /** An object that comes to match is added, one that ceases to is deleted, for this watcher. */
    private void send(Event event) throws IOException {
        boolean now = selection.matches(event.object());
        boolean before = event.old().filter(selection::matches).isPresent();
        String type = event.type() == Event.Type.DELETED
                ? before ? "DELETED" : ""
                : now ? before ? "MODIFIED" : "ADDED" : before ? "DELETED" : "";
        if (!type.isEmpty()) {
            line(type, event.object());
        }
    }

    private void line(String type, ObjectNode object) throws IOException {
        boolean status = type.equals("ERROR");
        write(type, status ? object : forms.watched(object, first));
        first = first && status;
        out.flush();
    }

    private void write(String type, JsonNode object) throws IOException {
        ObjectNode line = Json.object().put("type", type);
        line.set("object", object);
        out.write(Json.bytes(line));
        out.write('\n');
    }
}
