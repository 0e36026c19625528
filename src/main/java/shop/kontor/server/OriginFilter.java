package shop.kontor.server;

import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;
import shop.kontor.log.TraceId;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.ProblemWriter;
import shop.kontor.settings.CorsSettings;

/** Allows pages of the origins in {@code KONTOR_CORS} to call the shop from a browser (CORS), and no others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class OriginFilter extends CorsFilter {

    OriginFilter(CorsSettings settings, ProblemWriter problems) {
        super(forAll(configuration(settings)));
        setCorsProcessor(new DefaultCorsProcessor() {

            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                problems.write(
                        ((ServletServerHttpResponse) response).getServletResponse(),
                        new ProblemException(
                                ProblemType.FOREIGN_ORIGIN,
                                "The origin is not in KONTOR_CORS: add it there to allow it."));
            }
        });
    }

    private static CorsConfigurationSource forAll(CorsConfiguration configuration) {
        return request -> configuration;
    }

    /** The CORS configuration of these origins. */
    private static CorsConfiguration configuration(CorsSettings settings) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(settings.origins());
        configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        configuration.setAllowedHeaders(List.of(
                "Content-Type", "Authorization", "If-Match", "If-None-Match", "Idempotency-Key", "traceparent"));
        configuration.setExposedHeaders(List.of(
                "Link", "X-Total-Count", "ETag", "Location", "Retry-After", "WWW-Authenticate", TraceId.HEADER));
        return configuration;
    }
}
