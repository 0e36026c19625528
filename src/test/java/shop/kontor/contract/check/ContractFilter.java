package shop.kontor.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import shop.kontor.contract.check.RequestReading.Sent;
import shop.kontor.contract.check.ResponseCheck.Answer;

/** Holds every answer that any test receives to the contract, and every request that the server grants. */
public final class ContractFilter implements Filter {

    public static final ContractFilter INSTANCE = new ContractFilter();

    private final ResponseCheck answers = new ResponseCheck(Spec.INSTANCE);
    private final RequestReading requests = new RequestReading(Spec.INSTANCE);

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var received = context.next(request, response);
        var headers = new LinkedHashMap<String, String>();
        received.headers().forEach(header -> headers.putIfAbsent(header.getName(), header.getValue()));
        hold(
                request.getMethod(),
                new Sent(URI.create(request.getURI()), request.getHeaders(), request.getBody()),
                new Answer(received.statusCode(), headers, received.asByteArray()));
        return received;
    }

    /** Holds an answer that came another way to the contract. */
    public void hold(HttpRequest request, String body, HttpResponse<String> received) {
        var headers = new LinkedHashMap<String, String>();
        received.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        hold(
                request.method(),
                new Sent(request.uri(), new Headers(), body),
                new Answer(received.statusCode(), headers, received.body().getBytes(UTF_8)));
    }

    public void hold(String method, Sent sent, Answer answer) {
        Spec.INSTANCE.operation(method, sent.uri().getPath()).ifPresent(operation -> {
            var faults = new ArrayList<>(answers.faults(operation, answer));
            if (answer.status() < 400) {
                requests.faults(operation, sent).forEach(fault -> faults.add("granted, though " + fault));
            }
            if (!faults.isEmpty()) {
                Coverage.INSTANCE.sawAgainstTheContract(operation, answer);
                throw new AssertionError("%s %s is answered against the contract:%n%s%n%s"
                        .formatted(method, sent.uri(), String.join("\n", faults), new String(answer.body(), UTF_8)));
            }
            Coverage.INSTANCE.saw(operation, requests.parameters(operation, sent), answer);
        });
    }
}
