package shop.kontor.insomnia;

import java.util.ArrayList;
import java.util.List;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;

/** The order in which the requests of the collection are granted: that of the contract, but for two. */
final class ClickingOrder {

    private ClickingOrder() {}

    /** An order is paid before it is shipped, and signing out comes last. */
    static List<Operation> of(Spec spec) {
        var order = new ArrayList<>(spec.operations);
        var payment = remove(order, "createPayment");
        order.add(indexOf(order, "setOrderStatus"), payment);
        order.add(remove(order, "signOut"));
        return order;
    }

    /** The folder of the operation's tag, unless that would break the order. */
    static String folder(Operation operation) {
        return switch (operation.id()) {
            case "signOut" -> "__WORKSPACE_ID__";
            case "createPayment" -> "fld_Orders";
            default -> "fld_" + operation.node().at("/tags/0").asString();
        };
    }

    private static Operation remove(List<Operation> operations, String id) {
        return operations.remove(indexOf(operations, id));
    }

    private static int indexOf(List<Operation> operations, String id) {
        return operations.stream().map(Operation::id).toList().indexOf(id);
    }
}
