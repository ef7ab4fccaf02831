package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where limits are set on machines that differ, and how. */
class ControlGroupsTest {
    @TempDir
    Path root;

    @Test
    void in_the_first_version_each_controller_has_a_tree_and_we_are_somewhere_in_it() throws Exception {
        Path memory = Files.createDirectories(root.resolve("memory/us"));
        Path cpu = Files.createDirectories(root.resolve("cpu,cpuacct"));
        ControlGroups groups = ControlGroups.find(
                List.of(
                        "cgroup " + root.resolve("memory") + " cgroup rw,nosuid,memory 0 0",
                        "cgroup " + cpu + " cgroup rw,cpu,cpuacct 0 0",
                        "cgroup2 " + root + " cgroup2 rw 0 0"),
                List.of("4:memory:/us", "1:cpu,cpuacct:/not/seen/from/here", "0::/"));
        assertEquals(new ControlGroups(Optional.of(memory), Optional.of(cpu), ""), groups);
    }

    @Test
    void in_the_second_version_it_is_the_nearest_group_that_hands_both_on() throws Exception {
        Path slice = Files.createDirectories(root.resolve("user.slice"));
        Path session = Files.createDirectories(slice.resolve("session"));
        Files.writeString(root.resolve("cgroup.subtree_control"), "cpuset cpu io memory pids\n");
        Files.writeString(slice.resolve("cgroup.subtree_control"), "cpu memory pids\n");
        Files.writeString(session.resolve("cgroup.subtree_control"), "\n");
        List<String> mounts = List.of("cgroup2 " + root + " cgroup2 rw 0 0");
        List<String> own = List.of("0::/user.slice/session");
        assertEquals(new ControlGroups(Optional.of(slice), Optional.of(slice), ""), ControlGroups.find(mounts, own));
        Files.writeString(slice.resolve("cgroup.subtree_control"), "memory pids\n");
        assertEquals(new ControlGroups(Optional.of(root), Optional.of(root), ""), ControlGroups.find(mounts, own));
        Files.writeString(root.resolve("cgroup.subtree_control"), "\n");
        assertFalse(ControlGroups.find(mounts, own).obstacle().isEmpty());
    }

    @Test
    void limits_are_written_in_the_words_of_each_version() throws Exception {
        Path memory = Files.createDirectories(root.resolve("m"));
        Path cpu = Files.createDirectories(root.resolve("c"));
        for (Path file : List.of(
                memory.resolve("memory.limit_in_bytes"),
                memory.resolve("memory.memsw.limit_in_bytes"),
                cpu.resolve("cpu.cfs_period_us"),
                cpu.resolve("cpu.cfs_quota_us"))) {
            Files.createFile(file);
        }
        new ControlGroup(List.of(memory, cpu)).limit(Optional.of(1L << 20), Optional.of(1500L));
        assertEquals("1048576", Files.readString(memory.resolve("memory.limit_in_bytes")));
        assertEquals("1048576", Files.readString(memory.resolve("memory.memsw.limit_in_bytes")));
        assertEquals("100000", Files.readString(cpu.resolve("cpu.cfs_period_us")));
        assertEquals("150000", Files.readString(cpu.resolve("cpu.cfs_quota_us")));

        Path both = root.resolve("both");
        ControlGroup unified = new ControlGroup(List.of(both, both));
        unified.limit(Optional.of(1L << 20), Optional.of(1L));
        assertEquals("1048576", Files.readString(both.resolve("memory.max")));
        assertEquals("1000 100000", Files.readString(both.resolve("cpu.max")));
        assertEquals(List.of(both.resolve("cgroup.procs")), unified.members());
    }

    @Test
    void who_was_ended_for_memory_is_told_by_the_count_of_either_version() throws Exception {
        ControlGroup group = new ControlGroup(List.of(root, root));
        Files.writeString(root.resolve("memory.events"), "oom 3\noom_kill 0\n");
        assertFalse(group.wasOutOfMemory());
        Files.writeString(root.resolve("memory.events"), "oom 3\noom_kill 1\n");
        assertTrue(group.wasOutOfMemory());
        Files.writeString(root.resolve("memory.oom_control"), "oom_kill_disable 0\nunder_oom 0\noom_kill 0\n");
        assertFalse(group.wasOutOfMemory());
        assertFalse(ControlGroup.NONE.wasOutOfMemory());
    }
}
