package shop.kontor.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is measured, and for how long.
 *
 * @param sizes the numbers of products whose costs are compared
 * @param size the number of products at which the ratios are measured
 * @param starts how often each server is started for the ratios
 * @param warmUp how long a started server runs all its operations, in turn, before any is measured
 * @param measured how long each operation is measured
 * @param connections the number of concurrent clients
 * @param jar the packaged server
 * @param javaOptions of the server and of the bare route, separated by spaces
 * @param report the folder of the results
 */
@ConfigurationProperties("benchmark")
record Plan(
        @DefaultValue({"10000", "100000", "1000000"}) List<Integer> sizes,
        @DefaultValue("100000") int size,
        @DefaultValue("3") int starts,
        @DefaultValue("60s") Duration warmUp,
        @DefaultValue("10s") Duration measured,
        @DefaultValue("16") int connections,
        @DefaultValue("target/kontor.jar") Path jar,
        @DefaultValue("-Xmx256m") String javaOptions,
        @DefaultValue("target/benchmark") Path report) {}
