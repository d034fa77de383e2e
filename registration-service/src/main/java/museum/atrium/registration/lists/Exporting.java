package museum.atrium.registration.lists;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.OrganizerRegistration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes all that matches, chunk by chunk: no connection is held while somebody reads slowly, and no row is kept. */
@Component
class Exporting {

    private static final int CHUNK = 1_000;

    private final ListedRegistrations listed;

    Exporting(ListedRegistrations listed) {
        this.listed = listed;
    }

    /** @param reader as {@link Columns#of} takes it */
    void write(Activity activity, Filter filter, @Nullable Locale reader, Table table) throws IOException {
        Columns columns = Columns.of(activity, listed.answered(activity.id()), reader);
        table.add(columns.titles());
        ListCursor after = ListCursor.start(0);
        List<OrganizerRegistration> chunk;
        do {
            chunk = listed.page(filter, after, CHUNK);
            for (OrganizerRegistration registration : chunk) {
                table.add(columns.cells(registration));
            }
            table.flush();
            after = chunk.isEmpty() ? after : after.after(chunk.getLast());
        } while (chunk.size() == CHUNK);
        table.end();
    }
}
