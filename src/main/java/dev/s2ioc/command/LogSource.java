package dev.s2ioc.command;

import dev.s2ioc.client.Log;

/**
 * One log, and what its lines begin with when several are shown.
 *
 * @param name what it is, for messages
 * @param prefix empty for none
 */
record LogSource(String name, Log log, String prefix) {}
