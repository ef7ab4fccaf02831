package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.Duplex;
import java.io.IOException;
import java.io.OutputStream;

/** How an answer leaves: headers first, then one of the three. */
interface Outlet {
    void header(String name, String... values);

    /** @param whole whether the body follows, or only its length is told */
    void send(int code, byte[] body, boolean whole);

    /** 200, and a body that is sent as it is written. */
    OutputStream stream() throws IOException;

    /** 101, and what follows is no HTTP any more. */
    Duplex upgrade(String protocol) throws IOException;

    boolean isSent();
}
