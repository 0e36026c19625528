package shop.kontor.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import shop.kontor.api.model.Role;
import shop.kontor.problem.ProblemWriter;
import shop.kontor.problem.Unauthenticated;
import shop.kontor.settings.ServerAddress;

/** Finds out who sends a request; what they may do is for {@link ContractAuthorization} to say. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Environment environment,
            ProblemWriter problems,
            Converter<Jwt, AbstractAuthenticationToken> sessions) {
        AuthenticationEntryPoint refuse =
                (request, response, e) -> problems.write(response, Unauthenticated.withInvalidToken());
        http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // there is no cookie that a browser would send by itself
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable) // every answer has ours
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(o -> o.bearerTokenResolver(tokens())
                        .authenticationEntryPoint(refuse)
                        .jwt(j -> j.jwtAuthenticationConverter(sessions)))
                .authorizeHttpRequests(a -> a.anyRequest().permitAll());
        if (ServerAddress.isOpen(environment)) {
            http.anonymous(a -> a.authorities(List.of(CurrentUser.authority(Role.MANAGER))));
        }
        return http.build();
    }

    /** An empty token, as Insomnia sends for a variable that is not set, counts as none. */
    private static BearerTokenResolver tokens() {
        var resolver = new DefaultBearerTokenResolver();
        return (HttpServletRequest request) -> {
            var header = request.getHeader("Authorization");
            return header == null || header.strip().equalsIgnoreCase("bearer") ? null : resolver.resolve(request);
        };
    }
}
