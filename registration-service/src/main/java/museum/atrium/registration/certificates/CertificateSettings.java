package museum.atrium.registration.certificates;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param fonts a folder of TrueType fonts for the scripts that ours lack; empty: none */
@ConfigurationProperties("atrium.certificates")
record CertificateSettings(String fonts) {}
