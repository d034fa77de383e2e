package museum.atrium.http.parameter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class ParameterConfiguration {

    @Bean
    DecimalParameters decimalParameters() {
        return new DecimalParameters();
    }
}
