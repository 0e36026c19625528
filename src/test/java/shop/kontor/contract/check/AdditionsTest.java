package shop.kontor.contract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Only what a client need not know of may be listed as an addition. */
class AdditionsTest {

    private static final JsonNode RELEASED = yaml("""
            Status: { enum: [placed, paid] }
            Input: { required: [status], properties: { status: {}, note: {} } }
            """);

    private static final JsonNode CONTRACT = yaml("""
            Status: { enum: [placed, sent, paid] }
            Input: { required: [status, coupon], properties: { status: {}, coupon: {}, note: {}, carrier: {} } }
            Parcel: { properties: { number: {} } }
            """);

    @Test
    void areTakenAwayAndNothingElseIs() {
        assertThat(without("/Status/enum/sent", "/Input/properties/carrier")).isEqualTo(yaml("""
                Status: { enum: [placed, paid] }
                Input: { required: [status, coupon], properties: { status: {}, coupon: {}, note: {} } }
                Parcel: { properties: { number: {} } }
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Status/enum/paid", // released
                "/Status/enum/lost", // not there
                "/Status/enum",
                "/Input/properties/note", // released
                "/Input/properties/coupon", // required
                "/Input/properties/phone", // not there
                "/Input/properties",
                "/Input/required/coupon",
                "/Parcel/properties/number", // nothing that clients send
                "/Parcel"
            })
    void areNothingElse(String entry) {
        assertThatThrownBy(() -> without(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areListedOnce() {
        assertThatThrownBy(() -> without("/Status/enum/sent", "/Status/enum/sent"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode without(String... entries) {
        return new Additions(RELEASED, CONTRACT).without(yaml(List.of(entries).toString()));
    }

    private static JsonNode yaml(String text) {
        return new YAMLMapper().readTree(text);
    }
}
