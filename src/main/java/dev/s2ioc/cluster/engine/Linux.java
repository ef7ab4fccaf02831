package dev.s2ioc.cluster.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/** The few calls of Linux that Java has no words for. */
@SuppressWarnings("restricted")
final class Linux {
    static final int READ_ONLY = 0;
    static final int READ_WRITE = 2;

    /** Of a file that programs which we start do not inherit, and of a terminal that does not become ours. */
    private static final int CLOSE_ON_EXEC = 0x80000;

    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NEW_NETWORK = 0x40000000;
    private static final int INTERRUPTED = 4;
    private static final int INPUT_OUTPUT_ERROR = 5;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SETNS = function("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle UNSHARE = function("unshare", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SOCKET =
            function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle IOCTL = function(
            "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle STRERROR = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private Linux() {}

    private static MethodHandle function(String name, FunctionDescriptor form, Linker.Option... more) {
        Linker.Option[] options = new Linker.Option[more.length + 1];
        System.arraycopy(more, 0, options, 0, more.length);
        options[more.length] = Linker.Option.captureCallState("errno");
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), form, options);
    }

    static int open(Path path, int mode) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path.toString());
            int flags = mode | CLOSE_ON_EXEC | NO_CONTROLLING_TERMINAL;
            return (int) call(path.toString(), state -> (int) OPEN.invokeExact(state, name, flags));
        }
    }

    static void close(int descriptor) throws IOException {
        call("close", state -> (int) CLOSE.invokeExact(state, descriptor));
    }

    /** Brings the calling thread, and no other, into a namespace. */
    static void enter(int namespace) throws IOException {
        call("setns", state -> (int) SETNS.invokeExact(state, namespace, 0));
    }

    /** Gives the calling thread, and no other, a network of its own. */
    static void leaveNetwork() throws IOException {
        call("unshare", state -> (int) UNSHARE.invokeExact(state, NEW_NETWORK));
    }

    static int socket(int family, int type, int protocol) throws IOException {
        return (int) call("socket", state -> (int) SOCKET.invokeExact(state, family, type | CLOSE_ON_EXEC, protocol));
    }

    static void control(int descriptor, long request, MemorySegment argument) throws IOException {
        call("ioctl", state -> (int) IOCTL.invokeExact(state, descriptor, request, argument));
    }

    /** Answers 0 at the end, which a terminal says with an error. */
    static int read(int descriptor, MemorySegment into) throws IOException {
        try {
            return (int) call("read", state -> (long) READ.invokeExact(state, descriptor, into, into.byteSize()));
        } catch (Failure e) {
            if (e.number == INPUT_OUTPUT_ERROR) {
                return 0;
            }
            throw e;
        }
    }

    static int write(int descriptor, MemorySegment from) throws IOException {
        return (int) call("write", state -> (long) WRITE.invokeExact(state, descriptor, from, from.byteSize()));
    }

    /** A refusal of which another call tells. */
    static IOException failure(String what, int number) {
        try {
            return new Failure(what, number, reason(number));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(what, e);
        }
    }

    private static long call(String what, Call call) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            while (true) {
                long answer = call.on(state);
                if (answer >= 0) {
                    return answer;
                }
                int number = (int) ERRNO.get(state, 0L);
                if (number != INTERRUPTED) {
                    throw new Failure(what, number, reason(number));
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(what, e);
        }
    }

    private static String reason(int number) throws Throwable {
        MemorySegment text = (MemorySegment) STRERROR.invokeExact(number);
        return text.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /** One call, with room for the number of its error. */
    private interface Call {
        long on(MemorySegment state) throws Throwable;
    }

    /** A call that the system has refused. */
    private static final class Failure extends IOException {
        private static final long serialVersionUID = 1;

        private final int number;

        Failure(String what, int number, String reason) {
            super(what + ": " + reason);
            this.number = number;
        }
    }
}
