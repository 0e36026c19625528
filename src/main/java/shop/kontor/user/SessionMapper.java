package shop.kontor.user;

import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import shop.kontor.api.model.Session;
import shop.kontor.security.CurrentUser;

/** The rows of sessions. */
@Mapper
interface SessionMapper {

    Optional<SessionUser> findUser(long id);

    int insert(Session session, int version);

    int renew(long id, long userId);

    int delete(CurrentUser caller, long id);

    int deleteOldest(long userId, int kept);

    int deleteExpired(int limit);
}
