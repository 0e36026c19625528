package shop.kontor.web;

import java.util.Set;

/** Tells which rows there are, for what the contract marks with {@code x-references}. */
public interface References {

    /**
     * Those of some rows that exist.
     *
     * @param relation the table's name
     * @param ids at least one
     */
    Set<Long> existing(String relation, Set<Long> ids);
}
