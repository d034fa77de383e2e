package museum.atrium.registration.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import museum.atrium.registration.programme.PublicActivity.PublicNetwork;
import org.jspecify.annotations.Nullable;

/** A series as everyone sees it, its texts in one language, with what is in it. */
record PublicSeries(@JsonUnwrapped Item item, List<PublicActivity.Item> upcoming, List<PublicActivity.Item> past) {

    record Item(
            String slug,
            String language,
            String title,
            String summary,
            @Nullable PublicNetwork network) {}
}
