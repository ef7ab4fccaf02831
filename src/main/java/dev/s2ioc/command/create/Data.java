package dev.s2ioc.command.create;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Content of config maps and secrets. */
public final class Data {
    private Data() {}

    /** Whether the bytes are UTF-8, so that they may stand in JSON as they are. */
    public static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
