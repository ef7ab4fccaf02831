package dev.s2ioc.cluster.controller;

/** A deployment cannot be carried on. */
final class DeployerFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message in the words of OpenShift's deployer */
    DeployerFailure(String message) {
        super(message);
    }
}
