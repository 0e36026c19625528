package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Limits how many addresses somebody can ask for by registering them. */
class RegistrationLimitTest extends LimitContractTest {

    @Test
    void answers429OnceTooManyHaveRegisteredFromOneNetwork() {
        var taken = owner().getEmail();
        for (int i = 0; i < REGISTRATIONS / 2; i++) {
            assertThat(register("2001:db8:2:1::" + i, null, address(), PASSWORD).statusCode())
                    .isEqualTo(201);
            problem(register("2001:db8:2:1::a" + i, null, taken, PASSWORD), 409, "duplicate");
        }

        limited(register("2001:db8:2:1::ffff", null, taken, PASSWORD));
        limited(register("2001:db8:2:1::ffff", tokenOf(newcomer()), address(), PASSWORD));
        problem(register("2001:db8:2:2::1", null, taken, PASSWORD), 409, "duplicate");
    }

    @Test
    void countsNoneThatTellsNothing() {
        var from = somewhere();
        for (int i = 0; i <= REGISTRATIONS; i++) {
            assertThat(faults(register(from, null, address(), "password1234")))
                    .containsExactly("#/password too_common");
        }
        assertThat(register(from, null, address(), PASSWORD).statusCode()).isEqualTo(201);
    }
}
