package museum.atrium.system;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import museum.atrium.system.surface.Person;

/** Made-up people of many places, whose addresses nobody else uses. */
final class People {

    private static final List<Home> FIVE_LANGUAGES = List.of(
            new Home("en", "Europe/London", "GB"),
            new Home("fr", "Africa/Dakar", "SN"),
            new Home("es", "America/Bogota", "CO"),
            new Home("pt", "America/Sao_Paulo", "BR"),
            new Home("de", "Asia/Tokyo", "JP"));

    private static final List<String> THIRTY_COUNTRIES = List.of(
            "PT", "FR", "HR", "DE", "IE", "GB", "DK", "CO", "FI", "MT", "SI", "BR", "AR", "MX", "CL", "SN", "CI", "MA",
            "TN", "LB", "EG", "ZA", "KE", "IN", "JP", "KR", "AU", "NZ", "CA", "US");

    private People() {}

    /** So many people in five languages and five time zones. */
    static List<Person> ofFiveLanguages(int howMany) {
        return people(howMany, i -> FIVE_LANGUAGES.get(i % FIVE_LANGUAGES.size()));
    }

    /** So many people of thirty countries. */
    static List<Person> ofThirtyCountries(int howMany) {
        return people(howMany, i -> {
            Home home = FIVE_LANGUAGES.get(i % FIVE_LANGUAGES.size());
            return new Home(home.language(), home.timeZone(), THIRTY_COUNTRIES.get(i % THIRTY_COUNTRIES.size()));
        });
    }

    static Person speaking(String language, String timeZone) {
        return people(1, i -> new Home(language, timeZone, "FR")).getFirst();
    }

    private static List<Person> people(int howMany, java.util.function.IntFunction<Home> homes) {
        String group = UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, howMany)
                .mapToObj(i -> {
                    Home home = homes.apply(i);
                    return new Person(
                            String.format(Locale.ROOT, "person-%d.%s@example.org", i, group),
                            String.format(Locale.ROOT, "Person %d (sample)", i),
                            home.language(),
                            home.timeZone(),
                            home.country());
                })
                .toList();
    }

    private record Home(String language, String timeZone, String country) {}
}
