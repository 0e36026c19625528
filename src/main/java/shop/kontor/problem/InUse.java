package shop.kontor.problem;

import java.util.List;
import shop.kontor.api.model.Blocker;

/** Other rows refer to the one that was to be deleted, and the request asked to refuse then. */
public class InUse extends ProblemException {

    /**
     * @param relation the table of the rows that refer to it
     * @param count how many there are
     * @param ids the first of them
     */
    public InUse(String relation, long count, List<Long> ids) {
        super(ProblemType.IN_USE, "Still referring to it: %s (%d).".formatted(relation, count));
        problem().setBlockers(List.of(new Blocker(relation, count, ids)));
    }
}
