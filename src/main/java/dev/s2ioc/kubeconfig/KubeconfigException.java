package dev.s2ioc.kubeconfig;

/** The kubeconfig cannot be read, written or resolved; the message is the sentence for the user. */
public final class KubeconfigException extends RuntimeException {
    public KubeconfigException(String message) {
        super(message);
    }

    public KubeconfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
