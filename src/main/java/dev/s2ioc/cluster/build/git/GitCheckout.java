package dev.s2ioc.cluster.build.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings a commit of a repository, with its submodules, into a directory. */
public final class GitCheckout {
    private final GitAddress address;
    private final Git git;

    /** The environment is that in which git runs. */
    public GitCheckout(String uri, GitCredentials credentials, GitProxy proxy, Map<String, String> environment) {
        this.address = new GitAddress(uri);
        Map<String, String> more = new HashMap<>(address.protocols());
        more.putAll(credentials.environment());
        more.putAll(proxy.environment());
        List<String> options = new ArrayList<>(List.of("-c", "core.hooksPath=/dev/null"));
        options.addAll(credentials.options());
        options.addAll(proxy.options(uri));
        this.git = new Git(environment, more, options);
    }

    /** Checks out a branch, a tag or a commit; without one the repository's own branch, of which only the end is fetched. */
    public GitRevision into(Path directory, String ref) throws GitException, InterruptedException {
        String from = address.forGit();
        String to = directory.toString();
        if (ref.isEmpty()) {
            git.run("clone", "--quiet", "--recursive", "--depth=1", "--", from, to);
        } else {
            if (ref.startsWith("-")) {
                throw new GitException("\"" + ref + "\" is no branch, tag or commit");
            }
            git.run("clone", "--quiet", "--", from, to);
            checkOut(to, ref);
            git.run("-C", to, "submodule", "--quiet", "update", "--init", "--recursive");
        }
        return GitRevision.of(git, to);
    }

    /** What is on no branch, as a pull request, has to be asked for by name. */
    private void checkOut(String directory, String ref) throws GitException, InterruptedException {
        try {
            git.run("-C", directory, "checkout", "--quiet", ref);
        } catch (GitException e) {
            try {
                git.run("-C", directory, "fetch", "--quiet", "origin", ref);
                git.run("-C", directory, "checkout", "--quiet", "FETCH_HEAD");
            } catch (GitException second) {
                e.addSuppressed(second);
                throw e;
            }
        }
    }
}
