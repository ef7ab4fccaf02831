package dev.s2ioc.cluster.network.route;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses and networks, separated by blanks: {@code 127.0.0.1 10.0.0.0/8}. */
record AddressList(List<String> entries) {
    static final String PATTERN = "[0-9a-fA-F.:]+(/[0-9]{1,3})?([\\s,]+[0-9a-fA-F.:]+(/[0-9]{1,3})?)*";

    static AddressList of(String written) {
        return new AddressList(List.of(written.strip().split("[\\s,]+")));
    }

    boolean has(String address) {
        return entries.stream().anyMatch(entry -> has(entry, address));
    }

    private static boolean has(String entry, String address) {
        String[] parts = entry.split("/");
        try {
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            byte[] asked = InetAddress.getByName(address).getAddress();
            int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : network.length * 8;
            return network.length == asked.length && bits <= network.length * 8 && isSame(network, asked, bits);
        } catch (UnknownHostException e) {
            // No address: nobody has it.
            return false;
        }
    }

    private static boolean isSame(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
