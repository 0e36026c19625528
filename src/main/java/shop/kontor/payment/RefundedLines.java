package shop.kontor.payment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.FieldError;
import shop.kontor.api.model.RefundItem;
import shop.kontor.order.OrderLine;
import shop.kontor.problem.InvalidRequest;

/** Compares the lines that a refund names with those of its order. */
final class RefundedLines {

    private RefundedLines() {}

    /**
     * Requires that the order has these lines, and as many of each.
     *
     * @param items in the order of the request
     * @throws InvalidRequest with all that is wrong
     */
    static void require(List<RefundItem> items, List<OrderLine> lines) {
        var known = lines.stream().collect(Collectors.toMap(OrderLine::lineNumber, Function.identity()));
        var seen = new HashSet<Integer>();
        var faults = new ArrayList<FieldError>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var fault = seen.add(item.getLineNumber())
                    ? fault("/items/" + i, item, known)
                    : InvalidRequest.inBody("/items/" + i + "/line_number", "duplicate", "must be named once");
            if (fault != null) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private static @Nullable FieldError fault(String pointer, RefundItem item, Map<Integer, OrderLine> known) {
        var line = known.get(item.getLineNumber());
        if (line == null) {
            return InvalidRequest.inBody(
                    pointer + "/line_number", "unknown_reference", "must be the number of a line of the order");
        }
        return item.getQuantity() > line.quantity()
                ? InvalidRequest.inBody(
                        pointer + "/quantity", "not_applicable", "must be %d or less".formatted(line.quantity()))
                : null;
    }
}
