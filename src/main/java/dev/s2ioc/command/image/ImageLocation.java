package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.newapp.ImageReference;
import java.util.Optional;

/** Where an image is, as users write it: in a registry, or ({@code file://NAME:TAG}) on disk. */
record ImageLocation(
        boolean onDisk, Optional<String> registry, String path, Optional<String> tag, Optional<String> digest) {
    private static final String DISK = "file://";

    static ImageLocation parse(String text) {
        if (text.startsWith("s3://")) {
            throw new CommandFailure("s3:// is not supported; copy to file:// and from there to S3");
        }
        boolean onDisk = text.startsWith(DISK);
        String reference = onDisk ? text.substring(DISK.length()).replaceFirst("^/", "") : text;
        ImageReference parsed = ImageReference.parse(reference)
                .orElseThrow(() -> new CommandFailure(
                        "\"" + reference + "\" is not a valid image reference: invalid reference format"));
        return new ImageLocation(onDisk, parsed.registry(), parsed.path(), parsed.tag(), parsed.digest());
    }

    boolean isImage() {
        return tag.isPresent() || digest.isPresent();
    }

    /** What names it within its repository. */
    String reference() {
        return digest.orElseGet(() -> tag.orElse("latest"));
    }

    String host() {
        return registry.orElse("docker.io");
    }

    boolean isInRegistryOf(ImageLocation other) {
        return onDisk == other.onDisk && (onDisk || host().equals(other.host()));
    }

    ImageLocation tagged(String name) {
        return new ImageLocation(onDisk, registry, path, Optional.of(name), Optional.empty());
    }

    ImageLocation repository() {
        return new ImageLocation(onDisk, registry, path, Optional.empty(), Optional.empty());
    }

    /** As it was written. */
    @Override
    public String toString() {
        return (onDisk ? DISK : "")
                + registry.map(host -> host + "/").orElse("")
                + path
                + tag.map(name -> ":" + name).orElse("")
                + digest.map(value -> "@" + value).orElse("");
    }
}
