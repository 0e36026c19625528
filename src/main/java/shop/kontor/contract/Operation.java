package shop.kontor.contract;

import com.networknt.schema.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import shop.kontor.api.model.Role;
import tools.jackson.databind.JsonNode;

/**
 * One method of one path.
 *
 * @param id the {@code operationId}
 * @param isOpen whether it requires no authentication, except for parameters that require a role
 * @param takesToken whether it takes a token: because it must, or because the caller may see more with it
 * @param role the role that it requires, or null
 * @param owner the customer who may call it besides managers, or null
 * @param body null if it has none
 */
public record Operation(
        String id,
        String method,
        PathPattern path,
        boolean isOpen,
        boolean takesToken,
        @Nullable Role role,
        @Nullable Owner owner,
        List<Parameter> parameters,
        @Nullable Body body) {

    /** Whether anybody may send a request, so that its token is not read. */
    public boolean isOpen(HttpServletRequest request) {
        return isOpen && role(request) == null;
    }

    /** The role that a request requires: the operation's, or that of one of the parameters in the request; or null. */
    public @Nullable Role role(HttpServletRequest request) {
        return parameters.stream()
                .filter(parameter -> parameter.role() != null && request.getParameter(parameter.name()) != null)
                .map(Parameter::role)
                .findFirst()
                .orElse(role);
    }

    /** Whether to read the token of a request: not where it only matters with certain parameters, and they are absent. */
    public boolean readsToken(HttpServletRequest request) {
        return takesToken && (!isOpen(request) || parameters.stream().allMatch(parameter -> parameter.role() == null));
    }

    /** Whether the response to a request is the same for every caller. */
    public boolean isPublic(HttpServletRequest request) {
        return isOpen(request) && method.equals("GET");
    }

    /** Whether the response depends on the caller, if a request asks for more than everybody may see. */
    public boolean varies() {
        return isOpen && takesToken;
    }

    /** A path variable of a request for this operation; null if it has none of this name. */
    public @Nullable String variable(String name, HttpServletRequest request) {
        var match = path.matchAndExtract(pathOf(request));
        return match == null ? null : match.getUriVariables().get(name);
    }

    static PathContainer pathOf(HttpServletRequest request) {
        var path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
        return path.pathWithinApplication();
    }

    /**
     * A query, path or header parameter.
     *
     * @param type of JSON Schema
     * @param itemType the type of its items if it is an array, else empty
     * @param role that a request with it requires, or null
     * @param schema validates its value
     */
    public record Parameter(
            String name,
            String in,
            boolean required,
            String type,
            String itemType,
            @Nullable Role role,
            Schema schema) {

        boolean isArray() {
            return type.equals("array");
        }
    }

    /**
     * The owner of what an operation reads or writes.
     *
     * @param parameter the path parameter that names the owner, or null
     * @param column the column that names the owner, whose condition is in the SQL, or null
     */
    public record Owner(
            @Nullable String parameter, @Nullable String column) {}

    /**
     * The body of a request.
     *
     * @param schema validates its value
     * @param node the same schema as a node of the file
     * @param readBack read-only members that a client may send back unchanged
     * @param size of the largest that is valid
     * @param reader reads its JSON
     */
    public record Body(
            boolean required, Schema schema, JsonNode node, Set<String> readBack, JsonSize size, BodyReader reader) {

        /** In bytes; leaves every operation room for mistakes, so that they can be named. */
        public static final int SPARE = 8 * 1024;

        /** In bytes; the largest that any operation accepts, as the contract says. */
        private static final int LARGEST = 4 * 1024 * 1024;

        /** The maximum length in bytes. */
        public int bytes() {
            return (int) Math.min(Math.max(size.bytes(), SPARE), LARGEST);
        }

        /**
         * The memory for a body of some length and the objects that are made of it, in bytes, as measured: {@code [{},{}]}
         * takes most for each byte, and the number of tokens limits the rest.
         */
        public long memory(int length) {
            return Math.min(28L * length, 3L * length + 70 * size.tokensWithMistakes());
        }
    }
}
