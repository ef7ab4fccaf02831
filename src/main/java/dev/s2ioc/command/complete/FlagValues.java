package dev.s2ioc.command.complete;

import dev.s2ioc.client.KnownTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** What may be a flag's value. */
final class FlagValues {
    private static final Set<String> FILES = Set.of(
            "--filename",
            "--kubeconfig",
            "--certificate-authority",
            "--client-certificate",
            "--client-key",
            "--from-file",
            "--from-dir",
            "--from-archive",
            "--from-repo",
            "--from-env-file",
            "--kustomize",
            "--patch-file",
            "--registry-config");

    private static final List<String> FORMATS = List.of("json", "yaml", "name");
    private static final List<String> FORMATS_OF_GET = List.of(
            "wide",
            "custom-columns=",
            "custom-columns-file=",
            "jsonpath=",
            "jsonpath-file=",
            "jsonpath-as-json=",
            "go-template=",
            "go-template-file=");

    private final Known known;

    FlagValues(Known known) {
        this.known = known;
    }

    Candidates of(TypedLine line) {
        OptionSpec flag = line.flag().orElseThrow();
        if (flag.completionCandidates() != null) {
            List<String> values = new ArrayList<>();
            flag.completionCandidates().forEach(values::add);
            return Candidates.of(values);
        }
        String name = flag.longestName();
        return switch (name) {
            case "--namespace", "--to-namespace" -> known.projects();
            case "--context" -> known.contexts();
            case "--cluster" -> known.clusters();
            case "--user" -> FlagNames.isGlobal(flag) ? known.users() : Candidates.NONE;
            case "--output" -> formats(line);
            case "--container" -> known.containers(line.arguments());
            case "--from-build" -> known.names(KnownTypes.BUILD);
            case "--image-stream" -> known.names(KnownTypes.IMAGE_STREAM);
            case "--to", "--builder" -> known.names(KnownTypes.IMAGE_STREAM_TAG);
            case "--serviceaccount" -> known.names(KnownTypes.SERVICE_ACCOUNT);
            case "--dry-run" -> Candidates.of(List.of("none", "client", "server"));
            case "--cascade" -> Candidates.of(List.of("background", "foreground", "orphan"));
            case "--validate" -> Candidates.of(List.of("strict", "warn", "ignore"));
            case "--compression" -> Candidates.of(List.of("auto", "none", "1", "6", "9"));
            default -> FILES.contains(name) ? Candidates.FILES : Candidates.NONE;
        };
    }

    private static Candidates formats(TypedLine line) {
        List<String> formats = new ArrayList<>(FORMATS);
        if (line.name().equals("get")) {
            formats.addAll(FORMATS_OF_GET);
        }
        return Candidates.of(formats);
    }
}
