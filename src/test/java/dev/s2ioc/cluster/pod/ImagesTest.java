package dev.s2ioc.cluster.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events say how long a pull took as the kubelet's do. */
class ImagesTest {
    @ParameterizedTest
    @CsvSource({"0,0ms", "230,230ms", "1000,1s", "1050,1.05s", "20000,20s", "62500,1m2.5s", "120000,2m0s"})
    void times_are_written_as_go_does(long millis, String written) {
        assertEquals(written, Images.written(Duration.ofMillis(millis)));
    }
}
