package dev.s2ioc.s2i;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks what a source brings along for its builder: scripts of its own, and variables. */
public final class SourceDirectory {
    private final Path directory;

    public SourceDirectory(Path directory) {
        this.directory = directory;
    }

    /** Whether the directory has anything that only source builds read. */
    public boolean isSource() {
        return Files.isDirectory(directory.resolve(".s2i")) || Files.isRegularFile(directory.resolve(IgnoreFile.NAME));
    }

    public List<Finding> check() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (String name : Scripts.NAMES) {
            String place = ".s2i/bin/" + name;
            if (Files.isRegularFile(directory.resolve(place))) {
                findings.addAll(ScriptFile.check(directory.resolve(place), place, true));
            }
        }
        Path environment = directory.resolve(EnvironmentFile.PATH);
        if (Files.isRegularFile(environment)) {
            int number = 0;
            for (String line : Files.readAllLines(environment)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#") && line.indexOf('=') < 1) {
                    findings.add(Finding.error(
                            "environment",
                            EnvironmentFile.PATH + ":" + number,
                            "not NAME=VALUE: the build drops this line without a word"));
                }
            }
        }
        return findings;
    }
}
