package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code api-resources}: the columns and choices of kubectl. */
class ApiResourcesCommandTest {
    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void types() {
        api.on("GET /api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
        api.on(
                "GET /api/v1",
                "{\"resources\":["
                        + "{\"name\":\"pods\",\"singularName\":\"pod\",\"namespaced\":true,\"kind\":\"Pod\",\"verbs\":[\"get\",\"list\"],"
                        + "\"shortNames\":[\"po\"],\"categories\":[\"all\"]},"
                        + "{\"name\":\"namespaces\",\"namespaced\":false,\"kind\":\"Namespace\",\"verbs\":[\"get\"]}]}");
        api.on(
                "GET /apis",
                "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"build.openshift.io\","
                        + "\"versions\":[{\"version\":\"v1\"},{\"version\":\"v0\"}],\"preferredVersion\":{\"version\":\"v1\"}}]}");
        String builds =
                "{\"resources\":[{\"name\":\"builds\",\"namespaced\":true,\"kind\":\"Build\",\"verbs\":[\"get\"]},"
                        + "{\"name\":\"builds/log\",\"namespaced\":true,\"kind\":\"BuildLog\",\"verbs\":[\"get\"]}]}";
        api.on("GET /apis/build.openshift.io/v1", builds).on("GET /apis/build.openshift.io/v0", builds);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void all_types() {
        assertEquals(new Ran(0, """
                        NAME         SHORTNAMES   APIVERSION              NAMESPACED   KIND
                        namespaces                v1                      false        Namespace
                        pods         po           v1                      true         Pod
                        builds                    build.openshift.io/v1   true         Build
                        """, ""), api.s2ioc(home, "api-resources"));
    }

    @Test
    void an_earlier_list_is_taken_if_that_is_wanted() throws IOException {
        Ran first = api.s2ioc(home, "api-resources", "--cached");
        int asked = api.requests().size();
        assertEquals(first, api.s2ioc(home, "api-resources"));
        assertEquals(2 * asked, api.requests().size());
        assertEquals(first, api.s2ioc(home, "api-resources", "--cached"));
        assertEquals(2 * asked, api.requests().size());
        Path kept;
        try (Stream<Path> files = Files.list(home.resolve(".cache/s2ioc/discovery"))) {
            kept = files.findFirst().orElseThrow();
        }
        Files.setLastModifiedTime(kept, FileTime.from(Instant.now().minus(Duration.ofHours(7))));
        assertEquals(first, api.s2ioc(home, "api-resources", "--cached"));
        assertEquals(3 * asked, api.requests().size());
        Files.writeString(kept, "damaged");
        assertEquals(first, api.s2ioc(home, "api-resources", "--cached"));
        assertEquals(4 * asked, api.requests().size());
    }

    @Test
    void wide_without_headers_by_kind() {
        assertEquals(
                new Ran(
                        0,
                        "builds             build.openshift.io/v1   true    Build       get        \n"
                                + "namespaces         v1                      false   Namespace   get        \n"
                                + "pods         po    v1                      true    Pod         get,list   all\n",
                        ""),
                api.s2ioc(home, "api-resources", "-o", "wide", "--no-headers", "--sort-by=kind"));
    }

    @Test
    void all_there_is_to_know() {
        assertEquals(new Ran(0, """
                        {
                            "kind": "APIResourceList",
                            "apiVersion": "v1",
                            "groupVersion": "",
                            "resources": [
                                {
                                    "name": "pods",
                                    "singularName": "pod",
                                    "namespaced": true,
                                    "version": "v1",
                                    "kind": "Pod",
                                    "verbs": [
                                        "get",
                                        "list"
                                    ],
                                    "shortNames": [
                                        "po"
                                    ],
                                    "categories": [
                                        "all"
                                    ]
                                }
                            ]
                        }
                        """, ""), api.s2ioc(home, "api-resources", "-o", "json", "--categories=all"));
        assertEquals(
                new Ran(0, """
                        apiVersion: v1
                        groupVersion: ""
                        kind: APIResourceList
                        resources:
                        - group: build.openshift.io
                          kind: Build
                          name: builds
                          namespaced: true
                          singularName: build
                          verbs:
                          - get
                          version: v1
                        """, ""), api.s2ioc(home, "api-resources", "-o", "yaml", "--api-group=build.openshift.io"));
    }

    @Test
    void some_types_by_name() {
        assertEquals("pods\n", names("--verbs=get,list"));
        assertEquals("pods\n", names("--categories=all"));
        assertEquals("namespaces\n", names("--namespaced=false"));
        assertEquals("pods\nbuilds.build.openshift.io\n", names("--namespaced"));
        assertEquals("builds.build.openshift.io\n", names("--api-group=build.openshift.io"));
        assertEquals("namespaces\npods\n", names("--api-group="));
    }

    private String names(String choice) {
        Ran ran = api.s2ioc(home, "api-resources", "-o", "name", choice);
        assertEquals(new Ran(0, ran.out(), ""), ran);
        return ran.out();
    }

    @Test
    void unknown_values() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to match a printer suitable for the output format \"x\", allowed formats are:"
                                + " json,name,wide,yaml\n"),
                api.s2ioc(home, "api-resources", "-o", "x"));
        assertEquals(
                new Ran(1, "", "error: --sort-by accepts only name or kind\n"),
                api.s2ioc(home, "api-resources", "--sort-by=x"));
    }
}
