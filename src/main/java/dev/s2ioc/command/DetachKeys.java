package dev.s2ioc.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** Passes keys on, but for a sequence of them that means: leave it. */
final class DetachKeys extends FilterInputStream {
    static final String USUAL = "ctrl-p,ctrl-q";

    private final byte[] sequence;
    private final Runnable detach;
    private byte[] held = new byte[0];
    private int matched;

    DetachKeys(InputStream keys, byte[] sequence, Runnable detach) {
        super(keys);
        this.sequence = sequence;
        this.detach = detach;
    }

    /**
     * Reads {@code ctrl-p,ctrl-q} or single characters.
     *
     * @throws CommandFailure if it is neither
     */
    static byte[] parse(String text) {
        String[] keys = (text.isEmpty() ? USUAL : text).split(",", -1);
        byte[] sequence = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i].toLowerCase(Locale.ROOT);
            if (key.matches("ctrl-[a-z@\\[\\\\\\]^_]")) {
                sequence[i] = (byte) (Character.toUpperCase(key.charAt(5)) & 0x1f);
            } else if (keys[i].matches("[\\x20-\\x7e]")) {
                sequence[i] = (byte) keys[i].charAt(0);
            } else {
                throw new CommandFailure("could not bind detach keys: Unknown character: '" + keys[i]
                        + "'; write them as in ctrl-p,ctrl-q");
            }
        }
        return sequence;
    }

    /** Keys that may begin the sequence are held back until it is clear whether they do. */
    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        while (held.length == 0) {
            if (matched == sequence.length) {
                detach.run();
                return -1;
            }
            byte[] chunk = new byte[Math.max(1, length)];
            int size = super.read(chunk, 0, chunk.length);
            if (size < 0) {
                return -1;
            }
            held = unmatched(Arrays.copyOf(chunk, size));
        }
        int given = Math.min(length, held.length);
        System.arraycopy(held, 0, to, offset, given);
        held = Arrays.copyOfRange(held, given, held.length);
        return given;
    }

    private byte[] unmatched(byte[] chunk) {
        byte[] passed = new byte[matched + chunk.length];
        int count = 0;
        for (byte key : chunk) {
            if (matched < sequence.length && key == sequence[matched]) {
                matched++;
                if (matched == sequence.length) {
                    break;
                }
                continue;
            }
            System.arraycopy(sequence, 0, passed, count, matched);
            count += matched;
            matched = key == sequence[0] ? 1 : 0;
            if (matched == 0) {
                passed[count++] = key;
            }
        }
        return Arrays.copyOf(passed, count);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
