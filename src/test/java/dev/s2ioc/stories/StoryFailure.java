package dev.s2ioc.stories;

/** A line of a story did not come out as it is written. */
final class StoryFailure extends RuntimeException {
    StoryFailure(String message) {
        super(message);
    }
}
