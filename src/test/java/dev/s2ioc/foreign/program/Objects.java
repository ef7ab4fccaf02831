package dev.s2ioc.foreign.program;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.openshift.api.model.BuildConfig;
import io.fabric8.openshift.api.model.BuildConfigBuilder;
import io.fabric8.openshift.api.model.ImageStreamBuilder;
import io.fabric8.openshift.api.model.ImageStreamTagBuilder;
import io.fabric8.openshift.api.model.ProjectRequestBuilder;
import io.fabric8.openshift.api.model.RouteBuilder;
import io.fabric8.openshift.api.model.TemplateBuilder;
import io.fabric8.openshift.client.OpenShiftClient;
import java.util.List;
import java.util.Map;

/** Makes, reads and removes typed objects. */
final class Objects implements OpenShiftProgram.Part {
    private static final String PROJECT = "typed";

    @Override
    public void run(OpenShiftClient client) {
        System.out.println("user " + client.currentUser().getMetadata().getName());
        System.out.println("builds " + client.hasApiGroup("build.openshift.io", true)
                + ", config maps and build configs " + client.supports(BuildConfig.class));
        client.projectrequests()
                .create(new ProjectRequestBuilder()
                        .withNewMetadata()
                        .withName(PROJECT)
                        .endMetadata()
                        .withDisplayName("Typed")
                        .build());
        client.projects().list().getItems().stream()
                .map(project -> project.getMetadata().getName())
                .filter(PROJECT::equals)
                .forEach(name -> System.out.println("project " + name));
        builds(client);
        others(client);
        template(client);
        pages(client);
        client.projects().withName(PROJECT).delete();
    }

    private static void builds(OpenShiftClient client) {
        BuildConfig config = client.buildConfigs()
                .inNamespace(PROJECT)
                .resource(new BuildConfigBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .withLabels(Map.of("app", "one"))
                        .endMetadata()
                        .withNewSpec()
                        .withNewSource()
                        .withDockerfile("FROM scratch")
                        .endSource()
                        .withNewStrategy()
                        .withNewDockerStrategy()
                        .endDockerStrategy()
                        .endStrategy()
                        .endSpec()
                        .build())
                .create();
        System.out.println("build config " + config.getMetadata().getName() + " "
                + config.getSpec().getRunPolicy() + " " + config.getStatus().getLastVersion());
        System.out.println("labelled "
                + names(client.buildConfigs()
                        .inNamespace(PROJECT)
                        .withLabelIn("app", "one", "two")
                        .list()
                        .getItems()));
        System.out.println("other "
                + client.buildConfigs().inNamespace(PROJECT).withName("nosuch").get());
    }

    private static void others(OpenShiftClient client) {
        client.imageStreams()
                .inNamespace(PROJECT)
                .resource(new ImageStreamBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .endMetadata()
                        .build())
                .create();
        client.imageStreamTags()
                .inNamespace(PROJECT)
                .resource(new ImageStreamTagBuilder()
                        .withNewMetadata()
                        .withName("app:next")
                        .endMetadata()
                        .withNewTag()
                        .withReference(true)
                        .withNewFrom()
                        .withKind("DockerImage")
                        .withName("registry.example.com/a/b:c")
                        .endFrom()
                        .endTag()
                        .build())
                .create();
        System.out.println("tags "
                + client.imageStreams().inNamespace(PROJECT).withName("app").get().getSpec().getTags().stream()
                        .map(tag -> tag.getName() + "=" + tag.getFrom().getName())
                        .toList());
        client.secrets()
                .inNamespace(PROJECT)
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("key")
                        .endMetadata()
                        .addToStringData("a", "1")
                        .build())
                .create();
        System.out.println("secret "
                + client.secrets().inNamespace(PROJECT).withName("key").get().getData());
        client.routes()
                .inNamespace(PROJECT)
                .resource(new RouteBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withHost("web.example.com")
                        .withNewTo()
                        .withKind("Service")
                        .withName("web")
                        .endTo()
                        .endSpec()
                        .build())
                .create();
        System.out.println("route "
                + client.routes()
                        .inNamespace(PROJECT)
                        .withName("web")
                        .get()
                        .getSpec()
                        .getHost());
    }

    private static void template(OpenShiftClient client) {
        client.templates()
                .inNamespace(PROJECT)
                .resource(new TemplateBuilder()
                        .withNewMetadata()
                        .withName("tpl")
                        .endMetadata()
                        .addNewParameter()
                        .withName("NAME")
                        .endParameter()
                        .addToObjects(new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName("of-${NAME}")
                                .endMetadata()
                                .build())
                        .build())
                .create();
        KubernetesList processed =
                client.templates().inNamespace(PROJECT).withName("tpl").process(Map.of("NAME", "me"));
        System.out.println("processed " + names(processed.getItems()));
    }

    private static void pages(OpenShiftClient client) {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            client.configMaps()
                    .inNamespace(PROJECT)
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .create();
        }
        String token = null;
        do {
            ConfigMapList page = client.configMaps()
                    .inNamespace(PROJECT)
                    .list(new ListOptionsBuilder()
                            .withLimit(2L)
                            .withContinue(token)
                            .build());
            System.out.println("page " + names(page.getItems()) + ", left "
                    + page.getMetadata().getRemainingItemCount());
            token = page.getMetadata().getContinue();
        } while (token != null && !token.isEmpty());
    }

    private static List<String> names(List<? extends HasMetadata> objects) {
        return objects.stream().map(object -> object.getMetadata().getName()).toList();
    }
}
