package dev.s2ioc.newapp;

import java.util.Comparator;
import java.util.Locale;

/** A port that an image listens on. */
record Port(int number, String protocol) implements Comparable<Port> {
    private static final Comparator<Port> ORDER =
            Comparator.comparingInt(Port::number).thenComparing(Port::protocol);

    /** Whether the text is one port: an image may hold anything, as a range that nobody has resolved. */
    static boolean isOne(String exposed) {
        return exposed.matches("[0-9]{1,5}(/(tcp|udp|sctp))?");
    }

    /** Reads {@code 8080/tcp}. */
    static Port of(String exposed) {
        String[] parts = exposed.split("/", 2);
        return new Port(Integer.parseInt(parts[0]), parts.length == 2 ? parts[1] : "tcp");
    }

    /** As the API spells it. */
    String protocolName() {
        return protocol.toUpperCase(Locale.ROOT);
    }

    String name() {
        return number + "-" + protocol;
    }

    @Override
    public int compareTo(Port other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
