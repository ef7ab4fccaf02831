package dev.s2ioc.client;

import java.util.List;

/**
 * What a command in a container is connected with.
 *
 * @param stdin whether it is sent input
 * @param stderr whether its errors come apart from its output
 * @param tty whether it has a terminal, over which all it prints comes as one stream
 */
public record RemoteOptions(String pod, String container, boolean stdin, boolean stderr, boolean tty) {

    /** The request that runs a command. */
    Request exec(String namespace, List<String> command) {
        Request request = Request.get(KnownTypes.POD.path(namespace, pod) + "/exec");
        for (String word : command) {
            request = request.with("command", word);
        }
        return streams(request);
    }

    /** The request that connects with what runs already. */
    Request attach(String namespace) {
        return streams(Request.get(KnownTypes.POD.path(namespace, pod) + "/attach"));
    }

    private Request streams(Request request) {
        Request named = request.with("container", container);
        named = stderr ? named.with("stderr", "true") : named;
        named = stdin ? named.with("stdin", "true") : named;
        named = named.with("stdout", "true");
        return tty ? named.with("tty", "true") : named;
    }
}
