package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.keyword.RefValidator;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract is parsed once, however many schemas are compiled from it. */
class OneParseTest {

    @Test
    void compilesEverySchemaFromTheSameNodes() throws IOException {
        var contract = new Contract();
        var schemas = contract.operations().stream()
                .flatMap(operation -> Stream.concat(
                        operation.parameters().stream().map(Operation.Parameter::schema),
                        Stream.ofNullable(operation.body()).map(Operation.Body::schema)))
                .toList();
        var referring = schemas.stream()
                .filter(schema -> schema.getSchemaNode().has("$ref"))
                .toList();

        assertThat(referring)
                .hasSizeGreaterThan(20)
                .allSatisfy(schema ->
                        assertThat(target(schema).getSchemaNode()).isSameAs(contract.resolve(schema.getSchemaNode())));
        assertThat(contract.operations())
                .filteredOn(operation -> operation.body() != null)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.body().schema().getSchemaNode())
                        .isSameAs(operation.body().node()));
    }

    private static Schema target(Schema referring) {
        return referring.getValidators().stream()
                .filter(RefValidator.class::isInstance)
                .map(validator -> ((RefValidator) validator).getSchemaRef().getSchema())
                .findFirst()
                .orElseThrow();
    }
}
