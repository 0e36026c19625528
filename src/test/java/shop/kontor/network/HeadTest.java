package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.Spec;

/** HEAD answers as GET does, without the body (RFC 9110, section 9.3.2). */
class HeadTest extends ContractTest {

    /** What belongs to the body or to the moment. */
    private static final List<String> OTHERS = List.of("Date", "Trace-Id", "Content-Length", "Transfer-Encoding");

    static Stream<String> paths() {
        var operations = Spec.INSTANCE.operations.stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> operation.path());
        return Stream.concat(
                operations.flatMap(path -> Stream.of(
                        path.replaceAll("\\{\\w+}", "1"),
                        path.replaceAll("\\{\\w+}", "999999999"),
                        path.replaceAll("\\{\\w+}", "0") + "?nothing=x")),
                Stream.of(
                        "/",
                        "/openapi.yaml",
                        "/front-page.css",
                        "/swagger-ui/index.html",
                        "/swagger-ui.html",
                        "/nothing"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void hasTheHeadersOfAGet(String path) throws IOException {
        for (var header :
                List.of("", "If-None-Match: *\r\n", "Authorization: Bearer x\r\n", "Accept: text/plain\r\n")) {
            assertThat(headers("HEAD", path, header)).as(header).isEqualTo(headers("GET", path, header));
        }
    }

    private Map<String, String> headers(String method, String path, String header) throws IOException {
        try (var wire = new Wire(port)) {
            var answer = wire.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                    .answer(method.equals("GET"));
            var headers = new TreeMap<>(answer.headers());
            headers.put("status", Integer.toString(answer.status()));
            headers.keySet().removeAll(OTHERS);
            return headers;
        }
    }
}
