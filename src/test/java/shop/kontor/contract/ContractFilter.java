package shop.kontor.contract;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.LinkedHashMap;
import shop.kontor.contract.ResponseCheck.Answer;

/** Holds every answer that any test receives to the contract. */
final class ContractFilter implements Filter {

    static final ContractFilter INSTANCE = new ContractFilter();

    private final ResponseCheck check = new ResponseCheck(Spec.INSTANCE);

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var received = context.next(request, response);
        var path = URI.create(request.getURI().replaceFirst("\\?.*", "")).getPath();
        Spec.INSTANCE.operation(request.getMethod(), path).ifPresent(operation -> {
            var headers = new LinkedHashMap<String, String>();
            received.headers().forEach(header -> headers.putIfAbsent(header.getName(), header.getValue()));
            var faults = check.faults(operation, new Answer(received.statusCode(), headers, received.asByteArray()));
            if (!faults.isEmpty()) {
                throw new AssertionError("%s %s is answered against the contract:%n%s%n%s"
                        .formatted(
                                request.getMethod(), request.getURI(), String.join("\n", faults), received.asString()));
            }
        });
        return received;
    }
}
