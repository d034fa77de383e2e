package museum.atrium.registration.networks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where the foot of mails and pages leads: who a network is, and what becomes of one's data. */
@PersonalPage
class NetworkPage {

    private final Networks networks;
    private final Page page;

    NetworkPage(Networks networks, Page page) {
        this.networks = networks;
        this.page = page;
    }

    @GetMapping("/networks/{slug}")
    ResponseEntity<String> show(@PathVariable String slug, HttpServletRequest request) {
        Locale language = request.getLocale();
        NetworkProfile profile = networks.existing(slug).profile();
        Page.Content content = page.of("network", language)
                .with("name", profile.name())
                .with("imprint", told(profile.imprint(), profile, language));
        if (profile.website() != null) {
            content.with("website", profile.website());
        }
        content.picture("logo", profile.logo(), profile.language());
        PrivacyNotice notice = profile.privacyNotice();
        if (notice != null) {
            content.with("notice", told(notice.text(), profile, language));
            if (notice.url() != null) {
                content.with("noticeUrl", notice.url());
            }
        }
        return content.answer(HttpStatus.OK);
    }

    private Told told(LocalizedText text, NetworkProfile profile, Locale reader) {
        return Told.of(text, profile.language(), reader);
    }
}
