package dev.s2ioc.source;

import java.nio.ByteBuffer;

/** Deflates buffer by buffer; for one thread at a time. */
interface Deflate {

    /** Deflates all that is between position and limit, as one finished stream, if there is room for it. */
    void deflate(ByteBuffer in, ByteBuffer out, int level);
}
