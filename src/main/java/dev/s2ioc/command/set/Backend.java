package dev.s2ioc.command.set;

import dev.s2ioc.command.CommandFailure;

/**
 * What the user wants of one service behind a route.
 *
 * @param percent the number is a share of all requests, not a weight
 * @param relative the number is added to what there is
 */
record Backend(String name, int value, boolean percent, boolean relative) {

    /** Reads {@code NAME=WEIGHT}, {@code NAME=10%}, {@code NAME=+5%}, {@code NAME=-3}. */
    static Backend parse(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(0, equals);
        String weight = word.substring(equals + 1);
        if (name.isEmpty() || weight.isEmpty()) {
            throw new CommandFailure("invalid argument \"" + word + "\": expected NAME=WEIGHT");
        }
        if (name.contains("/")) {
            throw new CommandFailure("invalid argument \"" + word + "\": only NAME=WEIGHT may be specified");
        }
        if (!weight.matches("[+-]?[0-9]{1,6}%?")) {
            throw new CommandFailure("invalid argument \"" + word + "\": WEIGHT must be a number");
        }
        boolean percent = weight.endsWith("%");
        int value = Integer.parseInt(percent ? weight.substring(0, weight.length() - 1) : weight);
        return new Backend(name, value, percent, weight.startsWith("+") || weight.startsWith("-"));
    }
}
