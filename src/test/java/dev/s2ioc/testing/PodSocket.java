package dev.s2ioc.testing;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One WebSocket of {@link PodServer}: channels on one side, a process, a program or a port of this machine on the other. */
final class PodSocket implements WsListener {
    private static final int CLOSE = 255;

    private final PodServer server;
    private String path;
    private List<String> command;
    private int port;
    private WsSession session;
    private OutputStream input;

    PodSocket(PodServer server) {
        this.server = server;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        path = prologue.uriPath().rawPath();
        String query = prologue.query().rawValue();
        server.note("GET " + path + "?" + query);
        command = prologue.query().contains("command") ? prologue.query().all("command") : List.of();
        port = prologue.query().contains("ports")
                ? Integer.parseInt(prologue.query().get("ports"))
                : 0;
        String asked = headers.get(HeaderNames.create("Sec-WebSocket-Protocol")).values();
        String protocol = Arrays.stream(asked.split(" *, *"))
                .filter(server.protocols()::contains)
                .findFirst()
                .orElseThrow(() -> new WsUpgradeException("no known protocol among " + asked));
        WritableHeaders<?> answer = WritableHeaders.create();
        answer.set(HeaderNames.create("Sec-WebSocket-Protocol"), protocol);
        return Optional.of(answer);
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        try {
            if (path.endsWith("/portforward")) {
                forward();
            } else if (path.endsWith("/attach")) {
                PipedInputStream in = new PipedInputStream(64 * 1024);
                input = new PipedOutputStream(in);
                start(() -> server.attached().run(in, channel(1), channel(2)));
            } else {
                execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute() {
        try {
            if (server.missing().contains(command.getFirst())) {
                throw new IOException("no such file");
            }
            Process process = new ProcessBuilder(command).start();
            input = process.getOutputStream();
            start(() -> {
                Thread errors = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), channel(2)));
                process.getInputStream().transferTo(channel(1));
                errors.join();
                return process.waitFor();
            });
        } catch (IOException e) {
            input = OutputStream.nullOutputStream();
            status("{\"metadata\":{},\"status\":\"Failure\",\"reason\":\"InternalError\",\"message\":"
                    + "\"Internal error occurred: error executing command in container: " + command.getFirst()
                    + ": no such file\"}");
        }
    }

    private void forward() throws IOException {
        byte[] both = {(byte) port, (byte) (port >> 8)};
        send(0, both, 2);
        send(1, both, 2);
        Socket socket;
        try {
            socket = new Socket("127.0.0.1", port);
        } catch (IOException e) {
            byte[] words =
                    ("error forwarding port " + port + " to pod: Connection refused").getBytes(StandardCharsets.UTF_8);
            send(1, words, words.length);
            session.close(1000, "");
            return;
        }
        input = new java.io.FilterOutputStream(socket.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                socket.shutdownOutput();
            }
        };
        Thread.ofVirtual().start(() -> {
            try {
                copy(socket.getInputStream(), channel(0));
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            session.close(1000, "");
        });
    }

    private interface Work {
        int run() throws Exception;
    }

    private void start(Work work) {
        Thread.ofVirtual().start(() -> {
            try {
                int code = work.run();
                status(
                        code == 0
                                ? "{\"metadata\":{},\"status\":\"Success\"}"
                                : "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"command terminated with non-zero exit"
                                        + " code\",\"reason\":\"NonZeroExitCode\",\"details\":{\"causes\":[{\"reason\":\"ExitCode\","
                                        + "\"message\":\"" + code + "\"}]}}");
            } catch (Exception e) {
                breakOff();
            }
        });
    }

    private void breakOff() {
        synchronized (this) {
            session.close(1011, "broken");
        }
    }

    private void status(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        send(3, bytes, bytes.length);
        synchronized (this) {
            session.close(1000, "");
        }
    }

    @Override
    public void onMessage(WsSession from, BufferData buffer, boolean last) {
        int channel = buffer.read();
        byte[] bytes = new byte[buffer.available()];
        buffer.read(bytes);
        try {
            if (channel == CLOSE) {
                input.close();
            } else if (channel == 4) {
                server.noteSize(new String(bytes, StandardCharsets.UTF_8));
            } else {
                input.write(bytes, 0, bytes.length);
                input.flush();
            }
        } catch (IOException e) {
            // The program reads no more; how it ended is told on its own channel.
        }
    }

    @Override
    public void onClose(WsSession closed, int code, String reason) {
        try {
            if (input != null) {
                input.close();
            }
        } catch (IOException e) {
            // It has ended before.
        }
    }

    private OutputStream channel(int number) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                send(number, Arrays.copyOfRange(bytes, offset, offset + length), length);
            }
        };
    }

    private synchronized void send(int channel, byte[] bytes, int length) {
        byte[] message = new byte[length + 1];
        message[0] = (byte) channel;
        System.arraycopy(bytes, 0, message, 1, length);
        session.send(BufferData.create(message), true);
    }

    private static void copy(InputStream in, OutputStream out) {
        try {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
