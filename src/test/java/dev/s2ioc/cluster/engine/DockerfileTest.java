package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    @Test
    void instructions_are_found_between_comments_continuations_and_heredocs() {
        Dockerfile file = Dockerfile.parse("""
                # a comment
                from a AS build
                RUN one && \\
                # in between

                    two

                RUN <<EOF
                FROM nothing
                EOF
                LABEL a=b \\
                      c=d
                """);
        assertEquals(
                List.of(
                        new Instruction("FROM", "a AS build", 1, 1),
                        new Instruction("RUN", "one &&     two", 2, 5),
                        new Instruction("RUN", "<<EOF", 7, 7),
                        new Instruction("LABEL", "a=b       c=d", 10, 11)),
                file.instructions());
    }

    @Test
    void base_images_are_those_that_are_no_stage() {
        Dockerfile file = Dockerfile.parse("""
                ARG TAG=1
                ARG REGISTRY
                FROM $REGISTRY/a:${TAG} AS Build
                FROM --platform=linux/amd64 b
                FROM build
                FROM scratch
                FROM b
                """);
        assertEquals(List.of("quay.io/a:2", "b"), file.baseImages(Map.of("TAG", "2", "REGISTRY", "quay.io")));
    }

    @Test
    void only_the_last_stages_image_is_replaced_and_lines_are_added_where_they_belong() {
        Dockerfile file = Dockerfile.parse("FROM a AS one\nRUN x\n\nFROM --platform=p b AS two\nCOPY --from=one /x /x");
        assertEquals(Optional.of("b"), file.lastFrom());
        assertEquals(
                """
                FROM a AS one
                ENV k=v
                RUN x

                FROM --platform=p c@sha256:1 AS two
                ENV k=v
                COPY --from=one /x /x
                LABEL l=m
                """,
                file.withLastFrom("c@sha256:1")
                        .withAfterEachFrom("ENV k=v")
                        .withAtEnd("LABEL l=m")
                        .text());
    }

    @Test
    void variables_expand_as_in_a_shell() {
        Variables variables = new Variables();
        variables.set("A", "1");
        assertEquals("1 1 1  d y $A $", variables.expand("$A ${A} ${A:-d} $B ${B:-d} ${A:+y} \\$A $"));
    }

    @Test
    void words_keep_what_is_quoted() {
        assertEquals(List.of("a=b c", "d e", "f\\$g", "\"h", ""), Words.split("a=\"b c\" 'd e' f\\$g \\\"h \"\""));
    }
}
