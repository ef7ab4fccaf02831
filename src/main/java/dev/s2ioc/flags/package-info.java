/**
 * Commands as picocli works with them, made without reading their annotations: for that a new JVM needs more time than for all
 * the rest of a short command. The annotations stay the only place where flags are told; the compiler's SpecProcessor writes
 * of each class that has some a class beside it, which says the same in code.
 */
package dev.s2ioc.flags;
