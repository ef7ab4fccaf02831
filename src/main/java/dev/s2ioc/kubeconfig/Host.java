package dev.s2ioc.kubeconfig;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The machine and the user around a kubeconfig.
 *
 * @param interactive whether the user can be asked on a terminal; credential programs are told
 * @param err where credential programs talk to the user
 */
public record Host(Map<String, String> environment, Path home, Clock clock, boolean interactive, PrintStream err) {}
