package museum.atrium.notification.delivery;

import jakarta.mail.Session;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Jakarta Mail's view of {@code spring.mail}. */
@Configuration(proxyBeanMethods = false)
class MailSession {

    /**
     * Watches all connections' writes; otherwise Jakarta Mail starts an executor for each of them. The timeouts of writes that have
     * ended are taken out at once: those of a minute would fill the memory.
     */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledThreadPoolExecutor writeTimeouts() {
        ScheduledThreadPoolExecutor timeouts = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("smtp-write-timeouts").factory());
        timeouts.setRemoveOnCancelPolicy(true);
        return timeouts;
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
