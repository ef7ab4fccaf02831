package dev.s2ioc.print.gotemplate;

import java.util.List;

/**
 * Commands whose values are handed on from left to right.
 *
 * @param variables what the value is stored in: none, one, or in a range two
 * @param declares the variables are new ({@code :=}), not changed ({@code =})
 * @param commands each a list of operands; the value of one is the last argument of the next
 */
record Pipeline(List<String> variables, boolean declares, List<List<Operand>> commands) {}
