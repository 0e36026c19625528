package shop.kontor.idempotency;

import org.apache.ibatis.annotations.Mapper;

/** The rows of idempotency keys and stored responses. */
@Mapper
interface IdempotencyMapper {

    StoredResponse find(long userId, String key);

    KeyUse findUse(long userId, int limit);

    int insert(long userId, String key, String fingerprint);

    int update(StoredResponse claim);

    int deleteExpired(int limit);
}
