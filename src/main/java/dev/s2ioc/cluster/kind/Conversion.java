package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a kind is written in one version and in another. Neither way changes what it is given. */
public interface Conversion {
    /** As it is stored, without apiVersion. */
    ObjectNode stored(ObjectNode shown);

    /** As this version shows it, without apiVersion. */
    ObjectNode shown(ObjectNode stored);
}
