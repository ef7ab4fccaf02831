package dev.s2ioc.cluster.store;

import java.util.Optional;

/**
 * Which part of a listing is wanted.
 *
 * @param limit at most so many objects; 0 for all
 * @param after the last key of the page before
 * @param revision the state to read from; empty for the newest
 */
public record Page(int limit, Optional<Key> after, Optional<Long> revision) {
    public static final Page ALL = new Page(0, Optional.empty(), Optional.empty());
}
