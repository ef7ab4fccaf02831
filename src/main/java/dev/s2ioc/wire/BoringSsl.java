package dev.s2ioc.wire;

import io.netty.internal.tcnative.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** BoringSSL as netty packages it for Java, loaded once from a file that the installation keeps unpacked. */
final class BoringSsl {
    /** Where the installation has it; set by the launcher. */
    private static final String DIRECTORY = "s2ioc.natives";

    private static final boolean LOADED = load();

    private BoringSsl() {}

    static boolean isThere() {
        return LOADED;
    }

    private static boolean load() {
        String directory = System.getProperty(DIRECTORY);
        Path file = directory == null ? null : Path.of(directory, fileName());
        return file != null && Files.exists(file) && load(file.toAbsolutePath());
    }

    /** As netty's jars name it. */
    private static String fileName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        if (system.startsWith("windows")) {
            return "netty_tcnative_windows_" + processor + ".dll";
        }
        return system.startsWith("mac")
                ? "libnetty_tcnative_osx_" + processor + ".jnilib"
                : "libnetty_tcnative_" + system + "_" + processor + ".so";
    }

    /** Does without it where it does not fit this machine (another C library, another processor): the JDK's TLS is there. */
    @SuppressWarnings("restricted")
    private static boolean load(Path file) {
        try {
            System.load(file.toString());
            return Library.initialize("provided", null);
        } catch (Exception | LinkageError e) {
            return false;
        }
    }
}
