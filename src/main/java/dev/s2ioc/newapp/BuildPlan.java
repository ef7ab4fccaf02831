package dev.s2ioc.newapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What will be created, and why: nothing has been changed yet.
 *
 * @param found the image that was found for the user's words; empty if none was asked for or nobody has seen it
 * @param facts what is told about the build, as lines
 * @param notices what is told before all of it
 * @param warnings what is told on stderr before anything is created
 */
public record BuildPlan(
        String name,
        Map<String, String> labels,
        Optional<FoundImage> found,
        List<String> facts,
        List<String> notices,
        List<String> warnings,
        List<PlannedObject> objects) {}
