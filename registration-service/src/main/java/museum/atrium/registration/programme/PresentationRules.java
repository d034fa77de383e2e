package museum.atrium.registration.programme;

import java.util.List;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.AccessibilityDraft;
import museum.atrium.registration.programme.ActivityDraft.PictureDraft;
import museum.atrium.registration.programme.Presentation.Accessibility;
import museum.atrium.registration.programme.Presentation.Offer;
import org.jspecify.annotations.Nullable;

/** Checks pictures and what makes an activity accessible. */
final class PresentationRules {

    private PresentationRules() {}

    static Presentation check(Findings findings, ActivityDraft draft) {
        return new Presentation(
                picture(findings, "cover", draft.cover()), accessibility(findings, draft.accessibility()));
    }

    static @Nullable Picture picture(Findings findings, String field, @Nullable PictureDraft picture) {
        return picture == null
                ? null
                : new Picture(
                        findings.requiredWebAddress(field + ".url", picture.url()),
                        Texts.required(findings, field + ".alt", picture.alt(), "A conservator unpacks a vase"));
    }

    private static Accessibility accessibility(Findings findings, @Nullable AccessibilityDraft draft) {
        if (draft == null) {
            return new Accessibility(List.of(), LocalizedText.NONE);
        }
        List<Offer> offers = Each.of(
                findings, "accessibility.offers", draft.offers(), Offer.values().length, (field, offer) -> offer);
        return new Accessibility(
                offers.stream().distinct().toList(),
                Texts.of(findings, "accessibility.note", draft.note(), Texts.LONGEST_PARAGRAPHS));
    }
}
