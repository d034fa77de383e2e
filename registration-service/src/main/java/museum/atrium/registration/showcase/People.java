package museum.atrium.registration.showcase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Organization;
import museum.atrium.registration.programme.OrganizationRole;
import org.jspecify.annotations.Nullable;

/** Who stands behind an activity, in the words of schema.org. */
final class People {

    private People() {}

    /** Its network, in whose name it is held, and who organises or hosts it; each once, also who is named as several of these. */
    static List<Thing> organizers(Activity activity, Addresses addresses) {
        var network = activity.network();
        Stream<Thing> first = network == null
                ? Stream.of()
                : Stream.of(
                        Thing.of("Organization").with("name", network.name()).with("url", addresses.network(network)));
        Map<String, Thing> byName = new LinkedHashMap<>();
        Stream.concat(first, organizations(activity, Set.of(OrganizationRole.ORGANIZER, OrganizationRole.HOST)))
                .forEach(one -> byName.putIfAbsent(
                        String.valueOf(one.members().get("name")).strip().toLowerCase(Locale.ROOT), one));
        return List.copyOf(byName.values());
    }

    static List<Thing> sponsors(Activity activity) {
        return organizations(activity, Set.of(OrganizationRole.SUPPORTER)).toList();
    }

    static List<Thing> speakers(Activity activity) {
        return activity.speakers().stream()
                .map(speaker -> Thing.of("Person")
                        .with("name", speaker.name())
                        .with("affiliation", affiliation(speaker.affiliation())))
                .toList();
    }

    private static @Nullable Thing affiliation(@Nullable String name) {
        return name == null ? null : Thing.of("Organization").with("name", name);
    }

    private static Stream<Thing> organizations(Activity activity, Set<OrganizationRole> roles) {
        return activity.organizations().stream()
                .filter(organization -> roles.contains(organization.role()))
                .map(People::organization);
    }

    private static Thing organization(Organization organization) {
        return Thing.of("Organization").with("name", organization.name()).with("url", organization.website());
    }
}
