package dev.s2ioc.command;

import static dev.s2ioc.command.NewAppFixture.CONFIG_MAPS;
import static dev.s2ioc.command.NewAppFixture.PROCESSED;
import static dev.s2ioc.command.NewAppFixture.TEMPLATES;
import static dev.s2ioc.command.NewAppFixture.failed;
import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.newapp.ClosingWords;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications of templates, as recorded of oc; and what there is to make applications of. */
class NewAppTemplateTest {
    private static final String TEMPLATE = """
            {"kind":"Template","apiVersion":"template.openshift.io/v1","metadata":{"name":"shop","namespace":"demo",
             "annotations":{"openshift.io/display-name":"A shop","description":"Sells things."}},
             "message":"Log in as ${USER_NAME}.\\nSecond line.",
             "parameters":[{"name":"USER_NAME","displayName":"User","value":"me"},
              {"name":"PASS","generate":"expression","from":"[a-z]{4}"},{"name":"MUST","required":true}],
             "objects":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-${USER_NAME}"}}]}""";
    private static final String ANSWER = """
            {"kind":"Template","apiVersion":"template.openshift.io/v1","metadata":{"name":"shop"},
             "message":"Log in as me.\\nSecond line.",
             "parameters":[{"name":"USER_NAME","displayName":"User","value":"me"},
              {"name":"PASS","generate":"expression","from":"[a-z]{4}","value":"ywqq"},{"name":"MUST","value":"1"}],
             "objects":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-me","labels":{"template":"shop"}}}]}""";
    private static final String TOLD = """
            --> Deploying template "demo/shop"%s to project demo

                 A shop
                 ---------
                 Sells things.

                 Log in as me.
                 Second line.

                 * With parameters:
                    * User=me
                    * PASS=ywqq # generated
                    * MUST=1

            """;

    @TempDir
    Path home;

    private NewAppFixture app;

    @BeforeEach
    void start() {
        app = new NewAppFixture(home);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private void withTemplate() {
        app.project.api.on("GET " + TEMPLATES + "/shop", TEMPLATE);
        app.project.api.on("POST " + PROCESSED, 201, ANSWER);
    }

    @Test
    void a_stored_template_is_processed_by_the_server_and_its_objects_are_created() {
        withTemplate();
        Ran ran = app.newApp("--template=shop", "-p", "MUST=1", "-p", "PASS=ywqq", "-l", "tier=front");
        assertEquals(new Ran(0, TOLD.formatted("") + """
                --> Creating resources with label tier=front ...
                    configmap "cm-me" created
                --> Success
                    Run 's2ioc status' to view your app.
                """, ""), ran);
        JsonNode sent = app.project.posted(PROCESSED);
        assertEquals(json("""
                [{"name":"USER_NAME","displayName":"User","value":"me"},
                 {"name":"PASS","from":"[a-z]{4}","value":"ywqq"},{"name":"MUST","required":true,"value":"1"}]"""), sent.path("parameters"));
        assertEquals(json("""
                {"name":"cm-me","labels":{"template":"shop","app":"shop","app.kubernetes.io/component":"shop",
                  "app.kubernetes.io/instance":"shop","tier":"front"},
                 "annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}}"""), app.project.posted(CONFIG_MAPS).path("metadata"));
    }

    @Test
    void a_template_is_found_by_its_name_alone_in_the_project_or_in_openshift() {
        withTemplate();
        assertEquals(0, app.newApp("shop", "--dry-run").code());
        app.project.api.on(
                "GET " + TEMPLATES.replace("demo", "openshift") + "/other", TEMPLATE.replace("demo", "openshift"));
        Ran other = app.newApp("other", "--dry-run");
        assertTrue(
                other.out().startsWith("--> Deploying template \"openshift/shop\" for \"other\" to project demo\n"),
                other.out());
        app.project.withStream("shop", "latest").withImage("shop:latest", Map.of());
        Ran both = app.newApp("shop", "--dry-run");
        assertEquals(1, both.code());
        assertTrue(both.err().startsWith("error: multiple images or templates matched \"shop\"\n"), both.err());
        assertTrue(both.err().contains("Use --template=\"demo/shop\" to specify"), both.err());
    }

    @Test
    void a_template_in_a_file_is_taken_as_it_is() throws IOException {
        app.project.api.on("POST " + PROCESSED, 201, ANSWER);
        Files.writeString(home.resolve("shop.json"), TEMPLATE);
        Ran named = app.newApp("-f", "shop.json", "-o", "name");
        assertEquals(new Ran(0, "configmap/cm-me\n", ""), named);
        Ran dry = app.newApp("shop.json", "--dry-run");
        assertTrue(dry.out().startsWith(TOLD.formatted(" for \"shop.json\"")), dry.out());
        Files.writeString(home.resolve("map.yaml"), "kind: ConfigMap\napiVersion: v1\n");
        assertEquals(
                failed("unable to load template file \"map.yaml\": it must hold one Template, not a ConfigMap"),
                app.newApp("-f", "map.yaml"));
        Ran none = app.newApp("-f", "none.yaml");
        assertTrue(
                none.err().startsWith("error: unable to locate any template files with name \"none.yaml\"\n"),
                none.err());
    }

    @Test
    void parameters_are_checked() throws IOException {
        withTemplate();
        assertEquals(failed("unexpected parameter name \"NOPE\""), app.newApp("shop", "-p", "NOPE=2"));
        assertEquals(
                0,
                app.newApp("shop", "-p", "NOPE=2", "--ignore-unknown-parameters", "--dry-run")
                        .code());
        Files.writeString(home.resolve("values"), "# by a file\nMUST=from file\n");
        app.newApp("shop", "--param-file=values", "--dry-run");
        assertEquals(
                "from file",
                app.project
                        .posted(PROCESSED)
                        .path("parameters")
                        .path(2)
                        .path("value")
                        .asText());
        assertEquals(
                failed("--env is for the containers of images, and only templates are given; use --param to set a"
                        + " parameter of a template"),
                app.newApp("shop", "-e", "A=b"));
    }

    @Test
    void what_the_server_refuses_to_process_is_told_with_the_template() {
        app.project.api.on("GET " + TEMPLATES + "/shop", TEMPLATE);
        app.project.api.refuse(
                "POST " + PROCESSED, 422, "Invalid", "Template \"shop\" is invalid: parameter MUST is required");
        assertEquals(
                failed("error processing template \"demo/shop\": Template \"shop\" is invalid: parameter MUST is"
                        + " required"),
                app.newApp("shop"));
    }

    @Test
    void what_the_server_has_no_type_for_is_told_before_anything_is_made() {
        app.project.api.on("GET " + TEMPLATES + "/shop", TEMPLATE);
        app.project.api.on("POST " + PROCESSED, 201, ANSWER.replace("ConfigMap", "Frob"));
        assertEquals(
                failed("no matches for kind \"Frob\" in version \"v1\", of which the template \"shop\" has an object;"
                        + " nothing was created"),
                app.newApp("shop"));
    }

    @Test
    void routes_are_told_and_nothing_is_to_be_exposed_then() {
        assertEquals(
                List.of(
                        "    Access your application via route 'shop.example.com' ",
                        "    Use 's2ioc start-build b' to start a build.",
                        "    Run 's2ioc status' to view your app."),
                ClosingWords.of(List.of(
                        json("{\"kind\":\"Route\",\"spec\":{\"host\":\"shop.example.com\"}}"),
                        json("{\"kind\":\"Service\",\"metadata\":{\"name\":\"s\"}}"),
                        json("{\"kind\":\"BuildConfig\",\"metadata\":{\"name\":\"b\"},\"spec\":{\"triggers\":[]}}"))));
    }

    @Test
    void what_there_is_to_make_applications_of_is_listed_and_searched() {
        app.project.api.on("GET " + TEMPLATES + "?limit=500", "{\"items\":[" + TEMPLATE + "]}");
        app.project.api.on("GET " + NewBuildFixture.STREAMS + "?limit=500", """
                {"items":[{"metadata":{"name":"web","namespace":"demo"},"status":{"tags":[{"tag":"v1"},{"tag":"v2"}]}},
                 {"metadata":{"name":"shop-base","namespace":"demo"},"status":{}}]}""");
        String templates = """
                Templates (s2ioc new-app --template=<template>)
                -----
                shop
                  Project: demo
                  Sells things.

                """;
        String streams = """
                Image streams (s2ioc new-app --image-stream=<image-stream> [--code=<source>])
                -----
                """;
        String web = "web\n  Project: demo\n  Tags:    v1, v2\n";
        String base = "shop-base\n  Project: demo\n  Tags:    <none>\n";
        assertEquals(new Ran(0, templates + streams + web + base + "\n", ""), app.newApp("-L"));
        assertEquals(new Ran(0, templates + streams + base + "\n", ""), app.newApp("-S", "shop"));
        assertEquals(new Ran(0, templates, ""), app.newApp("-S", "--template=sh"));
        assertEquals(new Ran(0, streams + web + "\n", ""), app.newApp("--search", "--image-stream=web"));
        assertEquals(
                new Ran(0, "template.template.openshift.io/shop\n", ""),
                app.newApp("-S", "--template=shop", "-o", "name"));
        app.project.withRegistryImage(Map.of());
        assertEquals(new Ran(0, """
                        Container images (s2ioc new-app --image=<image> [--code=<source>])
                        -----
                        quay.io/team/web
                          Registry: quay.io
                          Tags:     latest

                        """, ""), app.newApp("-S", "--image=quay.io/team/web"));
    }

    @Test
    void a_search_that_is_none_or_finds_nothing_is_told() {
        app.project.withoutStreams();
        assertEquals(failed("no matches found"), app.newApp("-S", "zzz"));
        assertEquals(failed("--list can't be used with arguments"), app.newApp("-L", "web"));
        assertEquals(failed("--list and --search can't be used together"), app.newApp("-L", "-S", "web"));
        assertEquals(
                failed("--search needs a term, as in: s2ioc new-app -S php; -L lists everything"), app.newApp("-S"));
    }
}
