package dev.s2ioc.cluster.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Tells the kernel about the network of the calling thread: links between two of them, and routes. */
final class Netlink implements AutoCloseable {
    /** The only link that is there from the beginning. */
    static final int LOOPBACK = 1;

    private static final int FAMILY = 16;
    private static final int RAW = 3;
    private static final int INTERNET = 2;

    private static final int NEW_LINK = 16;
    private static final int NEW_ROUTE = 24;
    private static final int REQUEST = 0x1 | 0x4;
    private static final int CREATE = 0x400 | 0x200;
    private static final int UP = 1;

    private static final int LINK_NAME = 3;
    private static final int LINK_INFO = 18;
    private static final int LINK_FAMILIES = 26;
    private static final int LINK_NAMESPACE = 28;
    /** Of addresses that belong to loopback, and of packets that are for others. */
    private static final int ROUTE_LOCALNET = 26;

    private static final int FORWARDING = 1;

    /** The table that is asked first; in it the route to less goes before the one to more. */
    private static final int LOCAL_TABLE = 255;

    private static final int STATIC = 4;

    /** Whether a route leads to this network itself, to what is at the other end of a link, or to what is behind that. */
    enum Way {
        HERE(2, 254),
        THERE(1, 253),
        BEYOND(1, 0);

        private final int type;
        private final int scope;

        Way(int type, int scope) {
            this.type = type;
            this.scope = scope;
        }
    }

    private final int socket;

    private Netlink(int socket) {
        this.socket = socket;
    }

    static Netlink open() throws IOException {
        return new Netlink(Linux.socket(FAMILY, RAW, 0));
    }

    /** Makes a link of which one end is here and the other one in another network. */
    void join(int index, String name, int other, int otherIndex, String otherName) throws IOException {
        byte[] peer = concat(link(otherIndex, 0), text(LINK_NAME, otherName), attribute(LINK_NAMESPACE, number(other)));
        byte[] info = concat(text(1, "veth"), attribute(2, attribute(1, peer)));
        tell(NEW_LINK, CREATE, concat(link(index, 0), text(LINK_NAME, name), attribute(LINK_INFO, info)));
    }

    /** Lets packets through that are from, or for, addresses of loopback: all that there are here. */
    void enable(int index) throws IOException {
        byte[] settings = concat(attribute(ROUTE_LOCALNET, number(1)), attribute(FORWARDING, number(1)));
        byte[] families = attribute(INTERNET, attribute(1, settings));
        tell(NEW_LINK, 0, concat(link(index, UP), attribute(LINK_FAMILIES, families)));
    }

    void up(int index) throws IOException {
        tell(NEW_LINK, 0, link(index, UP));
    }

    /**
     * Where packets go.
     *
     * @param from the address that they come from; none when empty
     * @param gateway who is at the other end and knows the way; none when empty
     */
    void route(String to, int bits, Way way, int index, String from, String gateway) throws IOException {
        ByteBuffer head =
                buffer(12).put((byte) INTERNET).put((byte) bits).put((byte) 0).put((byte) 0);
        head.put((byte) LOCAL_TABLE)
                .put((byte) STATIC)
                .put((byte) way.scope)
                .put((byte) way.type)
                .putInt(0);
        byte[] source = from.isEmpty() ? new byte[0] : attribute(7, address(from));
        byte[] next = gateway.isEmpty() ? new byte[0] : attribute(5, address(gateway));
        byte[] target = concat(attribute(1, address(to)), attribute(4, number(index)));
        tell(NEW_ROUTE, CREATE, concat(head.array(), target, source, next));
    }

    private static byte[] address(String written) throws IOException {
        return InetAddress.getByName(written).getAddress();
    }

    private static byte[] link(int index, int flags) {
        return buffer(16).putInt(0).putInt(index).putInt(flags).putInt(flags).array();
    }

    private static byte[] number(int value) {
        return buffer(4).putInt(value).array();
    }

    private static byte[] text(int type, String text) {
        return attribute(type, (text + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] attribute(int type, byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        return buffer(4 + padded)
                .putShort((short) (4 + value.length))
                .putShort((short) type)
                .put(value)
                .array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    /** The answer is a message whose first number after its head is the error, without its sign. */
    private void tell(int type, int flags, byte[] body) throws IOException {
        ByteBuffer message = buffer(16 + body.length).putInt(16 + body.length).putShort((short) type);
        message.putShort((short) (REQUEST | flags)).putInt(1).putInt(0).put(body);
        try (Arena arena = Arena.ofConfined()) {
            Linux.write(socket, arena.allocateFrom(ValueLayout.JAVA_BYTE, message.array()));
            MemorySegment answer = arena.allocate(4096);
            Linux.read(socket, answer);
            int error = -answer.get(ValueLayout.JAVA_INT_UNALIGNED, 16);
            if (error != 0) {
                throw Linux.failure("the network", error);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Linux.close(socket);
    }
}
