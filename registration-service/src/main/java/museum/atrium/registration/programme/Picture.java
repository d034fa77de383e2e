package museum.atrium.registration.programme;

import java.net.URI;

/** @param alt what it shows, for who does not see it */
public record Picture(URI url, LocalizedText alt) {}
