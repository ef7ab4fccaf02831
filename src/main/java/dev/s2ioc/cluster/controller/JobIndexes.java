package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** How far a job is that has a pod for each of so many numbers. */
record JobIndexes(JsonNode job, List<ObjectNode> pods) {
    static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String FAILURES = "batch.kubernetes.io/job-index-failure-count";

    boolean areUsed() {
        return Json.at(job, "spec", "completionMode").equals("Indexed");
    }

    private int end() {
        return job.path("spec").path("completions").asInt(0);
    }

    /** -1 for a pod that says none. */
    private static int index(JsonNode pod) {
        String index = Json.at(pod.path("metadata").path("annotations"), INDEX);
        return index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : -1;
    }

    private BitSet noted(String field) {
        BitSet noted =
                IndexSet.parse(Json.at(job, "status", field), Integer.MAX_VALUE).orElseGet(BitSet::new);
        noted.clear(end(), Math.max(end(), noted.length()));
        return noted;
    }

    BitSet completed() {
        BitSet completed = noted("completedIndexes");
        pods.stream()
                .filter(pod -> PodState.phase(pod).equals("Succeeded") && isOne(index(pod)))
                .forEach(pod -> completed.set(index(pod)));
        return completed;
    }

    private boolean isOne(int index) {
        return index >= 0 && index < end();
    }

    private boolean isLimited() {
        return job.path("spec").hasNonNull("backoffLimitPerIndex");
    }

    /** Those that are not tried again. */
    BitSet failed() {
        BitSet failed = noted("failedIndexes");
        if (isLimited()) {
            FailurePolicy policy = new FailurePolicy(job);
            long limit = job.path("spec").path("backoffLimitPerIndex").asLong();
            for (ObjectNode pod : pods) {
                boolean over = PodState.phase(pod).equals("Failed")
                        && isOne(index(pod))
                        && (failures(index(pod)) > limit
                                || policy.match(pod)
                                        .filter(match -> match.action().equals("FailIndex"))
                                        .isPresent());
                if (over) {
                    failed.set(index(pod));
                }
            }
        }
        failed.andNot(completed());
        return failed;
    }

    /** How often a number has failed. */
    private long failures(int index) {
        FailurePolicy policy = new FailurePolicy(job);
        return pods.stream()
                .filter(pod -> index(pod) == index)
                .mapToLong(pod -> {
                    String before = Json.at(pod.path("metadata").path("annotations"), FAILURES);
                    boolean counts = PodState.phase(pod).equals("Failed") && !policy.isIgnored(pod);
                    return (before.isEmpty() ? 0 : Long.parseLong(before)) + (counts ? 1 : 0);
                })
                .max()
                .orElse(0);
    }

    /** Those that a pod is wanted for and has not, the lowest first. */
    IntStream missing() {
        boolean patient = Json.at(job, "spec", "podReplacementPolicy").equals("Failed");
        BitSet done = completed();
        done.or(failed());
        pods.stream()
                .filter(pod -> !PodState.hasEnded(pod) && (patient || !Claims.isLeaving(pod)) && isOne(index(pod)))
                .forEach(pod -> done.set(index(pod)));
        return IntStream.range(0, end()).filter(index -> !done.get(index));
    }

    List<ObjectNode> podsOf(int index) {
        return pods.stream().filter(pod -> index(pod) == index).toList();
    }

    /** The template of the pods of a number: they know it by their name, a label and a variable. */
    ObjectNode template(int index) {
        ObjectNode template = job.path("spec").path("template").deepCopy();
        String written = Integer.toString(index);
        ObjectNode metadata = Json.child(template, "metadata");
        Json.child(metadata, "labels").put(INDEX, written);
        ObjectNode annotations = Json.child(metadata, "annotations").put(INDEX, written);
        if (isLimited()) {
            annotations.put(FAILURES, Long.toString(failures(index)));
        }
        Json.child(template, "spec").put("hostname", Json.at(job, "metadata", "name") + "-" + index);
        for (String list : List.of("initContainers", "containers")) {
            template.path("spec").path(list).forEach(container -> addVariable((ObjectNode) container));
        }
        return template;
    }

    private static void addVariable(ObjectNode container) {
        String name = "JOB_COMPLETION_INDEX";
        boolean has = container
                .path("env")
                .valueStream()
                .anyMatch(each -> Json.at(each, "name").equals(name));
        if (!has) {
            Json.items(container, "env")
                    .addObject()
                    .put("name", name)
                    .putObject("valueFrom")
                    .putObject("fieldRef")
                    .put("fieldPath", "metadata.labels['" + INDEX + "']");
        }
    }

    void write(ObjectNode status) {
        if (areUsed()) {
            status.put("completedIndexes", IndexSet.write(completed()));
            if (isLimited()) {
                status.put("failedIndexes", IndexSet.write(failed()));
            }
        }
    }
}
