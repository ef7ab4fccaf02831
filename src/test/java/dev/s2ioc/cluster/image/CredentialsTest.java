package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void the_most_particular_login_comes_first() {
        Credentials credentials = config("{'auths':{'quay.io':{'auth':'QQ=='},'quay.io/team':{'auth':'Qg=='},"
                + "'quay.io/te':{'auth':'Qw=='},'other.io':{'auth':'RA=='}}}");
        assertEquals(List.of("Qg==", "QQ=="), credentials.forImage(RemoteName.parse("quay.io/team/app:v1")));
        assertEquals(List.of("QQ=="), credentials.forImage(RemoteName.parse("quay.io/teams/app")));
        assertEquals(List.of(), credentials.forImage(RemoteName.parse("quay.io:8443/team/app")));
    }

    @Test
    void dockers_own_registry_has_an_old_name() {
        Credentials credentials = config("{'auths':{'https://index.docker.io/v1/':{'username':'a','password':'b'}}}");
        assertEquals(List.of(base64("a:b")), credentials.forImage(RemoteName.parse("busybox")));
    }

    @Test
    void the_old_form_of_the_file_has_no_auths() {
        Credentials credentials = Credentials.of(List.of(ImageRoom.json(
                "{'data':{'.dockercfg':'" + base64("{\"http://127.0.0.1:5001/v2/\":{\"auth\":\"QQ==\"}}") + "'}}")));
        assertEquals(List.of("QQ=="), credentials.forImage(RemoteName.parse("127.0.0.1:5001/x/y")));
    }

    @Test
    void a_secret_that_cannot_be_read_opens_nothing() {
        ObjectNode broken = ImageRoom.json("{'data':{'.dockerconfigjson':'" + base64("{") + "'}}");
        assertEquals(List.of(), Credentials.of(List.of(broken)).forImage(RemoteName.parse("quay.io/x/y")));
    }

    private static Credentials config(String file) {
        return Credentials.of(
                List.of(ImageRoom.json("{'data':{'.dockerconfigjson':'" + base64(file.replace('\'', '"')) + "'}}")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
