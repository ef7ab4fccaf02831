package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.network.route.RequestHead.Field;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of an HTTP response before its body. */
record ResponseHead(String line, List<Field> fields) {

    static ResponseHead read(InputStream in) throws IOException {
        List<String> lines = RequestHead.lines(in);
        if (!lines.getFirst().matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            throw new IOException("the first line is no HTTP/1 response");
        }
        return new ResponseHead(lines.getFirst(), RequestHead.fields(lines));
    }

    private int code() {
        return Integer.parseInt(line.substring(9, 12));
    }

    /** Whether another one follows. */
    boolean isInterim() {
        return code() < 200 && !isUpgrade();
    }

    boolean isUpgrade() {
        return code() == 101;
    }

    /** What follows it. */
    BodyInput body(InputStream in, String method) {
        boolean none = method.equals("HEAD") || code() == 204 || code() == 304;
        if (none) {
            return BodyInput.none(in);
        }
        return BodyInput.isClear(fields) ? BodyInput.of(in, fields, BodyInput.toTheEnd(in)) : BodyInput.toTheEnd(in);
    }

    /** As it goes to a caller whose connection stays. */
    ResponseHead kept() {
        List<Field> kept = new ArrayList<>(fields);
        kept.removeIf(field -> field.is("Connection") || field.is("Keep-Alive"));
        return new ResponseHead("HTTP/1.1" + line.substring(8), kept);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(line).append("\r\n");
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
