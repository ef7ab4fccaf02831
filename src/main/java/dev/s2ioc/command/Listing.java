package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Form;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.WatchEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** One way of {@code get} to show what it is asked for: as rows, or as objects. */
interface Listing {

    /** In what form this way needs objects from the server. */
    Form form();

    /** Gets and shows all targets. */
    void list(Targets targets) throws IOException, InterruptedException;

    /** Prepares to show the objects of a selection as they change. */
    void startWatching(Selection selection);

    /**
     * Shows a page of the listing that a watch begins with.
     *
     * @param silent shows nothing, only looks
     * @param seen is given the metadata of each object
     */
    Page show(InputStream page, boolean silent, Consumer<JsonNode> seen) throws IOException;

    /** Shows what has happened. */
    void show(WatchEvent event) throws IOException;

    /** What a page says about the listing as a whole. */
    record Page(String revision, Optional<String> next) {}
}
