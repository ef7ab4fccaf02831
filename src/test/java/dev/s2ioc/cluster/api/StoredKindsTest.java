package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.template.TemplateApi;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Kinds that are kept, shown and checked, with nothing behind them: templates, routes, roles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredKindsTest {
    private static final String TEMPLATES = "/apis/template.openshift.io/v1/namespaces/demo/";
    private static final String ROUTES = "/apis/route.openshift.io/v1/namespaces/demo/routes";
    private static final String ROLES = "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles";

    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(directory, TemplateApi::addTo);
    }

    @AfterAll
    void stop() {
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    /** Clients ask for what limits a project before they describe it. */
    @Test
    void nothing_is_limited_and_nothing_can_be() {
        for (String plural : List.of("resourcequotas", "limitranges")) {
            String path = "/api/v1/namespaces/demo/" + plural;
            assertEquals("[]", cluster.get(path).body().path("items").toString());
            assertEquals(
                    "405 MethodNotAllowed: the server does not allow this method on the requested resource",
                    cluster.post(path, "{\"metadata\":{\"name\":\"x\"}}").refusal());
        }
    }

    @Test
    void a_template_is_processed() {
        TestCluster.Answer answer = cluster.post(TEMPLATES + "processedtemplates", """
                {"kind":"Template","apiVersion":"template.openshift.io/v1","metadata":{"name":"t"},
                 "message":"go to ${NAME}","labels":{"app":"${NAME}"},
                 "parameters":[{"name":"NAME","value":"web","required":true},{"name":"COUNT","value":"3"},
                               {"name":"KEY","generate":"expression","from":"k[0-9]{4}"},{"name":"EMPTY"}],
                 "objects":[{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"${NAME}-cfg","namespace":"elsewhere"},
                   "data":{"${NAME}":"a ${NAME} ${UNKNOWN} ${EMPTY}.","key":"${KEY}"},
                   "n":"${{COUNT}}","t":"${{NAME}}","no":"x${{COUNT}}"},
                  {"kind":"Pod","metadata":{"namespace":"${NAME}","labels":{"own":"1"}}}]}""");
        assertEquals(201, answer.code());
        JsonNode parameters = answer.body().path("parameters");
        String key = parameters.path(2).path("value").asText();
        assertTrue(key.matches("k\\d{4}"), key);
        assertEquals("go to web", answer.text("message"));
        assertEquals(
                "[{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"web-cfg\",\"labels\":{\"app\":\"web\"}},"
                        + "\"data\":{\"web\":\"a web ${UNKNOWN} .\",\"key\":\"" + key + "\"},"
                        + "\"n\":3,\"t\":\"web\",\"no\":\"x${{COUNT}}\"},"
                        + "{\"kind\":\"Pod\",\"metadata\":{\"namespace\":\"web\",\"labels\":{\"own\":\"1\",\"app\":\"web\"}}}]",
                answer.body().path("objects").toString());
        assertEquals(404, cluster.get(TEMPLATES + "templates/t").code());
    }

    @Test
    void parameters_that_cannot_be_filled_are_refused() {
        assertEquals(
                "422 Invalid: Template.template.openshift.io \"t\" is invalid: [template.parameters[0]: Required value:"
                        + " template.parameters[0]: parameter A is required and must be specified, template.parameters[1]:"
                        + " Invalid value: \"magic\": Unknown generator name 'magic' for parameter B]",
                cluster.post(TEMPLATES + "processedtemplates", """
                        {"metadata":{"name":"t"},"parameters":[{"name":"A","required":true},{"name":"B","generate":"magic"}]}""").refusal());
        assertEquals(
                "422 Invalid: Template.template.openshift.io \"t\" is invalid: parameters[0].name: Invalid value: \"a-b\":"
                        + " does not match ^[a-zA-Z0-9_]+$",
                cluster.post(
                                TEMPLATES + "templates",
                                "{\"metadata\":{\"name\":\"t\"},\"parameters\":[{\"name\":\"a-b\"}]}")
                        .refusal());
    }

    @Test
    void templates_have_their_columns() {
        cluster.post(TEMPLATES + "templates", """
                {"metadata":{"name":"two","annotations":{"description":"First line\\nsecond"}},
                 "parameters":[{"name":"A"},{"name":"B","value":"b"}],"objects":[{"kind":"Pod"}]}""");
        assertEquals("[\"two\",\"First line...\",\"2 (1 blank)\",1]", cells(TEMPLATES + "templates/two"));
    }

    @Test
    void routes_have_their_columns_and_defaults() {
        TestCluster.Answer route = cluster.post(ROUTES, """
                {"metadata":{"name":"r"},"spec":{"host":"a.example.com","path":"/x","to":{"name":"one","weight":1},
                 "alternateBackends":[{"name":"two","weight":3}],"port":{"targetPort":8080},
                 "tls":{"termination":"edge","insecureEdgeTerminationPolicy":"Redirect"}}}""");
        assertEquals("Service", route.text("spec", "to", "kind"));
        assertEquals(
                "[\"r\",\"a.example.com\",\"/x\",\"one(25%),two(75%)\",\"8080\",\"edge/Redirect\",\"None\"]",
                cells(ROUTES + "/r"));
        assertEquals(
                "422 Invalid: Route.route.openshift.io \"bad\" is invalid: [spec.path: Invalid"
                        + " value: \"x\": path must begin with /, spec.to.name: Required value]",
                cluster.post(ROUTES, "{\"metadata\":{\"name\":\"bad\"},\"spec\":{\"path\":\"x\"}}")
                        .refusal());
    }

    @Test
    void a_role_says_what_it_allows() {
        assertEquals(201, cluster.post(ROLES, """
                {"metadata":{"name":"r:x"},"rules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}]}""").code());
        assertEquals(
                "422 Invalid: Role.rbac.authorization.k8s.io \"bad\" is invalid: rules[0].verbs: Required value: verbs must"
                        + " contain at least one value",
                cluster.post(
                                ROLES,
                                "{\"metadata\":{\"name\":\"bad\"},\"rules\":[{\"apiGroups\":[\"\"],\"resources\":[\"pods\"]}]}")
                        .refusal());
    }

    private String cells(String path) {
        return cluster.get(path, "Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .body()
                .at("/rows/0/cells")
                .toString();
    }
}
