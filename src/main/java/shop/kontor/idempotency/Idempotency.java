package shop.kontor.idempotency;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.security.CurrentUser;
import shop.kontor.settings.CustomerSettings;
import shop.kontor.user.Users;
import shop.kontor.web.RequestFingerprint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Processes requests with the same {@code Idempotency-Key} once, and returns the first response to all of them.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header">The Idempotency-Key HTTP
 *     Header Field</a>
 */
@Component
public class Idempotency {

    /** In characters: any text of this length fits into the column and into a packet. */
    private static final int LONGEST_ANSWER = 4_000_000;

    private final IdempotencyMapper keys;
    private final Users users;
    private final JsonMapper json;
    private final CustomerSettings settings;

    Idempotency(IdempotencyMapper keys, Users users, JsonMapper json, CustomerSettings settings) {
        this.keys = keys;
        this.users = users;
        this.json = json;
        this.settings = settings;
    }

    /**
     * Claims the key, does the work and stores the response in one transaction: a rejected request leaves its key unused.
     * Requests are the same if their fingerprints are: see {@link RequestFingerprint}.
     *
     * @param caller the user who sent the key
     * @param key chosen by the caller; null for none: then nothing is stored
     * @param work processes the first request
     * @return the response of the first request
     * @throws KeyReused if the key has been used for a different request
     * @throws TooManyRequests if a customer has used too many keys
     * @throws RequestInProgress if the first request is still in progress after some seconds
     */
    @RetryingTransaction
    public <T> ResponseEntity<T> once(CurrentUser caller, @Nullable String key, Supplier<ResponseEntity<T>> work) {
        if (key == null) {
            return work.get();
        }
        var claim = claim(caller, key, RequestFingerprint.current());
        if (claim.status() != null) {
            return again(claim, claim.status());
        }
        var answer = work.get();
        keep(claim, answer);
        return answer;
    }

    /**
     * Deletes keys that are older than 24 hours, and what was answered.
     *
     * @param limit how many at most
     * @return how many
     */
    @RetryingTransaction
    int forgetExpired(int limit) {
        return keys.deleteExpired(limit);
    }

    /** Locks the key, and a customer before it: other requests wait until the transaction ends. */
    private StoredResponse claim(CurrentUser caller, String key, String fingerprint) {
        var user = caller.id();
        var userId = user == null ? 0 : user;
        try {
            if (!caller.isManager()) {
                users.lock(userId);
            }
            keys.insert(userId, key, fingerprint);
        } catch (CannotAcquireLockException e) {
            throw new RequestInProgress();
        }
        var claim = keys.find(userId, key);
        if (!claim.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        if (claim.status() == null && !caller.isManager()) {
            requireRoom(userId);
        }
        return claim;
    }

    /** Counts the new key with the others. */
    private void requireRoom(long userId) {
        var use = keys.findUse(userId, settings.keysPerDay() + 1);
        if (use.count() > settings.keysPerDay()) {
            throw new TooManyRequests(use.seconds() + 1);
        }
    }

    private void keep(StoredResponse claim, ResponseEntity<?> answer) {
        var body = json.writeValueAsString(answer.getBody());
        if (body.length() > LONGEST_ANSWER) {
            throw new ResponseTooLarge();
        }
        var headers = answer.getHeaders();
        keys.update(new StoredResponse(
                claim.userId(),
                claim.idempotencyKey(),
                claim.fingerprint(),
                answer.getStatusCode().value(),
                headers.getFirst("Location"),
                headers.getETag(),
                body));
    }

    /** Returns the stored text of the first response as the body, regardless of the declared type. */
    @SuppressWarnings("unchecked")
    private static <T> ResponseEntity<T> again(StoredResponse claim, int status) {
        var answer = ResponseEntity.status(HttpStatus.valueOf(status));
        if (claim.location() != null) {
            answer.header("Location", claim.location());
        }
        if (claim.etag() != null) {
            answer.eTag(claim.etag());
        }
        return (ResponseEntity<T>) answer.<Object>body(new RawValue(claim.body()));
    }
}
