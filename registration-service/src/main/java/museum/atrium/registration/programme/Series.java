package museum.atrium.registration.programme;

import java.util.UUID;

public record Series(UUID id, String slug, LocalizedText title, LocalizedText summary) {}
