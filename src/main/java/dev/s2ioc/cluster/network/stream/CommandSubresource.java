package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** pods/X/exec and pods/X/attach: a program in a container, joined with its caller's terminal. */
record CommandSubresource(String name, String kind, Start start) implements Subresource {
    private static final List<String> WEB_SOCKET_PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");
    private static final List<String> SPDY_PROTOCOLS = List.of("v4.channel.k8s.io");
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** How the program comes. */
    interface Start {
        ContainerProcess start(Request request, CommandOptions options, Output output)
                throws IOException, InterruptedException;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.get, Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        CommandOptions options = CommandOptions.of(request.call());
        String protocol = protocol(request);
        LateOutput output = new LateOutput();
        ContainerProcess process = start.start(request, options, options.chosen(output));
        try (CommandStreams streams = streams(request, protocol)) {
            output.to(streams);
            run(process, streams);
        } catch (IOException | RuntimeException e) {
            output.nowhere(e);
            throw e;
        } finally {
            process.kill();
        }
    }

    private static String protocol(Request request) {
        if (Protocols.isWebSocket(request)) {
            return Protocols.ofWebSocket(request, WEB_SOCKET_PROTOCOLS);
        }
        if (Protocols.isSpdy(request)) {
            return Protocols.ofSpdy(request, SPDY_PROTOCOLS);
        }
        throw StatusException.badRequest("Upgrade request required");
    }

    private static CommandStreams streams(Request request, String protocol) throws IOException {
        Conversation conversation = new Conversation(request);
        if (!Protocols.isWebSocket(request)) {
            return new SpdyStreams(conversation.spdy(protocol));
        }
        ChannelStreams streams = new ChannelStreams(conversation.webSocket(protocol), protocol.startsWith("v5"));
        streams.open();
        return streams;
    }

    /** A caller who goes takes the program along. After the end it is the caller who hangs up, having read all. */
    private static void run(ContainerProcess process, CommandStreams streams) throws IOException, InterruptedException {
        Thread feeder = Thread.ofVirtual().name("feed").start(() -> {
            try {
                streams.feed(process);
            } catch (IOException e) {
                // The caller is gone, in a ruder way.
            } finally {
                process.kill();
            }
        });
        int code = process.await();
        try {
            streams.finish(CommandStatus.of(code));
        } catch (IOException e) {
            // Who has gone does not want to know how it ended.
            return;
        }
        feeder.join(FAREWELL);
    }
}
