package dev.s2ioc.command.create;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code create user}, {@code identity}, {@code useridentitymapping} and {@code clusterresourcequota}. */
class CreateUsersTest {
    private static final String USERS = "/apis/user.openshift.io/v1/";
    private static final String MANAGER = "?fieldManager=kubectl-create&fieldValidation=Ignore";
    private static final String QUOTAS = "/apis/quota.openshift.io/v1/clusterresourcequotas";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void types() {
        api.on("GET /api", "{\"versions\":[]}");
        api.on(
                "GET /apis",
                "{\"groups\":[{\"name\":\"user.openshift.io\",\"versions\":[{\"version\":\"v1\"}]},"
                        + "{\"name\":\"quota.openshift.io\",\"versions\":[{\"version\":\"v1\"}]}]}");
        api.on(
                "GET /apis/user.openshift.io/v1",
                "{\"resources\":[{\"name\":\"users\",\"kind\":\"User\"},{\"name\":\"identities\",\"kind\":"
                        + "\"Identity\"},{\"name\":\"useridentitymappings\",\"kind\":\"UserIdentityMapping\"}]}");
        api.on(
                "GET /apis/quota.openshift.io/v1",
                "{\"resources\":[{\"name\":\"clusterresourcequotas\",\"kind\":\"ClusterResourceQuota\"}]}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private Ran create(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("create"), Stream.of(words)).toArray(String[]::new));
    }

    private void sent(String request) {
        assertEquals(request, api.requests().getLast());
    }

    @Test
    void a_user() {
        api.on("POST " + USERS + "users" + MANAGER, 201, "{\"metadata\":{\"name\":\"ajones\"}}");
        assertEquals(
                new Ran(0, "user.user.openshift.io/ajones created\n", ""),
                create("user", "ajones", "--full-name=Adam Jones"));
        sent("POST " + USERS + "users" + MANAGER
                + " {\"apiVersion\":\"user.openshift.io/v1\",\"kind\":\"User\",\"metadata\":"
                + "{\"name\":\"ajones\"},\"fullName\":\"Adam Jones\",\"groups\":null,\"identities\":null}");
        api.refuse("POST " + USERS + "users?dryRun=All&" + MANAGER.substring(1), 403, "Forbidden", "no");
        assertEquals(new Ran(1, "", "Error from server (Forbidden): no\n"), create("user", "x", "--dry-run=server"));
    }

    @Test
    void an_identity_and_whose_it_is() {
        api.on("POST " + USERS + "identities" + MANAGER, 201, "{\"metadata\":{\"name\":\"ldap:adam\"}}");
        assertEquals(new Ran(0, "identity.user.openshift.io/ldap:adam created\n", ""), create("identity", "ldap:adam"));
        sent("POST " + USERS + "identities" + MANAGER
                + " {\"apiVersion\":\"user.openshift.io/v1\",\"kind\":\"Identity\","
                + "\"metadata\":{\"name\":\"ldap:adam\"},\"providerName\":\"ldap\",\"providerUserName\":\"adam\","
                + "\"user\":{}}");
        api.on("POST " + USERS + "useridentitymappings" + MANAGER, 201, "{\"metadata\":{\"name\":\"ldap:adam\"}}");
        assertEquals(
                new Ran(0, "useridentitymapping.user.openshift.io/ldap:adam created\n", ""),
                create("useridentitymapping", "ldap:adam", "ajones"));
        sent("POST " + USERS + "useridentitymappings" + MANAGER + " {\"apiVersion\":\"user.openshift.io/v1\",\"kind\":"
                + "\"UserIdentityMapping\",\"metadata\":{\"name\":\"ldap:adam\"},\"identity\":{\"name\":"
                + "\"ldap:adam\"},\"user\":{\"name\":\"ajones\"}}");
        refused("identity name in the format <PROVIDER_NAME>:<PROVIDER_USER_NAME> is required", "identity", "adam");
        refused("identity is required", "useridentitymapping");
        refused("user name is required", "useridentitymapping", "ldap:adam");
    }

    @Test
    void a_quota_of_several_projects() {
        api.on("POST " + QUOTAS + MANAGER, 201, "{\"metadata\":{\"name\":\"bob\"}}");
        assertEquals(
                new Ran(0, "clusterresourcequota.quota.openshift.io/bob created\n", ""),
                create(
                        "clusterquota",
                        "bob",
                        "--project-annotation-selector=openshift.io/requester=bob",
                        "--hard=pods=10"));
        sent("POST " + QUOTAS + MANAGER
                + " {\"apiVersion\":\"quota.openshift.io/v1\",\"kind\":\"ClusterResourceQuota\","
                + "\"metadata\":{\"name\":\"bob\"},\"spec\":{\"selector\":{\"labels\":null,\"annotations\":"
                + "{\"openshift.io/requester\":\"bob\"}},\"quota\":{\"hard\":{\"pods\":\"10\"}}}}");
        refused("--hard takes NAME=VALUE, and \"pods\" is not of that form", "clusterquota", "x", "--hard=pods");
    }

    private void refused(String words, String... line) {
        assertEquals(
                new Ran(1, "", "error: " + words + "\n"),
                create(line),
                List.of(line).toString());
    }
}
