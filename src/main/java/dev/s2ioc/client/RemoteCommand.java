package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A command that runs in a container, with its input, output and end over here. */
public final class RemoteCommand implements AutoCloseable {
    private static final int STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int STATUS = 3;
    private static final int RESIZE = 4;
    private static final int CHUNK = 32 * 1024;
    /** How long the last output may come after the end has been told. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final Channels channels;
    private final Talk talk;
    private volatile boolean detached;
    private volatile IOException badInput;

    private RemoteCommand(Channels channels, Talk talk) {
        this.channels = channels;
        this.talk = talk;
    }

    /** Starts a command in a container of a pod. */
    public static RemoteCommand exec(Session session, String namespace, RemoteOptions options, List<String> command) {
        return open(session, options.exec(namespace, command));
    }

    /** Connects with the command that a container runs already. */
    public static RemoteCommand attach(Session session, String namespace, RemoteOptions options) {
        return open(session, options.attach(namespace));
    }

    private static RemoteCommand open(Session session, Request request) {
        return new RemoteCommand(session.channels(request, List.of(Channels.V5, Channels.V4)), session.talk());
    }

    /** Tells the command's terminal how large the one over here is. */
    public void resize(int width, int height) {
        byte[] size = ("{\"Width\":" + width + ",\"Height\":" + height + "}").getBytes(StandardCharsets.UTF_8);
        try {
            channels.send(RESIZE, size, size.length);
        } catch (IOException e) {
            talk.note(4, "the terminal's size could not be sent: " + e.getMessage());
        }
    }

    /** Leaves the command alone; {@link #run} returns. */
    public void detach() {
        detached = true;
        channels.close();
    }

    /** Whether it was left alone. */
    public boolean isDetached() {
        return detached;
    }

    /**
     * Passes on input, output and errors until the command ends, and returns its exit code.
     *
     * @throws StreamException if the server could not run it
     * @throws ConnectionException if the connection is lost before it has ended
     */
    public int run(Optional<InputStream> in, OutputStream out, OutputStream err) throws IOException {
        Optional<Thread> input =
                in.map(stream -> Thread.ofVirtual().name("stdin").start(() -> sendAll(stream)));
        try {
            ByteArrayOutputStream status = new ByteArrayOutputStream();
            for (Optional<Channels.Frame> frame = channels.next();
                    frame.isPresent();
                    frame = status.size() > 0 ? channels.next(LINGER) : channels.next()) {
                ByteBuffer bytes = frame.get().bytes();
                switch (frame.get().channel()) {
                    case STDOUT -> write(bytes, out);
                    case STDERR -> write(bytes, err);
                    case STATUS -> write(bytes, status);
                    default ->
                        talk.note(4, "something came on channel " + frame.get().channel());
                }
            }
            return detached ? 0 : exitCode(status.toByteArray());
        } catch (ConnectionException e) {
            if (detached) {
                return 0;
            }
            if (badInput != null) {
                throw badInput;
            }
            throw e;
        } finally {
            input.ifPresent(Thread::interrupt);
            close();
        }
    }

    private void sendAll(InputStream in) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int size = read(in, chunk); size >= 0; size = read(in, chunk)) {
                channels.send(STDIN, chunk, size);
            }
            if (badInput == null && !channels.end(STDIN)) {
                talk.note(1, "the server cannot be told that the input has ended (it speaks " + Channels.V4 + ")");
            }
        } catch (IOException e) {
            // The command reads no more: how it ended is told where its output is read.
            talk.note(4, "no more input is sent: " + e.getMessage());
        }
    }

    /** What of the input cannot be read must not look like its end: half an archive would be unpacked. */
    private int read(InputStream in, byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            badInput = e;
            channels.close();
            return -1;
        }
    }

    private static void write(ByteBuffer bytes, OutputStream out) throws IOException {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        out.flush();
    }

    /** Of an order in which nothing was said, the command has ended well: attaching to one that ends tells no more. */
    private static int exitCode(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return 0;
        }
        JsonNode status = Json.parse(bytes);
        if (status.path("status").asText().equals("Success")) {
            return 0;
        }
        if (!status.path("reason").asText().equals("NonZeroExitCode")) {
            throw new StreamException(status.path("message").asText("the command failed, and the server says no more"));
        }
        for (JsonNode cause : status.path("details").path("causes")) {
            if (cause.path("reason").asText().equals("ExitCode")) {
                String code = cause.path("message").asText();
                if (!code.matches("[0-9]{1,3}")) {
                    throw new StreamException("error stream protocol error: invalid exit code value \"" + code + "\"");
                }
                return Integer.parseInt(code);
            }
        }
        throw new StreamException("error stream protocol error: no ExitCode cause given");
    }

    @Override
    public void close() {
        channels.close();
    }
}
