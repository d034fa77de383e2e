package museum.atrium.registration.signup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those who sign up together, one person or a group: all of them get in, or none.
 *
 * @param wishes in the order of the request; no address twice
 * @param code of an invitation; null: none was given
 * @param key null: the client sent none
 * @param subscription whether they want to hear of a series, and not to take part in an activity
 */
record Party(
        String slug,
        List<Wish> wishes,
        @Nullable String code,
        @Nullable IdempotencyKey key,
        boolean subscription) {

    Party(String slug, List<Wish> wishes, @Nullable String code, @Nullable IdempotencyKey key) {
        this(slug, wishes, code, key, false);
    }

    static Party of(String slug, Wish wish) {
        return new Party(slug, List.of(wish), null, null);
    }

    /** As they are compared. */
    List<String> addresses() {
        return wishes.stream().map(wish -> wish.email().key()).toList();
    }

    /** Whether all their addresses are known to be theirs. */
    boolean isProven() {
        for (Wish wish : wishes) {
            if (!wish.proven()) {
                return false;
            }
        }
        return true;
    }

    /** Never who they are, nor their code: this may end in a log. */
    @Override
    public String toString() {
        return "a party of " + wishes.size() + " for " + slug;
    }
}
