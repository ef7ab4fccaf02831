package dev.s2ioc.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Status line and headers of an answer (RFC 9112). */
record AnswerHead(int code, boolean persistent, Map<String, List<String>> headers) {
    private static final int LONGEST = 256 * 1024;

    static AnswerHead read(Buffered input) throws IOException {
        String status = line(input, 0);
        int code = code(status);
        Map<String, List<String>> headers = headers(input);
        boolean closes = headers.getOrDefault("Connection", List.of()).stream().anyMatch("close"::equalsIgnoreCase);
        return new AnswerHead(code, status.startsWith("HTTP/1.1 ") && !closes, headers);
    }

    private static int code(String status) throws ProtocolException {
        if (!status.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            throw new ProtocolException("malformed HTTP response \"" + shown(status) + "\"");
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
    }

    static Map<String, List<String>> headers(Buffered input) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int size = 0;
        for (String line = line(input, size); !line.isEmpty(); line = line(input, size)) {
            size += line.length();
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("malformed header \"" + shown(line) + "\" in the answer");
            }
            headers.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    static String line(Buffered input, int before) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int b = input.read(); b != '\n'; b = input.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed before the answer was whole");
            }
            if (before + line.length() > LONGEST) {
                throw new ProtocolException("the head of the answer is longer than " + LONGEST + " bytes");
            }
            line.append((char) b);
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    /** Where the body ends, by what the head says. */
    boolean chunked() {
        return headers.getOrDefault("Transfer-Encoding", List.of()).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).endsWith("chunked"));
    }

    /** How long the body is; -1 when the head does not say. */
    long length() throws ProtocolException {
        List<String> lengths = headers.getOrDefault("Content-Length", List.of());
        if (lengths.isEmpty()) {
            return -1;
        }
        String length = lengths.getFirst();
        if (!length.matches("[0-9]{1,18}") || lengths.stream().anyMatch(other -> !other.equals(length))) {
            throw new ProtocolException("the answer's Content-Length is not a number: " + shown(length));
        }
        return Long.parseLong(length);
    }

    boolean hasBody(String method) {
        return !method.equals("HEAD") && code >= 200 && code != 204 && code != 304;
    }
}
