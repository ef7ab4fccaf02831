package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which namespaces of Linux pods can have here, and how programs get into them.
 *
 * @param entrance what makes us root in a user namespace when we are not root; empty when we are
 * @param ownNetwork whether a pod can have a network of its own
 * @param scripts where {@code sandbox.pl} and {@code container.pl} are
 */
record Isolation(List<String> entrance, boolean ownNetwork, Path scripts) {

    /** Tries: what a machine allows depends on much more than on who we are. */
    static Isolation measure(Subprocess subprocess, List<String> entrance, Path scripts)
            throws EngineException, InterruptedException {
        if (allows(subprocess, List.of("unshare", "--net", "--ipc", "--uts", "--pid", "--mount", "--fork", "true"))) {
            return new Isolation(List.of(), true, scripts);
        }
        List<String> shared = List.of("unshare", "--ipc", "--uts", "--pid", "--mount", "--fork", "true");
        if (allows(subprocess, shared)) {
            return new Isolation(List.of(), false, scripts);
        }
        List<String> asOther = new ArrayList<>(entrance);
        asOther.addAll(shared);
        List<String> said = new ArrayList<>();
        if (subprocess.run(asOther, said::add) == 0) {
            return new Isolation(entrance, false, scripts);
        }
        throw new EngineException("no container can run here, because this user may not have namespaces of its own: "
                + String.join(" ", said));
    }

    private static boolean allows(Subprocess subprocess, List<String> argv)
            throws EngineException, InterruptedException {
        return subprocess.run(argv, line -> {}) == 0;
    }

    /** Starts what holds the namespaces of a pod. */
    List<String> sandbox(SandboxSpec spec) {
        List<String> argv = new ArrayList<>(List.of("setsid"));
        argv.addAll(entrance);
        argv.addAll(List.of("unshare", "--ipc", "--uts", "--pid", "--fork"));
        if (hasNetwork(spec)) {
            argv.add("--net");
        }
        argv.addAll(List.of("perl", scripts.resolve("sandbox.pl").toString(), spec.hostname()));
        argv.add(hasNetwork(spec) ? "own" : "shared");
        return argv;
    }

    boolean hasNetwork(SandboxSpec spec) {
        return ownNetwork && !spec.hostNetwork();
    }

    /** Makes a container among others; its sheet is to follow. */
    List<String> make(ProcessHandle holder, SandboxSpec spec) {
        List<String> argv = into(holder.pid(), spec);
        argv.addAll(List.of("unshare", "--mount", "--pid"));
        argv.addAll(List.of("perl", scripts.resolve("container.pl").toString(), "make"));
        return argv;
    }

    /** Runs one more program in a container; its sheet is to follow. */
    List<String> enter(long program, SandboxSpec spec) {
        List<String> argv = into(program, spec);
        argv.addAll(List.of("perl", scripts.resolve("container.pl").toString(), "enter"));
        return argv;
    }

    private List<String> into(long process, SandboxSpec spec) {
        List<String> argv = new ArrayList<>(List.of("setsid", "nsenter", "--target=" + process));
        if (!entrance.isEmpty()) {
            argv.add("--user");
        }
        argv.addAll(List.of("--ipc", "--uts", "--pid"));
        if (hasNetwork(spec)) {
            argv.add("--net");
        }
        return argv;
    }
}
