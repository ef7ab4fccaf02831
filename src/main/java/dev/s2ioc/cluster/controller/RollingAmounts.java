package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many pods a rolling deployment may have at once.
 *
 * @param wanted in the end
 * @param most that there may be
 * @param least that stay available
 */
record RollingAmounts(long wanted, long most, long least) {

    static RollingAmounts of(DeploymentRun run) {
        JsonNode parameters = run.parameters();
        long wanted = run.wanted();
        long surge = Amount.of(parameters.path("maxSurge"), wanted, true);
        long missing = Amount.of(parameters.path("maxUnavailable"), wanted, false);
        // Rounding may have left nothing to move with.
        long unavailable = surge == 0 && missing == 0 ? 1 : missing;
        return new RollingAmounts(wanted, wanted + surge, Math.max(0, wanted - unavailable));
    }

    /** How many the newest deployment gets next. */
    long up(long old, long now) {
        long room = old == 0 ? wanted - now : most - old - now;
        return Math.min(wanted, now + Math.max(0, room));
    }

    /**
     * How many the one before keeps.
     *
     * @param available of the newest
     */
    long down(long old, long now, long available) {
        if (now == wanted && available == wanted) {
            return 0;
        }
        long spare = old + now - least - (now - available);
        return Math.max(0, old - Math.max(0, spare));
    }
}
