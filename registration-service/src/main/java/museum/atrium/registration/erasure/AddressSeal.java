package museum.atrium.registration.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import museum.atrium.links.LinkKeys;

/** Turns an address into what tells nobody which it was, and still whether it was this one. */
final class AddressSeal {

    private final LinkKeys keys;

    AddressSeal(LinkKeys keys) {
        this.keys = keys;
    }

    String of(String addressKey) {
        return HexFormat.of().formatHex(keys.sign(addressKey.getBytes(UTF_8)));
    }

    /** As each key makes it that is accepted: the seal may be from before the last rotation. */
    List<String> all(String addressKey) {
        return keys.signatures(addressKey.getBytes(UTF_8)).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }
}
