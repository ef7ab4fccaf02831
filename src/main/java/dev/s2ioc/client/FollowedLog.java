package dev.s2ioc.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.function.BooleanSupplier;

/** Follows a log to its end over as many connections as it takes, so that nothing is lost and nothing repeated. */
public final class FollowedLog {

    private final Request request;

    private final Session session;
    private final BooleanSupplier ended;
    private final boolean timestamps;

    /**
     * @param request where the log is, and which part of it the user wants
     * @param ended whether the server says that nothing will be added any more
     * @param timestamps whether the user wants to see the times
     */
    FollowedLog(Session session, Request request, BooleanSupplier ended, boolean timestamps) {
        this.session = session;
        this.request = request;
        this.ended = ended;
        this.timestamps = timestamps;
    }

    /**
     * Copies the log to a stream until it ends.
     *
     * @throws ApiException if the server refuses the log for good
     * @throws ConnectionException if the connection is lost for good
     */
    public void copyTo(OutputStream out) throws IOException, InterruptedException {
        LogLines lines = new LogLines(out, timestamps);
        Patience patience = new Patience(session.talk());
        boolean last = false;
        while (true) {
            try {
                if (connect(lines)) {
                    patience.renew();
                }
                if (last || hasEnded()) {
                    return;
                }
                // The log's end and the writer's are a moment apart. It may also have been a proxy that ended the
                // connection in the middle: what came meanwhile is fetched by asking once more.
                patience.pause();
                last = hasEnded();
            } catch (ConnectionException e) {
                giveUpIfUnresumable(lines, e);
                patience.spend(e);
            } catch (ApiException e) {
                if (isGone(lines, e, last)) {
                    return;
                }
                if (isStillWaiting(e)) {
                    patience.renew();
                    patience.pause();
                } else {
                    patience.spend(e);
                }
            }
        }
    }

    /** Copies what one connection gives; false if it gave nothing. */
    private boolean connect(LogLines lines) throws IOException {
        byte[] chunk = new byte[32 * 1024];
        boolean moved = false;
        try (Answer answer = session.stream(resumed(lines))) {
            lines.begin();
            InputStream body = answer.body();
            for (int size = read(body, chunk, lines); size >= 0; size = read(body, chunk, lines)) {
                lines.accept(chunk, size);
                moved = true;
            }
            lines.end(true);
        }
        return moved;
    }

    /** Reading fails as a lost connection; writing to the user fails as what it is. */
    private int read(InputStream body, byte[] chunk, LogLines lines) throws IOException {
        try {
            return body.read(chunk);
        } catch (IOException e) {
            lines.end(false);
            throw session.broken(e);
        }
    }

    private Request resumed(LogLines lines) {
        Request following =
                request.with("follow", "true").with("timestamps", "true").asStream();
        return lines.since()
                .map(since -> following
                        .without("tailLines")
                        .without("sinceSeconds")
                        .without("sinceTime")
                        .with("sinceTime", DateTimeFormatter.ISO_INSTANT.format(since)))
                .orElse(following);
    }

    private void giveUpIfUnresumable(LogLines lines, ConnectionException failure) {
        boolean partOnly = request.has("tailLines") || request.has("sinceSeconds") || request.has("sinceTime");
        if (lines.isUnstamped() && partOnly) {
            throw failure;
        }
    }

    /** What was shown can no longer be had: the pod was removed after its end. There is no more to show. */
    private boolean isGone(LogLines lines, ApiException refusal, boolean last) {
        return lines.any() && refusal.code() < 500 && (last || hasEnded());
    }

    /** The server has waited for the build's pod for as long as it does. */
    private boolean isStillWaiting(ApiException refusal) {
        return refusal.code() == 400
                && refusal.getMessage().contains("timed out waiting for the condition")
                && !hasEnded();
    }

    private boolean hasEnded() {
        try {
            return ended.getAsBoolean();
        } catch (ConnectionException e) {
            // Not known now; the next connection to the log shows it, or fails for good.
            return false;
        }
    }
}
