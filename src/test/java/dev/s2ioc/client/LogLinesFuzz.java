package dev.s2ioc.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Any bytes as a log: however they are cut into chunks, the same is shown. */
public final class LogLinesFuzz {
    private LogLinesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] log = Arrays.copyOfRange(input, 1, input.length);
        byte[] whole = shown(log, log.length + 1);
        byte[] parts = shown(log, 1 + (input[0] & 0xf));
        if (!Arrays.equals(whole, parts)) {
            throw new AssertionError("chunks change what is shown");
        }
    }

    private static byte[] shown(byte[] log, int chunk) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            LogLines lines = new LogLines(out, false);
            lines.begin();
            for (int from = 0; from < log.length; from += chunk) {
                byte[] part = Arrays.copyOfRange(log, from, Math.min(log.length, from + chunk));
                lines.accept(part, part.length);
            }
            lines.end(true);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
