package dev.s2ioc.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes one page of a listing. */
@FunctionalInterface
public interface PageReader {

    /** Reads the page and returns the token with which the next one is asked for; empty if it was the last. */
    Optional<String> read(InputStream page) throws IOException;
}
