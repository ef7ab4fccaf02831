package dev.s2ioc.command;

import dev.s2ioc.console.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Copies with the rsync program of this machine and that of the container; rsh carries what they say to each other. */
final class RsyncProgram implements SyncStrategy {
    private final CommandContext context;
    private final TargetPod target;
    private final PodCommand pod;
    private final SyncFlags flags;
    private final String shell;

    /** @param shell what the program runs to reach the container */
    RsyncProgram(CommandContext context, TargetPod target, PodCommand pod, SyncFlags flags, String shell) {
        this.context = context;
        this.target = target;
        this.pod = pod;
        this.flags = flags;
        this.shell = shell;
    }

    @Override
    public String name() {
        return "rsync";
    }

    @Override
    public void copy(SyncPath from, SyncPath to) throws IOException, InterruptedException, UnavailableException {
        String program = new Programs(context.surroundings())
                .find("rsync")
                .orElseThrow(() -> new UnavailableException("rsync command not found in path"))
                .toString();
        if (!pod.has("rsync")) {
            throw new UnavailableException("rsync not available in container");
        }
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(flags.ofProgram());
        command.addAll(List.of("-e", shell, place(from), place(to)));
        int code = run(command);
        if (code != 0) {
            throw new CommandFailure("rsync ended with exit code " + code);
        }
    }

    private String place(SyncPath path) {
        return path.isLocal() ? path.path() : target.name() + ":" + path.path();
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(context.surroundings().workingDirectory().toFile());
        builder.environment().putAll(context.surroundings().environment());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            Thread errors = Thread.ofVirtual()
                    .start(() ->
                            pass(process.getErrorStream(), context.streams().err()));
            pass(process.getInputStream(), context.streams().out());
            errors.join();
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private void pass(InputStream from, OutputStream to) {
        try {
            from.transferTo(to);
            to.flush();
        } catch (IOException e) {
            context.talk().note(4, "what rsync prints can be read no more: " + e.getMessage());
        }
    }
}
