package dev.s2ioc.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A request as it is sent.
 *
 * @param target path and query, encoded
 * @param headers all but {@code Host} and {@code Content-Length}
 */
public record Outgoing(String method, String target, List<Header> headers, Optional<byte[]> body) {

    /** The bytes on the wire; the body is in them, so that all of it goes out at once. */
    byte[] bytes(String hostAndPort) {
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        line(head, "Host", hostAndPort);
        headers.forEach(header -> line(head, header.name(), header.value()));
        if (body.isPresent() || !method.equals("GET") && !method.equals("HEAD") && !method.equals("DELETE")) {
            line(
                    head,
                    "Content-Length",
                    Integer.toString(body.map(bytes -> bytes.length).orElse(0)));
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] second = body.orElse(new byte[0]);
        byte[] whole = new byte[first.length + second.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }

    /** A line break in a value would be the start of another header. */
    private static void line(StringBuilder head, String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f || c > 0xff) {
                throw new IllegalArgumentException("the header " + name + " has a character that cannot be sent");
            }
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
