package dev.s2ioc.cluster.engine;

import java.util.List;

/** What network the pods of podman and docker have. */
enum PodNetwork {
    /** One for each pod, which this process makes sockets in: where the engine is on this machine and we are root. */
    OWN("a network for each pod"),

    /** This machine's, where we may not enter others. */
    SHARED("this machine's network"),

    /** One for each pod, on another machine: only ports that containers declare are reached, and of services the pods behind them. */
    PUBLISHED(
            "a network for each pod on a machine of its own: only ports that containers declare are reached from here, and"
                    + " from pods a service's name leads to its pods, at the ports of these");

    private final String words;

    PodNetwork(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Tries what is best. */
    static PodNetwork of(ClientMachine machine, Subprocess subprocess) throws EngineException, InterruptedException {
        if (!machine.here()) {
            return PUBLISHED;
        }
        boolean mayEnter = PauseImage.exists(machine.architecture())
                && subprocess.run(List.of("unshare", "--net", "true"), line -> {}) == 0;
        return mayEnter ? OWN : SHARED;
    }
}
