package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.kontor.client.api.Oper;
import shop.kontor.client.model.PaymentKind;
import shop.kontor.client.model.RefundInput;

/** Lists of a few rows read no more when there are ten times as many others, older and newer ones. */
class BoundedListsTest extends ContractTest {

    private static final double GROWTH = 1.5;

    private static final String NUMBERS = "(SELECT 0 n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
            + " UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
            + " UNION ALL SELECT 9) ";

    /** Orders, products and movements that nobody asks for. */
    private void others(int thousands) {
        var some = "FROM %1$sa, %1$sb, %1$sc, %1$sd WHERE d.n < ".formatted(NUMBERS) + thousands;
        database.update("INSERT INTO orders (buyer_name, status, placed_at, updated_at)"
                + " SELECT 'other', 'cancelled', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) " + some);
        database.update("INSERT INTO order_items (order_id, line_number, product_name, price, quantity)"
                + " SELECT o.id, 1, 'other', 1, 1 FROM orders o LEFT JOIN order_items i ON i.order_id = o.id"
                + " WHERE o.buyer_name = 'other' AND i.order_id IS NULL");
        database.update("INSERT INTO products (product_name, price) SELECT 'unsold', 1 " + some);
        database.update("INSERT INTO stock_movements (product_id, product_name, kind, delta, stock, moved_at)"
                + " SELECT 1000000 + a.n, 'other', 'opening', 1, 1, UTC_TIMESTAMP(6) " + some);
        for (var entries : List.of("payments", "refunds")) {
            database.update(
                    "INSERT INTO %s (order_id, amount, kind) SELECT o.id, 1, 'other' FROM orders o LEFT JOIN %1$s"
                                    .formatted(entries)
                            + " e ON e.order_id = o.id WHERE o.buyer_name = 'other' AND e.order_id IS NULL");
        }
    }

    /** Products that are not for sale any more. */
    private void archived(int thousands, long category, long tag) {
        database.update(
                "INSERT INTO products (product_name, price, status, category_id) SELECT 'other', 1, 'archived', ?"
                        + " FROM %1$sa, %1$sb, %1$sc, %1$sd WHERE d.n < ?".formatted(NUMBERS),
                category,
                thousands);
        database.update(
                "INSERT INTO product_tags (product_id, tag_id, status) SELECT id, ?, status FROM products"
                        + " WHERE category_id = ? AND product_name = 'other'",
                tag,
                category);
    }

    @AfterEach
    void removeThem() {
        for (var entries : List.of("payments", "refunds")) {
            database.update("DELETE e FROM %s e JOIN orders o ON o.id = e.order_id WHERE o.buyer_name = 'other'"
                    .formatted(entries));
        }
        database.update("DELETE FROM orders WHERE buyer_name = 'other'");
        database.update("DELETE FROM products WHERE product_name = 'unsold'");
        database.update("DELETE FROM stock_movements WHERE product_name = 'other'");
    }

    private Map<String, Integer> reads(int thousands) {
        others(thousands);
        var category = category();
        var tag = tag();
        archived(thousands, category.getId(), tag.getId());
        var product = product(lamp().categoryId(category.getId()).tagIds(List.of(tag.getId())));
        var user = customer();
        put(user, product, 1);
        buy(user);
        put(user, product, 1);
        var order = buy(user);
        var from = database.queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class)
                .atOffset(ZoneOffset.UTC)
                .toString();
        var reference = unique("RF18");
        pay(order, transfer("2").reference(reference));
        pay(order, transfer("3"));
        var to = database.queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class)
                .atOffset(ZoneOffset.UTC)
                .toString();
        var refund = payments().createRefund().idPath(order.getId());
        answer(refund.body(new RefundInput().amount(BigDecimal.ONE).kind(PaymentKind.CARD)));
        others(thousands);
        var reads = new TreeMap<String, Integer>();
        reads.put(
                "getCategory",
                reads(categories().getCategory().idPath(category.getId()).productCountQuery(true)));
        reads.put("getTag", reads(tags().getTag().idPath(tag.getId()).productCountQuery(true)));
        reads.put("listProducts", reads(products().listProducts().categoryIdQuery(category.getId())));
        reads.put("listCategories", reads(categories().listCategories().perPageQuery(5)));
        reads.put("listTags", reads(tags().listTags().perPageQuery(5)));
        reads.put("listUsers", reads(users().listUsers().perPageQuery(5)));
        reads.put("listOrders", reads(orders().listOrders()));
        reads.put(
                "listOrders by status",
                reads(orders().listOrders().statusQuery("placed").perPageQuery(1)));
        var ofUser = orders().listOrdersOfUser().userIdPath(user.getId());
        reads.put("listOrdersOfUser", reads(ofUser));
        reads.put("listOrdersOfUser by status", reads(ofUser.statusQuery("placed")));
        reads.put("listPayments", reads(payments().listPayments().perPageQuery(5)));
        reads.put(
                "listPayments by period",
                reads(payments().listPayments().fromQuery(from).toQuery(to).perPageQuery(1)));
        reads.put("listPayments by reference", reads(payments().listPayments().referenceQuery(reference)));
        reads.put("listPayments by order", reads(payments().listPayments().orderIdQuery(order.getId())));
        reads.put("listPaymentsOfOrder", reads(payments().listPaymentsOfOrder().idPath(order.getId())));
        reads.put("listRefundsOfOrder", reads(payments().listRefundsOfOrder().idPath(order.getId())));
        reads.put("listStockMovements", reads(products().listStockMovements().idPath(product.getId())));
        assertThat(answer(orders().getOrder().idPath(order.getId())).statusCode())
                .isEqualTo(200);
        return reads;
    }

    private int reads(Oper list) {
        return statements.reads(() -> assertThat(answer(list).statusCode()).isEqualTo(200));
    }

    @Test
    void readNoMoreWhenThereAreMoreOthers() {
        var few = reads(1);
        var many = reads(10);

        few.forEach((list, reads) -> assertThat(many.get(list))
                .as("reads of %s, with fewer others %d", list, reads)
                .isPositive()
                .isLessThanOrEqualTo((int) (GROWTH * reads)));
    }
}
