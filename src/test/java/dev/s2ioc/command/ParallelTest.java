package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks beside each other: their order, and what becomes of their failures. */
class ParallelTest {

    @Test
    void one_at_a_time_is_in_order() throws Exception {
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<Parallel.Task> tasks = IntStream.range(0, 5000)
                .<Parallel.Task>mapToObj(number -> () -> order.add(number))
                .toList();
        assertEquals(List.of(), new Parallel(1).run(tasks));
        assertEquals(IntStream.range(0, 5000).boxed().toList(), order);
    }

    @Test
    void a_failure_keeps_no_other_task_from_running() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        Parallel.Task failing = () -> {
            throw new IOException("no");
        };
        List<Exception> failures = new Parallel(1).run(List.of(failing, () -> done.add("second"), failing));
        assertEquals(
                List.of("no", "no"),
                failures.stream().map(Exception::getMessage).toList());
        assertEquals(List.of("second"), done);
    }
}
