package dev.s2ioc.cluster.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
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
    private static final Map<String, List<String>> SHAPES = Map.of(
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
                            "ResourceRequirements"),
            "image.openshift.io",
                    List.of(
                            "ImageStreamSpec",
                            "TagReference",
                            "TagImportPolicy",
                            "ImageStreamStatus",
                            "TagEvent",
                            "ImageStreamTag"),
            "", List.of("ConfigMap", "Secret", "ServiceAccount"),
            "route.openshift.io", List.of("RouteSpec", "TLSConfig", "RouteTargetReference"),
            "template.openshift.io", List.of("Template", "Parameter"));

    @Test
    void they_have_the_fields_of_the_api() {
        SHAPES.forEach((group, names) -> {
            for (String name : names) {
                Set<String> fields = new TreeSet<>(
                        Schemas.of(group).shape(name).orElseThrow().fields().keySet());
                assertEquals(fieldsElsewhere(name), fields, name);
            }
        });
    }

    private static Set<String> fieldsElsewhere(String name) {
        Set<String> fields = new TreeSet<>();
        for (Field field : model(name).getDeclaredFields()) {
            Optional.ofNullable(field.getAnnotation(JsonProperty.class)).ifPresent(json -> fields.add(json.value()));
        }
        fields.removeAll(Set.of("apiVersion", "kind", "metadata").stream()
                .filter(each -> fields.contains("metadata"))
                .toList());
        return fields;
    }

    private static Class<?> model(String name) {
        List<String> missing = new ArrayList<>();
        for (String room : List.of("openshift", "kubernetes")) {
            try {
                return Class.forName("io.fabric8." + room + ".api.model." + name);
            } catch (ClassNotFoundException e) {
                missing.add(e.getMessage());
            }
        }
        throw new AssertionError(missing.toString());
    }
}
