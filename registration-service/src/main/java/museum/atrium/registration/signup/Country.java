package museum.atrium.registration.signup;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A country to choose in a form. */
record Country(String code, String name) {

    /** All there are, by their names in that language. */
    static List<Country> all(Locale wording) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Country(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(wording)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(wording)))
                .toList();
    }
}
