package dev.s2ioc.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The port of one of the cluster's servers: the one asked for, else the one of last time, else the usual one, else a
 * free one. It is written down, because clients have kept the address.
 */
record Ports(Path directory) {

    /**
     * @param usual tried in this order when nothing else is said; 0 for any that is free
     * @throws IOException if the port that was asked for is taken
     */
    int choose(String name, Optional<Integer> wanted, int... usual) throws IOException {
        Path file = directory.resolve(name + ".port");
        Optional<Integer> remembered = remembered(file);
        int port = wanted.isPresent() ? required(wanted.get()) : first(remembered, usual);
        if (!remembered.equals(Optional.of(port))) {
            Files.writeString(file, port + "\n");
        }
        return port;
    }

    private static int required(int port) throws IOException {
        if (port < 0 || port > 65535) {
            throw new IOException("there is no port " + port + "; ports go up to 65535, and 0 takes a free one");
        }
        if (port != 0 && !isFree(port)) {
            throw new IOException("port " + port + " is taken by another program; choose another one");
        }
        return port == 0 ? any() : port;
    }

    private static int first(Optional<Integer> remembered, int... usual) throws IOException {
        if (remembered.isPresent() && isFree(remembered.get())) {
            return remembered.get();
        }
        for (int port : usual) {
            if (port != 0 && isFree(port)) {
                return port;
            }
        }
        return any();
    }

    private static Optional<Integer> remembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int any() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
