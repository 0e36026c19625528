package shop.kontor.start;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must be equal in the tables of a shop at each moment. */
record Books(JdbcTemplate database) {

    private static final List<String> FAULTS = List.of("""
            SELECT CONCAT('stock of product ', p.id, ' differs from its ledger')
            FROM products p
            LEFT JOIN stock_movements m ON m.product_id = p.id
            GROUP BY p.id, p.stock
            HAVING p.stock <> COALESCE(SUM(m.delta), 0)
            """, """
            SELECT CONCAT('item ', i.line_number, ' of order ', i.order_id, ' is not in the ledger')
            FROM order_items i
            LEFT JOIN stock_movements m
              ON m.order_id = i.order_id AND m.product_id = i.product_id AND m.kind = 'order' AND m.delta = -i.quantity
            WHERE m.id IS NULL
            """, """
            SELECT CONCAT('movement ', m.id, ' has no item')
            FROM stock_movements m
            LEFT JOIN order_items i ON i.order_id = m.order_id AND i.product_id = m.product_id
            WHERE m.kind IN ('order', 'cancellation') AND i.order_id IS NULL
            """, """
            SELECT CONCAT('order ', o.id, ' has no items')
            FROM orders o
            LEFT JOIN order_items i ON i.order_id = o.id
            WHERE i.order_id IS NULL
            """, """
            SELECT CONCAT('order ', o.id, ' is ', o.status, ', and the ledger has it otherwise')
            FROM orders o
            WHERE (o.status = 'cancelled')
              <> EXISTS (SELECT 1 FROM stock_movements m WHERE m.order_id = o.id AND m.kind = 'cancellation')
            """);

    List<String> faults() {
        return FAULTS.stream()
                .flatMap(sql -> database.queryForList(sql, String.class).stream())
                .toList();
    }
}
