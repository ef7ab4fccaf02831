package dev.s2ioc.cluster.network.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The lines of an HTTP request before its body, as they stand. */
record RequestHead(String method, String target, String version, List<Field> fields) {
    private static final int LIMIT = 64 * 1024;
    /** They are about one connection, of which the router has two. */
    private static final Set<String> OF_CONNECTION = Set.of("connection", "keep-alive", "proxy-connection");

    /** One header field. */
    record Field(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** This is no request. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** @throws Malformed also when the caller leaves before it has asked for anything */
    static RequestHead read(InputStream in) throws IOException {
        List<String> lines = lines(in);
        String[] words = lines.getFirst().split(" ");
        if (words.length != 3 || !words[2].matches("HTTP/1\\.[01]")) {
            throw new Malformed("the first line is no HTTP/1 request");
        }
        return new RequestHead(words[0], words[1], words[2], fields(lines));
    }

    /** All lines to the empty one, which is the last. */
    static List<String> lines(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        int left = LIMIT;
        while (lines.isEmpty() || !lines.getLast().isEmpty()) {
            String line = line(in, left);
            left -= line.length() + 2;
            lines.add(line);
        }
        return lines;
    }

    /** Those after the first line. */
    static List<Field> fields(List<String> lines) throws IOException {
        List<Field> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.substring(0, colon).matches(".*\\s.*")) {
                throw new Malformed("a header line is not of the form NAME: VALUE");
            }
            fields.add(new Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return fields;
    }

    private static String line(InputStream in, int limit) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new Malformed("the request ended too early");
            }
            if (line.length() >= limit) {
                throw new Malformed("the header is longer than " + LIMIT + " bytes");
            }
            line.append((char) c);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    /** The first of these fields; empty when there is none. */
    String field(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** Without the port. */
    String host() {
        String host = target.matches("https?://.*") ? target.replaceFirst("https?://([^/?]*).*", "$1") : field("Host");
        return host.replaceFirst(":[0-9]*$", "");
    }

    /** Path and query. */
    String place() {
        return target.replaceFirst("^https?://[^/?]*", "").replaceFirst("^(?=\\?|$)", "/");
    }

    String path() {
        return place().replaceFirst("[?#].*", "");
    }

    /** Whether the caller may have more to ask on this connection. */
    boolean keeps() {
        return version.equals("HTTP/1.1")
                && !field("Connection").toLowerCase(Locale.ROOT).contains("close")
                && field("Upgrade").isEmpty()
                && !method.equals("CONNECT")
                && BodyInput.isClear(fields);
    }

    /** What follows it. */
    BodyInput body(InputStream in) {
        return BodyInput.of(in, fields, BodyInput.none(in));
    }

    /** Why nobody answers, in a sentence. */
    String unanswered(String why) {
        return "Nothing answers for " + host() + path() + " at the moment: " + why + ".\n";
    }

    /** As the service gets it, for this place and with these fields; one request a connection. */
    byte[] forwarded(String place, List<Field> all) {
        boolean upgrade = !field("Upgrade").isEmpty();
        StringBuilder text = new StringBuilder(method + " " + place + " " + version + "\r\n");
        Stream.concat(
                        all.stream()
                                .filter(field ->
                                        !OF_CONNECTION.contains(field.name().toLowerCase(Locale.ROOT))),
                        Stream.of(new Field("Connection", upgrade ? "Upgrade" : "close")))
                .forEach(field -> text.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
