package shop.kontor.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestContextManager;
import shop.kontor.KontorTest;

/** Does at random what managers do with the money of an order, and after each step compares it with a model. */
@KontorTest
class LedgerModelTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    private LedgerShop shop;

    @BeforeProperty
    void connect() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        shop = beans.createBean(LedgerShop.class);
    }

    @AfterProperty
    void clear() {
        shop.clear();
    }

    @Property(tries = 100)
    void behavesAsTheModel(@ForAll("acts") List<Act> acts) {
        var model = new LedgerModel();
        var order = shop.order();
        for (var act : acts) {
            assertThat(shop.answer(order, act)).as(act.toString()).isEqualTo(model.answer(act));
            assertThat(shop.state(order)).as(act.toString()).isEqualTo(model.state());
            assertThat(shop.paymentStatus(order)).isEqualTo(model.paymentStatus() + " " + model.dueBack());
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Arbitraries.randomValue(Act::any).list().ofMaxSize(12);
    }
}
