package dev.s2ioc.imageregistry;

import java.io.IOException;

/** A registry refused, or could not be asked. */
public final class RegistryException extends IOException {
    private final int code;

    RegistryException(int code, String message) {
        super(message);
        this.code = code;
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
        this.code = 0;
    }

    /** What was asked for is not there. */
    static RegistryException missing(String message) {
        return new RegistryException(404, message);
    }

    /** Whether the registry was reached, and said no. */
    public boolean isRefusal() {
        return code != 0;
    }

    public boolean isNotFound() {
        return code == 404;
    }

    public boolean isUnauthorized() {
        return code == 401;
    }
}
