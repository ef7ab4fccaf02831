package dev.s2ioc.imageregistry;

import java.io.IOException;

/** Content is not what its digest says. */
public final class DigestException extends IOException {
    DigestException(String wanted, String found) {
        super("the content of " + wanted + " has the digest " + found + ": it was changed on its way");
    }
}
