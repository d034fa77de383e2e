package museum.atrium.registration.showcase;

/** @param language BCP 47; which the text is in, and the page perhaps not */
record Told(String text, String language) {}
