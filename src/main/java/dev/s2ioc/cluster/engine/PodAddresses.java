package dev.s2ioc.cluster.engine;

import java.util.HashSet;
import java.util.Set;

/** Gives each pod an address in 127.128.0.0/16: all of 127.0.0.0/8 is loopback's, also in a network of one's own. */
final class PodAddresses {
    private static final int COUNT = 1 << 16;

    private final Set<String> taken = new HashSet<>();
    private int last;

    synchronized String take() throws EngineException {
        for (int tries = 0; tries < COUNT; tries++) {
            last = (last + 1) % COUNT;
            String address = "127.128." + (last >> 8) + "." + (last & 0xff);
            boolean ends = (last & 0xff) == 0 || (last & 0xff) == 0xff;
            if (!ends && taken.add(address)) {
                return address;
            }
        }
        throw new EngineException("all addresses of 127.128.0.0/16 are taken by pods");
    }

    /** Which of them an address is. */
    static int number(String address) {
        String[] parts = address.split("\\.");
        return Integer.parseInt(parts[2]) << 8 | Integer.parseInt(parts[3]);
    }

    synchronized void release(String address) {
        taken.remove(address);
    }
}
