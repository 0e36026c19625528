package shop.kontor.server;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import shop.kontor.api.HealthApiDelegate;
import shop.kontor.database.DatabaseReadiness;
import shop.kontor.security.CurrentUser;

/** Implements the operations for load balancers and orchestrators. */
@Component
class HealthDelegate implements HealthApiDelegate {

    private final ApplicationAvailability server;
    private final DatabaseReadiness database;

    HealthDelegate(ApplicationAvailability server, DatabaseReadiness database) {
        this.server = server;
        this.database = database;
    }

    @Override
    public ResponseEntity<Void> getLiveness(CurrentUser caller) {
        return yes();
    }

    @Override
    public ResponseEntity<Void> getReadiness(CurrentUser caller) {
        if (server.getReadinessState() == ReadinessState.REFUSING_TRAFFIC || !database.isReady()) {
            throw new NotReady();
        }
        return yes();
    }

    private static ResponseEntity<Void> yes() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }
}
