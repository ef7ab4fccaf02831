package dev.s2ioc.source;

import java.io.IOException;
import java.util.Optional;

/** Rules that keep paths out of the archive. Paths are relative to the directory that is sent, with {@code /} between the names. */
interface Rules {

    /** The rule that drops this path, in words for the user; empty when none does. */
    Optional<String> dropping(String path, boolean directory) throws IOException;

    /** Whether something below a dropped directory may be kept all the same. */
    boolean mayKeepBelow(String directory);
}
