package shop.kontor.contract;

import java.util.Set;

/** Tells which rows there are, for what the contract marks with {@code x-references}. */
public interface References {

    /** The tables that it knows. */
    Set<String> relations();

    /**
     * Those of some rows that exist.
     *
     * @param relation one of {@link #relations}
     * @param ids at least one
     */
    Set<Long> existing(String relation, Set<Long> ids);
}
