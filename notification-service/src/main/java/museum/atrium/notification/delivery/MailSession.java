package museum.atrium.notification.delivery;

import jakarta.mail.Session;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Jakarta Mail's view of {@code spring.mail}. */
@Configuration(proxyBeanMethods = false)
class MailSession {

    /** Watches all connections' writes; otherwise Jakarta Mail starts an executor for each of them. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService writeTimeouts() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("smtp-write-timeouts").factory());
    }

    @Bean
    Session session(JavaMailSenderImpl sender, SenderDomain domain, ScheduledExecutorService writeTimeouts) {
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.from", domain.address());
        properties.put("mail.smtps.from", domain.address());
        properties.put("mail.mime.allowutf8", "true");
        properties.put("mail.smtp.executor.writetimeout", writeTimeouts);
        properties.put("mail.smtps.executor.writetimeout", writeTimeouts);
        return sender.getSession();
    }
}
