package dev.s2ioc.console;

/** Something that is still done when a signal, such as Ctrl-C, ends the process while this is open. */
public final class Farewell implements AutoCloseable {
    private final Thread hook;

    public Farewell(Runnable last) {
        hook = new Thread(last, "farewell");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is about to run.
        }
    }
}
