package dev.s2ioc.command;

import java.io.IOException;
import java.util.concurrent.Callable;

/** What a command does. Returning means success; a failure is thrown and worded in one place. */
public interface Action extends Callable<Integer> {

    void run() throws IOException, InterruptedException;

    @Override
    default Integer call() throws IOException, InterruptedException {
        run();
        return 0;
    }
}
