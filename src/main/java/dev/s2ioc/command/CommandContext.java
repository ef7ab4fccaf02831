package dev.s2ioc.command;

import dev.s2ioc.client.KnownServers;
import dev.s2ioc.client.Session;
import dev.s2ioc.client.Talk;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Host;
import dev.s2ioc.kubeconfig.Kubeconfig;
import dev.s2ioc.kubeconfig.KubeconfigException;
import dev.s2ioc.kubeconfig.Overrides;
import java.util.List;
import java.util.Optional;

/** What a command is given: streams, surroundings, and the way to a server, which is taken only when asked for. */
public final class CommandContext implements AutoCloseable {
    private final Streams streams;
    private final Surroundings surroundings;
    private final GlobalFlags flags = new GlobalFlags();
    private Kubeconfig kubeconfig;
    private boolean needsServer = true;
    private Session session;
    private Talk talk;
    private List<String> arguments = List.of();

    public CommandContext(Streams streams, Surroundings surroundings) {
        this.streams = streams;
        this.surroundings = surroundings;
    }

    /** Notes what was typed, so that no more commands are made than it may name. */
    public void arguments(String... typed) {
        arguments = List.of(typed);
    }

    /** What was typed; empty when the whole tree is wanted. */
    List<String> arguments() {
        return arguments;
    }

    public Streams streams() {
        return streams;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** The flags that every command takes, as parsed for this run. */
    public GlobalFlags flags() {
        return flags;
    }

    /** The merged kubeconfig files; empty, not missing, when there are none. */
    public Kubeconfig kubeconfig() {
        if (kubeconfig == null) {
            Host host = new Host(
                    surroundings.environment(),
                    surroundings.home(),
                    surroundings.clock(),
                    streams.terminal().input(),
                    streams.err());
            kubeconfig = Kubeconfig.load(Optional.ofNullable(flags.kubeconfig).map(surroundings::resolve), host);
        }
        return kubeconfig;
    }

    /** The server, namespace and credentials that the kubeconfig and the flags of this run select. */
    public ClientConfig clientConfig() {
        return kubeconfig().resolve(overrides());
    }

    /** What the flags of this run say of cluster, user and context, whatever the kubeconfig has. */
    public Overrides overrides() {
        return flags.overrides(surroundings);
    }

    /** From now on it is no failure that no server is configured, until one is asked for something. */
    public void needNoServer() {
        needsServer = false;
    }

    /** The session with the selected server; opened once, no request is sent by asking for it. */
    public Session session() {
        if (session == null) {
            try {
                session = openSession(clientConfig());
            } catch (KubeconfigException e) {
                if (needsServer || flags.kubeconfig != null || kubeconfig().hasEntries()) {
                    throw e;
                }
                session = Session.without(e, flags.givenNamespace().orElse("default"), talk());
            }
        }
        return session;
    }

    /** A session with another server or other credentials than the selected ones; the caller closes it. */
    public Session openSession(ClientConfig config) {
        return new Session(config, talk(), knownServers());
    }

    /** The servers whose certificates need no judgement any more. */
    public KnownServers knownServers() {
        return KnownServers.in(surroundings.cacheDirectory().resolve("servers"), surroundings.clock());
    }

    /** What is said beside the answers of servers, as loud as the flags want it. */
    public Talk talk() {
        if (talk == null) {
            talk = new Talk(streams.err(), flags.verbosity, streams.terminal().colour(), surroundings.clock());
        }
        return talk;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
