package shop.kontor.payment;

import java.math.BigDecimal;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import shop.kontor.api.OrdersApiDelegate;
import shop.kontor.api.PaymentsApiDelegate;
import shop.kontor.api.model.OrderStatus;
import shop.kontor.api.model.OrderStatusInput;
import shop.kontor.api.model.PaymentInput;
import shop.kontor.api.model.PaymentKind;
import shop.kontor.api.model.RefundInput;
import shop.kontor.api.model.RefundItem;
import shop.kontor.api.model.Role;
import shop.kontor.problem.ProblemException;
import shop.kontor.security.CurrentUser;

/** The shop without HTTP: does with an order what a manager asks for, and says what has become of it. */
class LedgerShop {

    private static final CurrentUser MANAGER = new CurrentUser(null, Role.MANAGER, null, "192.0.2.1");
    private static final Pattern CONSTRAINT = Pattern.compile(".*\\b(ck_\\w+).*", Pattern.DOTALL);

    private static final String STATE = """
            SELECT CONCAT(o.status, ', ',
              CAST(o.captured * 100 AS SIGNED), ' in by ',
              (SELECT COUNT(*) FROM payments p WHERE p.order_id = o.id), ' payments of ',
              CAST((SELECT COALESCE(SUM(p.amount), 0) * 100 FROM payments p WHERE p.order_id = o.id) AS SIGNED), ', ',
              CAST(o.refunded * 100 AS SIGNED), ' back by ',
              (SELECT COUNT(*) FROM refunds r WHERE r.order_id = o.id), ' refunds of ',
              CAST((SELECT COALESCE(SUM(r.amount), 0) * 100 FROM refunds r WHERE r.order_id = o.id) AS SIGNED),
              ', restocked ',
              (SELECT GROUP_CONCAT(i.restocked ORDER BY i.line_number SEPARATOR ' ')
                FROM order_items i WHERE i.order_id = o.id),
              ', stock ',
              (SELECT GROUP_CONCAT(p.stock ORDER BY i.line_number SEPARATOR ' ')
                FROM order_items i JOIN products p ON p.id = i.product_id WHERE i.order_id = o.id),
              ', moved ',
              (SELECT COALESCE(SUM(m.delta), 0) FROM stock_movements m WHERE m.order_id = o.id))
            FROM orders o
            WHERE o.id = ?
            """;

    @Autowired
    PaymentsApiDelegate payments;

    @Autowired
    OrdersApiDelegate orders;

    @Autowired
    JdbcTemplate database;

    /** An order of two lines, as {@link LedgerModel} begins. */
    long order() {
        var id = insert("INSERT INTO orders (buyer_name, placed_at, updated_at)"
                + " VALUES ('ledger', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        for (int line = 1; line <= 2; line++) {
            var product = insert("INSERT INTO products (product_name, price, stock) VALUES ('ledger', 1, %d)"
                    .formatted(LedgerModel.STOCK));
            database.update(
                    "INSERT INTO order_items (order_id, line_number, product_id, product_name, price, quantity)"
                            + " VALUES (?, ?, ?, 'ledger', ?, ?)",
                    id,
                    line,
                    product,
                    euros(LedgerModel.CENTS[line - 1]),
                    LedgerModel.QUANTITIES[line - 1]);
        }
        return id;
    }

    private long insert(String statement) {
        var key = new GeneratedKeyHolder();
        database.update(connection -> connection.prepareStatement(statement, Statement.RETURN_GENERATED_KEYS), key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** What an act is answered: done, or why not. */
    String answer(long order, Act act) {
        try {
            act(order, act);
            return "done";
        } catch (ProblemException e) {
            return e.problem().getType().replace("/problems/", "");
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                var name = CONSTRAINT.matcher(String.valueOf(cause.getMessage()));
                if (name.matches()) {
                    return name.group(1);
                }
            }
            throw e;
        }
    }

    private void act(long order, Act act) {
        var reference = act.isShared() ? act.reference() : act.reference() + " of " + order;
        switch (act.kind()) {
            case PAY ->
                payments.createPayment(
                        MANAGER,
                        order,
                        new PaymentInput(euros(act.cents()), PaymentKind.CARD).reference(reference),
                        null);
            case REFUND -> payments.createRefund(MANAGER, order, refund(act, reference), null);
            case RETURN -> {
                var item = new RefundItem(act.line(), act.quantity()).restock(true);
                payments.createRefund(MANAGER, order, refund(act, reference).addItemsItem(item), null);
            }
            case MARK_AS_PAID -> move(order, OrderStatus.PAID);
            case SHIP -> move(order, OrderStatus.SHIPPED);
            case CANCEL -> move(order, OrderStatus.CANCELLED);
        }
    }

    private static RefundInput refund(Act act, String reference) {
        return new RefundInput(euros(act.cents()), PaymentKind.CARD).reference(reference);
    }

    private void move(long order, OrderStatus status) {
        orders.setOrderStatus(MANAGER, order, new OrderStatusInput(status));
    }

    private static BigDecimal euros(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** The state in words, as {@link LedgerModel} has it. */
    String state(long order) {
        return database.queryForObject(STATE, String.class, order);
    }

    /** What a manager reads of it. */
    String paymentStatus(long order) {
        var read = orders.getOrder(MANAGER, order).getBody();
        return read.getPaymentStatus().getValue() + " "
                + read.getDueBack().movePointRight(2).intValueExact();
    }

    /** Leaves nothing to other tests. */
    void clear() {
        for (var table : new String[] {"refund_items", "refunds", "payments", "stock_movements"}) {
            database.update("DELETE t FROM %s t JOIN orders o ON o.id = t.order_id WHERE o.buyer_name = 'ledger'"
                    .formatted(table));
        }
        database.update("DELETE FROM orders WHERE buyer_name = 'ledger'");
        database.update("DELETE FROM products WHERE product_name = 'ledger'");
    }
}
