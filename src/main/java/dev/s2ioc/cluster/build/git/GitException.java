package dev.s2ioc.cluster.build.git;

/** What git, or the lack of it, says about a failure. */
public final class GitException extends Exception {
    GitException(String message) {
        super(message);
    }

    GitException(String message, Throwable cause) {
        super(message, cause);
    }
}
