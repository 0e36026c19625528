package shop.kontor.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passes the read-only members that a client sent back to the operations that take them. */
@Component
class ReadBackArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** The request attribute in which {@link RequestCheck} stores these members. */
    static final String MEMBERS = ReadBack.class.getName();

    private final JsonMapper json;

    ReadBackArgumentResolver(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ReadBack.class;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ReadBack resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var members = (Map<String, JsonNode>) request.getAttribute(MEMBERS, RequestAttributes.SCOPE_REQUEST);
        return new ReadBack(Objects.requireNonNull(members), json);
    }
}
