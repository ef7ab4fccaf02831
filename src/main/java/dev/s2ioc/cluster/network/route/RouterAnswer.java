package dev.s2ioc.cluster.network.route;

import java.nio.charset.StandardCharsets;

/** An answer of the router itself, as it goes to the caller. */
record RouterAnswer(byte[] bytes) {

    /** @param location where the caller shall go instead; nowhere when empty */
    static RouterAnswer of(String status, String location, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\n"
                + (location.isEmpty() ? "" : "Location: " + location + "\r\n")
                + "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return new RouterAnswer(all);
    }
}
