package dev.s2ioc.command.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.imageregistry.Manifest;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.imageregistry.Repository;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out what mirroring has to copy: reads the manifests of the sources and looks what the targets have. */
final class MirrorPlanner {

    /**
     * Which images of a list are copied.
     *
     * @param keepList whether the list stays as it is
     * @param all whether they all are, whatever the platform
     */
    record Choice(Predicate<Image.Entry> wanted, boolean keepList, boolean all) {}

    /** A manifest with those that it names. */
    private record Family(Manifest head, List<Manifest> members) {}

    private final ImageStore sources;
    private final ImageStore targets;
    private final Choice choice;
    private final boolean force;
    private final boolean skipMissing;
    private final PrintStream talk;
    private final Map<ImageLocation, Optional<Family>> families = new HashMap<>();

    MirrorPlanner(
            ImageStore sources,
            ImageStore targets,
            Choice choice,
            boolean force,
            boolean skipMissing,
            PrintStream talk) {
        this.sources = sources;
        this.targets = targets;
        this.choice = choice;
        this.force = force;
        this.skipMissing = skipMissing;
        this.talk = talk;
    }

    MirrorPlan plan(List<ImageMapping> mappings) throws IOException, InterruptedException {
        MirrorPlan plan = new MirrorPlan();
        for (ImageMapping mapping : mappings) {
            try {
                Optional<Family> family = family(mapping.source());
                if (family.isPresent()) {
                    add(family.get(), mapping, plan);
                }
            } catch (RegistryException e) {
                plan.error("unable to plan for " + mapping.target() + ": " + e.getMessage()
                        + ImageStore.login(mapping.target(), e));
            } catch (SourceException e) {
                plan.error(e.getMessage());
            }
        }
        return plan;
    }

    /** A source cannot be read; the others may be. */
    private static final class SourceException extends IOException {
        SourceException(ImageLocation source, IOException cause) {
            super(
                    "unable to retrieve source image " + source + ": " + cause.getMessage()
                            + (cause instanceof RegistryException e ? ImageStore.login(source, e) : ""),
                    cause);
        }
    }

    private Optional<Family> family(ImageLocation source) throws IOException, InterruptedException {
        Optional<Family> known = families.get(source);
        if (known == null) {
            known = read(source);
            families.put(source, known);
        }
        return known;
    }

    private Optional<Family> read(ImageLocation source) throws SourceException, InterruptedException {
        try {
            Image.Named named = Image.Named.of(sources.repository(source), source.reference(), sources.verify());
            Optional<Family> family = named.manifest().isList() ? chosen(named) : alone(named.manifest());
            if (family.isEmpty()) {
                talk.println("info: Filtered all images from " + source + ", skipping");
            }
            return family;
        } catch (RegistryException e) {
            if (e.isNotFound() && skipMissing) {
                talk.println("warning: Image " + source + " does not exist and will not be mirrored");
                return Optional.empty();
            }
            throw new SourceException(source, e);
        } catch (IOException e) {
            throw new SourceException(source, e);
        }
    }

    private static Optional<Family> alone(Manifest manifest) {
        return Optional.of(new Family(manifest, List.of()));
    }

    private Optional<Family> chosen(Image.Named named) throws IOException, InterruptedException {
        List<String> wanted = choice.all()
                ? named.members()
                : named.entries().stream()
                        .filter(choice.wanted())
                        .map(Image.Entry::digest)
                        .toList();
        List<Manifest> members = new ArrayList<>();
        for (String digest : wanted) {
            members.add(named.repository().manifest(digest, sources.verify()));
        }
        if (choice.keepList()) {
            return Optional.of(new Family(named.manifest(), members));
        }
        return switch (members.size()) {
            case 0 -> Optional.empty();
            case 1 -> alone(members.getFirst());
            default -> Optional.of(new Family(filtered(named.manifest(), wanted), members));
        };
    }

    /** A list of some of the images of a list; the list itself if that is all of them. */
    private static Manifest filtered(Manifest list, List<String> wanted) throws IOException {
        if (wanted.size() == list.json().path("manifests").size()) {
            return list;
        }
        ObjectNode json = list.json().deepCopy();
        ArrayNode entries = json.putArray("manifests");
        for (JsonNode entry : list.json().path("manifests")) {
            if (wanted.contains(entry.path("digest").asText())) {
                entries.add(entry);
            }
        }
        return Manifest.of(list.mediaType(), Json.bytes(json));
    }

    private void add(Family family, ImageMapping mapping, MirrorPlan plan) throws IOException, InterruptedException {
        ImageLocation place = mapping.target().repository();
        ImageLocation from = mapping.source().repository();
        MirrorTarget target = plan.target(place, targets);
        if (mustCopy(family.head(), from, place, target.repository())) {
            Repository repository = sources.repository(from);
            MirrorTarget.Source source = new MirrorTarget.Source(from, repository, from.isInRegistryOf(place));
            target.add(family.head(), source);
            family.members().forEach(member -> target.add(member, source));
        }
        family.members().forEach(member -> target.add(member, Optional.empty()));
        target.add(family.head(), mapping.target().tag());
    }

    private boolean mustCopy(Manifest head, ImageLocation from, ImageLocation to, Repository target)
            throws IOException, InterruptedException {
        boolean inPlace =
                from.equals(to) && !(from.onDisk() && !sources.directory().equals(targets.directory()));
        return force || !inPlace && (to.onDisk() || !target.hasManifest(head.digest()));
    }
}
