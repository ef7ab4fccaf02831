package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.time.Instant;

/**
 * What is kept whether it is used or not.
 *
 * @param after what was made later is kept
 * @param revisions how many images of a tag are
 * @param overSize whether age and number do not count, but only size
 * @param external whether images of other registries may be removed
 */
record ImageRules(Instant after, int revisions, boolean overSize, boolean external) {

    /** Whether something is too young to be removed; what has no date is old. */
    boolean isYoung(JsonNode created) {
        return !overSize
                && Ages.instant(created.asText(""))
                        .filter(time -> time.isAfter(after))
                        .isPresent();
    }
}
