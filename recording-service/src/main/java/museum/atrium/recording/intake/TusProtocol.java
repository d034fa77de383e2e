package museum.atrium.recording.intake;

import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TusProtocol {

    @Bean
    UploadIdFactory uploadIds() {
        UploadIdFactory ids = new UuidUploadIdFactory();
        ids.setUploadUri("/api/recordings/[0-9a-fA-F-]{36}/upload");
        return ids;
    }

    @Bean
    TusFileUploadService tus(UploadStorage storage, UploadLocks locks, UploadIdFactory ids) {
        return new TusFileUploadService()
                .withUploadUri(ids.getUploadUri())
                .withUploadIdFactory(ids)
                .withUploadStorageService(storage)
                .withUploadLockingService(locks)
                .disableTusExtension("concatenation");
    }
}
