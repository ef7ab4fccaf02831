package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.kubeconfig.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The logins for registries that files hold, or the programs that these files name. */
public final class Logins {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Path> files;
    private final Optional<Login> given;

    private Logins(List<Path> files, Optional<Login> given) {
        this.files = files;
        this.given = given;
    }

    /** Those of the usual files; a file that is not there knows none. */
    public static Logins of(AuthFiles places) {
        return new Logins(places.toRead(), Optional.empty());
    }

    public static Logins none() {
        return new Logins(List.of(), Optional.empty());
    }

    /** The same one for every registry, for who talks to one registry only. */
    public static Logins always(Login login) {
        return new Logins(List.of(), Optional.of(login));
    }

    /** Those of one file, which must be there. */
    public static Logins of(Path file) throws IOException {
        read(file);
        return new Logins(List.of(file), Optional.empty());
    }

    /** The login for a repository: the longest part of {@code host/path} that a file knows counts. */
    Optional<Login> find(String host, String path) throws IOException, InterruptedException {
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                Optional<Login> login = find(file, host, path);
                if (login.isPresent()) {
                    return login;
                }
            }
        }
        return given;
    }

    private static Optional<Login> find(Path file, String host, String path) throws IOException, InterruptedException {
        ObjectNode config = read(file);
        String helper = config.path("credHelpers").path(host).asText("");
        if (!helper.isEmpty()) {
            return LoginProgram.named(helper).ask(address(host));
        }
        JsonNode auths = config.path("auths");
        String key = path.isEmpty() ? host : host + "/" + path;
        while (true) {
            for (Map.Entry<String, JsonNode> entry : auths.properties()) {
                if (bare(entry.getKey()).equals(key)) {
                    Optional<Login> login = login(entry.getValue(), host, file);
                    if (login.isPresent()) {
                        return login;
                    }
                }
            }
            int slash = key.lastIndexOf('/');
            if (slash < 0) {
                break;
            }
            key = key.substring(0, slash);
        }
        String store = config.path("credsStore").asText("");
        return store.isEmpty() ? Optional.empty() : LoginProgram.named(store).ask(address(host));
    }

    /** Docker Hub goes by an address of its own. */
    private static String address(String host) {
        return host.equals("docker.io") ? "https://index.docker.io/v1/" : host;
    }

    private static String bare(String key) {
        String bare =
                key.replaceFirst("^https?://", "").replaceFirst("/v[12]/?$", "").replaceFirst("/$", "");
        return bare.equals("index.docker.io") || bare.equals("registry-1.docker.io") ? "docker.io" : bare;
    }

    private static Optional<Login> login(JsonNode entry, String host, Path file) throws IOException {
        String auth = entry.path("auth").asText("");
        if (!auth.isEmpty()) {
            String text;
            try {
                text = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new RegistryException("the login for " + host + " in " + file + " is not base64", e);
            }
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new IOException("the login for " + host + " in " + file + " is not of the form user:password");
            }
            return Optional.of(new Login(text.substring(0, colon), text.substring(colon + 1)));
        }
        if (entry.hasNonNull("username")) {
            return Optional.of(new Login(
                    entry.path("username").asText(), entry.path("password").asText("")));
        }
        if (entry.hasNonNull("identitytoken")) {
            throw new IOException("the login for " + host + " in " + file
                    + " is an identity token, which cannot be used; log in with a user name and a password");
        }
        return Optional.empty();
    }

    /** A file with one login, as text. */
    public static String alone(String registry, Login login) throws IOException {
        return added(JsonNodeFactory.instance.objectNode(), registry, login);
    }

    /** Adds a login to a file, which only its owner can read. */
    public static void save(Path file, String registry, Login login) throws IOException {
        ObjectNode config = Files.exists(file) ? read(file) : JsonNodeFactory.instance.objectNode();
        String text = added(config, registry, login);
        PrivateFile.createDirectories(file.toAbsolutePath().getParent());
        PrivateFile.replace(file, text);
    }

    private static String added(ObjectNode config, String registry, Login login) throws IOException {
        config.withObjectProperty("auths").putObject(registry).put("auth", login.encoded());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(config) + "\n";
    }

    private static ObjectNode read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            if (text.isBlank()) {
                return JsonNodeFactory.instance.objectNode();
            }
            if (MAPPER.readTree(text) instanceof ObjectNode config) {
                return config;
            }
        } catch (JsonProcessingException e) {
            throw new RegistryException(file + " is not a file of registry logins: it is not JSON", e);
        }
        throw new IOException(file + " is not a file of registry logins");
    }
}
