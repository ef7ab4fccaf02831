package dev.s2ioc.cluster.network.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.network.route.RequestHead.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body ends where it says, and what follows is left. */
class BodyInputTest {
    private static final List<Field> CHUNKED = List.of(new Field("transfer-encoding", "chunked"));

    private static InputStream wire(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static BodyInput chunked(InputStream wire) {
        return BodyInput.of(wire, CHUNKED, BodyInput.none(wire));
    }

    @Test
    void a_length_is_kept() throws IOException {
        InputStream wire = wire("hellonext");
        BodyInput body = BodyInput.of(wire, List.of(new Field("Content-Length", "5")), BodyInput.none(wire));
        assertTrue(body.isBounded());
        assertEquals("hello", text(body));
        assertTrue(body.isComplete());
        assertEquals("next", text(wire));
    }

    @Test
    void without_a_length_there_is_none_or_all() throws IOException {
        assertEquals("", text(BodyInput.of(wire("next"), List.of(), BodyInput.none(wire("next")))));
        BodyInput all = BodyInput.toTheEnd(wire("all"));
        assertEquals("all", text(all));
        assertFalse(all.isBounded() || all.isComplete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\r\n\r\n",
                "5\r\nhello\r\n0\r\n\r\n",
                "a;name=value\r\n0\r\n\r\n\r\n\r\n!\r\n1\r\n\n\r\n0\r\nTrailer: one\r\nOther: two\r\n\r\n",
                "0\n\n"
            })
    void chunks_stay_as_they_are(String chunks) throws IOException {
        InputStream wire = wire(chunks + "next");
        BodyInput body = chunked(wire);
        assertEquals(chunks, text(body));
        assertTrue(body.isComplete());
        assertEquals("next", text(wire));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5\r\nhel", "5\r\nhello\r\n", "5\r\nhello\r\n0\r\n", "-1\r\n", "x\r\n", "\r\n"})
    void what_ends_too_early_or_is_no_chunk_is_not_complete(String chunks) {
        BodyInput body = chunked(wire(chunks));
        assertThrows(IOException.class, body::readAllBytes);
        assertFalse(body.isComplete());
    }

    @Test
    void what_says_its_length_in_two_ways_is_not_clear() {
        Field five = new Field("Content-Length", "5");
        assertTrue(BodyInput.isClear(List.of(five)));
        assertFalse(BodyInput.isClear(List.of(five, new Field("content-length", "6"))));
        assertFalse(BodyInput.isClear(List.of(five, CHUNKED.getFirst())));
        assertFalse(BodyInput.isClear(List.of(new Field("Transfer-Encoding", "gzip, chunked"))));
        assertFalse(BodyInput.isClear(List.of(new Field("Content-Length", "-5"))));
    }
}
