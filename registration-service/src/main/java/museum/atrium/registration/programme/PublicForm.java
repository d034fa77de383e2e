package museum.atrium.registration.programme;

import java.util.List;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.programme.PublicActivity.PublicConsent;
import museum.atrium.registration.programme.PublicActivity.PublicNotice;
import museum.atrium.registration.programme.PublicActivity.PublicOption;
import museum.atrium.registration.programme.PublicActivity.PublicQuestion;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;

/** Shows what is asked at sign-up in the language that the reader asks for. */
record PublicForm(SignUpForm form, List<LanguageRange> wanted, String fallback) {

    List<PublicQuestion> questions() {
        return form.questions().stream()
                .map(question -> new PublicQuestion(
                        question.id(),
                        question.kind(),
                        plain(question.label()),
                        plain(question.help()),
                        question.required(),
                        question.options().stream()
                                .map(option -> new PublicOption(option.id(), plain(option.label())))
                                .toList(),
                        question.min(),
                        question.max()))
                .toList();
    }

    List<PublicConsent> consents() {
        return form.consents().stream()
                .map(consent -> new PublicConsent(consent.id(), plain(consent.text()), consent.required()))
                .toList();
    }

    @Nullable PublicNotice privacyNotice() {
        PrivacyNotice notice = form.notice();
        return notice == null ? null : new PublicNotice(plain(notice.text()), notice.url());
    }

    private String plain(LocalizedText text) {
        return text.in(wanted, fallback);
    }
}
