package dev.s2ioc.cluster.store;

/** How much of what happened is kept for watchers that come back late: the least of both. */
record History(int events, long bytes) {}
