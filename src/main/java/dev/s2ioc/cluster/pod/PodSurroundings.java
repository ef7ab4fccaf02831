package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.engine.SandboxSpec;
import dev.s2ioc.cluster.pod.env.ContainerVariables.MissingException;
import dev.s2ioc.cluster.pod.volume.PodVolumes;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** What the containers of a pod share on this machine: its sandbox, its hosts file, its volumes. */
final class PodSurroundings {
    private final PodWorker pod;
    private final Object writing = new Object();
    private Optional<Sandbox> sandbox = Optional.empty();

    PodSurroundings(PodWorker pod) {
        this.pod = pod;
    }

    /** Makes what is not there yet; answers whether the volumes have all that they are made of. */
    boolean make() throws EngineException, IOException, InterruptedException {
        Files.createDirectories(pod.files().directory());
        if (sandbox().isEmpty()) {
            Sandbox opened = open();
            synchronized (this) {
                sandbox = Optional.of(opened);
            }
        }
        pod.files().writeHosts(pod.stored(), address());
        return writeVolumes();
    }

    private Sandbox open() throws EngineException, InterruptedException {
        JsonNode spec = pod.stored().path("spec");
        return pod.settings()
                .engines()
                .engine()
                .containers()
                .open(new SandboxSpec(
                        pod.uid(),
                        PodFiles.hostname(pod.stored()),
                        spec.path("hostNetwork").asBoolean(),
                        pod.ports()));
    }

    /** Brings volumes up to date with what they are made of: one at a time, for a pod that starts and a secret that changes both come here. */
    boolean writeVolumes() throws IOException {
        synchronized (writing) {
            return allVolumes();
        }
    }

    private boolean allVolumes() throws IOException {
        PodVolumes volumes =
                new PodVolumes(pod.files().volumes(), pod.data(), pod.settings().supplies());
        for (JsonNode volume : pod.stored().path("spec").path("volumes")) {
            try {
                volumes.write(volume, pod.fields());
            } catch (MissingException e) {
                pod.events()
                        .warning(
                                "FailedMount",
                                "MountVolume.SetUp failed for volume \"" + Json.at(volume, "name") + "\" : "
                                        + e.getMessage());
                return false;
            }
        }
        return true;
    }

    /** Empty before it is opened and when the pod is over. */
    synchronized Optional<Sandbox> sandbox() {
        return sandbox;
    }

    /** Empty without a sandbox. */
    String address() {
        return sandbox().map(Sandbox::address).orElse("");
    }

    /** Whoever ends the pod and its own thread both come here; one of them closes. */
    private synchronized Optional<Sandbox> take() {
        Optional<Sandbox> taken = sandbox;
        sandbox = Optional.empty();
        return taken;
    }

    /** @param before what is to be done first, if there is anything to close */
    void close(Runnable before) {
        Optional<Sandbox> open = take();
        if (open.isEmpty()) {
            return;
        }
        before.run();
        try {
            // An interrupt that has ended the pod must not keep it from being tidied up.
            Thread.interrupted();
            open.get().close();
        } catch (EngineException e) {
            pod.settings().failures().accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
