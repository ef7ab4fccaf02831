package dev.s2ioc.console;

import java.lang.reflect.Proxy;

/**
 * Something that is still done when a signal, such as Ctrl-C, ends the process while this is open. A second Ctrl-C does not
 * wait for it.
 */
public final class Farewell implements AutoCloseable {
    private static final int INTERRUPTED = 130;

    private final Thread hook;

    public Farewell(Runnable last) {
        hook = new Thread(
                () -> {
                    endOnSecondInterrupt();
                    last.run();
                },
                "farewell");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The JVM ignores signals once it is shutting down; only its own, unsupported handlers hear of them. */
    private static void endOnSecondInterrupt() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object end =
                    Proxy.newProxyInstance(Farewell.class.getClassLoader(), new Class<?>[] {handler}, (_, _, _) -> {
                        Runtime.getRuntime().halt(INTERRUPTED);
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), end);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // A JVM without these handlers: the farewell is waited for.
        }
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
