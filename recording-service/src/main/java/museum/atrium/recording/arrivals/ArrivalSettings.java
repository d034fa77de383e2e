package museum.atrium.recording.arrivals;

import museum.atrium.recording.catalogue.AccessPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param access for whom what arrives is, until an organiser says otherwise */
@ConfigurationProperties("atrium.arrivals")
record ArrivalSettings(AccessPolicy access) {}
