package shop.kontor.problem;

import java.util.List;
import shop.kontor.api.model.Blocker;

/** Other rows refer to the row to be deleted, and prevent that. */
public class InUse extends ProblemException {

    /**
     * @param relation the table of the rows that refer to it
     * @param count the number of all such rows
     * @param ids the lowest of their ids
     */
    public InUse(String relation, long count, List<Long> ids) {
        super(
                ProblemType.IN_USE,
                "Still referred to by %s (%d): change or delete these first.".formatted(relation, count));
        problem().setBlockers(List.of(new Blocker(relation, count, ids)));
    }

    /** Says what to do instead of a deletion that can never succeed. */
    public InUse instead(String action) {
        problem().getBlockers().forEach(blocker -> blocker.setInstead(action));
        return this;
    }
}
