package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong arguments are told in oc's words and end in 1. */
class UsageErrorTest {
    @TempDir
    Path home;

    @Test
    void unknown_flag() {
        assertEquals(
                new Ran(1, "", "error: unknown flag: --nope\nSee 's2ioc version --help' for usage.\n"),
                Run.in(home).s2ioc("version", "--nope"));
    }

    @Test
    void unknown_command_with_a_near_one() {
        assertEquals(
                new Ran(1, "", "error: unknown command \"versoin\" for \"s2ioc\"\n\nDid you mean this?\n\tversion\n"),
                Run.in(home).s2ioc("versoin"));
    }

    @Test
    void unknown_command_with_nothing_near() {
        assertEquals(
                new Ran(1, "", "error: unknown command \"nosuchcmd\" for \"s2ioc\"\n"),
                Run.in(home).s2ioc("nosuchcmd"));
    }

    @Test
    void unknown_command_below_another() {
        assertEquals(
                new Ran(1, "", "error: unknown command \"bogus\"\nSee 's2ioc adm prune -h' for help and examples\n"),
                Run.in(home).s2ioc("adm", "prune", "bogus"));
        assertEquals(
                new Ran(1, "", "error: unknown command \"build\"\n\nDid you mean this?\n\tbuilds\n"),
                Run.in(home).s2ioc("adm", "prune", "build"));
    }

    @Test
    void a_command_that_only_has_others_below_it_names_them_and_fails() {
        Ran ran = Run.in(home).s2ioc("adm", "prune");
        assertEquals(1, ran.code());
        assertEquals("", ran.out());
        assertEquals(
                "Remove old builds, deployments or images.",
                ran.err().lines().findFirst().orElse(""));
        assertEquals(Run.in(home).s2ioc("adm", "prune", "--help").out(), ran.err());
    }

    @Test
    void flag_without_its_value() {
        assertEquals(
                new Ran(1, "", "error: flag needs an argument: --namespace\nSee 's2ioc version --help' for usage.\n"),
                Run.in(home).s2ioc("version", "--namespace"));
    }

    @Test
    void flag_that_needs_a_number() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid argument \"x\" for \"--tail\" flag: it must be a whole number\nSee 's2ioc logs --help' for usage.\n"),
                Run.in(home).s2ioc("logs", "bc/app", "--tail=x"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid argument \"x\" for \"--port\" flag: it must be a whole number\nSee 's2ioc cluster up --help' for usage.\n"),
                Run.in(home).s2ioc("cluster", "up", "--port=x"));
    }

    @Test
    void one_name() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: exactly one NAME is required, got 0\nSee 's2ioc create configmap --help' for usage.\n"),
                Run.in(home).s2ioc("create", "cm"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: exactly one NAME is required, got 3\nSee 's2ioc create configmap --help' for usage.\n"),
                Run.in(home).s2ioc("create", "cm", "a", "b", "c"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: exactly one NAME is required, got 0\nSee 's2ioc create deployment --help' for usage.\n"),
                Run.in(home).s2ioc("create", "deployment"));
    }

    @Test
    void flag_that_is_on_or_off() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid argument \"maybe\" for \"-w, --watch\" flag: it must be true or false\nSee 's2ioc get --help' for usage.\n"),
                Run.in(home).s2ioc("get", "is", "--watch=maybe"));
    }

    @Test
    void flag_that_needs_a_duration() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid argument \"x\" for \"--since\" flag: invalid duration \"x\"; write it as 30s, 5m or 1h30m\nSee 's2ioc logs --help' for usage.\n"),
                Run.in(home).s2ioc("logs", "bc/app", "--since=x"));
    }

    @Test
    void a_namespace_may_have_the_name_of_a_command() {
        assertEquals(
                new Ran(0, "http://localhost:1\n", ""),
                Run.in(home).s2ioc("-n", "project", "-s", "http://localhost:1", "whoami", "--show-server"));
    }

    @Test
    void of_a_flag_given_twice_the_last_one_counts() {
        assertEquals(
                new Ran(0, "http://localhost:2\n", ""),
                Run.in(home).s2ioc("-s", "http://localhost:1", "-s", "http://localhost:2", "whoami", "--show-server"));
    }

    @Test
    void login_refuses_flags_that_it_could_not_honour() {
        assertEquals(
                new Ran(1, "", "error: login does not take --user: log in with --username or --token\n"),
                Run.in(home).s2ioc("login", "http://localhost:1", "--user=me"));
    }
}
