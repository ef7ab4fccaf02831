package dev.s2ioc.fuzz;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.s2ioc.client.LogLinesFuzz;
import dev.s2ioc.client.ManifestFuzz;
import dev.s2ioc.cluster.api.BodyFuzz;
import dev.s2ioc.cluster.api.SelectorFuzz;
import dev.s2ioc.cluster.api.patch.PatchFuzz;
import dev.s2ioc.cluster.build.input.ArchiveFuzz;
import dev.s2ioc.cluster.engine.DockerfileFuzz;
import dev.s2ioc.cluster.image.ImageNamesFuzz;
import dev.s2ioc.cluster.registry.RegistryNamesFuzz;
import dev.s2ioc.kubeconfig.ConfigFileFuzz;
import dev.s2ioc.print.TemplatesFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The inputs that scripts/fuzz has started from, and those that it has found to matter, once more. */
class FuzzCasesTest {
    private static final Path CASES = Path.of("src/test/resources/fuzz");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Map<Class<?>, Consumer<byte[]>> TARGETS = Map.ofEntries(
            Map.entry(ArchiveFuzz.class, ArchiveFuzz::fuzzerTestOneInput),
            Map.entry(BodyFuzz.class, BodyFuzz::fuzzerTestOneInput),
            Map.entry(ConfigFileFuzz.class, ConfigFileFuzz::fuzzerTestOneInput),
            Map.entry(DockerfileFuzz.class, DockerfileFuzz::fuzzerTestOneInput),
            Map.entry(ImageNamesFuzz.class, ImageNamesFuzz::fuzzerTestOneInput),
            Map.entry(LogLinesFuzz.class, LogLinesFuzz::fuzzerTestOneInput),
            Map.entry(ManifestFuzz.class, ManifestFuzz::fuzzerTestOneInput),
            Map.entry(PatchFuzz.class, PatchFuzz::fuzzerTestOneInput),
            Map.entry(RegistryNamesFuzz.class, RegistryNamesFuzz::fuzzerTestOneInput),
            Map.entry(SelectorFuzz.class, SelectorFuzz::fuzzerTestOneInput),
            Map.entry(TemplatesFuzz.class, TemplatesFuzz::fuzzerTestOneInput));

    @TestFactory
    Stream<DynamicContainer> cases() {
        Map<String, Consumer<byte[]>> byName = new TreeMap<>();
        TARGETS.forEach((type, target) -> byName.put(type.getSimpleName(), target));
        return byName.entrySet().stream()
                .map(target -> dynamicContainer(target.getKey(), tests(target.getKey(), target.getValue())));
    }

    private static Stream<DynamicTest> tests(String name, Consumer<byte[]> target) {
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            return files.sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> run(target, file)));
        } catch (IOException e) {
            throw new AssertionError("every target has cases to start from", e);
        }
    }

    private static void run(Consumer<byte[]> target, Path file) throws IOException {
        byte[] input = Files.readAllBytes(file);
        Assertions.assertTimeoutPreemptively(LONGEST, () -> target.accept(input));
    }
}
