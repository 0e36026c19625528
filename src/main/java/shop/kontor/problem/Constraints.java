package shop.kontor.problem;

import static java.util.Map.entry;
import static shop.kontor.problem.InvalidRequest.inBody;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import shop.kontor.api.model.FieldError;
import shop.kontor.api.model.Problem;

/** The rules that the database holds, and the problem that answers whoever runs into one. */
final class Constraints {

    private record Rule(ProblemType type, FieldError fault) {

        Problem problem() {
            return fault == null ? type.problem() : type.problem().errors(List.of(fault));
        }
    }

    /** By the constraint's name, as the migrations give it. */
    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("uq_categories_category_name", duplicate("/category_name", "Another category has this name.")),
            entry("uq_tags_tag_name", duplicate("/tag_name", "Another tag has this name.")),
            entry("uq_users_email", duplicate("/email", "Another user has this address.")),
            entry("fk_products_user", invalid("/user_id", "unknown_reference", "There is no such user any more.")),
            entry(
                    "fk_products_category",
                    invalid("/category_id", "unknown_reference", "There is no such category any more.")),
            entry("fk_product_tags_tag", invalid("/tagIds", "unknown_reference", "There is no such tag any more.")),
            entry("fk_cart_items_product", new Rule(ProblemType.NOT_FOUND, null)),
            entry("ck_cart_items_quantity", invalid("/quantity", "minimum", "must be 1 or more")),
            entry("ck_products_price", invalid("/price", "minimum", "must be 0 or more")),
            entry("ck_products_stock", invalid("/stock", "minimum", "must be 0 or more")));

    /** The errors that name a constraint: MySQL's for a duplicate, a missing row and a check, MariaDB's for a check. */
    private static final Set<Integer> ERRORS = Set.of(1062, 1452, 3819, 4025);

    /** How they name it; what a client sent may stand before it, never after. */
    private static final Pattern NAME =
            Pattern.compile(".*(?:for key '(?:\\w+\\.)?|CONSTRAINT `|[Cc]heck constraint ')(\\w+)['`]", Pattern.DOTALL);

    private Constraints() {}

    static boolean isDeclared(String constraint) {
        return RULES.containsKey(constraint);
    }

    /** The problem for a statement that the database refused, if it was for one of these rules. */
    static Optional<Problem> problem(Throwable cause) {
        for (var e = cause; e != null; e = e.getCause()) {
            if (e instanceof SQLException refusal && ERRORS.contains(refusal.getErrorCode())) {
                var name = NAME.matcher(refusal.getMessage());
                if (name.find() && isDeclared(name.group(1))) {
                    var rule = RULES.get(name.group(1));
                    return Optional.of(rule.problem());
                }
            }
        }
        return Optional.empty();
    }

    private static Rule duplicate(String pointer, String detail) {
        return new Rule(ProblemType.DUPLICATE, inBody(pointer, "duplicate", detail));
    }

    private static Rule invalid(String pointer, String code, String detail) {
        return new Rule(ProblemType.INVALID_REQUEST, inBody(pointer, code, detail));
    }
}
