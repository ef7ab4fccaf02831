package dev.s2ioc.wire;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * An answer whose head has come.
 *
 * @param headers by name, whatever its case
 * @param body ends where the answer ends; closing it before gives the connection up
 */
public record Incoming(int code, Map<String, List<String>> headers, InputStream body) {}
