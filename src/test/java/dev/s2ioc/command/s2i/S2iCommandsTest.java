package dev.s2ioc.command.s2i;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The s2i commands: a skeleton that passes its own check, findings for what would fail, and the generated Dockerfile. */
class S2iCommandsTest {
    private static final String I = "/apis/image.openshift.io/v1/namespaces/demo";
    private static final String REFERENCE = "registry.svc:5000/demo/b@sha256:01";

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private void builder(String config) {
        api.on("GET " + I + "/imagestreams/b", """
                {"metadata":{"name":"b"},"spec":{},"status":{"tags":[{"tag":"latest","items":[{"image":"sha256:01"}]}]}}""");
        api.on(
                "GET " + I + "/imagestreamtags/b:latest",
                "{\"image\":{\"dockerImageReference\":\"" + REFERENCE
                        + "\",\"metadata\":{\"name\":\"sha256:01\"},\"dockerImageMetadata\":{\"Config\":" + config
                        + "}}}");
    }

    private static final String GOOD = """
            {"User":"1001","ExposedPorts":{"8080/tcp":{}},"Labels":{"io.openshift.s2i.scripts-url":"image:///opt/s2i",
            "io.k8s.display-name":"Bee","io.k8s.description":"Builds bees","io.openshift.tags":"builder,bee",
            "io.openshift.expose-services":"8080:http"}}""";

    private Ran local(String... words) {
        return Run.in(dir).s2ioc(words);
    }

    private void write(String file, String text) throws IOException {
        Path path = dir.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void a_skeleton_is_written_once_and_is_without_findings() throws IOException {
        assertEquals(new Ran(0, """
                        Dockerfile
                        Makefile
                        README.md
                        s2i/bin/assemble
                        s2i/bin/run
                        s2i/bin/save-artifacts
                        s2i/bin/usage
                        test/run
                        test/test-app/index.html
                        """, ""), local("s2i", "create", "bee", "new"));
        assertEquals(
                "rwxr-xr-x",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("new/s2i/bin/run"))));
        assertEquals(
                true, Files.readString(dir.resolve("new/Dockerfile")).contains("FROM registry.access.redhat.com/"));
        assertEquals(new Ran(0, "", "0 errors, 0 warnings\n"), local("s2i", "lint", "new"));
        write("new/README.md", "mine");
        Files.delete(dir.resolve("new/Dockerfile"));
        assertEquals(new Ran(0, "Dockerfile\n", """
                        File already exists: Makefile, skipping
                        File already exists: README.md, skipping
                        File already exists: s2i/bin/assemble, skipping
                        File already exists: s2i/bin/run, skipping
                        File already exists: s2i/bin/save-artifacts, skipping
                        File already exists: s2i/bin/usage, skipping
                        File already exists: test/run, skipping
                        File already exists: test/test-app/index.html, skipping
                        """), local("s2i", "create", "bee", "new", "--base=scratch"));
        assertEquals("mine", Files.readString(dir.resolve("new/README.md")));
        assertEquals(true, Files.readString(dir.resolve("new/Dockerfile")).contains("\nFROM scratch\n"));
        assertEquals(1, local("s2i", "create", "NO GOOD", "new").code());
    }

    @Test
    void what_would_fail_in_a_builder_is_found_before_it_is_built() throws IOException {
        write("b/Dockerfile", """
                FROM x AS tools
                USER root
                FROM x
                LABEL io.k8s.display-name="Bee \\"B\\"" io.openshift.tags='builder, bee' \\
                      io.openshift.expose-services=8080:http
                COPY bin/ /usr/libexec/s2i
                EXPOSE 9090/tcp
                USER root
                """);
        write("b/bin/assemble", "#!/bin/sh\r\necho hello\r\n");
        write("b/bin/usage", "echo\n");
        assertEquals(new Ran(1, """
                        Dockerfile: warning: no label io.openshift.s2i.scripts-url: new-build does not recognise it as a \
                        builder; set it to image:///usr/libexec/s2i, unless the base image has it
                        Dockerfile: warning: no label io.k8s.description: nobody is told what it builds
                        Dockerfile: error: assemble and the application would run as root, which clusters refuse; end \
                        with USER 1001
                        Dockerfile: warning: io.openshift.expose-services promises port 8080, which is not exposed; add \
                        EXPOSE 8080
                        Dockerfile: warning: port 9090 is exposed, but io.openshift.expose-services does not name it
                        bin/assemble: error: not executable; chmod 755 bin/assemble
                        bin/assemble: error: Windows line endings: its interpreter would be looked for with a carriage \
                        return in its name; use line feeds only
                        bin/run: error: missing, but every build runs it
                        bin/usage: error: not executable; chmod 755 bin/usage
                        bin/usage: warning: no #! in its first line, so nobody knows what runs it; begin with #!/bin/sh
                        """, "5 errors, 5 warnings\n"), local("s2i", "lint", "b"));
        assertEquals(
                new Ran(
                        1,
                        "scripts-url label user ports ports executable line-endings script executable shebang",
                        "5 errors, 5 warnings\n"),
                local("s2i", "lint", "b", "-o", "jsonpath={.findings[*].rule}"));
        Files.createDirectory(dir.resolve("void"));
        assertEquals(
                new Ran(
                        1,
                        "Dockerfile: error: missing; 's2ioc s2i create NAME DIR' writes one\n",
                        "1 error, 0 warnings\n"),
                local("s2i", "lint", "void"));
    }

    @Test
    void of_a_source_its_own_scripts_and_what_the_build_will_not_see() throws IOException {
        write("app/.s2iignore", "*.log\n");
        write("app/.s2i/environment", "# comment\nA=1\nB 2\n");
        write("app/.s2i/bin/assemble", "#!/bin/sh\n");
        write("app/big.log", "");
        write("app/main.c", "");
        assertEquals(new Ran(1, """
                        .s2i/bin/assemble: error: not executable; chmod 755 .s2i/bin/assemble
                        .s2i/environment:3: error: not NAME=VALUE: the build drops this line without a word
                        not built: big.log  (.s2iignore:1: *.log)
                        """, "2 errors, 0 warnings\n"), local("s2i", "lint", "app"));
    }

    @Test
    void an_image_is_checked_by_its_labels() {
        builder("{\"Labels\":{\"io.openshift.s2i.scripts-url\":\"http://x/\"}}");
        Ran ran = api.s2ioc(dir, "s2i", "lint", "b");
        assertEquals("""
                b: warning: the scripts are taken from http://x/, not from the image (image:///DIRECTORY)
                b: warning: no label io.k8s.display-name: nobody is told what it builds
                b: warning: no label io.k8s.description: nobody is told what it builds
                b: warning: the label io.openshift.tags does not have "builder": catalogues do not show it
                b: error: assemble and the application would run as root, which clusters refuse; end with USER 1001
                """, ran.out());
        assertEquals(1, ran.code());
    }

    @Test
    void a_good_image_has_no_findings() {
        builder(GOOD);
        assertEquals(
                new Ran(
                        0,
                        "",
                        "The scripts inside the image are not looked at: that would take running it. Lint its directory"
                                + " for them.\n0 errors, 0 warnings\n"),
                api.s2ioc(dir, "s2i", "lint", "b", "--strict"));
    }

    @Test
    void the_generated_dockerfile() throws IOException {
        builder(GOOD);
        assertEquals(new Ran(0, """
                        FROM registry.svc:5000/demo/b@sha256:01
                        LABEL "io.openshift.s2i.build.image"="registry.svc:5000/demo/b@sha256:01"
                        USER root
                        COPY upload/src /tmp/src
                        RUN chown -R 1001:0 /tmp/src
                        USER 1001
                        RUN /opt/s2i/assemble
                        CMD /opt/s2i/run
                        """, ""), api.s2ioc(dir, "s2i", "generate", "b"));
        write("app/.s2i/bin/run", "#!/bin/sh\n");
        write("app/.s2i/environment", "A=1\n");
        assertEquals(
                new Ran(0, "", "Written: D. It expects the source in upload/src beside it.\n"),
                api.s2ioc(dir, "s2i", "generate", "b", "D", "--source=app", "-e", "B=2", "--assemble-user=7"));
        assertEquals("""
                FROM registry.svc:5000/demo/b@sha256:01
                LABEL "io.openshift.s2i.build.image"="registry.svc:5000/demo/b@sha256:01"
                ENV A="1" \\
                    B="2"
                USER root
                COPY upload/scripts /tmp/scripts
                COPY upload/src /tmp/src
                RUN chown -R 7:0 /tmp/scripts /tmp/src
                USER 7
                RUN /opt/s2i/assemble
                CMD /tmp/scripts/run
                """, Files.readString(dir.resolve("D")));
        Ran elsewhere = api.s2ioc(dir, "s2i", "generate", "b", "--scripts-url=https://x/bin");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: scripts can only be taken from the builder image (image:///path) or from the source's"
                                + " .s2i/bin, not from https://x/bin\n"),
                elsewhere);
    }

    @Test
    void how_a_builder_is_used() {
        builder(GOOD);
        assertEquals(new Ran(0, """
                        Builder:           Bee
                        Description:       Builds bees
                        Tags:              builder,bee
                        Image:             registry.svc:5000/demo/b@sha256:01
                        Scripts:           image:///opt/s2i
                        Source goes to:    /tmp/src
                        Assembled by:      user 1001
                        Ports:             8080/tcp
                        io.openshift.expose-services: 8080:http

                        To build with it:  s2ioc build DIR --builder b
                        Its own words:     podman run --rm registry.svc:5000/demo/b@sha256:01 /opt/s2i/usage
                        """, ""), api.s2ioc(dir, "s2i", "usage", "b"));
    }
}
