package dev.s2ioc.command.set;

import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.CommandFailure;

/** Where an object keeps its triggers. */
interface TriggerFields {

    Triggers read();

    /** What the object has already stays in its place, with all that the server has noted in it. */
    void write(Triggers triggers);

    /** Whether a change of the object itself can start something, or be kept from it. */
    boolean hasConfig();

    /** @param namespace where the object is */
    static TriggerFields of(Subject subject, String namespace) {
        if (subject.isBuildConfig()) {
            return new BuildConfigTriggers(subject, namespace);
        }
        if (subject.type().equals(KnownTypes.DEPLOYMENT_CONFIG)) {
            return new DeploymentConfigTriggers(subject, namespace);
        }
        return switch (subject.type().kind()) {
            case "Deployment", "DaemonSet", "StatefulSet", "CronJob" -> new AnnotationTriggers(subject, namespace);
            default -> throw new CommandFailure(subject.label() + " does not support triggers");
        };
    }
}
