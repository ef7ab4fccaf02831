package dev.s2ioc.client;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** The log of a build or of a pod's container. */
public final class Log {
    private final Session session;
    private final Request request;
    private final LogOptions options;
    private final BooleanSupplier ended;

    private Log(Session session, Request request, LogOptions options, BooleanSupplier ended) {
        this.session = session;
        this.request = options.over(request);
        this.options = options;
        this.ended = ended;
    }

    public static Log ofBuild(Session session, String build, LogOptions options) {
        String path = KnownTypes.BUILD.path(session.namespace(), build) + "/log";
        return new Log(session, Request.get(path), options, () -> hasEnded(session, build));
    }

    /** What there is of a build's log; the server does not wait for a build that has not begun. */
    public static Log ofBuildNow(Session session, String build) {
        String path = KnownTypes.BUILD.path(session.namespace(), build) + "/log";
        return new Log(session, Request.get(path).with("nowait", "true"), LogOptions.ALL, () -> true);
    }

    public static Log ofPod(Session session, String pod, LogOptions options) {
        String path = KnownTypes.POD.path(session.namespace(), pod) + "/log";
        // A container's log ends with the container; the one that is started after it is another's.
        return new Log(session, Request.get(path), options, () -> true);
    }

    /** The log that the server keeps under an object of another type, as of a deployment config. */
    public static Log ofSubresource(Session session, ResourceType type, String name, LogOptions options) {
        return new Log(session, Request.get(type.path(session.namespace(), name) + "/log"), options, () -> true);
    }

    private static boolean hasEnded(Session session, String build) {
        try {
            return Builds.hasEnded(new Builds(session).get(build));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return true;
            }
            throw e;
        }
    }

    /** Copies what there is by now. */
    public void copyTo(OutputStream out) throws IOException {
        copy(request, out);
    }

    private void copy(Request log, OutputStream out) throws IOException {
        Request stamped = options.timestamps() ? log.with("timestamps", "true") : log;
        try (Answer answer = session.stream(stamped.asStream())) {
            byte[] chunk = new byte[32 * 1024];
            for (int size = read(answer, chunk); size >= 0; size = read(answer, chunk)) {
                out.write(chunk, 0, size);
                out.flush();
            }
        }
    }

    private int read(Answer answer, byte[] chunk) {
        try {
            return answer.body().read(chunk);
        } catch (IOException e) {
            throw session.broken(e);
        }
    }

    /**
     * Copies the log as it grows, to its end, over as many connections as it takes.
     *
     * @throws ApiException if the server refuses the log for good
     * @throws ConnectionException if the connection is lost for good
     */
    public void follow(OutputStream out) throws IOException, InterruptedException {
        if (options.limitBytes().isPresent()) {
            // The server counts the times among the bytes: there can be none, and so no second connection.
            copy(request.with("follow", "true"), out);
        } else {
            new FollowedLog(session, request, ended, options.timestamps()).copyTo(out);
        }
    }
}
