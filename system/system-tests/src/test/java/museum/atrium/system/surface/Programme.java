package museum.atrium.system.surface;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The public programme. */
public final class Programme {

    private final Http http;

    public Programme(Http http) {
        this.http = http;
    }

    /** Every item that the query lists, page by page, in the order of the answer. */
    public List<PublicActivity> list(String query) {
        List<PublicActivity> items = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            String next = cursor == null ? "" : "&cursor=" + cursor;
            JsonNode page =
                    http.get("/api/activities?" + query + next).expecting(200).json();
            page.get("items").forEach(item -> items.add(Json.read(Json.write(item), PublicActivity.class)));
            JsonNode following = page.get("next");
            cursor = following == null || following.isNull() ? null : following.asString();
        } while (cursor != null);
        return items;
    }

    public PublicActivity detail(String slug, String language) {
        return http.with("Accept-Language", language)
                .get("/api/activities/" + slug)
                .expecting(200)
                .as(PublicActivity.class);
    }

    public PublicActivity detail(String slug) {
        return detail(slug, "en");
    }
}
