package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.OrderStatusInput;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.User;
import shop.kontor.contract.check.Spec;

/** Orders move as the contract's table of transitions says, and in no other way: each status to each, by each role. */
class OrderLifeCycleTest extends GuardedContractTest {

    /**
     * A move of an order that is in a status.
     *
     * @param role of who tries it; in the table, the least that it takes
     */
    private record Move(OrderStatus from, OrderStatus to, Role role) {

        boolean isCoveredBy(Move listed) {
            return listed.to == to && (role == Role.MANAGER || listed.role == Role.CUSTOMER);
        }
    }

    private static final List<Move> LISTED = Spec.INSTANCE
            .root
            .get("x-transitions")
            .valueStream()
            .map(row -> new Move(
                    OrderStatus.fromValue(row.get("from").asString()),
                    OrderStatus.fromValue(row.get("to").asString()),
                    Role.fromValue(row.get("role").asString())))
            .toList();

    static Stream<Move> moves() {
        return Stream.of(OrderStatus.values())
                .flatMap(from -> Stream.of(OrderStatus.values())
                        .flatMap(to -> Stream.of(Role.values()).map(role -> new Move(from, to, role))));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void isAsTheContractSays(Move move) {
        var buyer = newcomer();
        var order = orderThatIs(move.from(), buyer);
        var ways = LISTED.stream().filter(move::isCoveredBy).toList();

        var answer = set(order, move.to(), move.role() == Role.MANAGER ? manager() : tokenOf(buyer));

        var now = get(order);
        if (ways.stream().anyMatch(way -> way.from() == move.from())) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.as(Order.class)).isEqualTo(now);
            assertThat(now.getStatus()).isEqualTo(move.to());
            assertThat(now.getUpdatedAt()).isAfter(order.getUpdatedAt());
        } else {
            var isForbidden = ways.isEmpty() && move.role() != Role.MANAGER;
            problem(answer, isForbidden ? 403 : 409, isForbidden ? "forbidden" : "illegal-transition");
            assertThat(now).isEqualTo(order);
        }
    }

    /** An order that has come to a status on the shortest way that the table has. */
    private Order orderThatIs(OrderStatus status, User buyer) {
        var order = purchase(buyer);
        for (var step : wayTo(status)) {
            assertThat(set(order, step, manager()).statusCode()).isEqualTo(200);
        }
        var now = get(order);
        assertThat(now.getStatus()).isEqualTo(status);
        return now;
    }

    private static List<OrderStatus> wayTo(OrderStatus status) {
        var ways = new LinkedHashMap<OrderStatus, List<OrderStatus>>();
        ways.put(OrderStatus.PLACED, List.of());
        for (int known = 0; known < ways.size(); known++) {
            var from = List.copyOf(ways.keySet()).get(known);
            LISTED.stream()
                    .filter(listed -> listed.from() == from)
                    .forEach(listed -> ways.putIfAbsent(
                            listed.to(),
                            Stream.concat(ways.get(from).stream(), Stream.of(listed.to()))
                                    .toList()));
        }
        return ways.get(status);
    }

    private Response set(Order order, OrderStatus status, String token) {
        return answer(
                as(token).orders().setOrderStatus().idPath(order.getId()).body(new OrderStatusInput().status(status)));
    }

    private Order get(Order order) {
        return as(manager()).orders().getOrder().idPath(order.getId()).executeAs(r -> r);
    }
}
