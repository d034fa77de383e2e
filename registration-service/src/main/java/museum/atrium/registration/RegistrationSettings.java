package museum.atrium.registration;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param publicUrl the origin that links in answers and pages begin with, without a slash at the end */
@ConfigurationProperties("atrium")
public record RegistrationSettings(URI publicUrl, boolean sampleProgramme) {

    public RegistrationSettings {
        publicUrl = URI.create(publicUrl.toString().replaceAll("/+$", ""));
    }
}
