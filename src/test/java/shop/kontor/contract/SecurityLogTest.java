package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.UserUpdate;

/** What the log says of attempts to get in and of new roles: who, from where and what, in one line, and no secret. */
@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTest extends GuardedContractTest {

    private static final String HERE = " address=\"127.0.0.1\"";

    private static List<String> lines(CapturedOutput log) {
        return log.getAll()
                .lines()
                .filter(line -> line.contains("SecurityLog"))
                .map(line -> line.replaceFirst(".* : ", ""))
                .toList();
    }

    private void fail(String email) {
        problem(
                answer(users().signIn().body(new Credentials().email(email).password("a guess"))),
                401,
                "unauthenticated");
    }

    @Test
    void namesTheAccountThatSomebodyFailedToSignInTo(CapturedOutput log) {
        var user = customer();

        fail(user.getEmail());

        assertThat(lines(log)).containsExactly("Sign-in failed" + HERE + " account=\"" + user.getId() + "\"");
    }

    @Test
    void saysNothingOfAnAddressThatNobodyHas(CapturedOutput log) {
        fail("a@example.com\u2028Role changed account=\"1\"\r\n to=\"MANAGER\"");

        assertThat(lines(log)).containsExactly("Sign-in failed" + HERE);
        assertThat(log.getAll()).doesNotContain("a@example.com", "a guess");
    }

    @Test
    void namesWhatALimitRefused(CapturedOutput log) {
        var user = customer();
        for (int i = 0; i < 5; i++) {
            fail(user.getEmail());
        }

        var again =
                users().signIn().body(new Credentials().email(user.getEmail()).password("a guess"));
        problem(answer(again), 429, "too-many-requests");

        // A refusal is logged when its status is known: the response may be there first.
        var refusal = "Limit reached" + HERE + " operation=\"POST /api/sessions\"";
        await().until(() -> lines(log).contains(refusal));
        assertThat(lines(log)).hasSize(6).last().isEqualTo(refusal);
    }

    @Test
    void namesWhoChangedWhoseRole(CapturedOutput log) {
        var user = newcomer();
        var change = as(manager()).users().updateUser().userIdPath(user.getId());

        answer(change.body(new UserUpdate().name("Eve").role(Role.CUSTOMER)));
        answer(change.body(new UserUpdate().role(Role.MANAGER)));
        answer(change.body(new UserUpdate().role(Role.CUSTOMER)));

        var facts = HERE + " user=\"1\" account=\"" + user.getId() + "\"";
        assertThat(lines(log))
                .containsExactly(
                        "Role changed" + facts + " from=\"customer\" to=\"manager\"",
                        "Role changed" + facts + " from=\"manager\" to=\"customer\"");
    }

    @Test
    void saysNothingOfARoleThatWasNotChanged(CapturedOutput log) {
        var user = newcomer();
        var change = new UserUpdate().role(Role.MANAGER).email("manager@example.com");

        problem(
                answer(as(manager())
                        .users()
                        .updateUser()
                        .userIdPath(user.getId())
                        .body(change)),
                409,
                "duplicate");

        assertThat(lines(log)).isEmpty();
    }
}
