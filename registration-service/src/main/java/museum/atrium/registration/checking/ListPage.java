package museum.atrium.registration.checking;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it is answered.
 *
 * @param next the cursor of the page that follows; null: none does
 */
public record ListPage<T>(List<T> items, @Nullable String next) {

    /**
     * @param find at most as many as it is asked for; it is asked for one more than is shown, which tells whether a page follows
     * @param cursor by which the page after this one is asked for, if this is the last that is shown
     */
    public static <T> ListPage<T> of(int limit, IntFunction<List<T>> find, Function<T, String> cursor) {
        List<T> found = find.apply(limit + 1);
        if (found.size() <= limit) {
            return new ListPage<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new ListPage<>(items, cursor.apply(items.getLast()));
    }

    /** The same page with each item as it is shown. */
    public <S> ListPage<S> showing(Function<T, S> shown) {
        return new ListPage<>(items.stream().map(shown).toList(), next);
    }
}
