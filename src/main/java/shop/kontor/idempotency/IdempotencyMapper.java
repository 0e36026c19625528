package shop.kontor.idempotency;

import org.apache.ibatis.annotations.Mapper;

/** The keys that came with requests, and the answers. */
@Mapper
interface IdempotencyMapper {

    StoredResponse find(long userId, String key);

    int insert(long userId, String key, String fingerprint);

    int update(StoredResponse claim);

    int deleteExpired(int limit);
}
