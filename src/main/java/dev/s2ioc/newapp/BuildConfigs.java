package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Build configs as new-build makes them. */
final class BuildConfigs {
    private final Supplier<String> secrets;

    /** @param secrets gives a new secret for each webhook */
    BuildConfigs(Supplier<String> secrets) {
        this.secrets = secrets;
    }

    PlannedObject of(NewObject identity, BuildRequest request, BuildBasis basis, Optional<ObjectNode> outputTo) {
        ObjectNode body = identity.body("BuildConfig", "build.openshift.io/v1");
        ObjectNode spec = body.putObject("spec");
        spec.set("triggers", triggers(request.input().uploaded(), basis));
        addSource(spec.putObject("source"), request, basis);
        addStrategy(spec.putObject("strategy"), request.settings(), basis);
        ObjectNode output = spec.putObject("output");
        outputTo.ifPresent(to -> output.set("to", to));
        request.output()
                .pushSecret()
                .ifPresent(secret -> output.putObject("pushSecret").put("name", secret));
        spec.putObject("resources");
        spec.putObject("postCommit");
        spec.putNull("nodeSelector");
        body.putObject("status").put("lastVersion", 0);
        return new PlannedObject(KnownTypes.BUILD_CONFIG, body);
    }

    /** A build whose source is uploaded cannot start by itself: it has webhooks, but no other triggers. */
    private ArrayNode triggers(boolean binary, BuildBasis basis) {
        ArrayNode triggers = Json.array();
        triggers.addObject().put("type", "GitHub").putObject("github").put("secret", secrets.get());
        triggers.addObject().put("type", "Generic").putObject("generic").put("secret", secrets.get());
        if (!binary) {
            triggers.addObject().put("type", "ConfigChange");
            if (basis.from().filter(BuildConfigs::isTag).isPresent()) {
                triggers.addObject().put("type", "ImageChange").putObject("imageChange");
            }
            basis.sourceImage()
                    .filter(BuildConfigs::isTag)
                    .ifPresent(image -> triggers.addObject()
                            .put("type", "ImageChange")
                            .putObject("imageChange")
                            .set("from", image.reference()));
        }
        return triggers;
    }

    static boolean isTag(ImageMatch match) {
        return match.reference().path("kind").asText().equals("ImageStreamTag");
    }

    private static void addSource(ObjectNode source, BuildRequest request, BuildBasis basis) {
        BuildRequest.Input input = request.input();
        Optional<SourceCode.Git> git = input.source().flatMap(SourceCode::git);
        if (input.uploaded()) {
            source.put("type", "Binary").putObject("binary");
        } else {
            source.put("type", git.isPresent() ? "Git" : "Dockerfile");
        }
        input.dockerfile().ifPresent(text -> source.put("dockerfile", text));
        git.ifPresent(location -> {
            ObjectNode node = source.putObject("git").put("uri", location.url());
            location.ref().ifPresent(ref -> node.put("ref", ref));
        });
        basis.sourceImage()
                .ifPresent(image -> addImage(source, input.sourceImage().orElseThrow(), image));
        input.source()
                .map(SourceCode::context)
                .orElse(input.contextDirectory())
                .ifPresent(directory -> source.put("contextDir", directory));
        input.sourceSecret()
                .ifPresent(secret -> source.putObject("sourceSecret").put("name", secret));
        addMounts(source, "secrets", "secret", request.settings().secrets());
        addMounts(source, "configMaps", "configMap", request.settings().configMaps());
    }

    private static void addImage(ObjectNode source, SourceImage wanted, ImageMatch image) {
        ObjectNode node = source.putArray("images").addObject();
        node.set("from", image.reference());
        node.putArray("paths").addObject().put("sourcePath", wanted.path()).put("destinationDir", wanted.directory());
    }

    private static void addMounts(ObjectNode source, String list, String field, List<Mount> mounts) {
        for (Mount mount : mounts) {
            ObjectNode entry = source.withArray(list).addObject();
            entry.putObject(field).put("name", mount.name());
            entry.put("destinationDir", mount.directory());
        }
    }

    private static void addStrategy(ObjectNode node, BuildRequest.Settings settings, BuildBasis basis) {
        node.put("type", basis.strategy().type());
        ObjectNode details = node.putObject(basis.strategy().field());
        basis.from().ifPresent(match -> details.set("from", match.reference()));
        if (!settings.environment().isEmpty()) {
            details.set("env", settings.environment().toJson());
        }
        if (!settings.buildArguments().isEmpty()) {
            details.set("buildArgs", settings.buildArguments().toJson());
        }
    }
}
