package museum.atrium.registration.programme;

import museum.atrium.http.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Slugs for what has none of its own yet. */
@Component
class FreeSlugs {

    private static final int MOST_COPIES = 1000;
    private static final int LONGEST_NUMBER = 5;

    private final JdbcClient database;

    FreeSlugs(JdbcClient database) {
        this.database = database;
    }

    /**
     * The first of {@code slug-2}, {@code slug-3} and so on that nothing has at this moment.
     *
     * @throws Refusal 409 after too many
     */
    String after(String slug) {
        String longest = slug.substring(0, Math.min(slug.length(), ActivityRules.LONGEST_SLUG - LONGEST_NUMBER));
        return database.sql("""
                select free.slug
                from generate_series(2, :most) as number
                cross join lateral (select :base || '-' || number as slug) as free
                where not exists (select from activity a where a.slug = free.slug)
                order by number limit 1
                """)
                .param("most", MOST_COPIES)
                .param("base", longest.replaceAll("-$", ""))
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict(
                        "slug-taken", "There are too many copies of '" + slug + "'; choose a slug for this one."));
    }
}
