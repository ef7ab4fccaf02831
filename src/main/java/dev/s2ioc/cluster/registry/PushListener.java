package dev.s2ioc.cluster.registry;

/** Hears of every image that was pushed, before the client is told that the push succeeded. */
@FunctionalInterface
public interface PushListener {
    /** A {@link RegistryException} thrown here is the client's answer. */
    void pushed(Push push);
}
