package shop.kontor.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for the operation of a request by method and path first. Spring compares the path last, after the media types, with
 * each operation that has the method.
 */
class PathsFirst extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        var paths = mapping.getPathPatternsCondition();
        return mapping.getMethodsCondition().getMatchingCondition(request) == null
                        || paths != null && paths.getMatchingCondition(request) == null
                ? null
                : super.getMatchingMapping(mapping, request);
    }
}
