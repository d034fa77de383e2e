package museum.atrium.registration.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;

/** Checks the entries of a list one by one. */
final class Each {

    private Each() {}

    /** @param check takes an entry's name, like {@code sessions[2]}, and the entry */
    static <D, P> List<P> of(
            Findings findings,
            String field,
            @Nullable List<@Nullable D> drafts,
            int most,
            BiFunction<String, D, P> check) {
        List<P> checked = new ArrayList<>();
        if (drafts == null) {
            return checked;
        }
        if (drafts.size() > most) {
            findings.add(field, "may have " + most + " entries at most");
            return checked;
        }
        for (int i = 0; i < drafts.size(); i++) {
            String name = field + "[" + i + "]";
            D draft = drafts.get(i);
            if (draft == null) {
                findings.add(name, "may not be null");
            } else {
                checked.add(check.apply(name, draft));
            }
        }
        return checked;
    }
}
