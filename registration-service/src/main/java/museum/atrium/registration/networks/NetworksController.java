package museum.atrium.registration.networks;

import java.util.List;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.checking.ReaderLanguages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/networks")
class NetworksController {

    private final Networks networks;

    NetworksController(Networks networks) {
        this.networks = networks;
    }

    @GetMapping
    ResponseEntity<PublicNetwork.Answer> list(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        List<LanguageRange> wanted = ReaderLanguages.of(languages);
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new PublicNetwork.Answer(networks.all().stream()
                        .map(network -> PublicNetwork.of(network.profile(), wanted))
                        .toList()));
    }

    @GetMapping("/{slug}")
    ResponseEntity<PublicNetwork> show(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(PublicNetwork.of(networks.existing(slug).profile(), ReaderLanguages.of(languages)));
    }
}
