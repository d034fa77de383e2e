package museum.atrium.registration.organizers;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import museum.atrium.registration.programme.Organization;
import museum.atrium.registration.programme.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The organisations behind an activity, as the fields of a form: those of the one in place 2 begin with {@code o2.}. */
final class OrganizationFields {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 1000;
    private static final int MORE = 2;

    private final List<Organization> stored;

    /** @param stored have logos with a text that the form does not show and that they keep */
    OrganizationFields(List<Organization> stored) {
        this.stored = stored;
    }

    /** With room for some more. */
    void show(MultiValueMap<String, String> fields) {
        fields.add("organizations", String.valueOf(stored.size() + MORE));
        for (int place = 0; place < stored.size(); place++) {
            Organization organization = stored.get(place);
            fields.add(name(place, "name"), organization.name());
            fields.add(name(place, "role"), organization.role().name());
            fields.add(name(place, "website"), written(organization.website()));
            Picture logo = organization.logo();
            fields.add(name(place, "logo"), logo == null ? "" : logo.url().toString());
        }
    }

    /** For how many a form that was sent has room. */
    static int places(MultiValueMap<String, String> sent) {
        String places = Sent.text(sent, "organizations");
        return places.matches("[0-9]{1,4}") ? Math.min(MOST + MORE, Integer.parseInt(places)) : 0;
    }

    /** One without a name is none. */
    void read(MultiValueMap<String, String> sent, ArrayNode into) {
        for (int place = 0; place < places(sent); place++) {
            String name = Sent.text(sent, name(place, "name"));
            if (!name.isEmpty()) {
                ObjectNode organization = into.addObject().put("name", name);
                Sent.put(organization, "role", Sent.text(sent, name(place, "role")));
                Sent.put(organization, "website", Sent.text(sent, name(place, "website")));
                logo(place, name, sent, organization);
            }
        }
    }

    /** A logo shows a name: that is what it is called, unless somebody has written something else about this very picture. */
    private void logo(int place, String name, MultiValueMap<String, String> sent, ObjectNode into) {
        String url = sent.containsKey(name(place, "logo"))
                ? Sent.text(sent, name(place, "logo"))
                : before(place, name, sent)
                        .map(Organization::logo)
                        .map(logo -> logo.url().toString())
                        .orElse("");
        if (url.isEmpty()) {
            return;
        }
        ObjectNode logo = into.putObject("logo").put("url", url);
        Organization owner = owner(url, name);
        Picture known = owner == null ? null : owner.logo();
        if (owner != null && known != null && (owner.name().equals(name) || !isCalled(owner.name(), known))) {
            logo.set("alt", JSON.valueToTree(known.alt().byLanguage()));
        } else {
            logo.putObject("alt").put(language(sent), name);
        }
    }

    /** Whose logo it is: the one's of that name, or else anybody's. */
    private @Nullable Organization owner(String url, String name) {
        List<Organization> owners = stored.stream()
                .filter(organization -> organization.logo() != null
                        && organization.logo().url().toString().equals(url))
                .toList();
        return owners.stream()
                .filter(organization -> organization.name().equals(name))
                .findFirst()
                .orElse(owners.isEmpty() ? null : owners.getFirst());
    }

    private static boolean isCalled(String name, Picture logo) {
        return logo.alt().byLanguage().values().stream().allMatch(name::equals);
    }

    private static String language(MultiValueMap<String, String> sent) {
        String language = Sent.text(sent, "language");
        return language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? language : "en";
    }

    /** The one of that name, first of all in its place; or else the one that stood in its place and is named nowhere any more. */
    private Optional<Organization> before(int place, String name, MultiValueMap<String, String> sent) {
        Organization there = place < stored.size() ? stored.get(place) : null;
        if (there != null && there.name().equals(name)) {
            return Optional.of(there);
        }
        Optional<Organization> same = stored.stream()
                .filter(organization -> organization.name().equals(name))
                .findFirst();
        return same.isPresent() || there == null || isNamed(there.name(), sent) ? same : Optional.of(there);
    }

    private static boolean isNamed(String name, MultiValueMap<String, String> sent) {
        for (int place = 0; place < places(sent); place++) {
            if (Sent.text(sent, name(place, "name")).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String name(int place, String field) {
        return "o" + place + "." + field;
    }

    private static String written(@Nullable URI address) {
        return address == null ? "" : address.toString();
    }
}
