package shop.kontor.limit;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** The rows of attempts; the clock is the database's. */
@Mapper
interface AttemptMapper {

    /** The seconds until all limits that are reached have an attempt again; null if none is reached. */
    @Nullable
    Integer findWait(List<Limit> limits);

    /** Makes rows for those that have none, and locks all. */
    int insert(List<Limit> limits);

    /** Counts one for each that is below its limit. */
    int update(List<Limit> limits);

    /** Takes one off each. */
    int updateBack(List<Limit> limits);

    int deleteExpired(int limit);
}
