package dev.s2ioc.cluster.controller;

/** Something that works at objects by itself, once it is started. */
interface Controller extends AutoCloseable {
    void start();

    @Override
    void close();
}
