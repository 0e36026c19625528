package shop.kontor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import shop.kontor.api.model.Problem;
import shop.kontor.contract.Contract;

/** Counts the orders and the sign-ins that were refused, by the type of the problem. */
@Measured
@RestControllerAdvice
class RefusalMetrics implements ResponseBodyAdvice<Object> {

    private final Contract contract;
    /** By the operation that was refused. */
    private final Map<String, MeterProvider<Counter>> refusals;

    RefusalMetrics(Contract contract, MeterRegistry registry) {
        this.contract = contract;
        refusals = Map.of(
                "placeOrder", counter("kontor.orders.refused", "Orders that were refused", registry),
                "signIn", counter("kontor.sign.ins.refused", "Sign-ins that were refused", registry));
    }

    private static MeterProvider<Counter> counter(String name, String description, MeterRegistry registry) {
        return Counter.builder(name).description(description).withRegistry(registry);
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Problem problem && request instanceof ServletServerHttpRequest servlet) {
            count(problem, servlet);
        }
        return body;
    }

    private void count(Problem problem, ServletServerHttpRequest request) {
        var operation = contract.operation(request.getServletRequest());
        var counter = operation == null ? null : refusals.get(operation.id());
        if (counter != null) {
            var type = problem.getType();
            counter.withTag("problem", type.substring(type.lastIndexOf('/') + 1))
                    .increment();
        }
    }
}
