package dev.s2ioc.command.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.RegistryStub;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code registry login} and {@code registry info}. */
class RegistryCommandsTest {
    private static final String STREAMS = "/apis/image.openshift.io/v1/namespaces/";
    private static final String NONE = "{\"kind\":\"ImageStreamList\",\"items\":[]}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    private void streamsAt(String host) {
        api.on("GET " + STREAMS + "demo/imagestreams", NONE)
                .on(
                        "GET " + STREAMS + "openshift/imagestreams",
                        "{\"kind\":\"ImageStreamList\",\"items\":[{\"metadata\":{\"name\":\"a\"},\"status\":{"
                                + "\"dockerImageRepository\":\"registry.svc:5000/openshift/a\","
                                + "\"publicDockerImageRepository\":\"" + host + "/openshift/a\"}}]}");
    }

    private Ran registry(String... words) {
        String[] all = Stream.concat(Stream.of("--token=t0k", "registry"), Stream.of(words))
                .toArray(String[]::new);
        return Run.in(home, Map.of("XDG_RUNTIME_DIR", home.resolve("run").toString()))
                .s2ioc(api.arguments(all));
    }

    private static String auths(String host, String auth) {
        return "{\n  \"auths\" : {\n    \"" + host + "\" : {\n      \"auth\" : \"" + auth + "\"\n    }\n  }\n}\n";
    }

    @Test
    void the_sessions_token_is_saved_for_container_tools() throws IOException {
        try (RegistryStub stub = RegistryStub.start(RegistryStub.Door.BEARER, "user:t0k")) {
            streamsAt(stub.host());
            Path file = home.resolve("run/containers/auth.json");
            assertEquals(
                    new Ran(
                            0,
                            "Saved credentials for " + stub.host() + " into " + file + "\n",
                            "info: Using registry public hostname " + stub.host() + "\n"),
                    registry("login"));
            assertEquals(auths(stub.host(), "dXNlcjp0MGs="), Files.readString(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals("GET /v2/ Bearer", stub.requests().getLast());
        }
    }

    @Test
    void a_login_that_the_registry_does_not_take_is_not_saved() {
        for (RegistryStub.Door door : List.of(RegistryStub.Door.BASIC, RegistryStub.Door.BEARER)) {
            try (RegistryStub stub = RegistryStub.start(door, "joe:secret")) {
                Ran ran = registry("login", "--registry=" + stub.host(), "--auth-basic=joe:wrong", "--to=a.json");
                assertEquals(
                        new Ran(
                                1,
                                "",
                                "error: unable to check your credentials - pass --skip-check to bypass this error:"
                                        + " unauthorized: authentication required\n"),
                        ran);
                assertEquals(false, Files.exists(home.resolve("a.json")));
                assertEquals(
                        0,
                        registry("login", "--registry=" + stub.host(), "--auth-basic=joe:secret", "--to=b.json")
                                .code());
            }
        }
    }

    @Test
    void other_content_of_the_file_stays() throws IOException {
        Files.writeString(home.resolve("a.json"), "{\"credsStore\":\"x\",\"auths\":{\"h\":{\"auth\":\"YTpi\"}}}");
        assertEquals(
                new Ran(0, "Saved credentials for r.example.com into a.json\n", ""),
                registry("login", "--registry=r.example.com", "--skip-check", "--auth-basic=u:p", "--to=a.json"));
        assertEquals(
                "{\"credsStore\":\"x\",\"auths\":{\"h\":{\"auth\":\"YTpi\"},\"r.example.com\":{\"auth\":\"dTpw\"}}}",
                Files.readString(home.resolve("a.json")).replaceAll("\\s", ""));
        assertEquals(
                new Ran(0, auths("r.example.com", "dTpw"), ""),
                registry("login", "--registry=r.example.com", "--skip-check", "--auth-basic=u:p", "--to=-"));
        Files.writeString(home.resolve("a.json"), "nonsense");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: " + home.resolve("a.json") + " is not a file of registry logins: it is not JSON\n"),
                registry("login", "--registry=r.example.com", "--skip-check", "--auth-basic=u:p", "--to=a.json"));
    }

    @Test
    void a_service_account_gets_a_token_of_its_own() throws IOException {
        api.on(
                "POST /api/v1/namespaces/demo/serviceaccounts/robot/token",
                "{\"kind\":\"TokenRequest\",\"status\":{\"token\":\"sat\"}}");
        assertEquals(
                0,
                registry("login", "-z", "robot", "--registry=r.example.com", "--skip-check", "-a", "a.json")
                        .code());
        // serviceaccount:sat
        assertEquals(auths("r.example.com", "c2VydmljZWFjY291bnQ6c2F0"), Files.readString(home.resolve("a.json")));
    }

    @Test
    void what_keeps_from_logging_in_is_told() {
        api.on("GET " + STREAMS + "demo/imagestreams", NONE).on("GET " + STREAMS + "openshift/imagestreams", NONE);
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: The public hostname of the integrated registry could not be determined. Please specify"
                                + " one with --registry.\n"),
                registry("login"));
        assertEquals(
                new Ran(1, "", "error: --auth-basic must be in the form user:password\n"),
                registry("login", "--registry=h", "--auth-basic=u"));
        assertEquals(
                new Ran(1, "", "error: --auth-basic and --service-account may not be specified together\n"),
                registry("login", "--registry=h", "--auth-basic=u:p", "-z", "robot"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: no image streams could be located to retrieve registry info, please specify a namespace"
                                + " with image streams\n"),
                registry("info"));
    }

    @Test
    void the_address_is_found() {
        try (RegistryStub stub = RegistryStub.start(RegistryStub.Door.BASIC, "x:y")) {
            streamsAt(stub.host());
            assertEquals(new Ran(0, stub.host() + "\n", ""), registry("info"));
            assertEquals(new Ran(0, "registry.svc:5000\n", ""), registry("info", "--internal"));
            assertEquals(new Ran(0, stub.host() + "\n", ""), registry("info", "--check"));
            assertEquals(new Ran(0, "", ""), registry("info", "-q"));
        }
        Ran gone = registry("info", "--check");
        assertEquals(1, gone.code());
        assertEquals(true, gone.err().endsWith("connection refused\n"), gone.err());
    }
}
