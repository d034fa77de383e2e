package museum.atrium.http.setting;

import museum.atrium.http.UnusableSetting;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence instead of a stack trace. */
class UnusableSettingAnalyzer extends AbstractFailureAnalyzer<UnusableSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableSetting unusable) {
        return new FailureAnalysis(unusable.getMessage(), unusable.remedy(), unusable);
    }
}
