/**
 * Measures the packaged server against the limits of its parts: a bare Spring MVC route, and the same SQL by bare JDBC.
 *
 * <p>{@code mvn -Pbenchmark verify} runs it on the MySQL server that the settings name, in databases of its own; it takes
 * about an hour. {@code -Dbenchmark.options} changes what {@link shop.kontor.benchmark.Plan} holds, for example
 * {@code -Dbenchmark.options="--benchmark.sizes=10000 --benchmark.starts=1"}.
 */
@NullMarked
package shop.kontor.benchmark;

import org.jspecify.annotations.NullMarked;
