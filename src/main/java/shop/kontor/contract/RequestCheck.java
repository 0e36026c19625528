package shop.kontor.contract;

import static shop.kontor.problem.InvalidRequest.inParameter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import shop.kontor.api.model.FieldError;
import shop.kontor.contract.Operation.Parameter;
import shop.kontor.problem.InvalidRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Validates every request against the contract before a delegate sees it, and reports all errors at once. */
@Component
class RequestCheck implements HandlerInterceptor {

    /** Headers whose lines form one list (RFC 9110, section 5.3); Spring joins them in the same way. */
    private static final Set<String> LISTS = Set.of("If-Match", "If-None-Match");

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d*)");
    private static final Pattern NUMBER = Pattern.compile(INTEGER + "(\\.\\d+)?([eE][+-]?\\d+)?");

    /** Exponents that no {@link BigDecimal} can hold; it does not expand those that it can. */
    private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?\\d{10}");

    private static final BigDecimal HUGE = new BigDecimal("1e999999999");

    private final Contract contract;
    private final BodyCheck bodies;

    RequestCheck(Contract contract, BodyCheck bodies) {
        this.contract = contract;
        this.bodies = bodies;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, HttpMediaTypeNotSupportedException {
        var operation = contract.operation(request);
        if (operation != null) {
            var faults = new ArrayList<FieldError>();
            checkNames(request, operation, faults);
            operation.parameters().forEach(parameter -> check(parameter, request, faults));
            if (operation.body() != null) {
                var body = request.getInputStream().readAllBytes();
                if (body.length > 0) {
                    requireUtf8(request);
                }
                var readBack = bodies.check(body, operation.body(), faults);
                request.setAttribute(ReadBackArgumentResolver.MEMBERS, readBack);
            }
            if (!faults.isEmpty()) {
                throw new InvalidRequest(faults);
            }
        }
        return true;
    }

    private static void checkNames(HttpServletRequest request, Operation operation, List<FieldError> faults) {
        if (request.getParameterMap().isEmpty()) {
            return;
        }
        var known = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .collect(Collectors.toMap(Parameter::name, Parameter::isArray));
        request.getParameterMap().forEach((name, values) -> {
            if (!known.containsKey(name)) {
                faults.add(inParameter(name, "unknown_parameter", Suggestion.of(name, known.keySet())));
            } else if (values.length > 1 && !known.get(name)) {
                faults.add(repeated(name));
            }
        });
    }

    private static void check(Parameter parameter, HttpServletRequest request, List<FieldError> faults) {
        var values = values(parameter, request);
        if (values.size() > 1 && parameter.in().equals("header")) {
            faults.add(repeated(parameter.name()));
        } else if (!values.isEmpty()) {
            SchemaErrors.of(parameter.schema(), value(parameter, values))
                    .forEach(fault -> faults.add(inParameter(parameter.name(), fault.code(), fault.detail())));
        } else if (parameter.required()) {
            faults.add(inParameter(parameter.name(), "required", "is missing"));
        }
    }

    private static FieldError repeated(String name) {
        return inParameter(name, "repeated_parameter", "must not be repeated");
    }

    private static List<String> values(Parameter parameter, HttpServletRequest request) {
        return switch (parameter.in()) {
            case "path" -> {
                var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
                yield List.of((String) variables.get(parameter.name()));
            }
            case "header" -> {
                var lines = Collections.list(request.getHeaders(parameter.name()));
                yield LISTS.contains(parameter.name()) && !lines.isEmpty() ? List.of(String.join(",", lines)) : lines;
            }
            default -> {
                var values = request.getParameterValues(parameter.name());
                yield values == null ? List.of() : List.of(values);
            }
        };
    }

    /** Converts a parameter to JSON of its type; text that cannot be converted stays a string, and fails validation. */
    private static JsonNode value(Parameter parameter, List<String> values) {
        if (!parameter.isArray()) {
            return value(parameter.type(), values.get(0));
        }
        var array = JsonNodeFactory.instance.arrayNode();
        // Spring converts several lines as they are, and the list of a single one
        var items = values.size() == 1 ? List.of(values.get(0).split(",", -1)) : values;
        items.forEach(item -> array.add(value(parameter.itemType(), item)));
        return array;
    }

    private static JsonNode value(String type, String text) {
        return switch (type) {
            case "integer" ->
                INTEGER.matcher(text).matches()
                        ? BigIntegerNode.valueOf(new BigInteger(text))
                        : StringNode.valueOf(text);
            case "number" ->
                NUMBER.matcher(text).matches() ? DecimalNode.valueOf(decimal(text)) : StringNode.valueOf(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? BooleanNode.valueOf(text.equals("true"))
                        : StringNode.valueOf(text);
            default -> StringNode.valueOf(text);
        };
    }

    private static BigDecimal decimal(String text) {
        return HUGE_EXPONENT.matcher(text).find() ? HUGE : new BigDecimal(text);
    }

    private static void requireUtf8(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        if (request.getContentType() == null) {
            return; // Spring rejects it
        }
        try {
            var type = MediaType.parseMediaType(request.getContentType());
            if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
                throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(e.getMessage());
        }
    }
}
