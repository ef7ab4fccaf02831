package dev.s2ioc.newapp;

/** A part of an application that was found. */
sealed interface AppUnit {

    /** A template, which brings its own objects along. */
    record Templated(FoundTemplate template) implements AppUnit {}

    /**
     * An image to run.
     *
     * @param group units of the same number run in one pod
     */
    sealed interface Runnable extends AppUnit {
        int group();
    }

    /** An image that is there. */
    record Ready(ImageMatch image, int group) implements Runnable {}

    /** An image that will be built. */
    record Built(PlannedBuild build, int group) implements Runnable {}
}
