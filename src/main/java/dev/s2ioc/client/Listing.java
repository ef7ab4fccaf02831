package dev.s2ioc.client;

import java.io.IOException;
import java.util.Optional;

/** Reads a listing page by page. */
final class Listing {
    private final Session session;
    private final Request request;
    private final ListOptions options;

    private Listing(Session session, Request request, ListOptions options) {
        this.session = session;
        this.request = request;
        this.options = options;
    }

    static Listing over(Session session, Request request, ListOptions options) {
        return new Listing(session, request, options);
    }

    void readAll(PageReader reader) {
        Optional<String> token = Optional.empty();
        do {
            token = readPage(reader, token);
        } while (token.isPresent());
    }

    private Optional<String> readPage(PageReader reader, Optional<String> token) {
        Request page = options.paging(request.with("continue", token));
        try (Answer answer = session.stream(page)) {
            return reader.read(answer.body());
        } catch (ApiException e) {
            // Too much time has passed since the first page. The rest can be had as it is now, with another token.
            String fresh = e.status().path("metadata").path("continue").asText("");
            if (token.isPresent() && e.isGone() && !fresh.isEmpty() && !fresh.equals(token.get())) {
                return Optional.of(fresh);
            }
            throw e;
        } catch (IOException e) {
            throw session.broken(e);
        }
    }
}
