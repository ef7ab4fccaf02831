package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Deployment configurations: OpenShift's own deployments, which follow their template and image streams. */
final class DeploymentConfigKind implements Kind {
    static final Type TYPE = Type.namespaced("apps.openshift.io", "v1", "deploymentconfigs", "DeploymentConfig", "dc")
            .inAll();

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Optional<String> deprecation() {
        return Optional.of("apps.openshift.io/v1 DeploymentConfig is deprecated in v4.14+, unavailable in v4.10000+");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.number(
                        "Revision",
                        "The version of the newest deployment.",
                        (config, now) -> ConfigDeployment.latest(config)),
                Column.number(
                        "Desired",
                        "How many pods are wanted.",
                        (config, now) -> config.path("spec").path("replicas").asLong(0)),
                Column.number(
                        "Current",
                        "How many pods of the newest version there are.",
                        (config, now) ->
                                config.path("status").path("updatedReplicas").asLong(0)),
                Column.text("Triggered By", "What starts deployments.", (config, now) -> triggers(config)));
    }

    private static String triggers(JsonNode config) {
        return config.path("spec")
                .path("triggers")
                .valueStream()
                .map(each -> Json.at(each, "type").equals("ConfigChange")
                        ? "config"
                        : "image(" + Json.at(each, "imageChangeParams", "from", "name") + ")")
                .collect(Collectors.joining(","));
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode config) {
        config.putObject("status").put("latestVersion", 0);
    }

    /** A version counted one further is the way in which clients ask for a deployment after a rollback. */
    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode config) {
        long wanted = ConfigDeployment.latest(config);
        WorkloadRules.keepStatus(old, config);
        if (wanted == ConfigDeployment.latest(old) + 1) {
            ConfigCauses.count(Json.child(config, "status"), ConfigCauses.manual());
        }
    }

    @Override
    public void setDefaults(ObjectNode config) {
        ObjectNode spec = Json.child(config, "spec");
        WorkloadRules.number(spec, "replicas", 0);
        WorkloadRules.number(spec, "revisionHistoryLimit", 10);
        if (!spec.hasNonNull("triggers")) {
            spec.putArray("triggers").addObject().put("type", "ConfigChange");
        }
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        if (spec.path("selector").isEmpty() && !labels.isEmpty()) {
            spec.set("selector", labels.deepCopy());
        }
        if (!spec.has("test")) {
            spec.put("test", false);
        }
        ConfigStrategy.setDefaults(Json.child(spec, "strategy"));
        PodTemplate.setDefaults(PodTemplate.in(config));
    }

    @Override
    public void validate(ObjectNode config, Causes causes) {
        WorkloadRules.notNegative(config, causes, "replicas", "minReadySeconds", "revisionHistoryLimit");
        JsonNode spec = config.path("spec");
        if (spec.path("selector").isEmpty()) {
            causes.required("spec.selector", "");
        } else {
            PodTemplate.validateLabels(config, causes);
        }
        PodTemplate.validate(spec.path("template"), PodTemplate.FIELD, WorkloadRules.ALWAYS, causes);
        ConfigStrategy.validate(spec.path("strategy"), spec.path("template"), causes);
        for (int i = 0; i < spec.path("triggers").size(); i++) {
            validateTrigger(spec, spec.path("triggers").path(i), "spec.triggers[" + i + "]", causes);
        }
    }

    private static void validateTrigger(JsonNode spec, JsonNode trigger, String field, Causes causes) {
        String type = Json.at(trigger, "type");
        if (type.isEmpty()) {
            causes.required(field + ".type", "");
        } else if (!List.of("ConfigChange", "ImageChange").contains(type)) {
            causes.notSupported(field + ".type", type, List.of("ConfigChange", "ImageChange"));
        } else if (type.equals("ImageChange")) {
            validateImage(spec, trigger.path("imageChangeParams"), field + ".imageChangeParams", causes);
        }
    }

    private static void validateImage(JsonNode spec, JsonNode parameters, String field, Causes causes) {
        if (!parameters.isObject()) {
            causes.required(field, "");
            return;
        }
        if (!Json.at(parameters, "from", "kind").equals("ImageStreamTag")) {
            causes.invalid(field + ".from.kind", Json.at(parameters, "from", "kind"), "kind must be an ImageStreamTag");
        }
        if (Json.at(parameters, "from", "name").isEmpty()) {
            causes.required(field + ".from.name", "");
        }
        if (parameters.path("containerNames").isEmpty()) {
            causes.required(field + ".containerNames", "");
        }
        List<String> names = spec.path("template").path("spec").findValuesAsText("name");
        parameters.path("containerNames").forEach(name -> {
            if (!names.contains(name.asText())) {
                causes.invalid(field + ".containerNames", name, "must be the name of a container of the template");
            }
        });
    }
}
