package dev.s2ioc.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Objects of a resource as they were together at one revision.
 *
 * @param next the key after which the next page starts; empty when this is the last page
 * @param remaining how many objects follow this page
 */
public record Listing(List<ObjectNode> items, long revision, Optional<Key> next, long remaining) {}
