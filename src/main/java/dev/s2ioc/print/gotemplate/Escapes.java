package dev.s2ioc.print.gotemplate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text made safe to stand in HTML, in JavaScript or in a URL. */
final class Escapes {

    private Escapes() {}

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;")
                .replace('\0', '\uFFFD');
    }

    static String js(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\'' -> escaped.append("\\'");
                case '"' -> escaped.append("\\\"");
                case '<', '>', '&', '=' -> escaped.append("\\u%04X".formatted(c));
                default -> escaped.append(c < 0x20 ? "\\u%04X".formatted(c) : Character.toString(c));
            }
        });
        return escaped.toString();
    }

    static String urlQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
