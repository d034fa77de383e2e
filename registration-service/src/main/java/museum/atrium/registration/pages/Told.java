package museum.atrium.registration.pages;

/** @param language BCP 47; which the text is in, and the page perhaps not */
public record Told(String text, String language) {

    public static final Told NOTHING = new Told("", "en");
}
