package dev.s2ioc;

import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs the commands that it reads from standard input, a line each, one after the other in this JVM, and throws their
 * output away. {@code scripts/build} lets the JVM write down what that has loaded, as the cache that later starts use.
 */
public final class Training {

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        // What every run begins with, though nothing is to be seen of it here.
        Streams.ofProcess(Surroundings.ofProcess());
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                Streams streams = Streams.plain(InputStream.nullInputStream(), nowhere, nowhere);
                Main.run(streams, Surroundings.ofProcess(), line.strip().split("\\s+"));
            }
        }
        // As Main ends what failed: the JVM loads more for it than for a return.
        System.exit(0);
    }
}
