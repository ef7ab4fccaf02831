package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code process}: what comes of a template, here and on a server, and what is wrong with values. */
class ProcessCommandTest {
    private static final String TEMPLATES = "/apis/template.openshift.io/v1/namespaces/";
    private static final String TEMPLATE = """
            apiVersion: template.openshift.io/v1
            kind: Template
            metadata:
              name: app
            message: "Hello ${NAME}"
            labels: {template: "${NAME}"}
            parameters:
            - name: NAME
              description: The name of it
              value: web
            - name: SECRET
              description: A secret
              generate: expression
              from: '[a-a]{3}'
            - name: COUNT
              required: true
            objects:
            - apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${NAME}", namespace: elsewhere}
              data: {secret: "${SECRET}", count: "${COUNT}"}
            - apiVersion: v1
              kind: Service
              metadata: {name: "${NAME}", labels: {a: b}}
              spec: {ports: [{port: "${{COUNT}}"}]}
            """;
    private static final String USAGE_OF_NAMES = "template is given by name or by -f, not by both";

    @TempDir
    Path home;

    @BeforeEach
    void writeTemplate() throws IOException {
        Files.writeString(home.resolve("t.yaml"), TEMPLATE);
    }

    private Ran local(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("process", "-f", "t.yaml", "--local"));
        all.addAll(List.of(words));
        return Run.in(home).s2ioc(all.toArray(String[]::new));
    }

    @Test
    void values_and_labels_are_filled_in_without_a_server() {
        assertEquals(new Ran(0, """
                        apiVersion: v1
                        items:
                        - apiVersion: v1
                          data:
                            count: "3"
                            secret: aaa
                          kind: ConfigMap
                          metadata:
                            labels:
                              template: web
                              x: "y"
                            name: web
                        - apiVersion: v1
                          kind: Service
                          metadata:
                            labels:
                              a: b
                              template: web
                              x: "y"
                            name: web
                          spec:
                            ports:
                            - port: 3
                        kind: List
                        metadata: {}
                        """, ""), local("COUNT=3", "-l", "x=y", "-o", "yaml"));
    }

    @Test
    void json_is_the_usual_format() {
        Ran ran = local("-p", "COUNT=3");
        assertEquals(
                "{\n    \"kind\": \"List\",\n    \"apiVersion\": \"v1\",\n    \"metadata\": {},\n    \"items\": [\n",
                ran.out().substring(0, ran.out().indexOf("        {")));
        assertEquals(new Ran(0, "configmap/z\nservice/z\n", ""), local("COUNT=3", "-p", "NAME=z", "-o", "name"));
        assertEquals(
                new Ran(0, "Template aaa", ""),
                local("COUNT=3", "--raw", "-o", "jsonpath={.kind} {.objects[0].data.secret}"));
    }

    @Test
    void parameters_are_listed() {
        assertEquals(new Ran(0, """
                        NAME                DESCRIPTION         GENERATOR           VALUE
                        NAME                The name of it                          web
                        SECRET              A secret            expression          [a-a]{3}
                        COUNT                                                      \s
                        """.replace(" \\s", " "), ""), local("--parameters"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: The --parameters flag does not process the template, can't be used with --output\n"),
                local("--parameters", "-o", "yaml"));
    }

    @Test
    void a_processed_template_is_described() {
        assertEquals(new Ran(0, """
                        Name:		app
                        Labels:		<none>
                        Annotations:	<none>

                        Parameters:		\s
                            Name:		NAME
                            Description:	The name of it
                            Required:		false
                            Value:		web

                            Name:			SECRET
                            Description:		A secret
                            Required:			false
                            Value:			aaa
                            Generated (ignored):	expression
                            From:			[a-a]{3}

                            Name:	COUNT
                            Required:	true
                            Value:	2


                        Object Labels:	template=web

                        Message:	Hello web

                        Objects:	\s
                            ConfigMap	web
                            Service	web
                        """, ""), local("COUNT=2", "-o", "describe"));
    }

    @Test
    void values_from_a_file_give_way_to_flags() throws IOException {
        Files.writeString(home.resolve("p.env"), "# values\n\nexport NAME='filed'\nCOUNT=\"7\"\n");
        assertEquals(
                new Ran(0, "filed 7", ""),
                local("--param-file=p.env", "-o", "jsonpath={.items[0].metadata.name} {.items[0].data.count}"));
        assertEquals(
                new Ran(
                        0,
                        "configmap/z\nservice/z\n",
                        "warning: Template parameter \"NAME\" already defined, ignoring value from file \"p.env\"\n"),
                local("--param-file=p.env", "-p", "NAME=z", "-o", "name"));
        Files.writeString(home.resolve("bad.env"), "garbage\n");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: Cannot read variables from file \"bad.env\": Can't separate key from value in the line:"
                                + " garbage\n"),
                local("--param-file=bad.env"));
        assertEquals(
                new Ran(1, "", "error: Cannot stat \"none.env\": stat none.env: no such file or directory\n"),
                local("--param-file=none.env"));
    }

    @Test
    void what_is_wrong_with_values_is_told() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "The Template \"app\" is invalid: template.parameters[2]: Required value:"
                                + " template.parameters[2]: parameter COUNT is required and must be specified\n"),
                local());
        assertEquals(
                new Ran(1, "", "error: unknown parameter name \"FOO\"\nThe template has: NAME, SECRET, COUNT\n"),
                local("COUNT=1", "FOO=2"));
        assertEquals(0, local("COUNT=1", "FOO=2", "--ignore-unknown-parameters").code());
        assertEquals(
                new Ran(1, "", "error: The following parameters were provided more than once: COUNT\n"),
                local("COUNT=1", "-p", "COUNT=2"));
        assertEquals(
                new Ran(1, "", "error: invalid parameter assignment in \"COUNT\": it must be NAME=VALUE\n"),
                local("-p", "COUNT"));
        assertEquals(
                new Ran(1, "", "error: error parsing labels: unexpected label spec: a=b=c\n"),
                local("COUNT=1", "-l", "a=b=c"));
    }

    @Test
    void a_template_of_the_server_is_processed_there() {
        try (MockApi api = MockApi.start()) {
            api.on("GET " + TEMPLATES + "demo/templates/app", stored(""))
                    .on("POST " + TEMPLATES + "demo/processedtemplates", stored("x"))
                    .on("GET " + TEMPLATES + "openshift/templates/app", stored(""));
            assertEquals(new Ran(0, "configmap/x\n", ""), api.s2ioc(home, "process", "app", "NAME=x", "-o", "name"));
            assertEquals(
                    List.of(
                            "GET " + TEMPLATES + "demo/templates/app",
                            "POST " + TEMPLATES + "demo/processedtemplates " + sent("x")),
                    api.requests());
            assertEquals(
                    0,
                    api.s2ioc(home, "process", "openshift//app", "-p", "NAME=y").code());
            assertEquals(
                    List.of(
                            "GET " + TEMPLATES + "openshift/templates/app",
                            "POST " + TEMPLATES + "demo/processedtemplates " + sent("y")),
                    api.requests().subList(2, 4));
        }
    }

    private static String stored(String name) {
        return "{\"kind\":\"Template\",\"apiVersion\":\"template.openshift.io/v1\",\"metadata\":{\"name\":\"app\"},"
                + "\"parameters\":[{\"name\":\"NAME\",\"generate\":\"expression\",\"from\":\"[a-z]{3}\"}],"
                + "\"objects\":[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
                + (name.isEmpty() ? "${NAME}" : name) + "\"}}]}";
    }

    private static String sent(String value) {
        return stored("")
                .replace(
                        "\"generate\":\"expression\",\"from\":\"[a-z]{3}\"",
                        "\"from\":\"[a-z]{3}\",\"value\":\"" + value + "\"");
    }

    @Test
    void refusals_of_the_server_are_told() {
        try (MockApi api = MockApi.start()) {
            api.missing("GET " + TEMPLATES + "demo/templates/none", "templates.template.openshift.io", "none")
                    .on("GET " + TEMPLATES + "demo/templates/app", stored(""))
                    .on(
                            "POST " + TEMPLATES + "demo/processedtemplates",
                            422,
                            "{\"kind\":\"Status\",\"reason\":\"Invalid\",\"message\":\"m\",\"details\":{\"kind\":\"Template\","
                                    + "\"name\":\"app\",\"causes\":[{\"field\":\"template.parameters[0]\","
                                    + "\"message\":\"Required value: no value\"}]}}");
            assertEquals(
                    new Ran(1, "", "error: template \"none\" could not be found\n"),
                    api.s2ioc(home, "process", "none"));
            assertEquals(
                    new Ran(1, "", "error: unable to process template\n  Required value: no value\n"),
                    api.s2ioc(home, "process", "app"));
        }
    }

    @Test
    void the_source_must_be_one_template() throws IOException {
        Files.writeString(home.resolve("cm.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cfg}\n");
        assertEquals(
                new Ran(1, "", "error: unable to parse \"cm.yaml\", not a valid Template but ConfigMap\n"),
                Run.in(home).s2ioc("process", "-f", "cm.yaml", "--local"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: You may only specify a local template file via -f when running this command with"
                                + " --local\nSee 's2ioc process -h' for help and examples\n"),
                Run.in(home).s2ioc("process", "app", "--local"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: Must pass a filename or name of stored template\nSee 's2ioc process -h' for help and examples\n"),
                Run.in(home).s2ioc("process"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: template name must be specified only once: b\nSee 's2ioc process -h' for help and examples\n"),
                Run.in(home).s2ioc("process", "a", "b"));
        assertEquals(
                new Ran(1, "", "error: a " + USAGE_OF_NAMES + ": a\n"),
                Run.in(home).s2ioc("process", "a", "-f", "t.yaml"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to process invalid resource \"demo\"; name a template as NAME or PROJECT//NAME\n"),
                Run.in(home).s2ioc("--server=http://127.0.0.1:1", "process", "demo/app"));
    }
}
