package shop.kontor.server;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.ProblemWriter;
import shop.kontor.settings.StartupFailure;

/** Lets pages of other origins use the shop from a browser (CORS), if {@code KONTOR_CORS} names them, and else none. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class OriginFilter extends CorsFilter {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[1-9]\\d{0,4})?");

    OriginFilter(@Value("${KONTOR_CORS:}") String origins, ProblemWriter problems) {
        super(forAll(configuration(origins)));
        setCorsProcessor(new DefaultCorsProcessor() {

            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                problems.write(
                        ((ServletServerHttpResponse) response).getServletResponse(),
                        new ProblemException(ProblemType.FOREIGN_ORIGIN, "Name it in KONTOR_CORS if they should."));
            }
        });
    }

    private static CorsConfigurationSource forAll(CorsConfiguration configuration) {
        return request -> configuration;
    }

    /**
     * What pages of these origins may send and read.
     *
     * @param origins separated by commas, as browsers write them: {@code https://host} or {@code http://host:port}
     * @throws StartupFailure if one of them is none
     */
    static CorsConfiguration configuration(String origins) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(Stream.of(origins.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(OriginFilter::checked)
                .toList());
        configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        configuration.setAllowedHeaders(
                List.of("Content-Type", "Authorization", "If-Match", "If-None-Match", "Idempotency-Key"));
        configuration.setExposedHeaders(
                List.of("Link", "X-Total-Count", "ETag", "Location", "Retry-After", "WWW-Authenticate"));
        return configuration;
    }

    private static String checked(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new StartupFailure(
                    "KONTOR_CORS can't have '%s' in it: write each origin as browsers do, such as https://shop.example or http://localhost:3000, with commas between them."
                            .formatted(origin));
        }
        return origin;
    }
}
