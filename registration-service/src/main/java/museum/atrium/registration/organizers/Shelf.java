package museum.atrium.registration.organizers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.RunningNetwork;
import org.jspecify.annotations.Nullable;

/** A network or a series to choose from. */
record Shelf(String slug, Told title) {

    static List<Shelf> networks(List<RunningNetwork> networks) {
        return networks.stream()
                .map(network -> new Shelf(network.slug(), new Told(network.name(), network.language())))
                .toList();
    }

    static List<Shelf> series(List<Activity> series, Locale reader) {
        return series.stream()
                .map(one -> new Shelf(one.slug(), Told.of(one.title(), one.language(), reader)))
                .toList();
    }

    /** @param own is offered in any case, be it by its slug; null or empty: there is none */
    static List<Shelf> with(@Nullable String own, List<Shelf> offered) {
        return own == null
                        || own.isBlank()
                        || offered.stream().anyMatch(one -> one.slug().equals(own))
                ? offered
                : Stream.concat(offered.stream(), Stream.of(new Shelf(own, new Told(own, "zxx"))))
                        .toList();
    }
}
