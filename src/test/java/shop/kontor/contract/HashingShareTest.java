package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.UserUpdate;

/** Keeps people who register or change passwords from keeping others from signing in, and the other way round. */
class HashingShareTest extends LimitContractTest {

    private static final int CROWD = 60;

    private int registration() {
        return register(somewhere(), null, address(), PASSWORD).statusCode();
    }

    private int change(long userId) {
        return answer(as(manager()).users().updateUser().userIdPath(userId).body(new UserUpdate().password(PASSWORD)))
                .statusCode();
    }

    /** What others are answered while a crowd does something all the time. */
    private static List<Integer> during(IntSupplier crowd, IntSupplier other) throws InterruptedException {
        var isFull = new CountDownLatch(1);
        var isOver = new AtomicBoolean();
        var threads = IntStream.range(0, CROWD)
                .mapToObj(i -> new Thread(() -> {
                    while (!isOver.get()) {
                        var status = crowd.getAsInt();
                        if (status == 429) {
                            isFull.countDown();
                            LockSupport.parkNanos(100_000_000); // leave the machine to the others
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        try {
            assertThat(isFull.await(1, TimeUnit.MINUTES)).isTrue();
            return IntStream.range(0, 5).map(i -> other.getAsInt()).boxed().toList();
        } finally {
            isOver.set(true);
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    void letsPeopleSignInWhileOthersRegister() throws InterruptedException {
        var owner = owner();

        assertThat(during(
                        this::registration,
                        () -> signIn(somewhere(), owner.getEmail(), PASSWORD).statusCode()))
                .containsOnly(201);
    }

    @Test
    void letsPeopleSignInWhileOthersChangeTheirPasswords() throws InterruptedException {
        var owner = owner();
        var other = newcomer();

        assertThat(during(
                        () -> change(other.getId()),
                        () -> signIn(somewhere(), owner.getEmail(), PASSWORD).statusCode()))
                .containsOnly(201);
    }

    @Test
    void letsPeopleRegisterWhileOthersSignIn() throws InterruptedException {
        assertThat(during(() -> signIn(somewhere(), address(), "wrong").statusCode(), this::registration))
                .containsOnly(201);
    }
}
