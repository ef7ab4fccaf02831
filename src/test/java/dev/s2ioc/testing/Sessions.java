package dev.s2ioc.testing;

import dev.s2ioc.client.Session;
import dev.s2ioc.client.Talk;
import dev.s2ioc.kubeconfig.ClientConfig;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;

/** Sessions for tests of what lies below the commands. */
public final class Sessions {

    private Sessions() {}

    /** A silent session with a server, in namespace {@code demo}. */
    public static Session with(String url) {
        return with(url, new PrintStream(OutputStream.nullOutputStream()), 0);
    }

    /** A session that says what it does at a level of {@code -v}. */
    public static Session with(String url, PrintStream err, int verbosity) {
        return new Session(
                ClientConfig.of(URI.create(url), "demo"), new Talk(err, verbosity, false, Clock.systemUTC()));
    }
}
