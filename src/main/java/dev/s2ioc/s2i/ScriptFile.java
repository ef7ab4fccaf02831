package dev.s2ioc.s2i;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks a script: whether it can be started at all. */
final class ScriptFile {

    private ScriptFile() {}

    /** @param executable whether its mode matters, because nothing else makes it executable */
    static List<Finding> check(Path file, String place, boolean executable) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (executable && !Files.isExecutable(file)) {
            findings.add(Finding.error("executable", place, "not executable; chmod 755 " + place));
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u007fELF")) {
            return findings;
        }
        String first = text.lines().findFirst().orElse("");
        if (!first.startsWith("#!")) {
            findings.add(Finding.warning(
                    "shebang", place, "no #! in its first line, so nobody knows what runs it; begin with #!/bin/sh"));
        }
        if (text.contains("\r\n")) {
            findings.add(Finding.error(
                    "line-endings",
                    place,
                    "Windows line endings: its interpreter would be looked for with a carriage return in its name;"
                            + " use line feeds only"));
        }
        return findings;
    }
}
