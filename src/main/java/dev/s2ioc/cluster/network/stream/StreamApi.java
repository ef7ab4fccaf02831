package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.pod.PodAccess;

/** What goes both ways between a caller and a pod. */
public final class StreamApi {
    private StreamApi() {}

    /** Adds exec, attach and portforward below pods. */
    public static void addTo(Machinery machinery, Type pods, PodAccess access) {
        machinery
                .kinds()
                .add(
                        pods,
                        new CommandSubresource(
                                "exec",
                                "PodExecOptions",
                                (request, options, output) -> access.exec(
                                        request.call(),
                                        request.name(),
                                        options.container(),
                                        options.command(),
                                        options.stdin(),
                                        options.terminal(),
                                        output)))
                .add(
                        pods,
                        new CommandSubresource(
                                "attach",
                                "PodAttachOptions",
                                (request, options, output) -> access.attach(
                                        request.call(),
                                        request.name(),
                                        options.container(),
                                        options.stdin(),
                                        options.terminal(),
                                        output)))
                .add(pods, new PortForwardSubresource(machinery.kinds(), access));
    }
}
