package dev.s2ioc.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.function.BiConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * The user's terminal, handed over to a program elsewhere: every key goes there as it is, Ctrl-C too. Closing it gives the
 * terminal back as it was; so does the end of the process, unless it is killed.
 */
public final class RawTerminal implements AutoCloseable {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final org.jline.terminal.Terminal terminal;
    private final Attributes before;

    private RawTerminal(org.jline.terminal.Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
    }

    /** Whether the process's standard input is a terminal, wherever its output goes. */
    static boolean isStandardInput() {
        try {
            return TerminalProvider.load("jni").isSystemStream(SystemStream.Input);
        } catch (IOException | LinkageError e) {
            // No native library for this system: then there can be no raw terminal either.
            return false;
        }
    }

    /** Takes the terminal over. */
    public static RawTerminal open() throws IOException {
        // JLine restores the terminal at the end of the process, whatever ends it but SIGKILL.
        RawTerminal raw = new RawTerminal(TerminalBuilder.builder()
                .system(true)
                .dumb(false)
                .graphemeCluster(false)
                .build());
        raw.enter();
        return raw;
    }

    private void enter() {
        Attributes attributes = new Attributes(before);
        attributes.setInputFlags(
                EnumSet.of(
                        Attributes.InputFlag.IGNBRK,
                        Attributes.InputFlag.BRKINT,
                        Attributes.InputFlag.PARMRK,
                        Attributes.InputFlag.ISTRIP,
                        Attributes.InputFlag.INLCR,
                        Attributes.InputFlag.IGNCR,
                        Attributes.InputFlag.ICRNL,
                        Attributes.InputFlag.IXON),
                false);
        attributes.setOutputFlag(Attributes.OutputFlag.OPOST, false);
        attributes.setLocalFlags(
                EnumSet.of(
                        Attributes.LocalFlag.ECHO,
                        Attributes.LocalFlag.ECHONL,
                        Attributes.LocalFlag.ICANON,
                        Attributes.LocalFlag.ISIG,
                        Attributes.LocalFlag.IEXTEN),
                false);
        attributes.setControlChar(Attributes.ControlChar.VMIN, 1);
        attributes.setControlChar(Attributes.ControlChar.VTIME, 0);
        terminal.setAttributes(attributes);
    }

    /** The keys, as they are typed. */
    public InputStream input() {
        // JLine's stream cannot be closed while it is read from, and what runs elsewhere ends while nobody types. Only
        // of
        // Windows' consoles the keys cannot be had without it.
        return WINDOWS ? terminal.input() : System.in;
    }

    /** Tells the columns and rows whenever the user changes them. */
    public void onResize(BiConsumer<Integer, Integer> listener) {
        terminal.handle(Signal.WINCH, _ -> tellSize(listener));
    }

    /** Tells the columns and rows now; 0 if the terminal does not know them. */
    public void tellSize(BiConsumer<Integer, Integer> listener) {
        Size size = terminal.getSize();
        listener.accept(size.getColumns(), size.getRows());
    }

    @Override
    public void close() throws IOException {
        terminal.setAttributes(before);
        terminal.close();
    }
}
