package shop.kontor.limit;

import org.apache.ibatis.annotations.Mapper;

/** The rows of known networks. */
@Mapper
interface KnownNetworkMapper {

    boolean hasNetwork(long userId, String network);

    int insert(long userId, String network);

    int update(long userId, String network);

    int deleteOldest(long userId, int most);

    int deleteExpired(int limit);
}
