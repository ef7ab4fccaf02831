package dev.s2ioc.cluster.network.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.network.spdy.SpdyConnection;
import dev.s2ioc.cluster.network.spdy.SpdyStream;
import dev.s2ioc.cluster.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command over SPDY: the caller opens a stream for each of its ways and says in a header which one it is. */
final class SpdyStreams implements CommandStreams {
    private static final long PATIENCE_SECONDS = 30;

    private final SpdyConnection connection;
    private final Map<String, CompletableFuture<SpdyStream>> streams = Map.of(
            "stdin", new CompletableFuture<>(),
            "stdout", new CompletableFuture<>(),
            "stderr", new CompletableFuture<>(),
            "error", new CompletableFuture<>(),
            "resize", new CompletableFuture<>());

    SpdyStreams(SpdyConnection connection) {
        this.connection = connection;
    }

    @Override
    public void feed(ContainerProcess process) throws IOException {
        try {
            connection.serve(stream -> {
                String type = stream.header("streamtype");
                CompletableFuture<SpdyStream> awaited = streams.get(type);
                if (awaited == null || !awaited.complete(stream)) {
                    stream.close();
                } else if (type.equals("stdin")) {
                    Thread.ofVirtual().name("stdin").start(() -> input(stream, process.stdin()));
                } else if (type.equals("resize")) {
                    Thread.ofVirtual().name("resize").start(() -> sizes(stream, process));
                }
            });
        } finally {
            streams.values().forEach(each -> each.completeExceptionally(new IOException("the caller has gone")));
        }
    }

    private static void input(SpdyStream stream, OutputStream stdin) {
        try (stream) {
            try (stdin) {
                byte[] chunk = new byte[32 * 1024];
                for (int count = stream.in().read(chunk);
                        count >= 0;
                        count = stream.in().read(chunk)) {
                    stdin.write(chunk, 0, count);
                    stdin.flush();
                }
            }
        } catch (IOException e) {
            // The program has ended, or the caller has: closing the stream lets go of what still comes.
        }
    }

    private static void sizes(SpdyStream stream, ContainerProcess process) {
        try (stream;
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream.in(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                TerminalSize.of(line.getBytes(StandardCharsets.UTF_8))
                        .ifPresent(size -> process.resize(size.columns(), size.rows()));
            }
        } catch (IOException e) {
            // There is no more size to hear of.
        }
    }

    @Override
    public void write(Stream stream, byte[] bytes, int offset, int length) throws IOException {
        awaited(stream == Stream.STDOUT ? "stdout" : "stderr").out().write(bytes, offset, length);
    }

    private SpdyStream awaited(String type) throws IOException {
        try {
            return streams.get(type).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("there is no stream for " + type, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void finish(ObjectNode status) throws IOException {
        SpdyStream error = awaited("error");
        error.out().write(Json.bytes(status));
        error.out().close();
        for (String type : new String[] {"stdout", "stderr"}) {
            SpdyStream stream = streams.get(type).getNow(null);
            if (stream != null) {
                stream.out().close();
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
