package museum.atrium.registration.checking;

import java.util.UUID;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, where the list is in the order of ids.
 *
 * @param after the last id of the page before; null: from the start
 */
public record PageById(int limit, @Nullable UUID after) {

    private static final int MOST = 500;

    /** @throws Refusal 400 if the limit is out of bounds, or the cursor is none that an answer gave */
    public static PageById of(int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.badRequest("The parameter 'limit' must be a number from 1 to " + MOST + ".");
        }
        try {
            return new PageById(limit, cursor == null ? null : UUID.fromString(cursor));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The parameter 'cursor' must be the 'next' of an earlier answer, unchanged.");
        }
    }
}
