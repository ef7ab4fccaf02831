package dev.s2ioc.cluster.engine;

import java.util.Set;

/**
 * What the containers of one pod share.
 *
 * @param id unique among the sandboxes of this machine, fit for a file name: the pod's uid
 * @param hostname as the containers see it
 * @param hostNetwork whether they share this machine's network instead of having one of their own
 * @param ports on which the containers say they listen; engines that must publish ports publish these
 */
public record SandboxSpec(String id, String hostname, boolean hostNetwork, Set<Integer> ports) {}
