package shop.kontor.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.session.SessionManagementFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import shop.kontor.api.model.Role;
import shop.kontor.contract.Contract;
import shop.kontor.problem.Unauthenticated;
import shop.kontor.settings.AccessMode;

/** Configures authentication by access token, and authorization by {@link ContractAuthorization}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    /** Public paths besides the public operations of the contract. */
    private static final String[] OPEN = {
        "/",
        "/front-page.css",
        "/openapi.yaml",
        "/insomnia-collection.json",
        "/pictures/**",
        "/sdk/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/swagger-initializer.js",
        "/error", // a 404 unless it is an error dispatch
    };

    /**
     * Filters that Spring Security adds, and that do nothing here: there is no HTTP session, nothing asks a request for its
     * user, requests are not asynchronous, and the contract has no metadata of OAuth.
     */
    private static final Set<Class<?>> IDLE = Set.of(
            DisableEncodeUrlFilter.class,
            OAuth2ProtectedResourceMetadataFilter.class,
            SecurityContextHolderAwareRequestFilter.class,
            SessionManagementFilter.class,
            WebAsyncManagerIntegrationFilter.class);

    private final HandlerExceptionResolver exceptions;

    SecurityConfiguration(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptions) {
        this.exceptions = exceptions;
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            AccessMode mode,
            Contract contract,
            ContractAuthorization authorization,
            JwtDecoder decoder,
            Converter<Jwt, AbstractAuthenticationToken> sessions) {
        var nobody = List.of(
                mode == AccessMode.OPEN
                        ? CurrentUser.authority(Role.MANAGER)
                        : new SimpleGrantedAuthority("ROLE_ANONYMOUS"));
        var tokens = new AccessTokenReading(contract, decoder, sessions, nobody);
        http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookies, so nothing that a browser sends by itself
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(h -> h.defaultsDisabled()
                        .addHeaderWriter(caching(contract))) // EdgeValve sets them on every response
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(a -> a.authorities(nobody))
                .oauth2ResourceServer(o -> o.bearerTokenResolver(tokens::token)
                        .authenticationEntryPoint(this::refuseToken)
                        .authenticationManagerResolver(request -> token -> tokens.authenticate(request, token)))
                .exceptionHandling(e -> e.authenticationEntryPoint(
                                (request, response, refusal) -> refuse(request, response, refusal.getCause()))
                        .accessDeniedHandler(this::refuse))
                .addFilterBefore(new CallerFilter(), AuthorizationFilter.class)
                .addFilterBefore(new DatabaseFailureFilter(exceptions), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new LimitLogFilter(contract), AuthorizationFilter.class)
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .access(SecurityConfiguration::refuseMethod)
                        .anyRequest()
                        .access(authorization));
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                http.build().getFilters().stream()
                        .filter(filter -> !IDLE.contains(filter.getClass()))
                        .toList());
    }

    /** Answers every method but GET and HEAD for pages and files. */
    private static AuthorizationResult refuseMethod(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        return new Refusal(
                new HttpRequestMethodNotSupportedException(context.getRequest().getMethod(), List.of("GET", "HEAD")));
    }

    /** Forbids caches to store responses with personal data, and to take one caller's for another's. */
    private static HeaderWriter caching(Contract contract) {
        return (request, response) -> {
            var operation = contract.operation(request);
            var isRefused = response.getStatus() == 401 || response.getStatus() == 403;
            if (operation != null && operation.varies()) {
                response.addHeader("Vary", "Authorization");
            }
            if (operation != null && !operation.isPublic(request) && !isRefused) {
                response.setHeader("Cache-Control", "private, no-store");
            }
        };
    }

    private void refuseToken(HttpServletRequest request, HttpServletResponse response, Exception e) {
        exceptions.resolveException(request, response, null, Unauthenticated.withInvalidToken());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable denial) {
        var result = denial instanceof AuthorizationDeniedException denied ? denied.getAuthorizationResult() : null;
        var reason = result instanceof Refusal refusal ? refusal.reason() : new IllegalStateException(denial);
        exceptions.resolveException(request, response, null, reason);
    }
}
