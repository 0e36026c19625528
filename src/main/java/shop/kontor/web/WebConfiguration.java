package shop.kontor.web;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Adds our own parts to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** In place of Spring Boot's own. */
    @Bean
    ServerHttpMessageConvertersCustomizer json(JsonMapper json, EntityTags entityTags) {
        return converters -> converters.withJsonConverter(new JsonConverter(json, entityTags));
    }

    @Bean
    WebMvcRegistrations handlers() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PathsFirst();
            }
        };
    }

    /** Instead of springdoc's initializer of Swagger UI. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/swagger-ui/swagger-initializer.js").setViewName("forward:/swagger-initializer.js");
    }
}
