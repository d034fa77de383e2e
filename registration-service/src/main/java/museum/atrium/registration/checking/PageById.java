package museum.atrium.registration.checking;

import java.util.UUID;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which page of a list is asked for, where the list is in the order of ids.
 *
 * @param after the last id of the page before; null: from the start
 */
public record PageById(int limit, @Nullable UUID after) {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    public static final PageById FIRST = new PageById(USUAL, null);

    /** @throws Refusal 400 if the limit is out of bounds, the cursor is none that an answer gave, or there is anything else */
    public static PageById of(MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "limit", "cursor");
        int limit = parameters.limit(USUAL, MOST);
        String cursor = parameters.text("cursor");
        try {
            return new PageById(limit, cursor == null ? null : UUID.fromString(cursor));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The parameter 'cursor' must be the 'next' of an earlier answer, unchanged.");
        }
    }
}
