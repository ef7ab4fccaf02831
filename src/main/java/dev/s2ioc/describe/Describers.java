package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ResourceType;
import java.util.Optional;

/** Finds the describer of a kind. */
public final class Describers {
    private final Viewpoint viewpoint;

    public Describers(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    public Describer of(ResourceType type) {
        return switch (type.qualified()) {
            case "imagestreams.image.openshift.io" -> new ImageStreamDescriber(viewpoint);
            case "imagestreamtags.image.openshift.io",
                    "imagestreamimages.image.openshift.io",
                    "images.image.openshift.io" -> new ImageDescriber(viewpoint);
            case "buildconfigs.build.openshift.io" -> new BuildConfigDescriber(viewpoint);
            case "builds.build.openshift.io" -> new BuildDescriber(viewpoint);
            case "projects.project.openshift.io" -> new ProjectDescriber(viewpoint);
            case "templates.template.openshift.io" -> new TemplateDescriber(viewpoint);
            case "pods" -> new PodDescriber(viewpoint);
            case "secrets" -> new SecretDescriber();
            case "configmaps" -> new ConfigMapDescriber(viewpoint);
            case "services" -> new ServiceDescriber(viewpoint);
            case "persistentvolumeclaims" -> new VolumeClaimDescriber(viewpoint);
            case "persistentvolumes" -> new VolumeDescriber(viewpoint);
            case "storageclasses.storage.k8s.io" -> new StorageClassDescriber(viewpoint);
            case "serviceaccounts" -> new ServiceAccountDescriber(viewpoint);
            case "namespaces" -> new NamespaceDescriber(viewpoint);
            case "routes.route.openshift.io" -> new RouteDescriber(viewpoint);
            case "deployments.apps" -> new DeploymentDescriber(viewpoint);
            case "replicasets.apps", "replicationcontrollers" -> new ReplicasDescriber(viewpoint);
            case "statefulsets.apps" -> new StatefulSetDescriber(viewpoint);
            case "daemonsets.apps" -> new DaemonSetDescriber(viewpoint);
            case "jobs.batch" -> new JobDescriber(viewpoint);
            case "cronjobs.batch" -> new CronJobDescriber(viewpoint);
            case "deploymentconfigs.apps.openshift.io" -> new DeploymentConfigDescriber(viewpoint);
            default -> new GenericDescriber(viewpoint);
        };
    }

    /** The description of an image that a tag holds, by the tag's name. */
    public String image(String name, JsonNode image) {
        return new ImageDescriber(viewpoint).describe(Optional.of(name), image);
    }
}
