package dev.s2ioc.cluster.engine;

import java.util.Optional;

/**
 * Runs containers of images that are present, grouped in sandboxes as pods need them. What an earlier process left running has been
 * ended when this is open: nothing runs twice.
 */
public interface Containers {

    /** What it is and what it can do here, for `cluster status`: name, version, isolation, network. */
    String describe();

    /** Why limits of memory and CPU have no effect here; empty where they hold. */
    Optional<String> limitless();

    /** Makes the surroundings that the containers of one pod share: network, host name, ports. */
    Sandbox open(SandboxSpec spec) throws EngineException, InterruptedException;
}
