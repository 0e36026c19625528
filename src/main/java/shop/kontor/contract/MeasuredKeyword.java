package shop.kontor.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Set;
import shop.kontor.problem.InvalidRequest;
import tools.jackson.databind.JsonNode;

/**
 * A keyword of JSON Schema that does not look at what is too large for its schema, nor at anything once a request has more
 * errors than a response lists. The standard has every keyword look at every value, whatever the others found.
 */
record MeasuredKeyword(Keyword keyword) implements Keyword {

    /** Keywords that report what is too large, or only refer to another schema. */
    private static final Set<String> MEASURES = Set.of("maxLength", "maxItems", "maxProperties", "$ref");

    /** The dialect with all its keywords measured. */
    static Dialect.Builder of(Dialect dialect) {
        return Dialect.builder(dialect)
                .keywords(all -> all.replaceAll((name, keyword) ->
                        MEASURES.contains(name) || name.equals("format") ? keyword : new MeasuredKeyword(keyword)))
                .formatKeywordFactory(formats -> new FormatKeyword(formats) {
                    @Override
                    public KeywordValidator newValidator(
                            SchemaLocation location, JsonNode rule, Schema parent, SchemaContext context) {
                        return new Validator(super.newValidator(location, rule, parent, context), parent);
                    }
                });
    }

    @Override
    public String getValue() {
        return keyword.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode rule, Schema parent, SchemaContext context)
            throws Exception {
        return new Validator(keyword.newValidator(location, rule, parent, context), parent);
    }

    private record Validator(KeywordValidator validator, Schema parent) implements KeywordValidator {

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
            if (context.getErrors().size() < InvalidRequest.MOST && Measure.fits(parent.getSchemaNode(), value)) {
                validator.validate(context, value, root, at);
            }
        }

        @Override
        public void walk(ExecutionContext context, JsonNode value, JsonNode root, NodePath at, boolean validates) {
            throw new UnsupportedOperationException("requests are validated, not walked");
        }

        @Override
        public void preloadSchema() {
            validator.preloadSchema();
        }

        @Override
        public String getKeyword() {
            return validator.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return validator.getSchemaLocation();
        }
    }
}
