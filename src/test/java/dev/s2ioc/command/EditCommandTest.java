package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code edit}: what the editor is shown, what is sent, what happens when the server does not take it. */
class EditCommandTest {
    private static final String SB = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/sb";
    private static final String PATCH = "PATCH " + SB + "?fieldManager=kubectl-edit&fieldValidation=Ignore";
    private static final String NAME = "buildconfig.build.openshift.io/sb ";
    private static final String STORED = """
            {"apiVersion":"build.openshift.io/v1","kind":"BuildConfig","metadata":{"name":"sb","namespace":"demo",
            "managedFields":[{"manager":"x"}]},"spec":{"runPolicy":"Serial"}}""";
    private static final String INSTRUCTIONS = """
            # Please edit the object below. Lines beginning with a '#' will be ignored,
            # and an empty file will abort the edit. If an error occurs while saving this file will be
            # reopened with the relevant failures.
            #
            """;
    private static final String YAML = """
            apiVersion: build.openshift.io/v1
            kind: BuildConfig
            metadata:
              name: sb
              namespace: demo
            spec:
              runPolicy: Serial
            """;

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void sends_what_has_changed() throws IOException {
        api.on("GET " + SB, STORED).on(PATCH, STORED);
        assertEquals(
                new Ran(0, "Patch: {\"spec\":{\"runPolicy\":\"Parallel\"}}\n" + NAME + "edited\n", ""),
                edit("/usr/bin/sed -i s/Serial/Parallel/", "edit", "bc/sb", "--output-patch"));
        assertEquals(List.of("GET " + SB, PATCH + " {\"spec\":{\"runPolicy\":\"Parallel\"}}"), api.requests());
    }

    @Test
    void shows_instructions_and_the_object() throws IOException {
        api.on("GET " + SB, STORED);
        assertEquals(new Ran(0, "", "Edit cancelled, no changes made.\n"), edit(keeping(), "edit", "bc", "sb"));
        assertEquals(INSTRUCTIONS + YAML, Files.readString(home.resolve("seen-1")));
        edit(keeping(), "edit", "bc/sb", "--windows-line-endings");
        assertEquals((INSTRUCTIONS + YAML).replace("\n", "\r\n"), Files.readString(home.resolve("seen-2")));
        assertEquals(List.of("GET " + SB, "GET " + SB), api.requests());
    }

    @Test
    void an_empty_file_ends_it() throws IOException {
        api.on("GET " + SB, STORED);
        assertEquals(
                new Ran(0, "", "Edit cancelled, saved file was empty.\n"), edit("/usr/bin/sed -i d", "edit", "bc/sb"));
    }

    @Test
    void what_the_server_refuses_is_shown_again() throws IOException {
        api.on("GET " + SB, STORED);
        api.on(PATCH, 422, """
                {"kind":"Status","reason":"Invalid","code":422,"message":"is invalid","details":{"name":"sb",
                "kind":"BuildConfig","causes":[{"field":"spec.runPolicy","message":"Unsupported value"}]}}""");
        Ran ran = edit(keeping() + " s/Serial/Odd/", "edit", "bc/sb");
        String stored = ran.err().replaceFirst("(?s).*stored to \"(.*?)\".*", "$1");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: buildconfigs.build.openshift.io \"sb\" was not valid:\n* spec.runPolicy: Unsupported"
                                + " value\nA copy of your changes has been stored to \"" + stored
                                + "\"\nerror: Edit cancelled, no valid changes were saved.\n"),
                ran);
        String again = INSTRUCTIONS + "# buildconfigs.build.openshift.io \"sb\" was not valid:\n"
                + "# * spec.runPolicy: Unsupported value\n#\n" + YAML.replace("Serial", "Odd");
        assertEquals(again, Files.readString(home.resolve("seen-2")));
        assertEquals(again, Files.readString(Path.of(stored)));
        Files.delete(Path.of(stored));
    }

    @Test
    void what_is_no_yaml_or_another_object_is_shown_again() throws IOException {
        api.on("GET " + SB, STORED);
        Ran ran = edit(keeping() + " s/^kind:.*/kind:/", "edit", "bc/sb");
        assertEquals(1, ran.code());
        assertEquals(
                "# The edited file had a syntax error: unable to decode \"the edited file\": Object 'Kind' is missing",
                Files.readAllLines(home.resolve("seen-2")).get(4));
        deleteCopy(ran);
        deleteCopy(edit(keeping() + " s/sb$/other/", "edit", "bc/sb"));
        assertEquals(
                "# BuildConfig \"other\" could not be saved: at least one of apiVersion, kind, namespace and name was"
                        + " changed",
                Files.readAllLines(home.resolve("seen-4")).get(4));
    }

    @Test
    void several_objects_are_a_list() throws IOException {
        api.on("GET " + SB, STORED).on(PATCH, STORED);
        String is = "/apis/image.openshift.io/v1/namespaces/demo/imagestreams/sb";
        api.on(
                "GET " + is,
                "{\"apiVersion\":\"image.openshift.io/v1\",\"kind\":\"ImageStream\",\"metadata\":{\"name\":\"sb\","
                        + "\"namespace\":\"demo\"}}");
        assertEquals(
                new Ran(0, NAME + "edited\nimagestream.image.openshift.io/sb skipped\n", ""),
                edit("/usr/bin/sed -i s/Serial/Parallel/", "edit", "bc/sb", "is/sb"));
    }

    @Test
    void no_editor_no_edit() {
        api.on("GET " + SB, STORED);
        Ran ran = Run.in(home, Map.of("EDITOR", "/nowhere/editor")).s2ioc(api.arguments("edit", "bc/sb"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to launch the editor \"/nowhere/editor\"\n"
                                + "Name another one by the variable EDITOR.\n"),
                ran);
        assertEquals(
                new Ran(1, "", "error: The flag 'output' must be one of yaml|json\n"),
                edit("/bin/true", "edit", "bc/sb", "-o", "name"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --template and --allow-missing-template-keys are not for edit, which edits YAML or JSON;"
                                + " s2ioc get prints by a template\n"),
                edit("/bin/true", "edit", "bc/sb", "--template={{.kind}}"));
    }

    /** An editor that keeps a copy of what it is shown, and applies a substitution if one is given. */
    private String keeping() throws IOException {
        Path script = home.resolve("editor");
        Files.writeString(script, """
                #!/bin/sh
                n=1
                while [ -e "$HOME/seen-$n" ]; do n=$((n+1)); done
                for file; do :; done
                /bin/cp "$file" "$HOME/seen-$n"
                [ $# -lt 2 ] || /usr/bin/sed -i "$1" "$file"
                """);
        script.toFile().setExecutable(true);
        return script.toString();
    }

    private static void deleteCopy(Ran ran) throws IOException {
        Files.delete(Path.of(ran.err().replaceFirst("(?s).*stored to \"(.*?)\".*", "$1")));
    }

    private Ran edit(String editor, String... words) {
        return Run.in(home, Map.of("EDITOR", editor)).s2ioc(api.arguments(words));
    }
}
