package dev.s2ioc.newapp;

import java.util.Optional;

/** How a build makes an image of its input. */
public enum Strategy {
    DOCKER("Docker", "dockerStrategy", "Docker"),
    SOURCE("Source", "sourceStrategy", "source");

    private final String type;
    private final String field;
    private final String word;

    Strategy(String type, String field, String word) {
        this.type = type;
        this.field = field;
        this.word = word;
    }

    /** The strategy that a user's word names; empty for no word. */
    public static Optional<Strategy> named(String word) {
        return switch (word) {
            case "" -> Optional.empty();
            case "docker" -> Optional.of(DOCKER);
            case "source" -> Optional.of(SOURCE);
            case "pipeline" ->
                throw new NewAppException(
                        "the pipeline strategy is deprecated and not supported: use docker or source");
            default -> throw new NewAppException("invalid strategy: " + word + ". Must be 'docker' or 'source'.");
        };
    }

    /** As in {@code spec.strategy.type}. */
    String type() {
        return type;
    }

    /** The field under {@code spec.strategy} that holds its settings. */
    String field() {
        return field;
    }

    /** As in "A source build". */
    String word() {
        return word;
    }
}
