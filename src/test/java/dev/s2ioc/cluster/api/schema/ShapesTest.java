package dev.s2ioc.cluster.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.s2ioc.cluster.kind.Type;
import io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscalerStatus;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shapes name exactly the fields that another client's model has. */
class ShapesTest {
    /** Where a model of that name is looked for, in this order. */
    private static final List<String> ROOMS = List.of(
            "kubernetes.api.model.rbac",
            "kubernetes.api.model.apps",
            "kubernetes.api.model.storage",
            "kubernetes.api.model.batch.v1",
            "kubernetes.api.model.authentication",
            "kubernetes.api.model.authorization.v1",
            "kubernetes.api.model.autoscaling.v2",
            "openshift.api.model",
            "kubernetes.api.model");

    private static final Map<String, List<String>> SHAPES = Map.ofEntries(
            Map.entry(
                    "build.openshift.io",
                    List.of(
                            "BuildConfigSpec",
                            "BuildConfigStatus",
                            "BuildSpec",
                            "BuildStatus",
                            "StageInfo",
                            "BuildSource",
                            "GitBuildSource",
                            "ImageSource",
                            "BuildStrategy",
                            "DockerBuildStrategy",
                            "SourceBuildStrategy",
                            "CustomBuildStrategy",
                            "JenkinsPipelineBuildStrategy",
                            "BuildVolume",
                            "BuildVolumeSource",
                            "BuildOutput",
                            "BuildPostCommitSpec",
                            "BuildTriggerPolicy",
                            "WebHookTrigger",
                            "ImageChangeTrigger",
                            "BuildTriggerCause",
                            "ObjectMeta",
                            "ObjectReference",
                            "EnvVar",
                            "EnvVarSource",
                            "ResourceRequirements")),
            Map.entry(
                    "image.openshift.io",
                    List.of(
                            "ImageStreamSpec",
                            "TagReference",
                            "TagImportPolicy",
                            "ImageStreamStatus",
                            "TagEvent",
                            "ImageStreamTag",
                            "ImageTag",
                            "Image",
                            "ImageLayer",
                            "ImageManifest",
                            "ImageStreamImage",
                            "ImageStreamImport",
                            "ImageStreamImportSpec",
                            "ImageStreamImportStatus",
                            "ImageStreamMapping",
                            "RepositoryImportSpec",
                            "ImageImportSpec")),
            Map.entry(
                    "",
                    List.of(
                            "ConfigMap",
                            "Secret",
                            "ServiceAccount",
                            "Event",
                            "EventSource",
                            "EventSeries",
                            "PersistentVolumeClaim",
                            "PersistentVolumeClaimSpec",
                            "VolumeResourceRequirements",
                            "PersistentVolumeClaimStatus",
                            "PersistentVolumeClaimCondition",
                            "PersistentVolumeClaimVolumeSource")),
            Map.entry(
                    "batch",
                    List.of(
                            "Job",
                            "JobSpec",
                            "JobStatus",
                            "JobCondition",
                            "UncountedTerminatedPods",
                            "PodFailurePolicy",
                            "PodFailurePolicyRule",
                            "PodFailurePolicyOnExitCodesRequirement",
                            "PodFailurePolicyOnPodConditionsPattern",
                            "SuccessPolicy",
                            "SuccessPolicyRule",
                            "CronJob",
                            "CronJobSpec",
                            "CronJobStatus")),
            Map.entry(
                    "apps",
                    List.of(
                            "ControllerRevision",
                            "StatefulSet",
                            "StatefulSetSpec",
                            "StatefulSetUpdateStrategy",
                            "RollingUpdateStatefulSetStrategy",
                            "StatefulSetPersistentVolumeClaimRetentionPolicy",
                            "StatefulSetOrdinals",
                            "StatefulSetStatus",
                            "StatefulSetCondition",
                            "DaemonSet",
                            "DaemonSetSpec",
                            "DaemonSetUpdateStrategy",
                            "RollingUpdateDaemonSet",
                            "DaemonSetStatus",
                            "DaemonSetCondition")),
            Map.entry(
                    "rbac.authorization.k8s.io",
                    List.of(
                            "Role",
                            "ClusterRole",
                            "PolicyRule",
                            "AggregationRule",
                            "RoleBinding",
                            "ClusterRoleBinding",
                            "Subject",
                            "RoleRef")),
            Map.entry(
                    "apps.openshift.io",
                    List.of(
                            "DeploymentConfigSpec",
                            "DeploymentConfigStatus",
                            "CustomDeploymentStrategyParams",
                            "RecreateDeploymentStrategyParams",
                            "RollingDeploymentStrategyParams",
                            "LifecycleHook",
                            "ExecNewPodHook",
                            "TagImageHook",
                            "DeploymentTriggerPolicy",
                            "DeploymentTriggerImageChangeParams",
                            "DeploymentDetails",
                            "DeploymentCause",
                            "DeploymentCauseImageTrigger")),
            Map.entry(
                    "autoscaling",
                    List.of(
                            "HorizontalPodAutoscalerSpec",
                            "HorizontalPodAutoscalerStatus",
                            "HorizontalPodAutoscalerCondition",
                            "CrossVersionObjectReference")),
            Map.entry("project.openshift.io", List.of("Project", "ProjectRequest")),
            Map.entry("user.openshift.io", List.of("User")),
            Map.entry("oauth.openshift.io", List.of("OAuthAccessToken")),
            Map.entry("authentication.k8s.io", List.of("SelfSubjectReview", "UserInfo")),
            Map.entry(
                    "authorization.k8s.io",
                    List.of(
                            "SelfSubjectAccessReviewSpec",
                            "SubjectAccessReviewSpec",
                            "ResourceAttributes",
                            "SubjectAccessReviewStatus")),
            Map.entry("route.openshift.io", List.of("RouteSpec", "TLSConfig", "RouteTargetReference")),
            Map.entry("storage.k8s.io", List.of("StorageClass")),
            Map.entry("template.openshift.io", List.of("Template", "Parameter")));

    @Test
    void they_have_the_fields_of_the_api() {
        SHAPES.forEach((group, names) -> {
            for (String name : names) {
                Set<String> fields = new TreeSet<>(Schemas.in(Type.namespaced(group, "", "", ""))
                        .shape(name)
                        .orElseThrow()
                        .fields()
                        .keySet());
                assertEquals(fieldsElsewhere(name), fields, name);
            }
        });
    }

    @Test
    void another_version_has_fields_of_its_own() {
        Schemas first = Schemas.in(Type.namespaced("autoscaling", "v1", "", ""));
        for (Class<?> model : List.of(HorizontalPodAutoscalerSpec.class, HorizontalPodAutoscalerStatus.class)) {
            String name = model.getSimpleName();
            assertEquals(
                    fields(model),
                    new TreeSet<>(first.shape(name).orElseThrow().fields().keySet()),
                    name);
        }
    }

    private static Set<String> fieldsElsewhere(String name) {
        return fields(model(name));
    }

    private static Set<String> fields(Class<?> model) {
        Set<String> fields = new TreeSet<>();
        for (Field field : model.getDeclaredFields()) {
            Optional.ofNullable(field.getAnnotation(JsonProperty.class)).ifPresent(json -> fields.add(json.value()));
        }
        fields.removeAll(Set.of("apiVersion", "kind", "metadata").stream()
                .filter(each -> fields.contains("metadata"))
                .toList());
        return fields;
    }

    private static Class<?> model(String name) {
        List<String> missing = new ArrayList<>();
        for (String room : ROOMS) {
            try {
                return Class.forName("io.fabric8." + room + "." + name);
            } catch (ClassNotFoundException e) {
                missing.add(e.getMessage());
            }
        }
        throw new AssertionError(missing.toString());
    }
}
