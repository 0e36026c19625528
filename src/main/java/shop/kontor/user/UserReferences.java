package shop.kontor.user;

import java.util.Set;
import org.springframework.stereotype.Component;
import shop.kontor.contract.References;

/** Finds existing users for {@code x-references}. */
@Component
class UserReferences implements References {

    private final UserMapper users;

    UserReferences(UserMapper users) {
        this.users = users;
    }

    @Override
    public Set<String> relations() {
        return Set.of("users");
    }

    @Override
    public Set<Long> existing(String relation, Set<Long> ids) {
        return users.listExisting(ids);
    }
}
