package dev.s2ioc.cluster.network.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a caller sends a program, written by a thread of its own: while the program does not read, pings are answered and
 * the terminal's size is set all the same, until too much waits.
 */
final class ProgramInput implements AutoCloseable {
    private static final int MESSAGES = 64;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MESSAGES);
    private final Thread writer;

    ProgramInput(OutputStream stdin) {
        this.writer = Thread.ofVirtual().name("stdin").start(() -> write(stdin));
    }

    private void write(OutputStream stdin) {
        boolean reading = true;
        try {
            for (byte[] next = waiting.take(); next != END; next = waiting.take()) {
                reading = reading && written(stdin, next);
            }
            stdin.close();
        } catch (IOException e) {
            // A program that has ended, or closed its input, misses nothing.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean written(OutputStream stdin, byte[] bytes) {
        try {
            stdin.write(bytes);
            stdin.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void add(byte[] bytes) {
        if (bytes.length > 0) {
            put(bytes);
        }
    }

    void end() {
        put(END);
    }

    private void put(byte[] bytes) {
        try {
            while (writer.isAlive() && !waiting.offer(bytes, 1, TimeUnit.SECONDS)) {
                // The program takes its time.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing more is written. */
    @Override
    public void close() {
        writer.interrupt();
    }
}
