package shop.kontor.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.User;

/** The rows of users. */
@Mapper
interface UserMapper {

    Optional<User> find(long id);

    Optional<UserCredentials> findAccount(long id);

    Optional<UserCredentials> findByEmail(String email);

    boolean hasManager();

    Optional<User> lock(long id);

    List<Long> lockManagers();

    List<User> list(@Nullable Long after, int limit);

    long count();

    Set<Long> listExisting(Set<Long> ids);

    int insert(User user, String passwordHash);

    int update(User user, PasswordChange password, boolean endSessions);

    int delete(long id);
}
