package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.BlockInput;
import dev.s2ioc.cluster.network.route.RequestHead.Field;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The body of one message as it stands on the wire, and not a byte more: what follows belongs to the next message. */
final class BodyInput extends BlockInput {
    private static final int LONGEST_LINE = 8 * 1024;

    private final InputStream in;
    private final boolean chunked;
    private final boolean bounded;
    private long left;
    private boolean trailer;
    private boolean last;
    private volatile boolean complete;
    private byte[] line = {};
    private int place;

    private BodyInput(InputStream in, boolean chunked, long length) {
        this.in = in;
        this.chunked = chunked;
        this.bounded = chunked || length < Long.MAX_VALUE;
        this.left = chunked ? 0 : length;
        this.complete = !chunked && length == 0;
    }

    /** One that goes on until the connection ends. */
    static BodyInput toTheEnd(InputStream in) {
        return new BodyInput(in, false, Long.MAX_VALUE);
    }

    static BodyInput none(InputStream in) {
        return new BodyInput(in, false, 0);
    }

    /** @param otherwise what a body without a length is */
    static BodyInput of(InputStream in, List<Field> fields, BodyInput otherwise) {
        if (has(fields, "Transfer-Encoding")) {
            return new BodyInput(in, true, 0);
        }
        return fields.stream()
                .filter(field -> field.is("Content-Length"))
                .findFirst()
                .map(field -> new BodyInput(in, false, Long.parseLong(field.value())))
                .orElse(otherwise);
    }

    /** Whether the fields say where the body ends, and say it once and in a way that is known here. */
    static boolean isClear(List<Field> fields) {
        List<Field> lengths =
                fields.stream().filter(field -> field.is("Content-Length")).toList();
        List<Field> codings =
                fields.stream().filter(field -> field.is("Transfer-Encoding")).toList();
        return lengths.size() + codings.size() <= 1
                && lengths.stream().allMatch(field -> field.value().matches("[0-9]{1,18}"))
                && codings.stream().allMatch(field -> field.value().equalsIgnoreCase("chunked"));
    }

    private static boolean has(List<Field> fields, String name) {
        return fields.stream().anyMatch(field -> field.is(name));
    }

    /** Whether it ends by itself. */
    boolean isBounded() {
        return bounded;
    }

    /** Whether all of it has been read. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (place == line.length && left == 0 && !complete) {
            line = next();
            place = 0;
        }
        if (place < line.length) {
            int count = Math.min(length, line.length - place);
            System.arraycopy(line, place, bytes, offset, count);
            place += count;
            complete = last && place == line.length;
            return count;
        }
        if (complete) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0 && bounded) {
            throw tooEarly();
        }
        left -= Math.max(0, count);
        complete = !chunked && left == 0;
        return count;
    }

    /** A line of the chunks' own: a size, or one of those after the last chunk, of which the empty one is the end. */
    private byte[] next() throws IOException {
        byte[] next = line();
        String text = new String(next, StandardCharsets.ISO_8859_1).strip();
        last = trailer && text.isEmpty();
        if (!trailer) {
            String size = text.replaceFirst("[;\\s].*", "");
            if (!size.matches("[0-9a-fA-F]{1,15}")) {
                throw new IOException("a chunk has no size");
            }
            long length = Long.parseLong(size, 16);
            trailer = length == 0;
            left = trailer ? 0 : length + 2;
        }
        return next;
    }

    private static EOFException tooEarly() {
        return new EOFException("the body ended too early");
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int c = in.read(); ; c = in.read()) {
            if (c < 0 || read.size() > LONGEST_LINE) {
                throw c < 0 ? tooEarly() : new IOException("a line between chunks is too long");
            }
            read.write(c);
            if (c == '\n') {
                return read.toByteArray();
            }
        }
    }
}
