package dev.s2ioc.newapp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FROM busybox                                        | busybox
            from  busybox:1  as  one                            | busybox:1
            FROM --platform=linux/amd64 quay.io/a/b             | quay.io/a/b
            # a comment;FROM a;RUN x \\;  from b;FROM c         | c
            FROM a AS b;FROM d                                  | d
            """)
    void the_last_stage_tells_the_base(String lines, String image) {
        Dockerfile dockerfile = new Dockerfile(lines.replace(';', '\n'));
        assertEquals(true, dockerfile.hasBase());
        assertEquals(Optional.of(image), dockerfile.baseImage());
    }

    @ParameterizedTest
    @CsvSource({"FROM a AS b;FROM b", "ARG V=1;FROM a:$V", "FROM a:${V}"})
    void stages_and_variables_are_left_to_the_build(String lines) {
        Dockerfile dockerfile = new Dockerfile(lines.replace(';', '\n'));
        assertEquals(true, dockerfile.hasBase());
        assertEquals(Optional.empty(), dockerfile.baseImage());
    }

    @Test
    void the_last_stage_tells_the_ports() {
        Dockerfile dockerfile =
                new Dockerfile("FROM a\nEXPOSE 1\nFROM b\nexpose 8080 53/udp \\\n  9443/tcp $PORT x\nEXPOSE 80/ip\n");
        assertEquals(List.of("8080/tcp", "53/udp", "9443/tcp"), dockerfile.exposedPorts());
    }

    @ParameterizedTest
    @CsvSource({"RUN x", "'# FROM a'", "FROMAGE brie", "RUN x \\;FROM a"})
    void without_from_there_is_no_base(String lines) {
        assertEquals(false, new Dockerfile(lines.replace(';', '\n')).hasBase());
    }
}
