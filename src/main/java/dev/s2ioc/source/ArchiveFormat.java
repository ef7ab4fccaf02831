package dev.s2ioc.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells archives from other files by their first bytes. */
public final class ArchiveFormat {
    private static final int[][] PREFIXES = {{'P', 'K'}, {0x1f, 0x9d}, {0x1f, 0xa0}, {'B', 'Z', 'h'}, {0x1f, 0x8b}};
    private static final String TAR = "ustar";
    private static final int TAR_OFFSET = 257;

    private ArchiveFormat() {}

    /** Whether a stream begins as a tar, zip or compressed file does. The stream stays at its beginning. */
    public static boolean isArchive(BufferedInputStream in) throws IOException {
        in.mark(512);
        byte[] head = in.readNBytes(TAR_OFFSET + TAR.length());
        in.reset();
        for (int[] prefix : PREFIXES) {
            if (startsWith(head, prefix)) {
                return true;
            }
        }
        return head.length == TAR_OFFSET + TAR.length()
                && new String(head, TAR_OFFSET, TAR.length(), StandardCharsets.ISO_8859_1).equals(TAR);
    }

    private static boolean startsWith(byte[] head, int[] prefix) {
        if (head.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((head[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
