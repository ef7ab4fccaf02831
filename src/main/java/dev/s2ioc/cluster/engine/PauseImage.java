package dev.s2ioc.cluster.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The image of the container that holds what those of a pod share: of one program that waits forever. Made here, because it must be
 * there without any registry, and is smaller than its name in most.
 */
final class PauseImage {
    static final String NAME = "localhost/s2ioc-pause:1";

    /** Where Linux has programs in memory. */
    private static final long ADDRESS = 0x400000;

    private static final int HEADERS = 64 + 56;

    /** What the file format calls a machine, and its instructions. */
    private static final Map<String, Program> PROGRAMS = Map.of(
            // again: mov eax, pause; syscall; jmp again
            "amd64", new Program(62, "b8220000000f05ebf7"),
            // again: mov x0..x4, 0; mov x8, ppoll; svc 0; b again
            "arm64", new Program(183, "000080d2010080d2020080d2030080d2040080d2280980d2010000d4f9ffff17"));

    private PauseImage() {}

    static boolean exists(String architecture) {
        return PROGRAMS.containsKey(architecture);
    }

    /** Makes it present. */
    static void ensure(ClientCommand command, String architecture, Path directory)
            throws EngineException, InterruptedException {
        if (command.subprocess().run(command.argv(List.of("image", "inspect", NAME)), line -> {}) == 0) {
            return;
        }
        try {
            Path tar = Files.createTempFile(directory, "pause", ".tar");
            try {
                Files.write(tar, tar(PROGRAMS.get(architecture).file()));
                command.call(List.of("import", "--change=ENTRYPOINT [\"/pause\"]", tar.toString(), NAME));
            } finally {
                Files.delete(tar);
            }
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    private static byte[] tar(byte[] program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("pause");
            entry.setMode(0755);
            entry.setSize(program.length);
            tar.putArchiveEntry(entry);
            tar.write(program);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    /** The instructions of one machine. */
    private record Program(int machine, String hex) {

        /** An executable file: its header, that of the one part of it that is loaded, and that part. */
        byte[] file() {
            byte[] code = HexFormat.of().parseHex(hex);
            ByteBuffer file = ByteBuffer.allocate(HEADERS + code.length).order(ByteOrder.LITTLE_ENDIAN);
            file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
            file.putShort((short) 2).putShort((short) machine).putInt(1);
            file.putLong(ADDRESS + HEADERS).putLong(64).putLong(0).putInt(0);
            file.putShort((short) 64).putShort((short) 56).putShort((short) 1);
            file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            file.putInt(1).putInt(5).putLong(0).putLong(ADDRESS).putLong(ADDRESS);
            file.putLong(file.capacity()).putLong(file.capacity()).putLong(0x1000);
            return file.put(code).array();
        }
    }
}
