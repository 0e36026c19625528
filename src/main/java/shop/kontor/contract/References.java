package shop.kontor.contract;

import java.util.Set;

/** Finds existing rows for what the contract marks with {@code x-references}. */
public interface References {

    /** The relations that it covers. */
    Set<String> relations();

    /**
     * The subset of the ids that exist.
     *
     * @param relation one of {@link #relations}
     * @param ids at least one
     */
    Set<Long> existing(String relation, Set<Long> ids);
}
