package shop.kontor.contract;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import shop.kontor.contract.RequestReading.Sent;
import shop.kontor.contract.ResponseCheck.Answer;

/** Holds every answer that any test receives to the contract, and every request that the server grants. */
public final class ContractFilter implements Filter {

    public static final ContractFilter INSTANCE = new ContractFilter();

    private final ResponseCheck answers = new ResponseCheck(Spec.INSTANCE);
    private final RequestReading requests = new RequestReading(Spec.INSTANCE);
    final AtomicInteger undeclared = new AtomicInteger();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var received = context.next(request, response);
        var uri = URI.create(request.getURI());
        Spec.INSTANCE.operation(request.getMethod(), uri.getPath()).ifPresent(operation -> {
            var headers = new LinkedHashMap<String, String>();
            received.headers().forEach(header -> headers.putIfAbsent(header.getName(), header.getValue()));
            var answer = new Answer(received.statusCode(), headers, received.asByteArray());
            var sent = new Sent(uri, request.getHeaders(), request.getBody());
            var faults = new ArrayList<>(answers.faults(operation, answer));
            if (answer.status() < 400) {
                requests.faults(operation, sent).forEach(fault -> faults.add("granted, though " + fault));
            }
            if (!faults.isEmpty()) {
                undeclared.incrementAndGet();
                throw new AssertionError("%s %s is answered against the contract:%n%s%n%s"
                        .formatted(request.getMethod(), uri, String.join("\n", faults), received.asString()));
            }
            Coverage.INSTANCE.saw(operation, requests.parameters(operation, sent), answer);
        });
        return received;
    }
}
