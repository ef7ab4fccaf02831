package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A program that keeps logins for docker: {@code docker-credential-NAME}. */
record LoginProgram(String program) {

    static LoginProgram named(String name) throws IOException {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IOException("\"" + name + "\" cannot be the name of a credential helper");
        }
        return new LoginProgram("docker-credential-" + name);
    }

    /** The login for a registry; empty when the program has none. */
    Optional<Login> ask(String registry) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(program, "get")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new RegistryException(
                    "the login for " + registry + " is kept by " + program + ", which cannot be run; is it installed?",
                    e);
        }
        process.getOutputStream().write(registry.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        byte[] answer = process.getInputStream().readAllBytes();
        // It exits with a failure when it knows no login, whatever else may be the reason.
        if (process.waitFor() != 0) {
            return Optional.empty();
        }
        JsonNode login = new ObjectMapper().readTree(answer);
        return Optional.of(new Login(
                login.path("Username").asText(""), login.path("Secret").asText("")));
    }
}
